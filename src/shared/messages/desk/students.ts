type None = Record<never, never>

/** What staff do here, as the log names it. */
export const studentActions = [] as const

/** Refusals that staff meet here, by their codes. */
export const studentRefusals = [] as const

export interface StudentMessages {
  desk_students: None
}
