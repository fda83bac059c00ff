import { z } from 'zod'
import type { RequestContext } from '../../../platform/http/index.ts'
import type { DomainError } from '../../../shared/errors.ts'
import { parseOrThrow } from '../../../shared/faults.ts'
import { sprintStates } from '../../../shared/messages/index.ts'
import { idOf, text } from '../../../shared/wire.ts'
import { organizationList, type Postings, type ReadNames } from '../../postings/index.ts'
import { MOST_BOTTLENECKS, type Sprints, sprintInput, sprintList } from '../../sprints/index.ts'
import type { DeskPages } from '../desk-pages.ts'
import { anyForm, type Sent } from '../forms.ts'
import { bodyOf, readFields } from '../look/form-fields.ts'
import { refusalText } from '../look/refusal-text.ts'
import type { DeskPage, View } from '../look/view.ts'
import { choosePartyPage } from '../pages/postings/form-page.ts'
import { bottleneckFields, lengthField, sprintFormPage } from '../pages/sprints/sprint-form-page.ts'
import { sprintPage } from '../pages/sprints/sprint-page.ts'
import { sprintsPage } from '../pages/sprints/sprints-page.ts'
import { createSearch, nextUrlOf } from './read-postings.ts'

export interface SprintPorts {
  sprints: Pick<Sprints, 'start' | 'read' | 'list' | 'count'>
  postings: Pick<Postings, 'organizations'>
  lists: { readNames: ReadNames }
}

const base = '/desk/sprints'
const ids = { id: 'sprint' } as const
const cursor = z.string().max(1000).optional()
const partyQuery = { q: text(0, 200).optional(), cursor, organization_id: idOf('org').optional() }
const BEGIN: Sent = { deadline_hours: '72' }

/** Adds the pages of sprints, the 72-hour exercise: the list, one sprint, and starting one. */
export function addSprintPages(pages: DeskPages, ports: SprintPorts): void {
  addSprintForm(pages, ports)
  const { sprints, lists } = ports
  const list = sprintList(sprints, lists.readNames)

  pages.show(
    base,
    { query: { show: z.enum(['', ...sprintStates]).optional(), cursor } },
    async (ctx, asked) => {
      const { query, view } = asked
      const { show, cursor: after } = query
      const page = { sort: '-created_at', limit: '20', ...(after && { cursor: after }) }
      const narrowed = { ...page, ...(show && { has_ended: String(show === 'ended') }) }
      const { data, next_cursor: next } = await list.readPage(ctx, {
        query: list.queries.page.parse(narrowed),
      })
      const organizations = data.map(({ organization_id }) => organization_id)
      const names = await lists.readNames(ctx, organizations)
      const nextUrl = next && `${base}?${new URLSearchParams({ show: show ?? '', cursor: next })}`
      return sprintsPage({ sprints: data, names, chosen: show, nextUrl }, view)
    },
  )

  pages.show(`${base}/:id`, { ids }, async (ctx, { ids: { id }, view }) => {
    const { row, shown } = await sprints.read(ctx, { id, language: view.language })
    const name = (await lists.readNames(ctx, [row.organizationId])).get(row.organizationId)?.name
    return sprintPage({ sprint: shown, organization: name ?? '–' }, view)
  })
}

function addSprintForm(pages: DeskPages, { sprints, postings, lists }: SprintPorts): void {
  const role = 'editor'
  const list = { list: organizationList, name: 'organization', verbs: postings.organizations } as const
  const search = createSearch(list)

  async function show(ctx: RequestContext, { sent, view, refusal }: Shown): Promise<DeskPage> {
    const id = String(sent.organization_id ?? '')
    const name = (await lists.readNames(ctx, [id])).get(id)?.name
    if (name === undefined) return choose(ctx, { query: {}, view })
    const refused = refusal && { faults: refusal.faults, refusal: refusalText(refusal, view) }
    return sprintFormPage({ organization: { id, name }, sent, ...refused }, view)
  }
  async function choose(ctx: RequestContext, { query, view }: { query: Search; view: View }) {
    const { data, next_cursor: next } = await search(ctx, query)
    const nextUrl = nextUrlOf(`${base}/new`, query, next)
    const asked = { side: 'need', at: `${base}/new`, title: view.say('desk_sprint_start') } as const
    return choosePartyPage({ ...asked, parties: data, q: query.q, nextUrl }, view)
  }

  pages.show(`${base}/new`, { role, query: partyQuery }, (ctx, { query, view }) => {
    const { organization_id: id, ...searched } = query
    return id
      ? show(ctx, { sent: { ...BEGIN, organization_id: id }, view })
      : choose(ctx, { query: searched, view })
  })
  pages.act(
    base,
    { role, action: 'sprint_started', form: anyForm, again: show },
    async (ctx, { form, view }) => {
      const { row } = await sprints.start(ctx, parseOrThrow(sprintInput, bodyOfSprint(form, view)))
      return { subject: row.id, goTo: `${base}/${row.id}` }
    },
  )
}

type Search = Parameters<ReturnType<typeof createSearch>>[1]
interface Shown {
  sent: Sent
  view: View
  refusal?: DomainError
}

/** Builds the body of a sprint. Drops blank bottlenecks after the last one that was filled in. */
function bodyOfSprint(sent: Sent, view: View): Record<string, unknown> {
  const length = readFields([lengthField(view)], sent, view).get('deadline_hours')
  const written = Array.from({ length: MOST_BOTTLENECKS }, (_, at) => {
    const fields = bottleneckFields(at, view)
    const isWritten = fields.some(({ kind, at: name }) => kind !== 'choice' && kind !== 'flag' && sent[name])
    // The fields are in the body at the index of the bottleneck.
    const [bottleneck] = Object.values(Object(bodyOf(readFields(fields, sent, view)).bottlenecks))
    return { bottleneck, isWritten }
  })
  const last = written.findLastIndex(({ isWritten }) => isWritten)
  return {
    organization_id: sent.organization_id,
    deadline_hours: typeof length === 'string' ? Number(length) : undefined,
    bottlenecks: written.slice(0, Math.max(last, 0) + 1).map(({ bottleneck }) => bottleneck),
  }
}
