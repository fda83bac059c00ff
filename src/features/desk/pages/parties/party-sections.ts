import { helperKinds } from '../../../../shared/messages/index.ts'
import type { FormField, Option } from '../../look/form-fields.ts'
import type { View } from '../../look/view.ts'
import {
  locationFields,
  organizationKindOptions,
  type Section,
  zoneOptions,
} from '../postings/form-sections.ts'

/** Widely spoken languages. Others come through the API or an import. */
const LANGUAGES = 'en es fr de pt it nl pl uk ru ro tr ar fa hi zh vi tl ko ja'.split(' ')

/** Returns the form sections of an organization. */
export function organizationSections(view: View): Section[] {
  const { say } = view
  const word = wordsOf(view)
  return [
    {
      title: word('about'),
      fields: [
        nameField(view),
        { at: 'kind', kind: 'choice', label: word('kind'), options: organizationKindOptions(view) },
        ...tongueFields(view),
        { at: 'causes', kind: 'lines', label: say('desk_causes'), hint: say('desk_lines_hint') },
        { at: 'url', kind: 'text', label: word('url'), maxLength: 2000 },
        {
          ...{ at: 'public_name', kind: 'text', label: word('public_name'), maxLength: 200 },
          hint: word('public_name_hint'),
        },
      ],
    },
    contactSection(view),
    { title: word('place'), fields: locationFields(view) },
  ]
}

/** Returns the form sections of a helper. */
export function helperSections(view: View): Section[] {
  const { say } = view
  const word = wordsOf(view)
  const kinds = helperKinds.map((kind) => ({ value: kind, text: say('desk_helper_kind', { kind }) }))
  return [
    {
      title: word('about'),
      fields: [
        nameField(view),
        {
          ...{ at: 'preferred_name', kind: 'text', label: word('preferred_name'), maxLength: 200 },
          hint: word('preferred_name_hint'),
        },
        { at: 'kind', kind: 'choice', label: word('kind'), options: kinds },
        ...tongueFields(view),
        { at: 'max_hours_per_week', kind: 'number', label: word('most_hours') },
      ],
    },
    contactSection(view),
    { title: word('place'), fields: locationFields(view) },
    { title: word('proofs'), lead: word('proofs_lead'), isFolded: true, fields: proofFields(view) },
  ]
}

function proofFields(view: View): FormField[] {
  const word = wordsOf(view)
  return [
    { at: 'credentials/age_over_18/confirmed_on', kind: 'day', label: word('over_18') },
    { at: 'credentials/background_check/issued_on', kind: 'day', label: word('check_issued') },
    { at: 'credentials/background_check/expires_on', kind: 'day', label: word('check_expires') },
    {
      ...{ at: 'credentials/licences', kind: 'lines', hint: word('licences_hint') },
      label: view.say('desk_when', { word: 'licences' }),
    },
  ]
}

/** Returns the form sections of an internship office's program. */
export function programSections(view: View): Section[] {
  const { say } = view
  const word = wordsOf(view)
  const required = { isRequired: true, maxLength: 200 } as const
  return [
    {
      title: say('desk_cohort', { word: 'program' }),
      fields: [
        nameField(view),
        { at: 'school', kind: 'text', label: word('school'), ...required },
        {
          at: 'term',
          kind: 'text',
          label: word('term'),
          hint: word('term_hint'),
          ...required,
          maxLength: 60,
        },
      ],
    },
    contactSection(view),
    {
      title: word('terms'),
      fields: [
        { at: 'starts_on', kind: 'day', label: say('desk_starts'), isRequired: true },
        { at: 'ends_on', kind: 'day', label: say('desk_ends'), isRequired: true },
        { at: 'hours_per_week', kind: 'number', label: say('desk_hours') },
        { at: 'hours_required', kind: 'number', label: say('desk_hours_required') },
        {
          ...{ at: 'not_available', kind: 'days', label: say('desk_when', { word: 'not_available' }) },
          hint: say('desk_when', { word: 'days_hint' }),
        },
        { at: 'credit/required', kind: 'choice', label: word('credit'), options: creditOptions(view) },
        { at: 'credit/credits', kind: 'number', label: word('credits') },
        { at: 'credit/hours_per_credit', kind: 'number', label: word('hours_per_credit') },
        { at: 'paid_only', kind: 'flag', label: say('desk_paid_only') },
        {
          ...{ at: 'allowed_organization_kinds', kind: 'choices', label: word('kinds_allowed') },
          ...{ options: organizationKindOptions(view), hint: word('kinds_allowed_hint') },
        },
        { at: 'quotas/placements_per_organization', kind: 'number', label: word('most_per_organization') },
      ],
    },
  ]
}

function creditOptions(view: View): Option[] {
  const word = wordsOf(view)
  return [
    { value: '', text: '–' },
    { value: 'true', text: word('credit_must') },
    { value: 'false', text: word('credit_may') },
  ]
}

function wordsOf({ say }: View) {
  return (word: Parameters<typeof say<'desk_party_word'>>[1]['word']) => say('desk_party_word', { word })
}

function nameField({ say }: View): FormField {
  return { at: 'name', kind: 'text', label: say('desk_name'), maxLength: 200, isRequired: true }
}

function contactSection(view: View): Section {
  const { say } = view
  const word = wordsOf(view)
  return {
    title: word('contact'),
    lead: word('contact_lead'),
    fields: [
      { at: 'contact/name', kind: 'text', label: say('desk_contact_name'), maxLength: 200, isRequired: true },
      {
        at: 'contact/email',
        kind: 'text',
        label: say('desk_contact_email'),
        maxLength: 254,
        isRequired: true,
      },
      { at: 'contact/phone', kind: 'text', label: say('desk_contact_phone'), maxLength: 40 },
    ],
  }
}

/** Returns the fields for languages and time zone. desk.js preselects the browser's zone. */
function tongueFields(view: View): FormField[] {
  const { say } = view
  const word = wordsOf(view)
  const { compare } = new Intl.Collator(view.language)
  const tongues = LANGUAGES.map((value) => ({ value, text: say('desk_language', { language: value }) }))
  return [
    {
      ...{ at: 'languages', kind: 'choices', label: word('languages') },
      options: tongues.toSorted((a, b) => compare(a.text, b.text)),
    },
    { at: 'time_zone', kind: 'choice', label: word('time_zone'), options: zoneOptions },
  ]
}
