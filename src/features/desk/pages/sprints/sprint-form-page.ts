import type { Fault } from '../../../../shared/errors.ts'
import { html } from '../../../../shared/html.ts'
import { MOST_BOTTLENECKS } from '../../../sprints/index.ts'
import type { Sent } from '../../forms.ts'
import type { FormField } from '../../look/form-field.ts'
import { otherFaults, writeFields } from '../../look/form-fields.ts'
import { alert, bullets, button, hidden, linkButton, postForm } from '../../look/parts.ts'
import type { DeskPage, View } from '../../look/view.ts'
import { sectionOf } from '../postings/form-page.ts'
import { countriesIn, modalityOptions, type Section, workFields } from '../postings/form-sections.ts'

const LENGTHS_HOURS = [72, 48]

export interface SprintForm {
  organization: { id: string; name: string }
  sent: Sent
  faults?: readonly Fault[]
  refusal?: string
}

/** Shows the form that starts a sprint. The first bottleneck is open, the others unfold. */
export function sprintFormPage(
  { organization, sent, faults = [], refusal }: SprintForm,
  view: View,
): DeskPage {
  const { say } = view
  const sections = sprintSections(view)
  const length = lengthField(view)
  const fields = [...sections.flatMap((section) => section.fields), length]
  return {
    title: say('desk_sprint_start'),
    main: html`<p>${say('desk_sprint_form_lead')}</p>${alert(refusal)}${bullets(otherFaults(fields, faults, view))}
${postForm(view, {
  action: '/desk/sprints',
  body: html`${hidden('organization_id', organization.id)}<p>${say('desk_party', { side: 'need' })}: <strong>${organization.name}</strong></p>
${sections.map((section) => sectionOf(section, { sent, faults }, view))}
${writeFields([length], { sent, faults }, view)}
<div class="actions">${button(say('desk_sprint_start'))}${linkButton('/desk/sprints', say('desk_cancel'), 'quiet')}</div>`,
})}`,
  }
}

function sprintSections(view: View): Section[] {
  const { say } = view
  return Array.from({ length: MOST_BOTTLENECKS }, (_, at) => ({
    title: say('desk_sprint_bottleneck', { number: at + 1 }),
    isFolded: at > 0,
    fields: bottleneckFields(at, view),
  }))
}

export function lengthField({ say }: View): FormField {
  const options = LENGTHS_HOURS.map((hours) => ({
    value: String(hours),
    text: say('desk_sprint_hours', { hours }),
  }))
  return { at: 'deadline_hours', kind: 'choice', label: say('desk_sprint_length'), options }
}

/** Returns the fields of one bottleneck, by its index. */
export function bottleneckFields(place: number, view: View): FormField[] {
  const { say } = view
  const lines = { kind: 'lines', hint: say('desk_lines_hint') } as const
  const fields: FormField[] = [
    ...workFields(view, { isRequired: place === 0, isDescriptionRequired: place === 0 }),
    { at: 'skills', label: say('desk_skills'), ...lines },
    { at: 'hours_per_week', kind: 'number', label: say('desk_hours') },
    { at: 'modality', kind: 'choice', label: say('desk_where'), options: modalityOptions(view) },
    {
      ...{ at: 'location/city', kind: 'text', label: say('desk_city'), maxLength: 100 },
      hint: say('desk_sprint_place_hint'),
    },
    { at: 'location/country', kind: 'choice', label: say('desk_country_name'), options: countriesIn(view) },
    { at: 'gives', label: say('desk_gives'), ...lines },
    { at: 'is_public', kind: 'flag', label: say('desk_sprint_public') },
  ]
  return fields.map((field) => ({ ...field, at: `bottlenecks/${place}/${field.at}` }))
}
