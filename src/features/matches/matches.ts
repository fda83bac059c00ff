import { createExplainMatch } from './explain-match.ts'
import { createExplainPair } from './explain-pair.ts'
import { createFindOpeningChange } from './find-opening-change.ts'
import type { Following } from './known-postings.ts'
import type { PairPorts, RankingPorts } from './matching-ports.ts'
import { createPreviewMatches, type PreviewMatchesPorts } from './preview-matches.ts'
import { createRankBatch } from './rank-batch.ts'
import {
  createFindNearNeedsForOffer,
  createRankFittingNeedsForOffer,
  createRankNeedsForOffer,
} from './rank-needs.ts'
import {
  createFindNearOffersForNeed,
  createRankFittingOffersForNeed,
  createRankOffers,
  createRankOffersForNeed,
} from './rank-offers.ts'
import { createReadVisibleNeeds } from './read-visible-needs.ts'
import { createScoreNeeds } from './score-needs.ts'

export type Matches = ReturnType<typeof createMatches>

/**
 * Creates the operations on matches. They read on the connection of the context, because a proposal explains its pair
 * in its transaction.
 */
export function createMatches(ports: PreviewMatchesPorts & PairPorts) {
  return {
    rankOffersForNeed: createRankOffersForNeed(ports),
    rankNeedsForOffer: createRankNeedsForOffer(ports),
    rankFittingOffersForNeed: createRankFittingOffersForNeed(ports),
    rankFittingNeedsForOffer: createRankFittingNeedsForOffer(ports),
    findNearOffersForNeed: createFindNearOffersForNeed(ports),
    findNearNeedsForOffer: createFindNearNeedsForOffer(ports),
    explain: createExplainMatch(ports),
    preview: afterOwnChanges(ports, createPreviewMatches(ports)),
    rankBatch: afterOwnChanges(ports, createRankBatch(ports)),
    // For other features.
    explainPair: createExplainPair(ports),
    rankOffers: afterOwnChanges(ports, createRankOffers(ports)),
    findOpeningChange: afterOwnChanges(ports, createFindOpeningChange(ports)),
    readVisibleNeeds: createReadVisibleNeeds(ports),
    scoreNeeds: afterOwnChanges(ports, createScoreNeeds(ports)),
  }
}

/** The verb, on an index that shows all that its caller was told. Verbs for one posting see to this as they read it. */
function afterOwnChanges<Ctx extends Following, Input, Answer>(
  { known }: Pick<RankingPorts, 'known'>,
  verb: (ctx: Ctx, input: Input) => Promise<Answer>,
) {
  return async (ctx: Ctx, input: Input): Promise<Answer> => {
    await known.followOwn(ctx)
    return verb(ctx, input)
  }
}
