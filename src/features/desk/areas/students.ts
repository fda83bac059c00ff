import { z } from 'zod'
import { listPage, type RequestContext, readAsked } from '../../../platform/http/index.ts'
import { DomainError } from '../../../shared/errors.ts'
import { idOf, text } from '../../../shared/wire.ts'
import {
  type CandidateRow,
  candidateExport,
  candidateList,
  disclosureFile,
  type Internships,
} from '../../internships/index.ts'
import type { Again, DeskPages } from '../desk-pages.ts'
import { refusalText } from '../look/refusal-text.ts'
import type { DeskPage, View } from '../look/view.ts'
import { erasePage } from '../pages/students/erase-page.ts'
import { erasedStudentPage, studentPage } from '../pages/students/student-page.ts'
import { studentsPage } from '../pages/students/students-page.ts'

const base = '/desk/students'
const ids = { id: 'candidate' } as const
const SHOWN = 25
const DISCLOSURES_SHOWN = 50
const MOST_PROGRAMS = 200

type Verbs = Pick<Internships, 'candidates' | 'programs'>
type Id = CandidateRow['id']

// A blank field is submitted as an empty text.
const blank = z.literal('').transform(() => undefined)
const listQuery = {
  q: z.union([blank, text(1, 200)]).optional(),
  program_id: z.union([blank, idOf('program')]).optional(),
  cursor: z.string().optional(),
}
const logQuery = { after: idOf('disclosure').optional() }

/** Adds the pages of an office's students: search, one student with disclosures, export and erasure. */
export function addStudentPages(pages: DeskPages, { candidates, programs }: Verbs): void {
  const programsOf = (ctx: RequestContext) =>
    programs.list(ctx, { limit: MOST_PROGRAMS, sort: '-created_at' })

  pages.show(base, { query: listQuery }, async (ctx, { query, view }) => {
    const { q, program_id, cursor } = query
    const narrowed: Record<string, string> = program_id === undefined ? {} : { program_id }
    const asked = readAsked(candidateList, 'candidate', {
      ...{ limit: SHOWN, sort: 'name', ...narrowed },
      ...(q !== undefined && { q }),
      ...(cursor !== undefined && { cursor }),
    })
    const rows = await candidates.list(ctx, { ...asked, limit: SHOWN + 1 })
    const { data, next_cursor: next } = listPage(candidateList, asked, { rows, show: (row) => row })
    const sameId = q === undefined || cursor !== undefined ? [] : await withExternalId(ctx, q, narrowed)
    const known = new Set(sameId.map(({ id }) => id))
    return studentsPage(
      {
        students: [...sameId, ...data.filter(({ id }) => !known.has(id))],
        programs: await programsOf(ctx),
        ...{ q, programId: program_id },
        nextUrl: next && `${base}?${new URLSearchParams({ q: q ?? '', ...narrowed, cursor: next })}`,
      },
      view,
    )
  })

  const withExternalId = (ctx: RequestContext, externalId: string, narrowed: object) =>
    candidates.list(ctx, { limit: 1, filters: { ...narrowed, external_id: externalId } })

  async function showOne(
    ctx: RequestContext,
    { id, view, after }: { id: Id; view: View; after?: z.output<typeof logQuery.after> },
  ): Promise<DeskPage> {
    const rows = await candidates.disclosures(ctx, { id, after, limit: DISCLOSURES_SHOWN + 1 })
    const disclosures = rows.slice(0, DISCLOSURES_SHOWN)
    const last = rows.length > DISCLOSURES_SHOWN ? disclosures.at(-1) : undefined
    const log = { id, disclosures, nextUrl: last ? `${base}/${id}?after=${last.id}` : null }
    const row = await unlessErased(candidates.get(ctx, { id }))
    if (!row) return erasedStudentPage(log, view)
    const program = await programs.get(ctx, { id: row.programId })
    return studentPage({ row, program, ...log }, view)
  }

  async function confirm(
    ctx: RequestContext,
    { id, view, refusal }: { id: Id; view: View; refusal?: string },
  ) {
    return erasePage({ held: await candidates.export(ctx, { id }), refusal }, view)
  }

  pages.show(`${base}/:id`, { ids, query: logQuery }, (ctx, { ids: { id }, query, view }) =>
    showOne(ctx, { id, view, ...query }),
  )
  pages.download(`${base}/:id/disclosures.csv`, { role: 'viewer', ids }, async (ctx, { ids: { id } }) => {
    await candidates.requireKnown(ctx, { id })
    return disclosureFile(candidates.disclosures, ctx, { id })
  })
  pages.document(`${base}/:id/export.json`, { role: 'editor', ids }, async (ctx, { ids: { id } }) => ({
    name: id,
    content: candidateExport.parse(await candidates.export(ctx, { id })),
  }))
  pages.show(`${base}/:id/erase`, { role: 'editor', ids }, (ctx, { ids: { id }, view }) =>
    confirm(ctx, { id, view }),
  )

  const again: Again<typeof ids> = (ctx, { ids: { id }, view, refusal }) =>
    confirm(ctx, { id, view, refusal: refusalText(refusal, view) })
  pages.act(
    `${base}/:id/erase`,
    { role: 'editor', action: 'student_erased', ids, again, form: z.strictObject({}) },
    async (ctx, { ids: { id } }) => {
      await candidates.remove(ctx, { id, precondition: null })
      return { subject: id, goTo: base }
    },
  )
}

async function unlessErased<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found
  } catch (error) {
    if (error instanceof DomainError && error.code === 'candidate_erased') return null
    throw error
  }
}
