import { violatedConstraint } from '../../platform/db/index.ts'
import type { Transaction } from '../../platform/events/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { DomainError } from '../../shared/errors.ts'
import { validationFailed } from '../../shared/faults.ts'
import { type NeedId, newId, type OfferId, type PartnerId } from '../../shared/ids.ts'
import { endOverdue } from './expire.ts'
import type { ExplainedPair } from './explained-pair.ts'
import { createIntroductionsRepository } from './introductions.repository.ts'
import type { ProposeInput } from './introductions.schemas.ts'
import type { IntroductionRow } from './introductions.table.ts'
import { tellBoth } from './sides.ts'

const HOUR_MS = 3_600_000
/** A decision that takes longer is a no: the other side has looked elsewhere by then. */
const DEFAULT_EXPIRY_HOURS = 72
const MOST_EXPIRY_HOURS = 30 * 24

export interface ProposeDeps {
  clock: Clock
  limits: { openPerHelper: number; openPerNeed: number }
  /** See `explainPair`. */
  explainPair(partnerId: PartnerId, needId: NeedId, offerId: OfferId): Promise<ExplainedPair>
}

/**
 * Proposes an introduction of a need and an offer, by the partner of either. Throws `need_not_found`,
 * `offer_not_found`, `need_not_open`, `offer_not_open`, `not_a_match` (with all that keeps them apart),
 * `introduction_standing` and `too_many_introductions`.
 */
export async function propose(
  deps: ProposeDeps,
  tx: Transaction,
  partnerId: PartnerId,
  input: ProposeInput,
): Promise<IntroductionRow> {
  const now = deps.clock()
  const pair = await deps.explainPair(partnerId, input.need_id, input.offer_id)
  demandMatch(pair)
  const { need, offer } = pair
  const row: IntroductionRow = {
    id: newId('introduction'),
    needPartnerId: need.partnerId,
    needId: need.id,
    organizationId: need.organizationId,
    offerPartnerId: offer.partnerId,
    offerId: offer.id,
    helperId: offer.helperId,
    // Where both are the caller's, the one who needs asks.
    proposedBy: need.partnerId === partnerId ? 'need' : 'offer',
    message: input.message ?? null,
    state: 'proposed',
    reason: null,
    expiresAt: expiryOf(input, now),
    answeredAt: null,
    factors: pair.factors,
    version: 1,
    createdAt: now,
    updatedAt: now,
  }
  await demandRoom(deps, tx, row, now)
  try {
    await createIntroductionsRepository(tx.db).insert(row)
  } catch (error) {
    if (violatedConstraint(error) !== 'introductions_standing_pair') throw error
    throw new DomainError('introduction_standing', 'The two are introduced already, or about to be.')
  }
  tellBoth(tx, row, 'introduction.proposed')
  return row
}

function demandMatch({ need, offer, isHeld, blockers }: ExplainedPair): void {
  if (isHeld) throw new DomainError('held_in_ring', 'The offer waits for a ring to close.')
  if (need.status !== 'open') throw new DomainError('need_not_open', `The need is ${need.status}.`)
  if (offer.status !== 'open') throw new DomainError('offer_not_open', `The offer is ${offer.status}.`)
  if (blockers.length === 0) return
  throw new DomainError(
    'not_a_match',
    'Something keeps the two apart.',
    blockers.map(({ code, detail, smallestChange }) => ({
      pointer: '',
      code,
      detail: `${detail} ${smallestChange}`,
    })),
  )
}

function expiryOf({ expires_at }: ProposeInput, now: Date): Date {
  if (expires_at === undefined) return new Date(now.getTime() + DEFAULT_EXPIRY_HOURS * HOUR_MS)
  const expiresAt = new Date(expires_at)
  if (expiresAt > now && expiresAt.getTime() <= now.getTime() + MOST_EXPIRY_HOURS * HOUR_MS) return expiresAt
  const detail = 'Must be later than now, and within 30 days.'
  throw validationFailed([{ pointer: '/expires_at', code: 'invalid_value', detail }])
}

/** Counts under locks of the need and the helper, so that two proposals at once can't both be the last. */
async function demandRoom(
  deps: ProposeDeps,
  tx: Transaction,
  row: IntroductionRow,
  now: Date,
): Promise<void> {
  const repository = createIntroductionsRepository(tx.db)
  const need = await repository.lockNeed(row)
  if (need?.status !== 'open') throw new DomainError('need_not_open', 'The need is not open any more.')
  await repository.lockHelper(row)
  await endOverdue(tx, now, row)
  const { openPerHelper, openPerNeed } = deps.limits
  if ((await repository.countOpenOfHelper(row)) >= openPerHelper)
    throw tooMany(`The helper has ${openPerHelper} open introductions already.`)
  if ((await repository.countOpenOfNeed(row)) >= openPerNeed)
    throw tooMany(`The need has ${openPerNeed} open introductions already.`)
}

function tooMany(what: string): DomainError {
  return new DomainError('too_many_introductions', `${what} Wait for an answer, or withdraw one.`)
}
