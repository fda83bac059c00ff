import { organizationKinds, requirements } from '../../../../shared/messages/index.ts'
import { countryCodes } from '../../../../shared/wire.ts'
import type { FormField, Option } from '../../look/form-fields.ts'
import type { View } from '../../look/view.ts'
import { kinds } from './postings-page.ts'

/** A group of fields. */
export interface Section {
  title: string
  lead?: string
  /** Shown only for this kind of help. */
  kind?: (typeof kinds)[number]
  /** Whether the section is collapsed at first. */
  isFolded?: boolean
  fields: readonly FormField[]
}

const MODALITIES = ['remote', 'onsite', 'hybrid'] as const
const UNITS = ['hour', 'project'] as const
const MOVES = ['revenue', 'mission', 'time_freed', 'none'] as const
const MINIMUM_AGES = [16, 18, 21] as const
const AUTONOMY = ['decides', 'proposes', 'follows'] as const

/** Returns the form sections of a need. */
export function needSections(view: View): Section[] {
  const { say } = view
  const lines = { kind: 'lines', hint: say('desk_lines_hint') } as const
  return [
    {
      title: say('desk_form_work'),
      fields: [
        ...workFields(view, { isDescriptionRequired: true }),
        { at: 'must', label: say('desk_skills_must'), ...lines },
        { at: 'skills', label: say('desk_skills_more'), ...lines },
        { at: 'positions', kind: 'number', label: say('desk_positions') },
      ],
    },
    {
      title: say('desk_form_place'),
      fields: placeFields(view),
    },
    {
      title: say('desk_when', { word: 'sessions' }),
      lead: say('desk_when', { word: 'sessions_hint' }),
      isFolded: true,
      fields: [{ at: 'sessions', kind: 'sessions', label: say('desk_when', { word: 'sessions' }) }],
    },
    { title: say('desk_when', { word: 'requires' }), isFolded: true, fields: requirementFields(view) },
    {
      title: say('desk_form_terms'),
      fields: [
        { at: 'accepts', kind: 'choices', label: say('desk_accepts'), options: kindOptions(view) },
        { at: 'budget', kind: 'money', label: say('desk_budget'), units: unitOptions(view) },
        { at: 'gives', label: say('desk_gives'), ...lines },
      ],
    },
    {
      title: say('desk_form_brief'),
      lead: say('desk_form_brief_lead'),
      isFolded: true,
      fields: briefFields(view),
    },
  ]
}

/** Returns the form sections of an offer. Only the terms of its kind are used. */
export function offerSections(view: View): Section[] {
  const { say } = view
  const lines = { kind: 'lines', hint: say('desk_lines_hint') } as const
  const terms = (kind: (typeof kinds)[number], fields: FormField[]): Section => ({
    title: say('desk_form_terms_of', { kinds: [kind] }),
    ...{ kind, fields },
  })
  return [
    {
      title: say('desk_form_work'),
      fields: [
        { at: 'kind', kind: 'choice', label: say('desk_kind'), options: kindOptions(view) },
        ...workFields(view, { isDescriptionRequired: false }),
        { at: 'skills', label: say('desk_skills'), ...lines },
        {
          ...{ at: 'open_to', kind: 'choices', label: say('desk_when', { word: 'open_to' }) },
          options: organizationKindOptions(view),
          hint: say('desk_when', { word: 'open_to_hint' }),
        },
      ],
    },
    { title: say('desk_form_place'), fields: placeFields(view) },
    { title: say('desk_when', { word: 'presence' }), isFolded: true, fields: presenceFields(view) },
    terms('volunteer', [{ at: 'terms/causes', label: say('desk_causes'), ...lines }]),
    terms('intern', [
      { at: 'terms/learning_goals', label: say('desk_learning_goals'), ...lines },
      { at: 'terms/hours_required', kind: 'number', label: say('desk_hours_required') },
      { at: 'terms/credit_required', kind: 'flag', label: say('desk_credit_required') },
      { at: 'terms/paid_only', kind: 'flag', label: say('desk_paid_only') },
    ]),
    terms('barter', [{ at: 'terms/wants', label: say('desk_wants'), ...lines }]),
    terms('paid', [{ at: 'terms/rate', kind: 'money', label: say('desk_budget'), units: unitOptions(view) }]),
  ]
}

/** Returns the fields for the title and the description of the work. */
export function workFields(
  { say }: View,
  { isRequired = true, isDescriptionRequired }: { isRequired?: boolean; isDescriptionRequired: boolean },
): FormField[] {
  return [
    { at: 'title', kind: 'text', label: say('desk_title'), maxLength: 200, isRequired },
    {
      ...{
        at: 'description',
        kind: 'long',
        label: say('desk_description'),
        hint: say('desk_description_hint'),
      },
      ...{ maxLength: 10_000, isRequired: isDescriptionRequired },
    },
  ]
}

