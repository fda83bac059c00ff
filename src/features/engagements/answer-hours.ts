import type { WriteContext } from '../../platform/events/index.ts'
import { DomainError, notFound } from '../../shared/errors.ts'
import { validationFailed } from '../../shared/faults.ts'
import { type Message, message } from '../../shared/messages/index.ts'
import { otherSide, sidesOf } from '../introductions/index.ts'
import { createEngagementsRepository, type EngagementId } from './engagements.repository.ts'
import type { EngagementRow, HoursRow } from './engagements.table.ts'
import { findEngagement, requireSide } from './find-engagement.ts'
import { createHoursRepository, type HoursId } from './hours.repository.ts'
import { HOURS_CONFIRMED } from './hours-rules.ts'
import { notifyHours } from './notify-engagement.ts'

/** Confirmed hours with their engagement. */
export interface ConfirmedHours {
  engagement: EngagementRow
  hours: HoursRow
}

export interface HoursPorts {
  /** Books confirmed hours as time credits if the engagement belongs to a ring. */
  settleHours(ctx: WriteContext, confirmed: readonly ConfirmedHours[]): Promise<void>
}

type HoursAnswer =
  | { status: 'confirmed'; version?: number | undefined }
  | { status: 'disputed'; reason: string }

/**
 * Confirms or disputes hours for the side that did not log them. Disputed hours stay visible and may be confirmed later.
 * Throws `hours_not_found`, `not_your_side`, `hours_answered` if they are already confirmed, and `precondition_failed` if
 * their version differs from the one to be confirmed.
 */
export function createAnswerHours({ settleHours }: HoursPorts) {
  return async function answerHours(
    ctx: WriteContext,
    { id, hoursId, answer }: { id: EngagementId; hoursId: HoursId; answer: HoursAnswer },
  ): Promise<HoursRow> {
    // Locks only the hours: a merge locks rings before engagements, and time credits lock the ring.
    const engagement = await findEngagement(ctx, { id })
    const repository = createHoursRepository(ctx.db)
    const row = await repository.find(id, hoursId, 'update')
    if (!row) throw notFound('hours')
    requireSide(engagement, ctx.actor.partnerId, otherSide(row.loggedBy))
    if (row.status === 'confirmed') throw new DomainError(HOURS_CONFIRMED.code, HOURS_CONFIRMED.said)
    if (answer.status === 'confirmed' && (answer.version ?? row.version) !== row.version)
      throw new DomainError('precondition_failed', CHANGED)
    const answered: HoursRow = {
      ...row,
      status: answer.status,
      disputeReason: answer.status === 'disputed' ? answer.reason : row.disputeReason,
      version: row.version + 1,
      answeredAt: ctx.clock(),
    }
    await repository.update(answered)
    if (answer.status === 'confirmed') await settleHours(ctx, [{ engagement, hours: answered }])
    notifyHours(ctx, engagement, answered, answer.status)
    return answered
  }
}

const CHANGED = message('fault_of_work', { what: 'hours_changed' })

interface Named {
  engagement_id: EngagementId
  id: HoursId
  version?: number | undefined
}

/**
 * Confirms many entries that other sides logged: either all of them or none. Throws `validation_failed` with the reason for
 * each entry that can't be confirmed, and `credit_limit`.
 */
export function createConfirmAllHours({ settleHours }: HoursPorts) {
  return async function confirmAllHours(
    ctx: WriteContext,
    { hours: named }: { hours: readonly Named[] },
  ): Promise<HoursRow[]> {
    const ids = [...new Set(named.map(({ engagement_id: id }) => id))]
    const engagements = await createEngagementsRepository(ctx.db).findAll(ctx.actor.partnerId, ids)
    const byId = new Map(engagements.map((row) => [row.id, row]))
    const repository = createHoursRepository(ctx.db)
    const known = named.filter((one) => byId.has(one.engagement_id))
    const rows = await repository.lockAll(
      known.map((one) => ({ engagementId: one.engagement_id, id: one.id })),
    )
    const found = new Map(rows.map((row) => [row.id, row]))
    const faults = named.flatMap((one, at) => {
      const row = found.get(one.id)
      const engagement = byId.get(one.engagement_id)
      const reason =
        row && engagement && row.engagementId === engagement.id
          ? whyNot(ctx, engagement, { row, version: one.version })
          : { code: 'hours_not_found', said: message('fault_of_work', { what: 'hours_missing' }) }
      return reason ? [{ pointer: `/hours/${at}/id`, code: reason.code, messages: [reason.said] }] : []
    })
    if (faults.length > 0) throw validationFailed(faults)
    const confirmed = await repository.confirmAll(rows, ctx.clock())
    const settled = confirmed.flatMap((hours) => {
      const engagement = byId.get(hours.engagementId)
      return engagement ? [{ engagement, hours }] : []
    })
    await settleHours(ctx, settled)
    for (const { engagement, hours } of settled) notifyHours(ctx, engagement, hours, 'confirmed')
    const order = new Map(named.map(({ id }, at) => [id, at]))
    return confirmed.sort((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0))
  }
}

function whyNot(
  { actor }: WriteContext,
  engagement: EngagementRow,
  { row, version }: { row: HoursRow; version: number | undefined },
): { code: string; said: Message } | null {
  if (row.status === 'confirmed') return HOURS_CONFIRMED
  if (!sidesOf(engagement, actor.partnerId).includes(otherSide(row.loggedBy)))
    return { code: 'not_your_side', said: message('fault_of_work', { what: 'hours_of_own_side' }) }
  if (version !== undefined && version !== row.version) return { code: 'changed', said: CHANGED }
  return null
}
