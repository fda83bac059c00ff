import {
  type CsvCell,
  idAfter,
  listQueries,
  pagesOf,
  type RequestContext,
  toPage,
} from '../../../platform/http/index.ts'
import { sameNumber } from '../../../shared/ids.ts'
import type { Named } from '../../postings/index.ts'
import { readNamesWithStudents } from '../candidates/read-names.ts'
import { outcome, placementResult } from './placements.schemas.ts'
import type { PlacementResult } from './placements.table.ts'
import type { PlacementId, Placements } from './placements.ts'
import { showResult } from './show-placement.ts'

const COLUMNS = [
  ...['candidate_id', 'candidate_external_id', 'candidate_name'],
  ...['need_id', 'need_external_id', 'need_title'],
  ...['organization_id', 'organization_external_id', 'organization_name'],
  ...['rank', 'score', 'reason', 'introduction_id', 'refusal'],
]

const queries = listQueries({
  outcome: outcome.optional().describe('Return only candidates who are placed, or only those who are not'),
})
type Query = { outcome?: 'placed' | 'unplaced' | undefined }
type Ids = { ids: { id: PlacementId } }

/** Creates the list of placement results, as JSON and as CSV. */
export function resultList(placements: Placements) {
  async function* pages(ctx: RequestContext, { ids, query: { outcome } }: Ids & { query: Query }) {
    const read = (limit: number, last: PlacementResult | undefined) =>
      placements.results(ctx, { ...ids, limit, after: last?.candidateId, outcome })
    for await (const rows of pagesOf(read)) {
      const names = await readNamesWithStudents(ctx, rows.flatMap(namedIn))
      const titles = ctx.actor.scopes.has('matches:read') ? await placements.titlesOf(ctx, rows) : new Map()
      yield rows.map((row) => cellsOf(row, names, titles))
    }
  }

  return {
    name: 'placement-results',
    summary: 'List the results: who is placed where, and who is not and why',
    ids: { id: 'placement' } as const,
    queries,
    item: placementResult,
    async readPage(
      ctx: RequestContext,
      {
        ids: { id },
        query: { limit, cursor, outcome },
      }: Ids & { query: Query & { limit: number; cursor?: string | undefined } },
    ) {
      const after = idAfter('candidate', cursor)
      const results = await placements.results(ctx, { id, limit: limit + 1, after, outcome })
      return toPage(results, limit, showResult, ({ candidateId }) => ({ id: candidateId }))
    },
    csv: {
      summary: 'Export who was placed where as CSV',
      description:
        'One row per candidate. Names and external ids are your own and shown if your token may read them; `need_title` is also shown for open needs that you may see.',
      columns: COLUMNS,
      pages,
      refusals: ['not_ready'] as const,
    },
  }
}

/** Returns the ids whose names are read. The helper of a student has the student's name. */
function namedIn({ candidateId, needId, organizationId }: PlacementResult): (string | null)[] {
  return [sameNumber('helper', candidateId), needId, organizationId]
}

function cellsOf(
  result: PlacementResult,
  names: ReadonlyMap<string, Named>,
  titles: ReadonlyMap<string, string>,
): CsvCell[] {
  const shown = showResult(result)
  const [student, need, organization] = namedIn(result).map((id) => names.get(id ?? ''))
  const title = need?.name ?? titles.get(shown.need_id ?? '') ?? null
  return [
    ...[shown.candidate_id, student?.externalId ?? null, student?.name ?? null],
    ...[shown.need_id, need?.externalId ?? null, title],
    ...[shown.organization_id, organization?.externalId ?? null, organization?.name ?? null],
    ...[shown.rank, shown.score, shown.reason, shown.introduction_id, shown.refusal],
  ]
}
