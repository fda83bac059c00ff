import { violatedConstraint } from '../../../platform/db/index.ts'
import type { WriteContext } from '../../../platform/events/index.ts'
import { DomainError } from '../../../shared/errors.ts'
import { newId } from '../../../shared/ids.ts'
import type { ConfirmedHours } from '../../engagements/index.ts'
import { createRingsRepository, type Ring } from '../rings/rings.repository.ts'
import type { RingParty } from '../rings/rings.table.ts'
import { createLedgerRepository } from './ledger.repository.ts'
import type { CreditEntry, CreditTransaction } from './ledger.table.ts'

/**
 * Books confirmed hours of engagements from rings: a credit for the giving party, a debit for the receiving party. A
 * correction books its difference. Does nothing for other work. Throws `credit_limit` if a party would fall below its limit.
 */
export async function settleHours(ctx: WriteContext, confirmed: readonly ConfirmedHours[]): Promise<void> {
  const ids = confirmed.map(({ engagement }) => engagement.id)
  const rings = await createRingsRepository(ctx.db).ofEngagements(ids)
  const now = ctx.clock()
  const booked = confirmed.flatMap((one) => bookingOf(one, rings, now) ?? [])
  if (booked.length === 0) return
  try {
    await createLedgerRepository(ctx.db).book(
      booked.map(({ transaction }) => transaction),
      booked.flatMap(({ entries }) => entries),
    )
  } catch (error) {
    if (violatedConstraint(error) !== 'credit_accounts_limit') throw error
    throw new DomainError(
      'credit_limit',
      'With these hours a party would owe more than its limit. It must give hours first, or get a higher limit.',
    )
  }
}

function bookingOf(
  { engagement, hours }: ConfirmedHours,
  rings: readonly Ring[],
  now: Date,
): { transaction: CreditTransaction; entries: CreditEntry[] } | null {
  const isOf = ({ engagementId }: RingParty) => engagementId === engagement.id
  const ring = rings.find(({ parties }) => parties.some(isOf))
  const at = ring?.parties.findIndex(isOf) ?? -1
  const giver = ring?.parties[at]
  const receiver = ring?.parties[(at + 1) % ring.parties.length]
  const minutes = Math.round(hours.hours * 60)
  if (!ring || !giver || !receiver || minutes === 0) return null
  const transaction = {
    id: newId('credit'),
    ringId: ring.id,
    engagementId: engagement.id,
    hoursId: hours.id,
    workedOn: hours.workedOn,
    description: engagement.title,
    createdAt: now,
  }
  const fairMarketValue = giver.valuePerHour && {
    amount_minor: Math.round(giver.valuePerHour.amount_minor * hours.hours),
    currency: giver.valuePerHour.currency,
  }
  const entry = (own: RingParty, other: RingParty, given: number): CreditEntry => ({
    transactionId: transaction.id,
    partnerId: own.partnerId,
    partyId: partyIdOf(own),
    counterpartyId: partyIdOf(other),
    minutes: given,
    fairMarketValue,
  })
  return { transaction, entries: [entry(giver, receiver, minutes), entry(receiver, giver, -minutes)] }
}

function partyIdOf({ organizationId, helperId }: RingParty): string {
  return organizationId ?? helperId ?? ''
}
