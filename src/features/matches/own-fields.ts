import { mayReadName, type Named, type NeedRow, type OfferRow, readNames } from '../postings/index.ts'
import type { Match } from './matches.schemas.ts'
import type { RankingContext } from './matching-ports.ts'

type Ranked =
  | Pick<OfferRow, 'id' | 'partnerId' | 'helperId'>
  | Pick<NeedRow, 'id' | 'partnerId' | 'organizationId'>

type OwnFields = Pick<Match, 'is_own' | 'external_id' | 'name'>

/** A ranked posting, with the names read for it so far. */
interface RankedWithNames {
  ranked: Ranked
  names: Map<string, Named>
}

/**
 * Reads the names of the caller's own postings unless they are known. Returns a function that gives the own fields of
 * each posting.
 */
export async function readOwnFields(
  ctx: RankingContext,
  postings: readonly RankedWithNames[],
): Promise<(one: RankedWithNames) => OwnFields> {
  const { actor } = ctx
  const isOwn = ({ ranked }: RankedWithNames) => ranked.partnerId === actor.partnerId
  const unknown = postings
    .filter(isOwn)
    .flatMap(({ ranked, names }) => [ranked.id, partyOf(ranked)].filter((id) => !names.has(id)))
  const read = await readNames(ctx, unknown)
  for (const { ranked, names } of postings)
    for (const id of [ranked.id, partyOf(ranked)]) {
      const name = read.get(id)
      if (name) names.set(id, name)
    }
  return (one) => {
    const nameOf = (id: string) => (isOwn(one) && mayReadName(actor, id) ? one.names.get(id) : undefined)
    return {
      is_own: isOwn(one),
      external_id: nameOf(one.ranked.id)?.externalId ?? null,
      name: nameOf(partyOf(one.ranked))?.name ?? null,
    }
  }
}

function partyOf(one: Ranked) {
  return 'helperId' in one ? one.helperId : one.organizationId
}
