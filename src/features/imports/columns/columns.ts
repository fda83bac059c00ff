import type { ImportType } from '../imports.table.ts'
import {
  availabilityColumn,
  type Column,
  flagColumn,
  listColumn,
  moneyColumn,
  numberColumn,
  skillsColumn,
  textColumn,
  wordColumn,
  wordsColumn,
  zoneColumn,
} from './column.ts'

const LEVELS = ['beginner', 'intermediate', 'advanced', 'expert']
const KINDS_OF_HELP = ['volunteer', 'intern', 'barter', 'paid']
const KINDS_OF_ORGANIZATION = ['solopreneur', 'small_business', 'nonprofit']

const externalId = textColumn({
  name: 'external_id',
  synonyms: ['student id', 'id', 'reference', 'external key', 'record id'],
  example: 'S-1001',
})
const languages = listColumn({ name: 'languages', synonyms: ['language'], example: 'en; es' })
const timeZone = textColumn({ name: 'time_zone', synonyms: ['timezone', 'tz'], example: 'America/Chicago' })

const place = [
  textColumn({ name: 'country', synonyms: ['country code'], path: ['location', 'country'], example: 'US' }),
  textColumn({
    name: 'region',
    synonyms: ['state', 'province'],
    path: ['location', 'region'],
    example: 'IL',
  }),
  textColumn({ name: 'city', synonyms: ['town'], path: ['location', 'city'], example: 'Chicago' }),
  textColumn({
    name: 'postal_code',
    synonyms: ['zip', 'zip code', 'postcode'],
    path: ['location', 'postal_code'],
  }),
  numberColumn({ name: 'lat', synonyms: ['latitude'], path: ['location', 'lat'] }),
  numberColumn({ name: 'lon', synonyms: ['longitude', 'lng'], path: ['location', 'lon'] }),
]

const contact = [
  textColumn({
    name: 'contact_name',
    synonyms: ['contact', 'contact person'],
    path: ['contact', 'name'],
    example: 'Ada Park',
  }),
  textColumn({
    name: 'email',
    synonyms: ['e-mail', 'email address', 'contact email'],
    path: ['contact', 'email'],
    example: 'ada@example.org',
  }),
  textColumn({
    name: 'phone',
    synonyms: ['telephone', 'phone number', 'contact phone'],
    path: ['contact', 'phone'],
  }),
]

const work = [
  textColumn({ name: 'title', synonyms: ['headline'], example: '' }),
  textColumn({ name: 'description', synonyms: ['about', 'summary'], example: '' }),
  wordColumn({
    name: 'modality',
    synonyms: ['work mode', 'location type', 'remote or onsite'],
    words: ['remote', 'onsite', 'hybrid'],
    example: 'hybrid',
  }),
  ...place,
  numberColumn({ name: 'max_distance_km', synonyms: ['distance km', 'radius km'] }),
  numberColumn({
    name: 'hours_per_week',
    synonyms: ['weekly hours', 'hours', 'hours a week'],
    example: '10',
  }),
  textColumn({ name: 'starts_on', synonyms: ['start date', 'available from'], example: '2027-01-11' }),
  textColumn({ name: 'ends_on', synonyms: ['end date', 'available until'], example: '2027-05-14' }),
  wordColumn({ name: 'visibility', words: ['network', 'partner'] }),
  numberColumn({ name: 'alert_min_score', synonyms: ['alert score'] }),
]
const availability = availabilityColumn({
  name: 'availability',
  synonyms: ['available times', 'weekly availability'],
  example: 'Mon-Wed 13:00-17:00; Fri 09:00-12:00',
})
const availabilityZone = zoneColumn({
  name: 'availability_time_zone',
  synonyms: ['time zone', 'timezone', 'tz'],
  example: 'America/Chicago',
})
const offeredSkills = skillsColumn({
  name: 'skills',
  synonyms: ['skill'],
  says: { level: LEVELS },
  example: 'bookkeeping:intermediate; spreadsheets',
})
const learningGoals = { name: 'learning_goals', synonyms: ['wants to learn', 'learning outcomes'] }
const blockedOrganizations = listColumn({ name: 'blocked_organization_ids' })

const candidates = [
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
  wordColumn({ name: 'status', words: ['open', 'paused', 'closed'] }),
]

