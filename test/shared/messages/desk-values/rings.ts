import { type RingMessages, ringReasons } from '../../../../src/shared/messages/desk/rings.ts'
import type { ValuesOf } from './values-of.ts'

const statuses = (['proposed', 'accepted', 'declined', 'expired', 'broken'] as const).map((status) => ({
  status,
}))

/** Values of each word of this area that needs some. */
export const rings: ValuesOf<RingMessages> = {
  desk_ring: [
    { skills: [] },
    { skills: ['bookkeeping'] },
    { skills: ['bookkeeping', 'catering', 'welding'] },
  ],
  desk_ring_status: statuses,
  desk_ring_outcome: statuses,
  desk_ring_reason: ringReasons.map((reason) => ({ reason })),
  desk_ring_drawing: [{ parties: 2 }, { parties: 8 }],
  desk_ring_gives: [{ from: 'Bakery', skills: ['bookkeeping', 'catering'], to: 'Studio' }],
  desk_ring_party: [{ number: 2 }],
  desk_ring_answer: [{ hasAccepted: true }, { hasAccepted: false }],
  desk_ring_proposer: [{ isYou: true }, { isYou: false }],
}
