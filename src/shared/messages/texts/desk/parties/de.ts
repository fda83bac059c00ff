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
    'Die Bedingungen für eine Gruppe von Studierenden: wann und wie lange sie arbeiten und wie viele Leistungspunkte es gibt. Danach importieren Sie die Studierenden.',
}
const PARTIES = { organization: 'Organisationen', helper: 'Helfende', program: 'Programme' }
const EMPTY = {
  organization: 'Noch keine Organisationen. Fügen Sie die erste hinzu, oder importieren Sie eine Liste.',
  helper: 'Noch keine Helfenden. Fügen Sie die ersten hinzu, oder importieren Sie eine Liste.',
  program: 'Noch keine Programme. Fügen Sie das erste hinzu und importieren Sie dann seine Studierenden.',
}
const EDIT = {
  organization: 'Organisation bearbeiten',
  helper: 'Helfende bearbeiten',
  program: 'Programm bearbeiten',
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
  credits: 'Leistungspunkte für einen Einsatz',
  hours_per_credit: 'Arbeitsstunden für einen Leistungspunkt',
  proofs: 'Nachweise',
  proofs_lead: 'Was Gesuche verlangen können. Die Startseite erinnert, bevor etwas abläuft.',
  over_18: 'Über 18, bestätigt am',
  check_issued: 'Führungszeugnis, ausgestellt am',
  check_expires: 'Führungszeugnis, letzter Tag',
  licences_hint: 'Je Zeile eine, mit dem letzten Tag, wenn sie endet: Notariat, 2027-05-01.',
  credit: 'Leistungspunkte',
  credit_must: 'Jedes Praktikum muss Leistungspunkte bringen',
  credit_may: 'Leistungspunkte sind möglich',
  kinds_allowed: 'Studierende arbeiten für',
  kinds_allowed_hint: 'Nichts angekreuzt: für alle.',
  most_per_organization: 'Höchstens so viele Studierende je Organisation',
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
    organization_changed: 'Hat eine Organisation geändert',
    helper_changed: 'Hat Helfende geändert',
    program_changed: 'Hat ein Programm geändert',
  },
  refusals: {
    kept_by_candidate: 'Dies stammt aus den Angaben von Studierenden. Ändern Sie diese mit einem Import.',
  },
  words: {
    desk_new_party: ({ party }) => NEW[party],
    desk_new_party_lead: ({ party }) => LEADS[party],
    desk_parties: ({ party }) => PARTIES[party],
    desk_parties_empty: ({ party }) => EMPTY[party],
    desk_edit_party: ({ party }) => EDIT[party],
    desk_party_word: ({ word }) => WORDS[word],
    desk_organization_kind: ({ kind }) => ORGANIZATIONS[kind],
    desk_helper_kind: ({ kind }) => HELPERS[kind],
    desk_language: ({ language: tag }, { language, capitalized }) => capitalized(language(tag)),
    desk_create: () => 'Anlegen',
  },
}
