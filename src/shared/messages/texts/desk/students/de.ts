import type { DeskAreas } from '../desk-texts.ts'

const WORDS = {
  lead: 'Die Studierenden Ihres Büros. Nur Sie sehen die Namen, bis sie einwilligen und beide Seiten annehmen.',
  empty: 'Noch gibt es keine Studierenden. Importieren Sie zuerst eine Liste.',
  nobody:
    'Niemand gefunden. Suchen Sie einen anderen Namen oder eine andere Kennung, oder wählen Sie alle Programme.',
  import: 'Eine Liste importieren',
  search: 'Name oder eigene Kennung',
  name: 'Name',
  preferred_name: 'Rufname',
  external_id: 'Eigene Kennung',
  program: 'Programm',
  majors: 'Studienfächer',
  graduates: 'Abschluss am',
  about: 'Beschreibung',
  consent: 'Einwilligung',
  shares_profile: 'Profil darf gezeigt werden',
  shares_contact: 'Kontakt darf gezeigt werden',
  recorded: 'Gegeben am',
  source: 'Festgehalten in',
  age: 'Alter',
  guardian: 'Einwilligung der Erziehungsberechtigten',
  yes: 'Ja',
  no: 'Nein',
  ranked: 'Erscheint in Treffern',
  not_ranked: 'Erscheint in keinen Treffern',
  disclosures: 'Offenlegungen',
  disclosures_lead:
    'Was andere Partner von dieser Person gesehen haben, und wann. Eine Zeile steht für einen Tag.',
  no_disclosures: 'Niemand sonst hat diese Person gesehen.',
  to: 'Gesehen von',
  what: 'Was',
  times: 'Wie oft',
  first: 'Zuerst',
  last: 'Zuletzt',
  export: 'Alles herunterladen, was gespeichert ist',
  erase: 'Diese Person löschen',
  erase_lead: 'Das lässt sich nicht zurücknehmen. Dies wird gelöscht:',
  erase_keeps:
    'Das Protokoll der Offenlegungen bleibt: Es nennt Partner und Tage, aber nichts von der Person.',
  erase_record: 'der Eintrag samt seinem Angebot',
  erased: 'Diese Person wurde gelöscht. Nur das Protokoll der Offenlegungen ist noch da.',
}
const STATUSES = {
  open: 'Offen',
  paused: 'Pausiert',
  closed: 'Geschlossen',
}
const AGES = {
  under_16: 'Unter 16',
  '16_17': '16 oder 17',
  '18_20': '18 bis 20',
  '21_plus': '21 oder älter',
}
const SHOWN = {
  profile: 'Profil',
  contact: 'Kontakt',
}

export const de: DeskAreas['students'] = {
  actions: { student_erased: 'Studierende gelöscht' },
  refusals: {
    candidate_erased:
      'Diese Person wurde gelöscht. Es sind keine personenbezogenen Daten mehr da. Importieren Sie die Person neu, wenn sie wiederkommt.',
    record_merged: 'Dieser Eintrag wurde mit einem anderen zusammengeführt. Suchen Sie nach dem Namen.',
  },
  words: {
    desk_students: () => 'Studierende',
    desk_student: ({ word }) => WORDS[word],
    desk_student_status: ({ status }) => STATUSES[status],
    desk_student_age: ({ age }) => AGES[age],
    desk_student_shown: ({ shown }) => SHOWN[shown],
    desk_student_introductions: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'Vermittlung', 'Vermittlungen')}`,
    desk_student_engagements: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'Einsatz mit seinen Stunden', 'Einsätze mit ihren Stunden')}`,
    desk_student_rows: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'Zeile aus Importen', 'Zeilen aus Importen')}`,
    desk_student_papers: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'Vereinbarung, Link oder Beurteilung', 'Vereinbarungen, Links und Beurteilungen')}`,
    desk_student_erase_sure: ({ name }) => `${name} löschen`,
  },
}
