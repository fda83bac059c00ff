type None = Record<never, never>

/** What staff do here, as the log names it. */
export const settingActions = [] as const

/** Refusals that staff meet here, by their codes. */
export const settingRefusals = [] as const

export interface SettingMessages {
  desk_settings: None
}
