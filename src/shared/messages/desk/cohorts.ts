type None = Record<never, never>

/** What staff do here, as the log names it. */
export const cohortActions = [] as const

/** Refusals that staff meet here, by their codes. */
export const cohortRefusals = [] as const

export interface CohortMessages {
  desk_cohorts: None
}