function placeFields(view: View): FormField[] {
  const { say } = view
  return [
    { at: 'modality', kind: 'choice', label: say('desk_where'), options: modalityOptions(view) },
    ...locationFields(view),
    { at: 'max_distance_km', kind: 'number', label: say('desk_max_distance') },
    { at: 'hours_per_week', kind: 'number', label: say('desk_hours') },
    { at: 'starts_on', kind: 'day', label: say('desk_starts') },
    { at: 'ends_on', kind: 'day', label: say('desk_ends') },
    {
      ...{ at: 'availability/windows', kind: 'week', language: view.language },
      ...{ label: say('desk_when', { word: 'times' }), hint: say('desk_when', { word: 'times_hint' }) },
    },
    {
      ...{ at: 'availability/time_zone', kind: 'choice', label: say('desk_when', { word: 'times_zone' }) },
      options: zoneOptions,
    },
    {
      ...{ at: 'visibility', kind: 'choice', label: say('desk_visibility') },
      options: (['network', 'partner'] as const).map((value) => ({
        value,
        text: say('desk_visible_to', { to: value }),
      })),
    },
  ]
}

/** Returns the fields for a location. */
export function locationFields(view: View): FormField[] {
  const { say } = view
  return [
    { at: 'location/city', kind: 'text', label: say('desk_city'), maxLength: 100 },
    { at: 'location/region', kind: 'text', label: say('desk_region'), maxLength: 100 },
    { at: 'location/postal_code', kind: 'text', label: say('desk_postal_code'), maxLength: 20 },
    { at: 'location/country', kind: 'choice', label: say('desk_country_name'), options: countriesIn(view) },
    {
      ...{ at: 'location/lat', kind: 'number', label: say('desk_when', { word: 'latitude' }) },
      hint: say('desk_when', { word: 'map_hint' }),
    },
    { at: 'location/lon', kind: 'number', label: say('desk_when', { word: 'longitude' }) },
  ]
}

function presenceFields({ say }: View): FormField[] {
  const hint = say('desk_when', { word: 'days_hint' })
  return [
    { at: 'dates', kind: 'days', label: say('desk_when', { word: 'dates' }), hint },
    { at: 'not_available', kind: 'days', label: say('desk_when', { word: 'not_available' }), hint },
  ]
}

/** Time zones by their IANA names, which browsers and the API share. */
export const zoneOptions: readonly Option[] = [
  { value: '', text: '–' },
  ...['UTC', ...Intl.supportedValuesOf('timeZone')].map((value) => ({
    value,
    text: value.replaceAll('_', ' '),
  })),
]

export function organizationKindOptions({ say }: View): Option[] {
  return organizationKinds.map((kind) => ({ value: kind, text: say('desk_organization_kind', { kind }) }))
}

function requirementFields({ say }: View): FormField[] {
  const ages = MINIMUM_AGES.map((age) => ({ value: String(age), text: say('desk_least_age', { age }) }))
  return [
    {
      ...{ at: 'requires', kind: 'choices', label: say('desk_when', { word: 'proofs' }) },
      options: requirements.map((which) => ({ value: which, text: say('desk_requirement', { which }) })),
    },
    {
      ...{ at: 'licences', kind: 'lines', label: say('desk_when', { word: 'licences' }) },
      hint: say('desk_lines_hint'),
    },
    {
      ...{ at: 'minimum_age', kind: 'choice', label: say('desk_when', { word: 'minimum_age' }) },
      options: [{ value: '', text: '–' }, ...ages],
    },
  ]
}

function briefFields({ say }: View): FormField[] {
  const lines = { kind: 'lines', hint: say('desk_lines_hint') } as const
  const blank = { value: '', text: '–' }
  return [
    { at: 'brief/outcome', kind: 'long', label: say('desk_brief_outcome'), maxLength: 2000 },
    {
      ...{ at: 'brief/moves', kind: 'choice', label: say('desk_brief_moves') },
      options: [blank, ...MOVES.map((value) => ({ value, text: say('desk_brief_move', { moves: value }) }))],
    },
    { at: 'brief/steps', label: say('desk_brief_steps'), ...lines },
    { at: 'brief/document_url', kind: 'text', label: say('desk_brief_document'), maxLength: 2000 },
    {
      ...{ at: 'brief/autonomy', kind: 'choice', label: say('desk_brief_autonomy') },
      options: [
        blank,
        ...AUTONOMY.map((value) => ({ value, text: say('desk_brief_decides', { autonomy: value }) })),
      ],
    },
    { at: 'brief/check_ins_per_week', kind: 'number', label: say('desk_brief_check_ins') },
    { at: 'brief/training_hours', kind: 'number', label: say('desk_brief_training') },
    { at: 'brief/repeats_per_week', kind: 'number', label: say('desk_brief_repeats') },
    { at: 'brief/helper_gains', kind: 'long', label: say('desk_brief_gains'), maxLength: 2000 },
  ]
}

export function modalityOptions({ say }: View): Option[] {
  return MODALITIES.map((value) => ({ value, text: say('desk_modality', { modality: value }) }))
}

function kindOptions({ say }: View): Option[] {
  return kinds.map((value) => ({ value, text: say('desk_kinds', { kinds: [value] }) }))
}

function unitOptions({ say }: View): Option[] {
  return UNITS.map((value) => ({ value, text: say('desk_pay_unit', { unit: value }) }))
}

const countries = new Map<string, Option[]>()

/** Returns the countries by their names in the reader's language. */
export function countriesIn({ language, say }: View): Option[] {
  const known = countries.get(language)
  if (known) return known
  const { compare } = new Intl.Collator(language)
  const named = countryCodes.map((value) => ({ value, text: say('desk_country', { country: value }) }))
  const options = [{ value: '', text: '–' }, ...named.toSorted((a, b) => compare(a.text, b.text))]
  countries.set(language, options)
  return options
}
