import type { Transaction } from '../../platform/events/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { DomainError, notFound } from '../../shared/errors.ts'
import type { IntroductionId, NeedId, PartnerId } from '../../shared/ids.ts'
import { createIntroductionsRepository } from './introductions.repository.ts'
import type { IntroductionRow, Side } from './introductions.table.ts'
import { otherSide, partyOf, sidesOf, tellBoth, tellReranked } from './sides.ts'
import { addToTracks } from './track-records.repository.ts'

const HOUR_MS = 3_600_000

export interface AnswerDeps {
  clock: Clock
  /** Sets the status of a need whose last position is taken. */
  fillNeed(tx: Transaction, partnerId: PartnerId, needId: NeedId): Promise<unknown>
  /** Begins the work. */
  beginEngagement(tx: Transaction, introduction: IntroductionRow): Promise<unknown>
}

/**
 * Says yes, for the side that was asked: the work begins, and the need is filled with its last position. Throws
 * `introduction_not_found`, `introduction_not_yours_to_answer`, `introduction_not_open`, `need_not_open` and
 * `offer_not_open`.
 */
export async function accept(
  deps: AnswerDeps,
  tx: Transaction,
  partnerId: PartnerId,
  id: IntroductionId,
): Promise<IntroductionRow> {
  const repository = createIntroductionsRepository(tx.db)
  const seen = await repository.find(partnerId, id)
  if (!seen) throw notFound('introduction')
  // The need first, as everywhere: of two last yeses at a time one waits here, and then finds it filled.
  const need = await repository.lockNeed(seen)
  const row = await findOpen(deps, tx, partnerId, id, otherSide)
  const taken = await repository.countTakenOfNeed(row)
  if (need?.status !== 'open' || taken >= need.positions)
    throw new DomainError('need_not_open', 'The need has found its help, or is closed.')
  const offerStatus = await repository.offerStatus(row)
  // A paused one takes no new proposals, but keeps its word on those that stand.
  if (offerStatus !== 'open' && offerStatus !== 'paused')
    throw new DomainError('offer_not_open', 'The offer is closed or gone.')
  const accepted = await answer(deps, tx, row, { state: 'accepted', reason: null })
  if (taken + 1 === need.positions) {
    for (const left of await repository.withdrawOfNeed(row, deps.clock()))
      tellBoth(tx, left, 'introduction.withdrawn')
    await deps.fillNeed(tx, row.needPartnerId, row.needId)
  }
  await deps.beginEngagement(tx, accepted)
  return accepted
}

/** Says no, for the side that was asked: the two are not ranked for this need again. Throws as `accept` does. */
export async function decline(
  deps: Pick<AnswerDeps, 'clock'>,
  tx: Transaction,
  partnerId: PartnerId,
  id: IntroductionId,
  reason: string,
): Promise<IntroductionRow> {
  const row = await findOpen(deps, tx, partnerId, id, otherSide)
  const declined = await answer(deps, tx, row, { state: 'declined', reason })
  tx.append({ partnerId: row.needPartnerId, type: 'need.reranked', resourceId: row.needId })
  return declined
}

/** Takes a proposal back, for the side that made it. Throws as `accept` does. */
export async function withdraw(
  deps: Pick<AnswerDeps, 'clock'>,
  tx: Transaction,
  partnerId: PartnerId,
  id: IntroductionId,
): Promise<IntroductionRow> {
  const row = await findOpen(deps, tx, partnerId, id, (side) => side)
  const now = deps.clock()
  const withdrawn = await createIntroductionsRepository(tx.db).update(id, {
    state: 'withdrawn',
    reason: null,
    answeredAt: null,
    updatedAt: now,
  })
  tellBoth(tx, row, 'introduction.withdrawn')
  return withdrawn
}

/** The introduction, locked, where it waits for this partner: whose turn it is, `turnOf` tells of who proposed. */
async function findOpen(
  { clock }: Pick<AnswerDeps, 'clock'>,
  tx: Transaction,
  partnerId: PartnerId,
  id: IntroductionId,
  turnOf: (proposedBy: Side) => Side,
): Promise<IntroductionRow> {
  const row = await createIntroductionsRepository(tx.db).find(partnerId, id, 'update')
  if (!row) throw notFound('introduction')
  const turn = turnOf(row.proposedBy)
  if (!sidesOf(row, partnerId).includes(turn))
    throw new DomainError('introduction_not_yours_to_answer', `That is for the side of the ${turn} to do.`)
  if (row.state !== 'proposed')
    throw new DomainError('introduction_not_open', `The introduction is ${row.state} already.`)
  if (row.expiresAt <= clock())
    throw new DomainError('introduction_not_open', 'The introduction has expired.')
  return row
}

/** Notes the answer, and how soon it came. */
async function answer(
  { clock }: Pick<AnswerDeps, 'clock'>,
  tx: Transaction,
  row: IntroductionRow,
  given: { state: 'accepted' | 'declined'; reason: string | null },
): Promise<IntroductionRow> {
  const now = clock()
  const answered = await createIntroductionsRepository(tx.db).update(row.id, {
    ...given,
    answeredAt: now,
    updatedAt: now,
  })
  const party = partyOf(row, otherSide(row.proposedBy))
  const answerHours = Math.max(0, now.getTime() - row.createdAt.getTime()) / HOUR_MS
  await addToTracks(tx.db, [{ ...party, introductionsAnswered: 1, answerHours }])
  tellReranked(tx, party)
  tellBoth(tx, row, `introduction.${given.state}`)
  return answered
}
