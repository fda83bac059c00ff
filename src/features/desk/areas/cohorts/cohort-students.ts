import { z } from 'zod'
import { listPage, type RequestContext, readAsked } from '../../../../platform/http/index.ts'
import type { CandidateId } from '../../../../shared/ids.ts'
import { idOf, text } from '../../../../shared/wire.ts'
import { wholeNumber } from '../../../../shared/written-numbers.ts'
import { type CandidateRow, type CohortRow, candidateList } from '../../../internships/index.ts'
import type { DeskPages } from '../../desk-pages.ts'
import { refusalText } from '../../look/refusal-text.ts'
import type { View } from '../../look/view.ts'
import { cohortStudentsPage } from '../../pages/cohorts/cohort-students-page.ts'
import type { CohortVerbs } from './cohorts.ts'

const ids = { id: 'cohort' } as const
const SHOWN = 50
/** As many as a cohort may name. */
const MOST_STUDENTS = 10_000

const blank = z.literal('').transform(() => undefined)
const searched = {
  q: z.union([blank, text(1, 200)]).optional(),
  show: z.enum(['all', 'consenting', 'taking']).optional(),
}
const listQuery = { ...searched, cursor: z.string().optional(), from: wholeNumber(z.int().min(0)).optional() }
type Search = Pick<z.output<z.ZodObject<typeof listQuery>>, 'q' | 'show'>
type Asked = z.output<z.ZodObject<typeof listQuery>>

const boxes = z.union([idOf('candidate'), z.array(idOf('candidate'))]).optional()
const studentsForm = z.strictObject({
  ...searched,
  choose: z.enum(['ticked', 'found', 'none_found', 'consenting', 'all']),
  /** The students of the page, ticked or not. */
  listed: boxes,
  candidate_ids: boxes,
})
type Given = z.output<typeof studentsForm>

/** Adds the page on which the students of a cohort are chosen. */
export function addCohortStudentPages(pages: DeskPages, { internships }: CohortVerbs): void {
  const { cohorts, programs, candidates } = internships
  const at = (id: string) => `/desk/cohorts/${id}/students`

  async function show(
    ctx: RequestContext,
    { id, view, asked, refusal }: { id: CohortRow['id']; view: View; asked: Asked; refusal?: string },
  ) {
    const row = await cohorts.get(ctx, { id })
    const ofProgram = { filters: { program_id: row.programId } }
    const inProgram = await candidates.count(ctx, { asked: ofProgram, most: MOST_STUDENTS })
    const page =
      asked.show === 'taking' && row.candidateIds
        ? await named(ctx, row, asked)
        : await listed(ctx, row, asked)
    const { q = '', show = 'all' } = asked
    const next = page.next && `${at(id)}?${new URLSearchParams({ q, show, ...page.next })}`
    return cohortStudentsPage(
      {
        ...{ row, refusal, q, show, nextUrl: next, students: page.rows },
        ...{ program: await programs.get(ctx, { id: row.programId }), inProgram: inProgram.value },
      },
      view,
    )
  }

  async function named(ctx: RequestContext, row: CohortRow, { q, from = 0 }: Asked): Promise<Listed> {
    const { rows, ids } = await cohorts.listNamedMembers(ctx, row, { q, from, limit: SHOWN })
    const next = from + SHOWN < ids.length ? { from: String(from + SHOWN) } : null
    return { rows, next }
  }

  async function listed(ctx: RequestContext, row: CohortRow, { cursor, ...search }: Asked): Promise<Listed> {
    const asked = readAsked(candidateList, 'candidate', {
      ...{ limit: SHOWN, sort: 'name', ...filtersOf(row, search), ...(cursor !== undefined && { cursor }) },
    })
    const rows = await candidates.list(ctx, { ...asked, limit: SHOWN + 1 })
    const { data, next_cursor: next } = listPage(candidateList, asked, { rows, show: (one) => one })
    return { rows: data, next: next === null ? null : { cursor: next } }
  }

  /** Returns the students whom a search finds. */
  async function found(ctx: RequestContext, row: CohortRow, search: Search): Promise<CandidateId[]> {
    if (search.show === 'taking' && row.candidateIds)
      return (await cohorts.listNamedMembers(ctx, row, { q: search.q, from: 0, limit: 0 })).ids
    const asked = readAsked(candidateList, 'candidate', { limit: SHOWN, ...filtersOf(row, search) })
    return (await candidates.list(ctx, { ...asked, limit: MOST_STUDENTS + 1 })).map(({ id }) => id)
  }

  /** Returns who takes part after a form. Null: all of the program. */
  async function chosen(ctx: RequestContext, row: CohortRow, given: Given): Promise<CandidateId[] | null> {
    if (given.choose === 'all') return null
    if (given.choose === 'consenting') return found(ctx, row, { show: 'consenting' })
    const ticked = [given.candidate_ids ?? []].flat()
    const unticked = [given.listed ?? []].flat().filter((one) => !ticked.includes(one))
    const matching = given.choose === 'ticked' ? [] : await found(ctx, row, given)
    const add = given.choose === 'found' ? [...ticked, ...matching] : ticked
    const remove = given.choose === 'ticked' ? unticked : given.choose === 'found' ? [] : matching
    if (row.candidateIds === null && remove.length === 0) return null
    const removed = new Set(remove)
    const before = await cohorts.listMembers(ctx, row)
    return [...new Set([...before, ...add])].filter((one) => !removed.has(one))
  }

  pages.show(at(':id'), { ids, query: listQuery, role: 'editor' }, (ctx, { ids: { id }, query, view }) =>
    show(ctx, { id, view, asked: query }),
  )
  pages.act(
    at(':id'),
    {
      ...{ role: 'editor', action: 'cohort_students_chosen', ids, form: studentsForm },
      again: (ctx, { ids: { id }, view, sent, refusal }) =>
        show(ctx, {
          ...{ id, view, refusal: refusalText(refusal, view) },
          asked: z.object(searched).catch({}).parse(sent),
        }),
    },
    async (ctx, { ids: { id }, form }) => {
      const row = await cohorts.get(ctx, { id })
      const patch = { candidate_ids: await chosen(ctx, row, form) }
      // Two people may tick at once: whoever comes second is told, and nothing is lost.
      const precondition = (version: number | null) => version === row.version
      await cohorts.change(ctx, { id, patch, precondition })
      const { q = '', show = 'all' } = form
      return { subject: id, goTo: `${at(id)}?${new URLSearchParams({ q, show })}` }
    },
  )
}

interface Listed {
  rows: readonly CandidateRow[]
  next: Record<string, string> | null
}

function filtersOf({ programId }: CohortRow, { q, show }: Search) {
  return {
    program_id: programId,
    ...(q !== undefined && { q }),
    ...(show === 'consenting' && { is_ranked: 'true' }),
  }
}
