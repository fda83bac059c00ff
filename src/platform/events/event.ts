import type { PartnerId } from '../../shared/ids.ts'
import type { EventDataOf, TellingType } from './event-data.ts'
import type { EventType } from './event-types.ts'

/** Data besides the type and the resource: ids, states and names of fields, no personal data. */
export type EventData = Record<string, unknown>

interface OfType<T extends EventType> {
  partnerId: PartnerId
  type: T
  resourceId: string
}

/**
 * An event: for example `need.posted`, the id of the need, and the data of the type as declared in
 * `eventData`. No personal data.
 */
export type Event =
  | (OfType<Exclude<EventType, TellingType>> & { data?: undefined })
  | { [T in TellingType]: OfType<T> & { data: EventDataOf<T> } }[TellingType]

export interface CommittedEvent {
  partnerId: PartnerId
  id: string
  resourceId: string
  xid: bigint
}
