import {
  type CsvCell,
  expandRows,
  idAfter,
  pagesOf,
  type RequestContext,
  type Selected,
  toPage,
} from '../../platform/http/index.ts'
import { DEFAULT_LANGUAGE, type ReaderLanguage } from '../../shared/messages/index.ts'
import { logCandidates, type ReadNames } from '../postings/index.ts'
import { introductionExpansions } from './expansions.ts'
import { introduction, introductionQueries } from './introductions.schemas.ts'
import type { IntroductionRow } from './introductions.table.ts'
import type { Introductions } from './introductions.ts'
import { PARTY_COLUMNS, PARTY_NOTE, partyCells, partyIds } from './party-columns.ts'
import { showIntroduction } from './show-introduction.ts'
import type { TwoSidedParties } from './two-sided.repository.ts'

const COLUMNS = [
  ...['id', 'status', 'reason', 'proposed_by', 'yours'],
  ...PARTY_COLUMNS,
  ...['message', 'expires_at', 'answered_at', 'created_at', 'updated_at'],
]

/** The list of introductions, as JSON and as CSV. Neither shows contacts. */
export function introductionList(introductions: Introductions, readNames: ReadNames) {
  type Query = {
    role?: 'need' | 'offer' | undefined
    status?: IntroductionRow['status'] | undefined
  } & TwoSidedParties

  async function* pages(ctx: RequestContext, { query: { role, status, ...parties } }: { query: Query }) {
    const read = (limit: number, last: IntroductionRow | undefined) =>
      introductions.list(ctx, { limit, after: last?.id, role, status, parties })
    for await (const rows of pagesOf(read)) {
      await logCandidates(ctx, rows)
      const names = await readNames(ctx, rows.flatMap(partyIds))
      yield rows.map((row): CsvCell[] => {
        const shown = showIntroduction(row, { ...ctx.actor, language: DEFAULT_LANGUAGE })
        return [
          ...[shown.id, shown.status, shown.reason, shown.proposed_by, shown.yours.join('; ')],
          ...partyCells(row, names),
          ...[shown.message, shown.expires_at, shown.answered_at, shown.created_at, shown.updated_at],
        ]
      })
    }
  }

  return {
    name: 'introductions',
    summary: 'List introductions of your needs and offers',
    queries: introductionQueries,
    item: introduction,
    isLocalized: true,
    async readPage(
      ctx: RequestContext,
      {
        query,
        language,
      }: {
        query: Query & Selected & { limit: number; cursor?: string | undefined }
        language: ReaderLanguage
      },
    ) {
      const { limit, cursor, role, status } = query
      const after = idAfter('introduction', cursor)
      const rows = await introductions.list(ctx, { limit: limit + 1, after, role, status, parties: query })
      const page = rows.slice(0, limit)
      await logCandidates(ctx, page)
      const { expand } = query
      const expanded = await expandRows(ctx, introductionExpansions, { rows: page, expand, language })
      const show = (row: IntroductionRow) => ({
        ...showIntroduction(row, { ...ctx.actor, language }),
        ...expanded(row),
      })
      return toPage(rows, limit, show, ({ id }) => ({ id }))
    },
    csv: {
      summary: 'Export introductions as CSV',
      description: `One row for each introduction of your needs and offers, in the order in which they were proposed. ${PARTY_NOTE} Contacts are never shown.`,
      columns: COLUMNS,
      pages,
    },
  }
}
