import { violatedConstraint } from '../../../platform/db/index.ts'
import type { WriteContext } from '../../../platform/events/index.ts'
import { DomainError } from '../../../shared/errors.ts'
import { newId } from '../../../shared/ids.ts'
import type { EngagementRow, HoursRow } from '../../engagements/index.ts'
import { createRingsRepository } from '../rings/rings.repository.ts'
import type { RingParty } from '../rings/rings.table.ts'
import { createLedgerRepository } from './ledger.repository.ts'
import type { CreditEntry } from './ledger.table.ts'

/**
 * Books confirmed hours of a ring's engagement: a credit for the party that gave them, a debit for the party that received
 * them. Does nothing for other work. Throws `credit_limit` if the receiver would fall below its limit.
 */
export async function settleHours(
  ctx: WriteContext,
  { engagement, hours }: { engagement: EngagementRow; hours: HoursRow },
): Promise<void> {
  const ring = await createRingsRepository(ctx.db).ofEngagement(engagement.id)
  const at = ring?.parties.findIndex(({ engagementId }) => engagementId === engagement.id) ?? -1
  const giver = ring?.parties[at]
  const receiver = ring?.parties[(at + 1) % (ring?.parties.length ?? 1)]
  const minutes = Math.round(hours.hours * 60)
  if (!ring || !giver || !receiver || minutes === 0) return
  const id = newId('credit')
  const transaction = {
    id,
    ringId: ring.id,
    engagementId: engagement.id,
    hoursId: hours.id,
    workedOn: hours.workedOn,
    description: engagement.title,
    createdAt: ctx.clock(),
  }
  const value = giver.valuePerHour && {
    amount_minor: Math.round(giver.valuePerHour.amount_minor * hours.hours),
    currency: giver.valuePerHour.currency,
  }
  const entry = (own: RingParty, other: RingParty, minutes: number): CreditEntry => ({
    transactionId: id,
    partnerId: own.partnerId,
    partyId: partyIdOf(own),
    counterpartyId: partyIdOf(other),
    minutes,
    fairMarketValue: value,
  })
  try {
    await createLedgerRepository(ctx.db).book(transaction, [
      entry(giver, receiver, minutes),
      entry(receiver, giver, -minutes),
    ])
  } catch (error) {
    if (violatedConstraint(error) !== 'credit_accounts_limit') throw error
    throw new DomainError(
      'credit_limit',
      'With these hours the receiver would owe more than its limit. It must give hours first, or get a higher limit.',
    )
  }
}

function partyIdOf({ organizationId, helperId }: RingParty): string {
  return organizationId ?? helperId ?? ''
}
