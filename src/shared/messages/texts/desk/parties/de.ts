import type { DeskAreas } from '../desk-texts.ts'

const NEW = {
  organization: 'Organisation anlegen',
  helper: 'Helfende Person anlegen',
  program: 'Programm anlegen',
}
const LEADS = {
  organization:
    'Ein Betrieb, ein Verein oder jemand, der allein arbeitet. Danach tragen Sie ein, wobei Hilfe gesucht wird.',
  helper: 'Eine Person oder Organisation, die hilft. Danach tragen Sie ein, was sie anbietet.',
  program:
    'Die Bedingungen für eine Gruppe von Studierenden: wann und wie lange sie arbeiten und wie viele Studienpunkte es gibt. Danach importieren Sie die Studierenden.',
}
const WORDS = {
  contact: 'Kontakt',
  contact_lead: 'Die andere Seite sieht das erst, wenn beide eine Vermittlung angenommen haben.',
  about: 'Wer es ist',
  place: 'Wo',
  kind: 'Art',
  languages: 'Sprachen',
  time_zone: 'Zeitzone',
  url: 'Website',
  public_name: 'Name auf öffentlichen Seiten',
  public_name_hint: 'Nur mit Einverständnis. Ohne ihn nennen öffentliche Seiten niemanden.',
  preferred_name: 'Rufname',
  preferred_name_hint: 'Andere sehen ihn statt des Namens.',
  most_hours: 'Höchstens so viele Stunden pro Woche insgesamt',
  school: 'Hochschule',
  term: 'Semester',
  term_hint: 'Etwa Sommersemester 2027.',
  terms: 'Die Arbeit',
  credits: 'Studienpunkte für einen Einsatz',
  hours_per_credit: 'Arbeitsstunden für einen Studienpunkt',
}
const ORGANIZATIONS = {
  solopreneur: 'Arbeitet allein',
  small_business: 'Kleiner Betrieb',
  nonprofit: 'Gemeinnützig',
}
const HELPERS = { person: 'Eine Person', organization: 'Eine Organisation' }

export const de: DeskAreas['parties'] = {
  actions: {
    organization_created: 'Organisation angelegt',
    helper_created: 'Helfende Person angelegt',
    program_created: 'Programm angelegt',
  },
  refusals: {},
  words: {
    desk_new_party: ({ party }) => NEW[party],
    desk_new_party_lead: ({ party }) => LEADS[party],
    desk_party_word: ({ word }) => WORDS[word],
    desk_organization_kind: ({ kind }) => ORGANIZATIONS[kind],
    desk_helper_kind: ({ kind }) => HELPERS[kind],
    desk_language: ({ language: tag }, { language, capitalized }) => capitalized(language(tag)),
    desk_create: () => 'Anlegen',
  },
}
