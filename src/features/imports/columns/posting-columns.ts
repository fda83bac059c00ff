import { offerKind, organizationKind } from '../../../shared/wire.ts'
import { helperKind, needStatus, offerStatus, payUnit } from '../../postings/index.ts'
import { importance, level } from '../../skills/index.ts'
import {
  flagColumn,
  listColumn,
  moneyColumn,
  numberColumn,
  skillsColumn,
  textColumn,
  wordColumn,
  wordsColumn,
} from './column.ts'
import {
  availability,
  availabilityZone,
  blockedOrganizations,
  contact,
  externalId,
  languages,
  learningGoals,
  offeredSkills,
  place,
  timeZone,
  work,
} from './shared-columns.ts'

export const needs = [
  externalId,
  textColumn({ name: 'organization_id', synonyms: ['organization'] }),
  textColumn({ name: 'organization_external_id', synonyms: ['organization key'], example: 'ORG-7' }),
  ...work,
  skillsColumn({
    name: 'skills',
    synonyms: ['skill'],
    details: { level: level.options, importance: importance.options },
    example: 'bookkeeping:must; spreadsheets',
  }),
  wordsColumn({
    name: 'accepts',
    synonyms: ['kinds of help', 'accepted help'],
    words: offerKind.options,
    example: 'volunteer; intern',
  }),
  availability,
  availabilityZone,
  textColumn({ name: 'deadline_at', synonyms: ['deadline'] }),
  listColumn({ name: 'requires', synonyms: ['requirements'] }),
  skillsColumn({
    name: 'gives',
    synonyms: ['gives in return'],
    details: { hours_per_week: [], already_doing: [] },
    example: 'catering:2h:already',
  }),
  moneyColumn({ name: 'budget', example: '20.00 USD' }),
  wordColumn({ name: 'budget_unit', path: ['budget', 'unit'], words: payUnit.options, example: 'hour' }),
  numberColumn({ name: 'positions', synonyms: ['openings', 'number of positions'], example: '1' }),
  flagColumn({ name: 'is_public', synonyms: ['public'] }),
  wordColumn({ name: 'status', words: needStatus.options }),
]

export const offers = [
  externalId,
  textColumn({ name: 'helper_id', synonyms: ['helper'] }),
  textColumn({ name: 'helper_external_id', synonyms: ['helper key'], example: 'H-12' }),
  wordColumn({ name: 'kind', synonyms: ['kind of help'], words: offerKind.options, example: 'volunteer' }),
  ...work,
  offeredSkills,
  availability,
  availabilityZone,
  wordsColumn({ name: 'open_to', words: organizationKind.options }),
  listColumn({ name: 'causes', path: ['terms', 'causes'] }),
  flagColumn({ name: 'credit_required', path: ['terms', 'credit_required'] }),
  flagColumn({ name: 'paid_only', path: ['terms', 'paid_only'] }),
  numberColumn({ name: 'hours_required', path: ['terms', 'hours_required'] }),
  listColumn({ ...learningGoals, path: ['terms', 'learning_goals'] }),
  moneyColumn({ name: 'stipend', path: ['terms', 'stipend'] }),
  skillsColumn({ name: 'wants', path: ['terms', 'wants'], details: { hours_per_week: [] } }),
  moneyColumn({ name: 'rate', path: ['terms', 'rate'] }),
  wordColumn({ name: 'rate_unit', path: ['terms', 'unit'], words: payUnit.options }),
  wordColumn({ name: 'status', words: offerStatus.options }),
]

export const organizations = [
  externalId,
  textColumn({ name: 'name', synonyms: ['organization name', 'organization'], example: 'Harbor Pantry' }),
  wordColumn({
    name: 'kind',
    synonyms: ['organization kind', 'organization type'],
    words: organizationKind.options,
    example: 'nonprofit',
  }),
  ...contact,
  ...place,
  timeZone,
  languages,
  listColumn({ name: 'causes', synonyms: ['cause'], example: 'hunger' }),
  textColumn({ name: 'url', synonyms: ['website', 'web site'] }),
]

export const helpers = [
  externalId,
  textColumn({ name: 'name', synonyms: ['full name', 'helper name'], example: 'Lee Moreno' }),
  wordColumn({ name: 'kind', words: helperKind.options, example: 'person' }),
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
