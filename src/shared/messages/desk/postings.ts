type None = Record<never, never>

/** What staff do here, as the log names it. */
export const postingActions = [] as const

/** Refusals that staff meet here, by their codes. */
export const postingRefusals = [] as const

export interface PostingMessages {
  desk_needs: None
  desk_offers: None
}
