import type { DeskAreas } from '../desk-texts.ts'

const WORDS = {
  name_label: 'Name Ihrer Stelle oder Website',
  name_hint: 'Er steht hier auf jeder Seite, und andere Partner sehen ihn.',
  name_missing: 'Geben Sie einen Namen an.',
  colour_usual: 'Zurück zum üblichen Grün',
  colour: 'Farbe',
  colour_label: 'Farbe Ihrer Seiten',
  colour_hint:
    'Wählen Sie eine, die dunkel genug zum Lesen ist. Dunkle Seiten zeigen einen helleren Ton davon.',
  colour_unread: 'Das ist keine Farbe. Schreiben Sie # und sechs Ziffern, etwa #1d5f3f.',
  public: 'Öffentliche Seiten',
  public_feed: 'Alle dürfen unsere offenen Gesuche sehen',
  help_url: 'Ihre Seite für Hilfsangebote',
  help_url_hint: 'Sie kann das Gesuch nennen, wie in',
  widget: 'Auf Ihrer eigenen Seite',
  widget_lead:
    'Setzen Sie diese Zeile auf eine Ihrer Seiten. Sie zeigt Ihre offenen Gesuche mit einer Suche.',
  profiles: 'Importprofile',
  no_profiles:
    'Noch ist kein Profil gespeichert. Importieren Sie eine Datei und speichern Sie, wie sie gelesen wurde.',
  remove_profile: 'Importe, die dieses Profil nennen, werden abgelehnt.',
  rows_are: 'Jede Zeile handelt von',
  changed: 'Geändert',
  calendars: 'Kalender',
  calendars_lead:
    'Wer die Adresse eines Kalenders hat, kann dessen Gespräche und Termine lesen. Helfende stehen darin mit ihrem Vornamen.',
  no_calendars:
    'Noch hat niemand einen Kalender abonniert. Legen Sie unten eine Adresse an und fügen Sie sie Ihrem Kalenderprogramm hinzu.',
  new_calendar: 'Adresse anlegen',
  calendar: 'Kalender',
  shows: 'Zeigt',
  created: 'Angelegt',
  revoke: 'Widerrufen',
  revoke_sure: 'Der Kalender ist dann für alle leer, die ihn abonniert haben.',
}
const SUBJECTS = {
  partner: 'alle Termine',
  organization: 'die einer Organisation',
  helper: 'die einer helfenden Person',
  program: 'die eines Programms',
}

export const de: DeskAreas['settings'] = {
  actions: {
    partner_renamed: 'Hat den Namen geändert',
    colour_changed: 'Hat die Farbe der Seiten geändert',
    public_feed_changed: 'Hat die öffentlichen Seiten geändert',
    import_profile_removed: 'Hat ein Importprofil entfernt',
    calendar_created: 'Hat eine Kalenderadresse angelegt',
    calendar_revoked: 'Hat eine Kalenderadresse widerrufen',
  },
  refusals: {},
  words: {
    desk_settings: () => 'Einstellungen',
    desk_setting: ({ word }) => WORDS[word],
    desk_colour_too_light: ({ darker }) =>
      `Diese Farbe ist auf hellen Seiten zu hell zum Lesen. Wählen Sie eine dunklere, etwa ${darker}.`,
    desk_calendar_subject: ({ subject }) => SUBJECTS[subject],
  },
}
