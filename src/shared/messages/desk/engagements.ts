type None = Record<never, never>

/** What staff do here, as the log names it. */
export const engagementActions = [] as const

/** Refusals that staff meet here, by their codes. */
export const engagementRefusals = [] as const

export interface EngagementMessages {
  desk_engagements: None
}
