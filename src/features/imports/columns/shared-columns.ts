import { modality, visibility } from '../../../shared/wire.ts'
import { level } from '../../skills/index.ts'
import {
  availabilityColumn,
  listColumn,
  numberColumn,
  skillsColumn,
  textColumn,
  wordColumn,
  zoneColumn,
} from './column.ts'

export const externalId = textColumn({
  name: 'external_id',
  synonyms: ['student id', 'id', 'reference', 'external key', 'record id'],
  example: 'S-1001',
})
export const languages = listColumn({ name: 'languages', synonyms: ['language'], example: 'en; es' })
export const timeZone = textColumn({
  name: 'time_zone',
  synonyms: ['timezone', 'tz'],
  example: 'America/Chicago',
})

export const place = [
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

export const contact = [
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

export const work = [
  textColumn({ name: 'title', synonyms: ['headline'], example: '' }),
  textColumn({ name: 'description', synonyms: ['about', 'summary'], example: '' }),
  wordColumn({
    name: 'modality',
    synonyms: ['work mode', 'location type', 'remote or onsite'],
    words: modality.options,
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
  wordColumn({ name: 'visibility', words: visibility.options }),
  numberColumn({ name: 'alert_min_score', synonyms: ['alert score'] }),
]
export const availability = availabilityColumn({
  name: 'availability',
  synonyms: ['available times', 'weekly availability'],
  example: 'Mon-Wed 13:00-17:00; Fri 09:00-12:00',
})
export const availabilityZone = zoneColumn({
  name: 'availability_time_zone',
  synonyms: ['time zone', 'timezone', 'tz'],
  example: 'America/Chicago',
})
export const offeredSkills = skillsColumn({
  name: 'skills',
  synonyms: ['skill'],
  details: { level: level.options },
  example: 'bookkeeping:intermediate; spreadsheets',
})
export const learningGoals = { name: 'learning_goals', synonyms: ['wants to learn', 'learning outcomes'] }
export const blockedOrganizations = listColumn({ name: 'blocked_organization_ids' })
