import type { DeskAreas } from '../desk-texts.ts'

const WORDS = {
  name_label: 'Name of your office or site',
  name_hint: 'It stands on every page here, and other partners see it.',
  name_missing: 'Write a name.',
  colour_usual: 'Back to the usual green',
  colour: 'Colour',
  colour_label: 'Colour of your pages',
  colour_hint: 'Choose one that is dark enough to read. Dark pages show a lighter shade of it.',
  colour_unread: 'This is no colour. Write a # and six digits, such as #1d5f3f.',
  public: 'Public pages',
  public_feed: 'Anybody may see our open needs',
  help_url: 'Your page for offers of help',
  help_url_hint: 'It may name the need, as in',
  widget: 'On your own site',
  widget_lead: 'Put this line on a page of yours. It shows your open needs, with a search.',
  profiles: 'Import profiles',
  no_profiles: 'No profile is kept yet. Import a file and save how it was read.',
  remove_profile: 'Imports that name this profile will be refused.',
  rows_are: 'Each row is about',
  changed: 'Changed',
  calendars: 'Calendars',
  calendars_lead:
    'Whoever has the address of a calendar can read its check-ins and sessions. Helpers stand there with their first names.',
  no_calendars:
    'Nobody subscribes to a calendar yet. Create an address below and add it to your calendar program.',
  new_calendar: 'Create an address',
  calendar: 'Calendar',
  shows: 'Shows',
  created: 'Created',
  revoke: 'Revoke',
  revoke_sure: 'The calendar will be empty for all who subscribed to it.',
}
const SUBJECTS = {
  partner: 'all check-ins',
  organization: 'those of an organization',
  helper: 'those of a helper',
  program: 'those of a program',
}

export const en: DeskAreas['settings'] = {
  actions: {
    partner_renamed: 'Changed the name of the desk',
    colour_changed: 'Changed the colour of the pages',
    public_feed_changed: 'Changed the public pages',
    import_profile_removed: 'Removed an import profile',
    calendar_created: 'Created an address of a calendar',
    calendar_revoked: 'Revoked an address of a calendar',
  },
  refusals: {},
  words: {
    desk_settings: () => 'Settings',
    desk_setting: ({ word }) => WORDS[word],
    desk_colour_too_light: ({ darker }) =>
      `This colour is too light to read on a light page. Choose a darker one, such as ${darker}.`,
    desk_calendar_subject: ({ subject }) => SUBJECTS[subject],
  },
}
