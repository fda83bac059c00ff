import { z } from 'zod'
import {
  addCsvList,
  type CsvCell,
  decodeCursor,
  idAfter,
  listQueries,
  pageOf,
  pagesOf,
  type RequestContext,
  type RouteGroup,
  toPage,
} from '../../platform/http/index.ts'
import { validationFailed } from '../../shared/faults.ts'
import type { Id } from '../../shared/ids.ts'
import { message } from '../../shared/messages/index.ts'
import { day, idOf } from '../../shared/wire.ts'
import {
  ownPartyIds,
  PARTY_COLUMNS,
  PARTY_NOTE,
  partyCells,
  type RelatedPorts,
  sides,
  sidesOf,
} from '../introductions/index.ts'
import { keepNames, logCandidates, type ReadNames } from '../postings/index.ts'
import type { HoursRow } from './engagements.table.ts'
import type { Engagements } from './engagements.ts'
import { type Hours, hours, roundedHours } from './hours.schemas.ts'
import type { EngagementOfHours, HoursFilter, HoursPlace } from './partners-hours.repository.ts'
import { showHours } from './show-engagement.ts'

/** What lists of hours need from other features. */
export interface HoursListPorts extends Pick<RelatedPorts, 'helpersOfProgram'> {
  readNames: ReadNames
}

type Entry = { entry: HoursRow; engagement: EngagementOfHours }

const COLUMNS = [
  ...['id', 'worked_on', 'hours', 'minutes', 'starts_at', 'ends_at', 'status', 'logged_by', 'dispute_reason'],
  ...['corrects', 'correction_reason', 'engagement_id', 'kind', 'title', 'yours'],
  ...PARTY_COLUMNS,
  ...['created_at', 'answered_at'],
]
const ENTRIES = `One row per entry, by engagement and in the order in which they were logged. ${PARTY_NOTE}`

type Ids = { ids: { id: Id<'engagement'> } }

/** Creates the list of hours of one engagement, as JSON and as CSV. */
export function hoursList(engagements: Engagements, readNames: ReadNames) {
  async function* pages(ctx: RequestContext, { ids }: Ids) {
    const cells = createCells(readNames)
    const engagement = await engagements.read(ctx, ids)
    const read = (limit: number, last: HoursRow | undefined) =>
      engagements.listHours(ctx, { ...ids, limit, after: last?.id })
    for await (const rows of pagesOf(read))
      yield cells(
        ctx,
        rows.map((entry) => ({ entry, engagement })),
      )
  }

  return {
    name: 'hours',
    summary: 'List hours in the order in which they were logged',
    ids: { id: 'engagement' } as const,
    queries: listQueries({}),
    item: hours,
    async readPage(
      ctx: RequestContext,
      {
        ids: { id },
        query: { limit, cursor },
      }: Ids & { query: { limit: number; cursor?: string | undefined } },
    ) {
      const after = idAfter('hours', cursor)
      const rows = await engagements.listHours(ctx, { id, limit: limit + 1, after })
      return toPage(rows, limit, showHours, (row) => ({ id: row.id }))
    },
    csv: {
      summary: 'Export the hours of an engagement as CSV',
      description: ENTRIES,
      columns: COLUMNS,
      pages,
    },
  }
}

const filters = {
  from: day.optional().describe('First day of work'),
  to: day.optional().describe('Last day of work'),
  role: z
    .enum(sides)
    .optional()
    .describe('Return only hours of engagements in which this side is yours. Default: either side'),
  status: hours.shape.status.optional().describe('Return only hours of this status'),
  organization_id: idOf('org').optional().describe('Return only hours of this organization'),
  helper_id: idOf('helper').optional().describe('Return only hours of this helper'),
  program_id: idOf('program').optional().describe('Return only hours of students of this program of yours'),
  include: z
    .enum(['total'])
    .optional()
    .describe(
      '`total`: also returns the sums over all entries that match the filters. In CSV these are the last rows',
    ),
}
const allQueries = listQueries(filters)
type AllQuery = z.output<typeof allQueries.csv>

const totals = z
  .object({
    entries: z.int().describe('Number of entries'),
    logged_hours: z.number().describe('Hours that await the other side, without corrections'),
    confirmed_hours: z.number().describe('Confirmed hours, including confirmed corrections'),
    disputed_hours: z.number().describe('Disputed hours, without corrections'),
    open_corrections_hours: z
      .number()
      .describe('Change of the hours by corrections that are not confirmed. Negative if they reduce hours'),
  })
  .describe('Sums over all entries. Only with `include=total`')
const page = pageOf(hours).extend({ totals: totals.optional() })

const position = z.object({ e: idOf('engagement'), id: idOf('hours') })

