import { type Html, html, type Part } from '../../../../shared/html.ts'
import type { Engagement, Hours } from '../../../engagements/index.ts'
import { writeFields } from '../../look/form-fields.ts'
import { badge, button, hidden, postForm, type Tone, table, textField } from '../../look/parts.ts'
import { refusedFields, textIn } from '../../look/refused-form.ts'
import type { View } from '../../look/view.ts'
import { sideFields } from './engagement-fields.ts'

const TONES: Record<Hours['status'], Tone> = { logged: 'wait', confirmed: 'good', disputed: 'bad' }

/** Lists hours with the possible actions: the other side's can be confirmed or disputed, one's own withdrawn. */
export function hoursTable(engagement: Engagement, hours: readonly Hours[], view: View): Html {
  const { say } = view
  return table({
    caption: say('desk_hours_worked'),
    columns: [
      say('desk_worked_on'),
      say('desk_hours_of_day'),
      say('desk_logged_by'),
      say('desk_status'),
      say('desk_change'),
    ],
    rows: hours.map((one) => [
      say('desk_short_day', { day: one.worked_on }),
      one.hours,
      say('desk_party', { side: one.logged_by }),
      statusOf(one, view),
      view.may('editor') && (one.status === 'confirmed' ? correction : answers)(engagement, one, view),
    ]),
  })
}

function statusOf(
  { status, dispute_reason: reason, correction_reason: correction }: Hours,
  { say }: View,
): Part {
  return html`${badge(say('desk_hours_status', { status }), TONES[status])}${status === 'disputed' && reason && html` ${reason}`}${correction && html` ${correction}`}`
}

/** Renders a form that corrects confirmed hours with a separate entry, which the other side confirms. */
function correction(engagement: Engagement, one: Hours, view: View): Part {
  const { say } = view
  if (one.corrects !== null) return null
  const action = `/desk/engagements/${engagement.id}/hours/correct`
  const sent = refusedFields(view, action, { hours_id: one.id })
  const given = (name: string) => ({
    ...{ name, id: `correct-${name}-${one.id}`, value: textIn(sent, name) },
  })
  const hours = textField({
    ...given('hours'),
    type: 'decimal',
    label: say('desk_right_hours'),
    isRequired: true,
  })
  const reason = textField({
    ...given('reason'),
    label: say('desk_reason'),
    maxLength: 500,
    isRequired: true,
  })
  const side = writeFields(
    sideFields(engagement, view),
    { sent: sent ?? {}, idPrefix: `correct-${one.id}` },
    view,
  )
  const form = postForm(view, {
    action,
    body: html`${hidden('hours_id', one.id)}${hours}${reason}${side}${button(say('desk_correct'))}`,
  })
  return html`<details${sent && html` open`}><summary>${say('desk_correct')}<span class="unseen"> ${say('desk_day', { day: one.worked_on })}</span></summary><p>${say('desk_correct_lead')}</p>${form}</details>`
}

function answers({ id, yours }: Engagement, one: Hours, view: View): Part {
  const { say } = view
  const other = one.logged_by === 'need' ? 'offer' : 'need'
  const form = (verb: string, body: Part) =>
    postForm(view, {
      action: `/desk/engagements/${id}/hours/${verb}`,
      body: html`${hidden('hours_id', one.id)}${body}`,
    })
  const day = html`<span class="unseen"> ${say('desk_day', { day: one.worked_on })}</span>`
  const named = (text: string, look: 'main' | 'quiet' | 'danger') =>
    html`<button class="${look}">${text}${day}</button>`
  const disputed = refusedFields(view, `/desk/engagements/${id}/hours/dispute`, { hours_id: one.id })
  const reason = textField({
    ...{
      name: 'reason',
      id: `reason-${one.id}`,
      value: textIn(disputed, 'reason'),
      label: say('desk_reason'),
      maxLength: 500,
      isRequired: true,
    },
  })
  return html`${yours.includes(other) && html`${form('confirm', html`${hidden('version', one.version)}${named(say('desk_confirm'), 'main')}`)}<details${disputed && html` open`}><summary>${say('desk_dispute')}${day}</summary>${form('dispute', html`${reason}${button(say('desk_dispute'), 'danger')}`)}</details>`}${yours.includes(one.logged_by) && !yours.includes(other) && form('withdraw', named(say('desk_withdraw'), 'danger'))}`
}