const needs = [
  externalId,
  textColumn({ name: 'organization_id', synonyms: ['organization'] }),
  textColumn({ name: 'organization_external_id', synonyms: ['organization key'], example: 'ORG-7' }),
  ...work,
  skillsColumn({
    name: 'skills',
    synonyms: ['skill'],
    says: { level: LEVELS, importance: ['must', 'should', 'nice'] },
    example: 'bookkeeping:must; spreadsheets',
  }),
  wordsColumn({
    name: 'accepts',
    synonyms: ['kinds of help', 'accepted help'],
    words: KINDS_OF_HELP,
    example: 'volunteer; intern',
  }),
  availability,
  availabilityZone,
  textColumn({ name: 'deadline_at', synonyms: ['deadline'] }),
  listColumn({ name: 'requires', synonyms: ['requirements'] }),
  skillsColumn({
    name: 'gives',
    synonyms: ['gives in return'],
    says: { hours_per_week: [], already_doing: [] },
    example: 'catering:2h:already',
  }),
  moneyColumn({ name: 'budget', example: '20.00 USD' }),
  wordColumn({ name: 'budget_unit', path: ['budget', 'unit'], words: ['hour', 'project'], example: 'hour' }),
  numberColumn({ name: 'positions', synonyms: ['openings', 'number of positions'], example: '1' }),
  wordColumn({ name: 'status', words: ['open', 'filled', 'closed'] }),
]

const offers = [
  externalId,
  textColumn({ name: 'helper_id', synonyms: ['helper'] }),
  textColumn({ name: 'helper_external_id', synonyms: ['helper key'], example: 'H-12' }),
  wordColumn({ name: 'kind', synonyms: ['kind of help'], words: KINDS_OF_HELP, example: 'volunteer' }),
  ...work,
  offeredSkills,
  availability,
  availabilityZone,
  wordsColumn({ name: 'open_to', words: KINDS_OF_ORGANIZATION }),
  listColumn({ name: 'causes', path: ['terms', 'causes'] }),
  flagColumn({ name: 'credit_required', path: ['terms', 'credit_required'] }),
  flagColumn({ name: 'paid_only', path: ['terms', 'paid_only'] }),
  numberColumn({ name: 'hours_required', path: ['terms', 'hours_required'] }),
  listColumn({ ...learningGoals, path: ['terms', 'learning_goals'] }),
  moneyColumn({ name: 'stipend', path: ['terms', 'stipend'] }),
  skillsColumn({ name: 'wants', path: ['terms', 'wants'], says: { hours_per_week: [] } }),
  moneyColumn({ name: 'rate', path: ['terms', 'rate'] }),
  wordColumn({ name: 'rate_unit', path: ['terms', 'unit'], words: ['hour', 'project'] }),
  wordColumn({ name: 'status', words: ['open', 'paused', 'closed'] }),
]

const organizations = [
  externalId,
  textColumn({ name: 'name', synonyms: ['organization name', 'organization'], example: 'Harbor Pantry' }),
  wordColumn({
    name: 'kind',
    synonyms: ['organization kind', 'organization type'],
    words: KINDS_OF_ORGANIZATION,
    example: 'nonprofit',
  }),
  ...contact,
  ...place,
  timeZone,
  languages,
  listColumn({ name: 'causes', synonyms: ['cause'], example: 'hunger' }),
  textColumn({ name: 'url', synonyms: ['website', 'web site'] }),
]

const helpers = [
  externalId,
  textColumn({ name: 'name', synonyms: ['full name', 'helper name'], example: 'Lee Moreno' }),
  wordColumn({ name: 'kind', words: ['person', 'organization'], example: 'person' }),
  ...contact,
  ...place,
  timeZone,
  languages,
  textColumn({
    name: 'age_over_18_confirmed_on',
    path: ['credentials', 'age_over_18', 'confirmed_on'],
  }),
  textColumn({
    name: 'background_check_issued_on',
    path: ['credentials', 'background_check', 'issued_on'],
  }),
  blockedOrganizations,
]

const choices = Array.from({ length: 10 }, (_, at) =>
  textColumn({
    name: `choice_${at + 1}`,
    synonyms: [`preference ${at + 1}`, `rank ${at + 1}`],
    path: ['choice', String(at + 1)],
  }),
)

const candidatePreferences = [
  externalId,
  listColumn({ name: 'choices', synonyms: ['preferences', 'ranking'], example: 'NEED-3; NEED-1' }),
  ...choices,
]

const organizationPreferences = [
  { ...externalId, synonyms: [...externalId.synonyms, 'organization id', 'organization'], example: 'ORG-7' },
  listColumn({ name: 'choices', synonyms: ['preferences', 'ranking'], example: 'S-1001; S-1002' }),
  ...choices,
]

/** What spreadsheets of each type may hold; every column may be left out, but for `external_id`. */
export const columnsOf: Readonly<Record<ImportType, readonly Column[]>> = {
  candidates,
  needs,
  offers,
  organizations,
  helpers,
  candidate_preferences: candidatePreferences,
  organization_preferences: organizationPreferences,
}
