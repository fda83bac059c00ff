import type { Context, WriteContext } from '../../platform/events/index.ts'
import { DomainError, notFound } from '../../shared/errors.ts'
import { validationFailed } from '../../shared/faults.ts'
import type { PartnerId } from '../../shared/ids.ts'
import { message } from '../../shared/messages/index.ts'
import { type Side, sidesOf } from '../introductions/index.ts'
import { createEngagementsRepository, type EngagementId } from './engagements.repository.ts'
import type { EngagementRow } from './engagements.table.ts'

/** Finds an engagement of the caller. Throws `engagement_not_found` for everyone except its two partners. */
export async function findEngagement(
  { db, actor }: Context,
  { id }: { id: EngagementId },
): Promise<EngagementRow> {
  const row = await createEngagementsRepository(db).find(actor.partnerId, id)
  if (!row) throw notFound('engagement')
  return row
}

/** Finds and locks an engagement of the caller. Throws `engagement_not_found`. */
export async function lockEngagement(
  { db, actor }: WriteContext,
  { id }: { id: EngagementId },
): Promise<EngagementRow> {
  const row = await createEngagementsRepository(db).find(actor.partnerId, id, 'update')
  if (!row) throw notFound('engagement')
  return row
}

/** Finds and locks an active engagement. Also throws `engagement_not_active`. */
export async function lockActiveEngagement(
  ctx: WriteContext,
  { id }: { id: EngagementId },
): Promise<EngagementRow> {
  const row = await lockEngagement(ctx, { id })
  if (row.status === 'active') return row
  throw new DomainError(
    'engagement_not_active',
    `The engagement ${endOf(row)}, so its plan and its status no longer change. If the work goes on, propose it again with POST /v1/introductions.`,
  )
}

/** Returns how the work ended, to follow the words `the engagement`. */
export function endOf({ status }: Pick<EngagementRow, 'status'>): string {
  return status === 'ended_early' ? 'ended early' : 'is completed'
}

/**
 * Returns the side that a partner speaks for. A partner of both sides must name it in `given`. Throws `not_your_side` and
 * `validation_failed`.
 */
export function speakingSide(row: EngagementRow, partnerId: PartnerId, given: Side | undefined): Side {
  const own = sidesOf(row, partnerId)
  const [only] = own
  if (given === undefined && own.length === 1 && only) return only
  if (given === undefined) {
    const messages = [message('fault_of_work', { what: 'name_side' })]
    throw validationFailed([{ pointer: '/side', code: 'required', messages }])
  }
  if (!own.includes(given))
    throw new DomainError(
      'not_your_side',
      `You speak for the ${only} side of this engagement. Leave out side, or send ${only}.`,
    )
  return given
}

/** Returns the columns to store when these sides do something for the work. */
export function activeNow(
  sides: readonly Side[],
  now: Date,
): Partial<Pick<EngagementRow, 'needActiveAt' | 'offerActiveAt'>> {
  return {
    ...(sides.includes('need') && { needActiveAt: now }),
    ...(sides.includes('offer') && { offerActiveAt: now }),
  }
}

/** Throws `not_your_side` unless the side belongs to this partner. */
export function requireSide(row: EngagementRow, partnerId: PartnerId, side: Side): void {
  if (sidesOf(row, partnerId).includes(side)) return
  throw new DomainError(
    'not_your_side',
    `Only the ${side} side may do this, and yours is the other. Wait for that side, or write to its contact, which the introduction shows.`,
  )
}
