import { candidateStatus } from '../../internships/index.ts'
import { flagColumn, listColumn, moneyColumn, textColumn, wordColumn } from './column.ts'
import {
  availability,
  blockedOrganizations,
  externalId,
  languages,
  learningGoals,
  offeredSkills,
  timeZone,
  work,
} from './shared-columns.ts'

export const candidates = [
  externalId,
  textColumn({ name: 'program_id', synonyms: ['program'] }),
  textColumn({
    name: 'program_external_id',
    synonyms: ['program key', 'program code'],
    example: 'SPRING-27',
  }),
  textColumn({
    name: 'name',
    synonyms: ['full name', 'student name', 'student'],
    example: 'Priya Raman',
  }),
  textColumn({
    name: 'email',
    synonyms: ['e-mail', 'email address', 'student email'],
    example: 'priya@student.example.edu',
  }),
  textColumn({ name: 'phone', synonyms: ['telephone', 'phone number', 'mobile'] }),
  textColumn({ name: 'school_year', synonyms: ['year', 'class level', 'class standing'], example: 'junior' }),
  textColumn({
    name: 'graduates_on',
    synonyms: ['graduation', 'graduation date', 'expected graduation'],
    example: '2028-05-20',
  }),
  listColumn({ name: 'majors', synonyms: ['major', 'field of study'], example: 'Accounting' }),
  offeredSkills,
  listColumn({ ...learningGoals, example: 'grant writing' }),
  languages,
  timeZone,
  ...work,
  availability,
  moneyColumn({ name: 'stipend', synonyms: ['pay', 'compensation'] }),
  flagColumn({ name: 'is_over_18', synonyms: ['over 18', 'adult'], example: 'yes' }),
  blockedOrganizations,
  flagColumn({
    name: 'share_profile',
    synonyms: ['consent to share profile', 'consent profile'],
    path: ['consent', 'share_profile'],
    example: 'yes',
  }),
  flagColumn({
    name: 'share_contact',
    synonyms: ['consent to share contact', 'consent contact'],
    path: ['consent', 'share_contact'],
    example: 'no',
  }),
  textColumn({
    name: 'consent_recorded_at',
    synonyms: ['consent date', 'consent recorded'],
    path: ['consent', 'recorded_at'],
    example: '2026-11-02T15:00:00Z',
  }),
  textColumn({
    name: 'consent_source',
    synonyms: ['consent form'],
    path: ['consent', 'source'],
    example: 'Form R-2',
  }),
  wordColumn({ name: 'status', words: candidateStatus.options }),
]

const choices = Array.from({ length: 10 }, (_, at) =>
  textColumn({
    name: `choice_${at + 1}`,
    synonyms: [`preference ${at + 1}`, `rank ${at + 1}`],
    path: ['choice', String(at + 1)],
  }),
)

export const candidatePreferences = [
  externalId,
  listColumn({ name: 'choices', synonyms: ['preferences', 'ranking'], example: 'NEED-3; NEED-1' }),
  ...choices,
]

export const organizationPreferences = [
  { ...externalId, synonyms: [...externalId.synonyms, 'organization id', 'organization'], example: 'ORG-7' },
  listColumn({ name: 'choices', synonyms: ['preferences', 'ranking'], example: 'S-1001; S-1002' }),
  ...choices,
]
