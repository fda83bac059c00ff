import { createIntroductionsRepository } from '../introductions/index.ts'
import type { KnownNeed } from './known-postings.ts'
import type { StandingMatches } from './market-ids.ts'
import type { MatchQuery } from './matches.schemas.ts'
import type { RankingContext, RankingPorts } from './matching-ports.ts'
import { rankOptions, readFilters } from './ranking-page.ts'

/** Ranks offers for a need and a query, or returns the cached ranking. Throws `invalid_cursor`. */
export function createRankNeed({ matcher, taxonomy }: RankingPorts) {
  return async function rankNeed(
    ctx: RankingContext,
    { need: { record, posting, rankings }, query }: { need: KnownNeed; query: MatchQuery },
  ): Promise<{ standing: StandingMatches; asOfMs: number }> {
    const introduced = () => createIntroductionsRepository(ctx.db).offersOf(record.need)
    const filters = await readFilters(query, { taxonomy }, introduced)
    const options = rankOptions(query, filters, ctx.clock())
    const standing = await matcher.rankOffersAgain(ctx, posting, options, rankings)
    return { standing, asOfMs: options.asOfMs }
  }
}
