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
import { DEFAULT_LANGUAGE, type ReaderLanguage } from '../../shared/messages/index.ts'
import { keepNames, logCandidates, type ReadNames } from '../postings/index.ts'
import { introductionExpansions } from './expansions.ts'
import { introductionsListed } from './introductions.list.ts'
import { introduction, introductionSelection } from './introductions.schemas.ts'
import type { IntroductionRow } from './introductions.table.ts'
import type { Introductions } from './introductions.ts'
import { ownPartyIds, PARTY_COLUMNS, PARTY_NOTE, pairsCell, partyCells } from './party-columns.ts'
import { type RelatedPorts, relatedParties } from './related-filters.ts'
import { showIntroduction } from './show-introduction.ts'

/** What the lists of introductions and engagements read from other features. */
export interface IntroductionListPorts extends RelatedPorts {
  /** Reads the names shown next to ids in CSV. */
  readNames: ReadNames
}

const COLUMNS = [
  ...['id', 'status', 'reason', 'proposed_by', 'yours'],
  ...PARTY_COLUMNS,
  ...['message', 'expires_at', 'answered_at', 'metadata', 'created_at', 'updated_at'],
  'engagement_id',
]

/** Creates the list of introductions as JSON and as CSV. Neither shows contacts. */
export function introductionList(introductions: Introductions, ports: IntroductionListPorts) {
  const related = relatedParties(ports)

  async function* pages(ctx: RequestContext, { query }: { query: Readonly<Record<string, unknown>> }) {
    const found = await withRelated(ctx, related, readFilters(introductionsListed, query))
    const read = (limit: number, last: IntroductionRow | undefined) =>
      introductions.list(ctx, { ...found, sort: 'id', limit, after: last && { id: last.id, key: null } })
    const readNames = keepNames(ports.readNames)
    for await (const rows of pagesOf(read)) {
      const [names] = await Promise.all([
        readNames(
          ctx,
          rows.flatMap((row) => ownPartyIds(row, ctx.actor.partnerId)),
        ),
        logCandidates(ctx, rows),
      ])
      yield rows.map((row): CsvCell[] => {
        const shown = showIntroduction(
          { ...row, proposal: null },
          { ...ctx.actor, language: DEFAULT_LANGUAGE },
        )
        return [
          ...[shown.id, shown.status, shown.reason, shown.proposed_by, shown.yours.join('; ')],
          ...partyCells(row, names),
          ...[shown.message, shown.expires_at, shown.answered_at, pairsCell(shown.metadata)],
          ...[shown.created_at, shown.updated_at, shown.engagement_id],
        ]
      })
    }
  }

  return {
    name: 'introductions',
    summary: 'List introductions of your needs and offers',
    queries: declaredQueries(introductionsListed, introductionSelection),
    item: introduction,
    isLocalized: true,
    async readPage(
      ctx: RequestContext,
      { query, language }: { query: ListQuery & Selected; language: ReaderLanguage },
    ) {
      const asked = readAsked(introductionsListed, 'introduction', query)
      const found = await withRelated(ctx, related, asked)
      const rows = await introductions.list(ctx, { ...found, limit: asked.limit + 1 })
      const page = rows.slice(0, asked.limit)
      await logCandidates(ctx, page)
      const { expand } = query
      const expanded = await expandRows(ctx, introductionExpansions, { rows: page, expand, language })
      const show = (row: IntroductionRow) => ({
        ...showIntroduction(row, { ...ctx.actor, language }),
        ...expanded(row),
      })
      return {
        ...listPage(introductionsListed, asked, { rows, show }),
        ...(await totalOf(query, (most) => introductions.count(ctx, { asked: found, most }))),
      }
    },
    csv: {
      summary: 'Export introductions as CSV',
      description: `One row for each introduction of your needs and offers, in the order in which they were proposed. ${PARTY_NOTE} Contacts are never shown.`,
      columns: COLUMNS,
      pages,
    },
  }
}
