import { type NeedRow, type OfferRow, readNames } from '../postings/index.ts'
import type { Match } from './matches.schemas.ts'
import type { RankingContext } from './matching-ports.ts'

type Ranked =
  | Pick<OfferRow, 'id' | 'partnerId' | 'helperId'>
  | Pick<NeedRow, 'id' | 'partnerId' | 'organizationId'>

type OwnFields = Pick<Match, 'is_own' | 'external_id' | 'name'>

/** Reads what rows say of the caller's own postings. Returns what tells it of each of these. */
export async function readOwnFields(
  ctx: RankingContext,
  ranked: readonly Ranked[],
): Promise<(one: Ranked) => OwnFields> {
  const isOwn = ({ partnerId }: Ranked) => partnerId === ctx.actor.partnerId
  const ids = ranked.filter(isOwn).flatMap((one) => [one.id, partyOf(one)])
  const names = await readNames(ctx, ids)
  return (one) => ({
    is_own: isOwn(one),
    external_id: names.get(one.id)?.externalId ?? null,
    name: names.get(partyOf(one))?.name ?? null,
  })
}

function partyOf(one: Ranked) {
  return 'helperId' in one ? one.helperId : one.organizationId
}
