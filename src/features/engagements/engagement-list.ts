import {
  type CsvCell,
  expandRows,
  idAfter,
  pagesOf,
  type RequestContext,
  type Selected,
  toPage,
} from '../../platform/http/index.ts'
import type { ReaderLanguage } from '../../shared/messages/index.ts'
import {
  PARTY_COLUMNS,
  PARTY_NOTE,
  partyCells,
  partyIds,
  type TwoSidedParties,
} from '../introductions/index.ts'
import { logCandidates, type ReadNames } from '../postings/index.ts'
import { type EngagementStatus, engagement, engagementQueries } from './engagements.schemas.ts'
import type { EngagementRow } from './engagements.table.ts'
import type { Engagements } from './engagements.ts'
import { engagementExpansions } from './expansions.ts'
import { readProposals, showEngagement } from './show-engagement.ts'

const COLUMNS = [
  ...['id', 'introduction_id', 'status', 'yours', 'kind', 'title'],
  ...PARTY_COLUMNS,
  ...['skills', 'plan_outcome', 'plan_hours', 'plan_starts_on', 'plan_ends_on'],
  ...['plan_organization_gives', 'plan_helper_gives', 'plan_learning_goals', 'plan_supervisor'],
  ...['done_by', 'ended_by', 'end_reason', 'started_at', 'ended_at', 'created_at', 'updated_at'],
]

type Query = { role?: 'need' | 'offer' | undefined; status?: EngagementStatus | undefined } & TwoSidedParties
type PageOfQuery = Query & Selected & { limit: number; cursor?: string | undefined }

/** The list of engagements, as JSON and as CSV. */
export function engagementList(engagements: Engagements, readNames: ReadNames) {
  async function* pages(ctx: RequestContext, { query: { role, status, ...parties } }: { query: Query }) {
    const read = (limit: number, last: EngagementRow | undefined) =>
      engagements.list(ctx, { limit, after: last?.id, role, status, parties })
    for await (const rows of pagesOf(read)) {
      await logCandidates(ctx, rows)
      const names = await readNames(ctx, rows.flatMap(partyIds))
      yield rows.map((row) =>
        cellsOf(row, showEngagement(row, ctx.actor.partnerId, null), partyCells(row, names)),
      )
    }
  }

  return {
    name: 'engagements',
    summary: 'List engagements of your needs and offers',
    queries: engagementQueries,
    item: engagement,
    isLocalized: true,
    async readPage(
      ctx: RequestContext,
      {
        query: { limit, cursor, role, status, expand, ...parties },
        language,
      }: { query: PageOfQuery; language: ReaderLanguage },
    ) {
      const after = idAfter('engagement', cursor)
      const rows = await engagements.list(ctx, { limit: limit + 1, after, role, status, parties })
      const page = rows.slice(0, limit)
      await logCandidates(ctx, page)
      const show = await readProposals(ctx, page, language)
      const expanded = await expandRows(ctx, engagementExpansions, { rows: page, expand, language })
      return toPage(
        rows,
        limit,
        (row) => ({ ...show(row), ...expanded(row) }),
        ({ id }) => ({ id }),
      )
    },
    csv: {
      summary: 'Export engagements as CSV',
      description: `One row for each engagement of your needs and offers, in the order in which they began. ${PARTY_NOTE} \`title\` is that of the work when it began. Check-ins are only in the JSON.`,
      columns: COLUMNS,
      pages,
    },
  }
}

function cellsOf(
  { id, introductionId }: EngagementRow,
  shown: ReturnType<typeof showEngagement>,
  parties: readonly CsvCell[],
): CsvCell[] {
  const { plan } = shown
  return [
    ...[id, introductionId, shown.status, listed(shown.yours), shown.kind, shown.title],
    ...parties,
    ...[
      listed(shown.skills.map(({ label }) => label)),
      plan.outcome,
      plan.hours,
      plan.starts_on,
      plan.ends_on,
    ],
    ...[plan.exchange?.organization_gives ?? null, plan.exchange?.helper_gives ?? null],
    ...[listed(plan.learning_goals), plan.supervisor],
    ...[listed(shown.done_by), shown.ended_by, shown.end_reason],
    ...[shown.started_at, shown.ended_at, shown.created_at, shown.updated_at],
  ]
}

function listed(entries: readonly string[]): string {
  return entries.join('; ')
}
