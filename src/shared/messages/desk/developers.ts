type None = Record<never, never>

/** What staff do here, as the log names it. */
export const developerActions = [] as const

/** Refusals that staff meet here, by their codes. */
export const developerRefusals = [] as const

export interface DeveloperMessages {
  desk_developers: None
}
