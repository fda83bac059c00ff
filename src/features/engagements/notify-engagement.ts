import type { Event, EventDataOf, EventType, Transaction } from '../../platform/events/index.ts'
import { idsOfSides, partnersOf } from '../introductions/index.ts'
import type { EngagementRow, HoursRow } from './engagements.table.ts'

type EngagementEvent = Extract<EventType, `engagement.${string}`>
type Shared = 'status' | 'introduction_id' | 'need_id' | 'organization_id' | 'offer_id' | 'helper_id'
/** Data of an engagement's event, besides its status and its sides. */
type EventFields = { [T in EngagementEvent]: { type: T } & Omit<EventDataOf<T>, Shared> }[EngagementEvent]

/** Notifies both partners of what happened to an engagement, with its current state. */
export function notifyEngagement(
  tx: Transaction,
  row: EngagementRow,
  { type, ...fields }: EventFields,
): void {
  const data = { status: row.status, introduction_id: row.introductionId, ...idsOfSides(row), ...fields }
  // The event has this type, and each operation has set the matching status; TypeScript can't infer either.
  for (const partnerId of partnersOf(row)) tx.append({ partnerId, type, resourceId: row.id, data } as Event)
}

/** Notifies both partners of what happened to hours. */
export function notifyHours(
  tx: Transaction,
  engagement: EngagementRow,
  { id, loggedBy }: HoursRow,
  what: 'logged' | 'changed' | 'withdrawn' | 'confirmed' | 'disputed',
): void {
  notifyEngagement(tx, engagement, { type: `engagement.hours_${what}`, hours_id: id, logged_by: loggedBy })
}
