import { z } from 'zod'
import {
  type CsvCell,
  idAfter,
  listQueries,
  pagesOf,
  type RequestContext,
  toPage,
} from '../../platform/http/index.ts'
import type { Id } from '../../shared/ids.ts'
import { day } from '../../shared/wire.ts'
import { PARTY_COLUMNS, PARTY_NOTE, partyCells, partyIds, sides, sidesOf } from '../introductions/index.ts'
import { logCandidates, type ReadNames } from '../postings/index.ts'
import { hours } from './engagements.schemas.ts'
import type { EngagementRow, HoursRow } from './engagements.table.ts'
import type { Engagements } from './engagements.ts'
import { showHours } from './show-engagement.ts'

const COLUMNS = [
  ...['id', 'worked_on', 'hours', 'status', 'logged_by', 'dispute_reason'],
  ...['engagement_id', 'kind', 'title', 'yours'],
  ...PARTY_COLUMNS,
  ...['created_at', 'answered_at'],
]
const ENTRIES = `One row for each entry, by engagement and in the order in which they were logged. ${PARTY_NOTE}`

type Ids = { ids: { id: Id<'engagement'> } }

/** Hours of one engagement, as JSON and as CSV. */
export function hoursList(engagements: Engagements, readNames: ReadNames) {
  async function* pages(ctx: RequestContext, { ids }: Ids) {
    const found = [await engagements.read(ctx, ids)]
    yield* entries(ctx, found, (limit, last) =>
      engagements.listHours(ctx, { ...ids, limit, after: last?.id }),
    )
  }
  const entries = createEntries(readNames)

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

const allQueries = listQueries({
  from: day.optional().describe('First day of work'),
  to: day.optional().describe('Last day of work'),
  role: z
    .enum(sides)
    .optional()
    .describe('Return only hours of engagements in which this side is yours. Default: either side'),
})
type AllQuery = z.output<typeof allQueries.csv>

/** Hours of all engagements of a partner, as CSV. */
export function allHours(engagements: Engagements, readNames: ReadNames) {
  const entries = createEntries(readNames)
  async function* pages(ctx: RequestContext, { query: { from, to, role } }: { query: AllQuery }) {
    const read = (limit: number, last: EngagementRow | undefined) =>
      engagements.list(ctx, {
        limit,
        filters: { role },
        sort: 'id',
        after: last && { id: last.id, key: null },
      })
    for await (const found of pagesOf(read))
      yield* entries(ctx, found, (limit, after) =>
        engagements.listHoursOf(ctx, { engagements: found, limit, after, from, to }),
      )
  }
  return {
    name: 'hours',
    queries: allQueries,
    csv: { summary: 'Export hours as CSV', description: ENTRIES, columns: COLUMNS, pages },
  }
}

function createEntries(readNames: ReadNames) {
  return async function* entries(
    ctx: RequestContext,
    engagements: readonly EngagementRow[],
    read: (limit: number, last: HoursRow | undefined) => Promise<readonly HoursRow[]>,
  ): AsyncGenerator<CsvCell[][]> {
    const byId = new Map(engagements.map((row) => [row.id, row]))
    for await (const rows of pagesOf(read)) {
      const shown = new Set(rows.flatMap(({ engagementId }) => byId.get(engagementId) ?? []))
      await logCandidates(ctx, [...shown])
      const names = await readNames(ctx, [...shown].flatMap(partyIds))
      yield rows.flatMap((row) => {
        const engagement = byId.get(row.engagementId)
        return engagement ? [cellsOf(ctx, row, engagement, partyCells(engagement, names))] : []
      })
    }
  }
}

function cellsOf(
  { actor }: RequestContext,
  row: HoursRow,
  engagement: EngagementRow,
  parties: readonly CsvCell[],
): CsvCell[] {
  const shown = showHours(row)
  const yours = sidesOf(engagement, actor.partnerId).join('; ')
  return [
    ...[shown.id, shown.worked_on, shown.hours, shown.status, shown.logged_by, shown.dispute_reason],
    ...[engagement.id, engagement.kind, engagement.title, yours],
    ...parties,
    ...[shown.created_at, shown.answered_at],
  ]
}
