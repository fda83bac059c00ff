type None = Record<never, never>

/** Actions of staff that the log names. */
export const settingActions = [
  'partner_renamed',
  'colour_changed',
  'public_feed_changed',
  'import_profile_removed',
  'calendar_created',
  'calendar_revoked',
] as const

/** Error codes that staff may get here. */
export const settingRefusals = [] as const

export const settingWords = [
  'name_label',
  'name_hint',
  'name_missing',
  'colour_usual',
  'colour',
  'colour_label',
  'colour_hint',
  'colour_unread',
  'public',
  'public_feed',
  'help_url',
  'help_url_hint',
  'widget',
  'widget_lead',
  'profiles',
  'no_profiles',
  'remove_profile',
  'rows_are',
  'changed',
  'calendars',
  'calendars_lead',
  'no_calendars',
  'new_calendar',
  'calendar',
  'shows',
  'created',
  'revoke',
  'revoke_sure',
] as const

export interface SettingMessages {
  desk_settings: None
  desk_setting: { word: (typeof settingWords)[number] }
  /** `darker`: a colour that would be accepted. */
  desk_colour_too_light: { darker: string }
  desk_calendar_subject: { subject: 'partner' | 'organization' | 'helper' | 'program' }
}
