type None = Record<never, never>

/** What staff do here, as the log names it. */
export const insightActions = [] as const

/** Refusals that staff meet here, by their codes. */
export const insightRefusals = [] as const

export interface InsightMessages {
  desk_insights: None
}
