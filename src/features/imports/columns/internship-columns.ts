import { STATUSES_WITH_PAUSE } from '../values/words.ts'
import { wordsOfChoice } from './choice-words.ts'
import {
  consentColumn,
  consentTimeColumn,
  dayOrMonthColumn,
  emailColumn,
  flagColumn,
  keyColumn,
  lineColumn,
  listColumn,
  moneyColumn,
  nameColumn,
  phoneColumn,
  titlesColumn,
  wordColumn,
} from './column.ts'
import {
  ageAndGuardian,
  availability,
  blockedOrganizations,
  externalId,
  languages,
  learningGoals,
  metadata,
  nameParts,
  offeredSkills,
  phoneParts,
  preferredName,
  presence,
  timeZone,
  work,
} from './shared-columns.ts'
import { wordsOf } from './words-of-column.ts'

export const candidates = [
  externalId,
  keyColumn({ name: 'program_id' }),
  keyColumn({ name: 'program_external_id', example: 'SPRING-27' }),
  nameColumn({ name: 'name', example: 'Priya Raman' }),
  ...nameParts,
  ...preferredName,
  emailColumn({ name: 'email', example: 'priya@student.example.edu' }),
  phoneColumn({ name: 'phone' }),
  ...phoneParts(['phone']),
  lineColumn({ name: 'school_year', example: 'junior' }),
  dayOrMonthColumn({ name: 'graduates_on', example: '2028-05-20' }),
  listColumn({ name: 'majors', max: 10, noun: 'majors', example: 'Accounting' }),
  offeredSkills,
  learningGoals({ example: 'grant writing' }),
  languages,
  timeZone,
  ...work,
  availability,
  ...presence,
  moneyColumn({ name: 'stipend' }),
  flagColumn({ name: 'age_over_18', example: 'yes' }),
  ...ageAndGuardian([]),
  blockedOrganizations,
  // If one answer gives both consents, separate columns take precedence.
  consentColumn({
    ...{ name: 'share_all', path: ['consent', 'share_profile'], isPart: true },
    fields: ['share_profile', 'share_contact'],
  }),
  consentColumn({
    ...{ name: 'share_profile', path: ['consent', 'share_profile'], example: 'yes' },
    fields: ['share_profile'],
  }),
  consentColumn({
    ...{ name: 'share_contact', path: ['consent', 'share_contact'], example: 'no' },
    fields: ['share_contact'],
  }),
  consentTimeColumn({
    name: 'consent_recorded_at',
    path: ['consent', 'recorded_at'],
    example: '2026-11-02T15:00:00Z',
  }),
  lineColumn({ name: 'consent_source', path: ['consent', 'source'], example: 'Form R-2' }),
  wordColumn({ name: 'status', words: STATUSES_WITH_PAUSE }),
  metadata,
]

const choices = Array.from({ length: 10 }, (_, at) =>
  keyColumn({
    ...{ name: `choice_${at + 1}`, path: ['choice', String(at + 1)] },
    synonyms: wordsOfChoice(at + 1),
  }),
)

const CALLED =
  'candidate applicant student participant etudiant etudiante stagiaire estudiante studierende studierender praktikant candidato candidata formando'.split(
    ' ',
  )

/** Columns that name a student instead of the key. A template has only the key. */
const named = { path: ['external_id'] as const, isPart: true }
const studentNames = [
  { ...emailColumn({ name: 'candidate_email', synonyms: wordsOf('email') }), ...named },
  { ...nameColumn({ name: 'candidate_name', synonyms: [...CALLED, ...wordsOf('name')] }), ...named },
  ...nameParts.map((part) => ({ ...part, ...named })),
]

export const candidatePreferences = [
  externalId,
  ...studentNames,
  titlesColumn({ name: 'choices', max: 500, noun: 'choices', example: 'NEED-3; NEED-1' }),
  ...choices,
]

export const organizationPreferences = [
  {
    ...externalId,
    synonyms: ['organization id', 'organization', ...wordsOf('organization_external_id')],
    example: 'ORG-7',
  },
  titlesColumn({ name: 'choices', max: 500, noun: 'choices', example: 'S-1001; S-1002' }),
  ...choices,
]
