type None = Record<never, never>

/** What staff do here, as the log names it. */
export const ringActions = [] as const

/** Refusals that staff meet here, by their codes. */
export const ringRefusals = [] as const

export interface RingMessages {
  desk_rings: None
}
