import type { WriteContext } from '../../platform/events/index.ts'
import { DomainError, notFound } from '../../shared/errors.ts'
import { validationFailed } from '../../shared/faults.ts'
import { newId } from '../../shared/ids.ts'
import { message } from '../../shared/messages/index.ts'
import type { Side } from '../introductions/index.ts'
import type { EngagementId } from './engagements.repository.ts'
import type { HoursRow } from './engagements.table.ts'
import { findEngagement, speakingSide } from './find-engagement.ts'
import { createHoursRepository, type HoursId } from './hours.repository.ts'
import { MINUTES_PER_HOUR, minutesOf } from './hours.schemas.ts'
import { requireRoomInDay, zoneOf } from './hours-rules.ts'
import { notifyHours } from './notify-engagement.ts'

/**
 * Corrects confirmed hours with a separate entry, which contains the difference and counts once the other side has confirmed
 * it. Either side may do this. A disputed correction is withdrawn for the new one, so that neither side can keep the other
 * from correcting. Throws `hours_not_found`, `hours_not_confirmed`, `correction_open` while an earlier correction waits, what
 * `speakingSide` throws, and `validation_failed` if nothing would change or the day would exceed 24 hours.
 */
export async function correctHours(
  ctx: WriteContext,
  input: { id: EngagementId; hoursId: HoursId; side?: Side | undefined; hours: number; reason: string },
): Promise<HoursRow> {
  const engagement = await findEngagement(ctx, input)
  const loggedBy = speakingSide(engagement, ctx.actor.partnerId, input.side)
  const repository = createHoursRepository(ctx.db)
  const wrong = await repository.find(input.id, input.hoursId, 'update')
  if (!wrong) throw notFound('hours')
  requireCorrectable(wrong)
  const open = await repository.openCorrection(wrong)
  if (open && open.status !== 'disputed')
    throw new DomainError(
      'correction_open',
      'These hours have a correction that waits for an answer. Answer or withdraw it first.',
    )
  const difference = minutesOf(input.hours) - (await repository.correctedMinutes(wrong))
  if (difference === 0)
    throw validationFailed([
      {
        pointer: '/hours',
        code: 'unchanged',
        messages: [message('fault_of_work', { what: 'hours_same' })],
      },
    ])
  const added = {
    workedOn: wrong.workedOn,
    hours: difference / MINUTES_PER_HOUR,
    startsAt: null,
    endsAt: null,
  }
  if (difference > 0) {
    const zone = await zoneOf(ctx, engagement)
    await requireRoomInDay(ctx, engagement, { work: added, zone, instead: open?.id ?? null })
  }
  const row: HoursRow = {
    ...wrong,
    ...added,
    id: newId('hours'),
    sessionId: null,
    loggedBy,
    status: 'logged',
    disputeReason: null,
    correctsId: wrong.id,
    correctionReason: input.reason,
    version: 1,
    createdAt: ctx.clock(),
    answeredAt: null,
  }
  if (open) {
    await repository.remove(open)
    notifyHours(ctx, engagement, open, 'withdrawn')
  }
  await repository.insert(row)
  notifyHours(ctx, engagement, row, 'logged')
  return row
}

function requireCorrectable({ status, correctsId }: HoursRow): void {
  if (correctsId)
    throw new DomainError(
      'hours_not_confirmed',
      `This entry is a correction itself. Correct the entry that it corrects once more: ${correctsId}.`,
    )
  if (status !== 'confirmed')
    throw new DomainError(
      'hours_not_confirmed',
      'These hours are not confirmed. The side that logged them can change or withdraw them.',
    )
}
