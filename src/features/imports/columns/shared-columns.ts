import { MODALITIES, VISIBILITIES } from '../values/words.ts'
import {
  ageBandColumn,
  cityColumn,
  consentTimeColumn,
  countryColumn,
  dayColumn,
  dayRangesColumn,
  distanceColumn,
  emailColumn,
  hoursColumn,
  keyColumn,
  labelsColumn,
  languagesColumn,
  lineColumn,
  listColumn,
  nameColumn,
  namePartColumn,
  numberColumn,
  type Path,
  pairsColumn,
  phoneColumn,
  phonePartColumn,
  placeOfWorkColumn,
  skillsColumn,
  textColumn,
  weeklyHoursColumn,
  wordColumn,
  zoneColumn,
  zoneOfHoursColumn,
} from './column.ts'
import { PHONE_PARTS } from './phone-in-row.ts'
import { PLACES_OF_WORK } from './place-of-work-in-row.ts'

export const externalId = keyColumn({ name: 'external_id', example: 'S-1001' })
export const languages = languagesColumn({ name: 'languages', example: 'en; es' })
/** All pairs in one cell, as exports write them. A file may instead have a column per key: `metadata.crm_id`. */
export const metadata = pairsColumn({ name: 'metadata' })
export const timeZone = zoneColumn({ name: 'time_zone', example: 'America/Chicago' })

export const nameParts = [
  namePartColumn({ name: 'first_name', path: ['name'] }),
  namePartColumn({ name: 'middle_name', path: ['name'] }),
  namePartColumn({ name: 'last_name_prefix', path: ['name'] }),
  namePartColumn({ name: 'last_name', path: ['name'] }),
  namePartColumn({ name: 'second_last_name', path: ['name'] }),
  namePartColumn({ name: 'name_suffix', path: ['name'] }),
]

export const preferredName = [
  nameColumn({ name: 'preferred_name', example: 'Noa Bright' }),
  namePartColumn({ name: 'preferred_first_name', path: ['preferred_name'] }),
  namePartColumn({ name: 'preferred_last_name', path: ['preferred_name'] }),
]

export const phoneParts = (path: Path) => PHONE_PARTS.map((name) => phonePartColumn({ name, path }))

/** Returns the columns for age and guardian consent. `path` is the field that contains both; empty for the body itself. */
export const ageAndGuardian = (path: readonly string[]) => {
  const within = (field: string, ...rest: string[]): Path => {
    const [first = field, ...others] = [...path, field, ...rest]
    return [first, ...others]
  }
  return [
    ageBandColumn({ name: 'age_band', path: within('age_band') }),
    lineColumn({ name: 'guardian_consent_given_by', path: within('guardian_consent', 'given_by') }),
    consentTimeColumn({
      name: 'guardian_consent_recorded_at',
      path: within('guardian_consent', 'recorded_at'),
    }),
    lineColumn({ name: 'guardian_consent_text_version', path: within('guardian_consent', 'text_version') }),
  ]
}

export const place = [
  countryColumn({ name: 'country', path: ['location', 'country'], example: 'US' }),
  // `ND` is North Dakota, not a blank.
  {
    ...textColumn({ name: 'region', path: ['location', 'region'], example: 'IL' }),
    kind: 'country' as const,
  },
  cityColumn({ name: 'city', path: ['location', 'city'], example: 'Chicago' }),
  textColumn({ name: 'postal_code', path: ['location', 'postal_code'] }),
  numberColumn({ name: 'lat', path: ['location', 'lat'], min: -90, max: 90 }),
  numberColumn({ name: 'lon', path: ['location', 'lon'], min: -180, max: 180 }),
]

export const contact = [
  nameColumn({ name: 'contact_name', path: ['contact', 'name'], example: 'Ada Park' }),
  namePartColumn({ name: 'contact_first_name', path: ['contact', 'name'] }),
  namePartColumn({ name: 'contact_last_name', path: ['contact', 'name'] }),
  emailColumn({ name: 'email', path: ['contact', 'email'], example: 'ada@example.org' }),
  phoneColumn({ name: 'phone', path: ['contact', 'phone'] }),
  ...phoneParts(['contact', 'phone']),
]

export const work = [
  textColumn({ name: 'title' }),
  textColumn({ name: 'description' }),
  wordColumn({ name: 'modality', words: MODALITIES, example: 'hybrid' }),
  ...Object.keys(PLACES_OF_WORK).map((name) => placeOfWorkColumn({ name, path: ['modality'] })),
  ...place,
  distanceColumn({ name: 'max_distance_km' }),
  hoursColumn({ name: 'hours_per_week', example: '10' }),
  dayColumn({ name: 'starts_on', example: '2027-01-11' }),
  dayColumn({ name: 'ends_on', example: '2027-05-14' }),
  wordColumn({ name: 'visibility', words: VISIBILITIES }),
  numberColumn({ name: 'alert_min_score', min: 0, max: 1, example: '0.6' }),
]
export const availability = weeklyHoursColumn({
  name: 'availability',
  example: 'Mon-Wed 13:00-17:00; Fri 09:00-12:00',
})
export const availabilityZone = zoneOfHoursColumn({
  name: 'availability_time_zone',
  example: 'America/Chicago',
})
/** Days on which somebody can or can't come. */
export const presence = [
  dayRangesColumn({ name: 'dates' }),
  dayRangesColumn({ name: 'not_available', example: '2027-03-14 to 2027-03-21; 2027-05-01' }),
]
export const offeredSkills = skillsColumn({
  name: 'skills',
  details: ['level'],
  example: 'bookkeeping:intermediate; spreadsheets',
})
export const learningGoals = (given: { path?: readonly [string, ...string[]]; example?: string } = {}) =>
  labelsColumn({ name: 'learning_goals', max: 30, noun: 'goals', ...given })
export const blockedOrganizations = listColumn({
  name: 'blocked_organization_ids',
  max: 1000,
  noun: 'organizations',
})
