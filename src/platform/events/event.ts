import type { PartnerId } from '../../shared/ids.ts'
import type { EventType } from './event-types.ts'

/** More than the type and the resource tell: ids and states only, no personal data. */
export type EventData = Record<string, unknown>

/** An event: `need.posted` and the id of the need. Ids and states only, no personal data. */
export interface Event {
  partnerId: PartnerId
  type: EventType
  resourceId: string
  data?: EventData
}

export interface CommittedEvent {
  partnerId: PartnerId
  id: string
  resourceId: string
  xid: bigint
}
