import type { Event } from '../../src/platform/events/index.ts'
import { type Id, newId, type PartnerId } from '../../src/shared/ids.ts'
import type { Message } from './receiver.ts'

const needId = newId('need')
const offerId = newId('offer')

/** An event that holds a number, by which a test knows it again. */
export function countedEvent(partnerId: PartnerId, resourceId: Id<'placement'>, count: number): Event {
  const matches = [{ need_id: needId, offer_id: offerId, score: count }]
  return { partnerId, type: 'match.found', resourceId, data: { matches } }
}

/** The number that the event of a message holds. */
export function countOf({ data }: Pick<Message, 'data'>): number {
  const [first] = Array.isArray(data.matches) ? data.matches : []
  return Number(first?.score)
}
