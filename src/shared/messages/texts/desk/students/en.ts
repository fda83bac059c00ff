import type { DeskAreas } from '../desk-texts.ts'

const WORDS = {
  lead: 'The students of your office. Only you see their names, until they consent and both sides accept.',
  empty: 'There are no students yet. Import a roster to begin.',
  nobody: 'Nobody is found. Search for another name or id, or choose all programs.',
  import: 'Import a roster',
  search: 'Name or own id',
  name: 'Name',
  preferred_name: 'Goes by',
  external_id: 'Own id',
  program: 'Program',
  majors: 'Majors',
  graduates: 'Graduates on',
  about: 'About',
  consent: 'Consent',
  shares_profile: 'Profile may be shown',
  shares_contact: 'Contact may be shown',
  recorded: 'Given on',
  source: 'Recorded in',
  age: 'Age',
  guardian: 'Consent of a guardian',
  yes: 'Yes',
  no: 'No',
  ranked: 'Appears in matches',
  not_ranked: 'Appears in no matches',
  disclosures: 'Disclosures',
  disclosures_lead: 'What other partners saw of this student, and when. One line stands for one day.',
  no_disclosures: 'Nobody else has seen this student.',
  to: 'Seen by',
  what: 'What',
  times: 'Times',
  first: 'First',
  last: 'Last',
  export: 'Download everything that is held',
  erase: 'Erase this student',
  erase_lead: 'This cannot be undone. These will go:',
  erase_keeps: 'The log of disclosures stays: it names partners and days, and nothing of the student.',
  erase_record: 'the record with its helper and offer',
  erased: 'This student was erased. Only the log of disclosures is left.',
}
const STATUSES = {
  open: 'Open',
  paused: 'Paused',
  closed: 'Closed',
}
const AGES = {
  under_16: 'Under 16',
  '16_17': '16 or 17',
  '18_20': '18 to 20',
  '21_plus': '21 or over',
}
const SHOWN = {
  profile: 'Profile',
  contact: 'Contact',
}

export const en: DeskAreas['students'] = {
  actions: { student_erased: 'Erased a student' },
  refusals: {
    candidate_erased:
      'This student was erased. No personal data is left. Import the student again if they come back.',
    record_merged: 'This record was merged into another. Search for the student by name.',
  },
  words: {
    desk_students: () => 'Students',
    desk_student: ({ word }) => WORDS[word],
    desk_student_status: ({ status }) => STATUSES[status],
    desk_student_age: ({ age }) => AGES[age],
    desk_student_shown: ({ shown }) => SHOWN[shown],
    desk_student_introductions: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'introduction', 'introductions')}`,
    desk_student_engagements: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'engagement with its hours', 'engagements with their hours')}`,
    desk_student_rows: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'row of an import', 'rows of imports')}`,
    desk_student_papers: ({ count }, { noun, number }) =>
      `${number(count)} ${noun(count, 'agreement, link or evaluation', 'agreements, links and evaluations')}`,
    desk_student_erase_sure: ({ name }) => `Erase ${name}`,
  },
}
