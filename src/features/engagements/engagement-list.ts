import {
  type CsvCell,
  declaredQueries,
  expandRows,
  type ListQuery,
  listPage,
  pagesOf,
  type RequestContext,
  readAsked,
  readFilters,
  type Selected,
  totalOf,
  withRelated,
} from '../../platform/http/index.ts'
import type { ReaderLanguage } from '../../shared/messages/index.ts'
import {
  type IntroductionListPorts,
  ownPartyIds,
  PARTY_COLUMNS,
  PARTY_NOTE,
  pairsCell,
  partyCells,
  relatedParties,
} from '../introductions/index.ts'
import { keepNames, logCandidates } from '../postings/index.ts'
import { engagementsListed } from './engagements.list.ts'
import { engagement, engagementSelection } from './engagements.schemas.ts'
import type { EngagementRow } from './engagements.table.ts'
import type { Engagements } from './engagements.ts'
import { engagementExpansions } from './expansions.ts'
import { readProposals, showEngagement } from './show-engagement.ts'

const COLUMNS = [
  ...['id', 'introduction_id', 'status', 'yours', 'kind', 'title'],
  ...PARTY_COLUMNS,
  ...['skills', 'hours_per_week', 'plan_outcome', 'plan_hours', 'plan_starts_on', 'plan_ends_on'],
  ...['plan_organization_gives', 'plan_helper_gives', 'plan_learning_goals', 'plan_supervisor'],
  ...['done_by', 'ended_by', 'end_reason', 'started_at', 'ended_at', 'metadata', 'created_at', 'updated_at'],
]

/** Creates the list of engagements, as JSON and as CSV. */
export function engagementList(engagements: Engagements, ports: IntroductionListPorts) {
  const related = relatedParties(ports)

  async function* pages(ctx: RequestContext, { query }: { query: Readonly<Record<string, unknown>> }) {
    const found = await withRelated(ctx, related, readFilters(engagementsListed, query))
    const read = (limit: number, last: EngagementRow | undefined) =>
      engagements.list(ctx, { ...found, sort: 'id', limit, after: last && { id: last.id, key: null } })
    const readNames = keepNames(ports.readNames)
    for await (const rows of pagesOf(read)) {
      const [names] = await Promise.all([
        readNames(
          ctx,
          rows.flatMap((row) => ownPartyIds(row, ctx.actor.partnerId)),
        ),
        logCandidates(ctx, rows),
      ])
      yield rows.map((row) =>
        cellsOf(row, showEngagement(row, ctx.actor.partnerId, null), partyCells(row, names)),
      )
    }
  }

  return {
    name: 'engagements',
    summary: 'List engagements of your needs and offers',
    queries: declaredQueries(engagementsListed, engagementSelection),
    item: engagement,
    isLocalized: true,
    async readPage(
      ctx: RequestContext,
      { query, language }: { query: ListQuery & Selected; language: ReaderLanguage },
    ) {
      const asked = readAsked(engagementsListed, 'engagement', query)
      const found = await withRelated(ctx, related, asked)
      const rows = await engagements.list(ctx, { ...found, limit: asked.limit + 1 })
      const page = rows.slice(0, asked.limit)
      await logCandidates(ctx, page)
      const show = await readProposals(ctx, page, language)
      const { expand } = query
      const expanded = await expandRows(ctx, engagementExpansions, { rows: page, expand, language })
      return {
        ...listPage(engagementsListed, asked, { rows, show: (row) => ({ ...show(row), ...expanded(row) }) }),
        ...(await totalOf(query, (most) => engagements.count(ctx, { asked: found, most }))),
      }
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
      shown.hours_per_week,
      plan.outcome,
      plan.hours,
      plan.starts_on,
      plan.ends_on,
    ],
    ...[plan.exchange?.organization_gives ?? null, plan.exchange?.helper_gives ?? null],
    ...[listed(plan.learning_goals), plan.supervisor],
    ...[listed(shown.done_by), shown.ended_by, shown.end_reason],
    ...[shown.started_at, shown.ended_at, pairsCell(shown.metadata), shown.created_at, shown.updated_at],
  ]
}

function listed(entries: readonly string[]): string {
  return entries.join('; ')
}
