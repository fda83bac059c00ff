import type { Transaction } from '../../platform/events/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { DomainError, notFound } from '../../shared/errors.ts'
import { type Id, newId, type PartnerId } from '../../shared/ids.ts'
import { notifyBoth, otherSide, type Side } from '../introductions/index.ts'
import { createEngagementsRepository, type EngagementId } from './engagements.repository.ts'
import type { EngagementRow, HoursRow } from './engagements.table.ts'
import { demandSide, findActive, findEngagement, speakingSide } from './find-engagement.ts'

export interface HoursDeps {
  clock: Clock
  /** Books confirmed hours, where they are to be booked. */
  settleHours(tx: Transaction, engagement: EngagementRow, hours: HoursRow): Promise<void>
}

/** Notes hours of an active engagement, for the other side to confirm. Throws as `findActive` and `speakingSide` do. */
export async function logHours(
  deps: { clock: Clock },
  tx: Transaction,
  partnerId: PartnerId,
  id: EngagementId,
  input: { side?: Side | undefined; worked_on: string; hours: number },
): Promise<HoursRow> {
  const engagement = await findActive(tx.db, partnerId, id)
  const row: HoursRow = {
    engagementId: id,
    id: newId('hours'),
    workedOn: input.worked_on,
    hours: input.hours,
    loggedBy: speakingSide(engagement, partnerId, input.side),
    state: 'logged',
    disputeReason: null,
    createdAt: deps.clock(),
    answeredAt: null,
  }
  await createEngagementsRepository(tx.db).insertHours(row)
  notifyBoth(tx, engagement, 'engagement.hours_logged')
  return row
}

/**
 * Confirms or disputes hours, for the side that did not log them; what is disputed stays visible, and may be confirmed
 * later. Throws `hours_not_found`, `not_your_side`, and `hours_answered` where they are confirmed already.
 */
export async function answerHours(
  deps: HoursDeps,
  tx: Transaction,
  partnerId: PartnerId,
  engagementId: EngagementId,
  id: Id<'hours'>,
  answer: { state: 'confirmed' } | { state: 'disputed'; reason: string },
): Promise<HoursRow> {
  const engagement = await findEngagement(tx.db, partnerId, engagementId)
  const repository = createEngagementsRepository(tx.db)
  const row = await repository.findHours(engagementId, id)
  if (!row) throw notFound('hours')
  demandSide(engagement, partnerId, otherSide(row.loggedBy))
  if (row.state === 'confirmed') throw new DomainError('hours_answered', 'These hours are confirmed already.')
  const answered: HoursRow = {
    ...row,
    state: answer.state,
    disputeReason: answer.state === 'disputed' ? answer.reason : row.disputeReason,
    answeredAt: deps.clock(),
  }
  await repository.updateHours(answered)
  if (answer.state === 'confirmed') await deps.settleHours(tx, engagement, answered)
  notifyBoth(tx, engagement, `engagement.hours_${answer.state}`)
  return answered
}
