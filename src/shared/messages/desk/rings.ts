type None = Record<never, never>

/** Actions of staff that the log names. */
export const ringActions = ['ring_accepted', 'ring_declined'] as const

/** Error codes that staff may get here. */
export const ringRefusals = ['ring_not_open'] as const

/** Reasons why a ring broke after all had accepted. */
export const ringReasons = ['not_open_any_more', 'fully_committed', 'introduced_already'] as const

type Status = 'proposed' | 'accepted' | 'declined' | 'expired' | 'broken'

export interface RingMessages {
  desk_rings: None
  desk_rings_lead: None
  desk_rings_empty: None
  /** Name of a ring, by the skills exchanged. */
  desk_ring: { skills: readonly string[] }
  desk_ring_status: { status: Status }
  /** Meaning of the status for the parties. */
  desk_ring_outcome: { status: Status }
  desk_ring_reason: { reason: (typeof ringReasons)[number] }
  desk_ring_swapped: None
  desk_ring_parties: None
  desk_ring_who: None
  desk_ring_drawing: { parties: number }
  desk_ring_gives: { from: string; skills: readonly string[]; to: string }
  /** A party whose name the reader does not know. */
  desk_ring_party: { number: number }
  desk_ring_yours: None
  desk_ring_answer: { hasAccepted: boolean }
  desk_ring_from: None
  desk_ring_proposer: { isYou: boolean }
  /** The need or offer that gives, and the one that receives. */
  desk_ring_given: None
  desk_ring_wanted: None
  desk_ring_work: None
  desk_ring_accept_lead: None
  desk_ring_decline_lead: None
}
