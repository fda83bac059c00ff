type None = Record<never, never>

/** What staff do here, as the log names it. */
export const importActions = [] as const

/** Refusals that staff meet here, by their codes. */
export const importRefusals = [] as const

export interface ImportMessages {
  desk_import: None
}