/** Adds the list of hours of all engagements of a partner, with sums. */
export function addAllHours(routes: RouteGroup, engagements: Engagements, ports: HoursListPorts): void {
  async function* rows(ctx: RequestContext, { query }: { query: AllQuery }) {
    const filter = await filterOf(ctx, ports, query)
    const cells = createCells(keepNames(ports.readNames))
    for await (const entries of engagements.pagesOfHours(ctx, filter)) yield cells(ctx, entries)
    if (query.include === 'total') yield totalCells(await engagements.sumHours(ctx, filter))
  }
  addCsvList(routes, '/v1/hours', {
    name: 'hours',
    summary: 'List hours of all your engagements, with sums',
    queries: allQueries,
    item: hours,
    page,
    async readPage(ctx, { query }) {
      const { limit, cursor } = query
      const filter = await filterOf(ctx, ports, query)
      const after = cursor === undefined ? undefined : placeAt(cursor)
      const found = await engagements.listAllHours(ctx, filter, { limit: limit + 1, after })
      const shown = toPage(
        found,
        limit,
        ({ entry }) => showHours(entry),
        ({ entry }) => ({
          e: entry.engagementId,
          id: entry.id,
        }),
      )
      if (query.include !== 'total') return shown
      return { ...shown, totals: showTotals(await engagements.sumHours(ctx, filter)) }
    },
    csv: {
      summary: 'Export hours as CSV',
      description: ENTRIES,
      columns: COLUMNS,
      pages: rows,
    },
  })
}

function placeAt(cursor: string): HoursPlace {
  const { e, id } = decodeCursor(cursor, position)
  return { engagementId: e, id }
}

async function filterOf(
  ctx: RequestContext,
  { helpersOfProgram }: HoursListPorts,
  {
    from,
    to,
    role,
    status,
    organization_id: organizationId,
    helper_id: helperId,
    program_id: programId,
  }: AllQuery,
): Promise<HoursFilter> {
  if (from !== undefined && to !== undefined && from > to)
    throw validationFailed([
      { pointer: '?from', code: 'invalid_value', messages: [message('fault_after_to', { day: to })] },
    ])
  const ofProgram = programId && (await helpersOfProgram(ctx, programId))
  const ofHelper = helperId && [helperId]
  const helperIds = ofProgram?.filter((id) => helperId === undefined || id === helperId) ?? ofHelper
  return { from, to, role, status, organizationId, helperIds }
}

type Sums = Awaited<ReturnType<Engagements['sumHours']>>

function showTotals({ minutes, entries }: Sums): z.output<typeof totals> {
  return {
    entries,
    logged_hours: roundedHours(minutes.logged),
    confirmed_hours: roundedHours(minutes.confirmed),
    disputed_hours: roundedHours(minutes.disputed),
    open_corrections_hours: roundedHours(minutes.corrections),
  }
}

/**
 * Returns the last rows of a CSV, without an id: one for each status, and one for unconfirmed corrections if there are any.
 */
function totalCells({ minutes }: Sums): CsvCell[][] {
  const at = (name: string) => COLUMNS.indexOf(name)
  const sums = [
    'logged',
    'confirmed',
    'disputed',
    ...(minutes.corrections === 0 ? [] : ['corrections' as const]),
  ] as const
  return sums.map((status) => {
    const cells: CsvCell[] = COLUMNS.map(() => null)
    cells[at('hours')] = roundedHours(minutes[status])
    cells[at('minutes')] = minutes[status]
    cells[at('status')] = status === 'corrections' ? 'logged' : status
    cells[at('title')] = status === 'corrections' ? 'Total of open corrections' : 'Total'
    return cells
  })
}

/** Creates the function that writes the rows of one export, in the order of lists. */
function createCells(readNames: ReadNames) {
  let last: EngagementOfHours['id'] | undefined
  return async function cells(ctx: RequestContext, entries: readonly Entry[]): Promise<CsvCell[][]> {
    const shown = [...new Map(entries.map(({ engagement }) => [engagement.id, engagement])).values()]
    // An engagement that goes on from the page before has been logged, so that counts do not depend on pages.
    const begun = shown.filter(({ id }) => id !== last)
    last = shown.at(-1)?.id
    const ids = shown.flatMap((engagement) => ownPartyIds(engagement, ctx.actor.partnerId))
    const [names] = await Promise.all([readNames(ctx, ids), logCandidates(ctx, begun)])
    return entries.map(({ entry, engagement }) =>
      cellsOf(ctx, showHours(entry), { engagement, parties: partyCells(engagement, names) }),
    )
  }
}

function cellsOf(
  { actor }: RequestContext,
  shown: Hours,
  { engagement, parties }: { engagement: EngagementOfHours; parties: readonly CsvCell[] },
): CsvCell[] {
  const yours = sidesOf(engagement, actor.partnerId).join('; ')
  return [
    ...[shown.id, shown.worked_on, shown.hours, shown.minutes, shown.starts_at, shown.ends_at],
    ...[shown.status, shown.logged_by, shown.dispute_reason, shown.corrects, shown.correction_reason],
    ...[engagement.id, engagement.kind, engagement.title, yours],
    ...parties,
    ...[shown.created_at, shown.answered_at],
  ]
}
