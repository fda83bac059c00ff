import type { WriteContext } from '../../../platform/events/index.ts'
import { createIdempotencyRepository } from '../../../platform/http/index.ts'
import { type CandidateId, isId, sameNumber } from '../../../shared/ids.ts'
import { forEachSliced } from '../../../shared/sliced-work.ts'
import {
  alteredOf,
  createHelpersRepository,
  createOffersRepository,
  type Followed,
  type RemoveUnchanged,
} from '../../postings/index.ts'
import { createCandidatesRepository } from './candidates.repository.ts'
import { identifyingTexts, type KnownPerson } from './known-person.ts'

export interface RemoveCandidates extends RemoveUnchanged {
  /** Erases people from the data of other features. */
  eraseElsewhere(ctx: WriteContext, people: readonly KnownPerson[]): Promise<void>
}

/**
 * Erases candidates that are unchanged since they were posted and that nothing uses: either all of them, each like
 * `eraseCandidate`, or none. Returns why some have to stay; empty if all were erased.
 */
export async function removeUnchangedCandidates(
  ctx: WriteContext,
  { ids: given, findUses, most, eraseElsewhere }: RemoveCandidates,
): Promise<Followed[]> {
  const { partnerId } = ctx.actor
  const ids = given.filter((id): id is CandidateId => isId('candidate', id))
  const candidates = createCandidatesRepository(ctx.db)
  const versions = await candidates.lockToRemove(partnerId, ids)
  const altered = alteredOf(ids, versions)
  // A concurrent proposal waits for the helper, and then finds no offer.
  await createHelpersRepository(ctx.db).lockToRemove(
    partnerId,
    ids.map((id) => sameNumber('helper', id)),
  )
  await createOffersRepository(ctx.db).lockToRemove(
    partnerId,
    ids.map((id) => sameNumber('offer', id)),
  )
  const followed = [...altered, ...(await findUses(ctx, { ids, most }))]
  if (followed.length > 0) return followed.slice(0, most)
  const people: KnownPerson[] = []
  await forEachSliced(await candidates.withKeys(partnerId, ids), ({ id, externalId, profile }) => {
    people.push({
      ids: [id],
      externalIds: externalId === null ? [] : [externalId],
      texts: identifyingTexts(profile),
    })
  })
  await eraseElsewhere(ctx, people)
  const held = ids.flatMap((id) => [id, sameNumber('helper', id), sameNumber('offer', id)])
  await createIdempotencyRepository(ctx.db).removeOfAll(held.map((resourceId) => ({ partnerId, resourceId })))
  await candidates.eraseAll(partnerId, ids, ctx.clock())
  await forEachSliced(ids, (resourceId) => ctx.append({ partnerId, type: 'candidate.deleted', resourceId }))
  return []
}
