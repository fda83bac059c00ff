import type { Fault } from '../../../../shared/errors.ts'
import { type Html, html, type Part } from '../../../../shared/html.ts'
import {
  type Engagement,
  endReasons,
  type Hours,
  obstacles,
  type RetrospectivesShown,
} from '../../../engagements/index.ts'
import { type AgreedSession, atDifferentTimes } from '../../../postings/index.ts'
import type { Sent } from '../../forms.ts'
import { type FormField, sentOf, writeFields } from '../../look/form-fields.ts'
import { type OwnNames, ownParties } from '../../look/own-parties.ts'
import {
  alert,
  button,
  card,
  emptyState,
  facts,
  hidden,
  instant,
  linkButton,
  postForm,
} from '../../look/parts.ts'
import { refusedFields } from '../../look/refused-form.ts'
import type { DeskPage, View } from '../../look/view.ts'
import { endFields, hoursFields, planFields, retrospectiveFields, sideFields } from './engagement-fields.ts'
import { statusOfEngagement } from './engagements-page.ts'
import { hoursTable } from './hours-table.ts'
import { papersAt } from './paper-form.ts'

export type EngagementForm = 'plan' | 'hours' | 'complete' | 'end' | 'retrospective'

export interface EngagementShown {
  engagement: Engagement
  names: OwnNames
  hours: readonly Hours[]
  /** Sessions that are over and have no hours. */
  unlogged: readonly AgreedSession[]
  moreHoursUrl: string | null
  retrospectives: RetrospectivesShown
  /** The submitted values and the reason for the refusal. */
  refused?: { form: EngagementForm | null; sent: Sent; faults: readonly Fault[]; refusal: string }
}

/** Shows work that both sides agreed on: its plan, its hours, its end, and its retrospective. */
export function engagementPage(shown: EngagementShown, view: View): DeskPage {
  const { say } = view
  const { engagement: one, names, refused } = shown
  const isActive = one.status === 'active'
  return {
    title: one.title,
    main: html`${alert(refused?.refusal)}
${card({
  title: say('desk_agreed'),
  body: facts([
    [say('desk_status'), statusOfEngagement(one.status, view)],
    [say('desk_kind'), say('desk_kinds', { kinds: [one.kind] })],
    [say('desk_the_offer'), one.proposal?.offer.title],
    ...ownParties(one, names, view),
    [say('desk_hours'), one.hours_per_week],
    [say('desk_started'), instant(one.started_at, view)],
    [say('desk_ended'), one.ended_at && instant(one.ended_at, view)],
    [say('desk_done_by'), one.done_by.map((side) => say('desk_party', { side })).join(', ')],
    [say('desk_reason'), one.end_reason && endReason(one.end_reason, view)],
  ]),
  actions: html`${linkButton(`/desk/introductions/${one.introduction_id}`, say('desk_contacts'))}${linkButton(
    papersAt(one.id),
    say('desk_papers', { word: one.kind === 'intern' ? 'title' : 'documents' }),
    'quiet',
  )}`,
})}
${planCard(shown, view)}
${hoursCard(shown, view)}
${isActive ? view.may('editor') && ending(shown, view) : retrospectiveCard(shown, view)}`,
  }
}

function endReason(reason: string, { say }: View): string {
  const known = endReasons.find((one) => one === reason)
  return known ? say('desk_end_reason', { reason: known }) : reason
}

interface FormGiven {
  form: EngagementForm
  fields: readonly FormField[]
  sent?: Sent
  submit: Html
  extra?: Part
}

/** Renders one form of the page, with the submitted values if it was the refused one. */
function formOf(
  { engagement, refused }: EngagementShown,
  { form, fields, sent = {}, submit, extra }: FormGiven,
  view: View,
): Html {
  const isRefused = refused?.form === form
  const filled = isRefused ? { sent: refused.sent, faults: refused.faults } : { sent }
  // Several forms of the page have fields with the same name.
  const inputs = writeFields(fields, { ...filled, idPrefix: form }, view)
  return postForm(view, {
    action: `/desk/engagements/${engagement.id}/${form}`,
    body: html`${extra}${inputs}${submit}`,
  })
}

function folded(summary: string, form: Html, isOpen: boolean): Html {
  return html`<details${isOpen && html` open`}><summary>${summary}</summary>${form}</details>`
}

function planCard(shown: EngagementShown, view: View): Html {
  const { say } = view
  const { engagement, refused } = shown
  const { plan, version, status } = engagement
  const { check_ins: checkIns, exchange } = plan
  const every =
    checkIns &&
    say('desk_check_ins', { days: checkIns.every_days, start: checkIns.start, zone: checkIns.time_zone })
  const fields = planFields(engagement, view)
  const form = {
    ...({
      form: 'plan',
      fields,
      sent: sentOf(fields, plan, view),
      submit: button(say('desk_save')),
    } as const),
    extra: hidden('version', version),
  }
  const rows: [string, Part][] = [
    [say('desk_brief_outcome'), plan.outcome],
    [say('desk_plan_hours'), plan.hours],
    [say('desk_starts'), plan.starts_on && say('desk_day', { day: plan.starts_on })],
    [say('desk_ends'), plan.ends_on && say('desk_day', { day: plan.ends_on })],
    [say('desk_check_in'), every],
    [say('desk_organization_gives'), exchange?.organization_gives],
    [say('desk_helper_gives'), exchange?.helper_gives],
    [say('desk_learning_goals'), plan.learning_goals.join(', ')],
    [say('desk_supervisor'), plan.supervisor],
  ]
  const isEmpty = rows.every(([, value]) => !value)
  const calendar = postForm(view, {
    action: `/desk/engagements/${engagement.id}/calendar`,
    body: button(say('desk_calendar_make'), 'quiet'),
  })
  return card({
    title: say('desk_plan'),
    body: html`${isEmpty ? html`<p>${say('desk_plan_empty')}</p>` : facts(rows)}${status === 'active' && view.may('editor') && folded(say('desk_plan_change'), formOf(shown, form, view), refused?.form === 'plan')}`,
    ...(view.may('editor') && { actions: calendar }),
  })
}

function hoursCard(shown: EngagementShown, view: View): Html {
  const { say } = view
  const { engagement, hours, moreHoursUrl } = shown
  const log =
    // Timesheets come late, so the API accepts hours for a while after the end.
    view.may('editor')
      ? html`<h3>${say('desk_hours_log')}</h3>${formOf(shown, { form: 'hours', fields: hoursFields(engagement, view), submit: button(say('desk_hours_log')) }, view)}`
      : null
  return html`<section aria-labelledby="hours-heading"><h2 id="hours-heading">${say('desk_hours_worked')}</h2>
${hours.length === 0 ? emptyState(say('desk_hours_empty')) : hoursTable(engagement, hours, view)}
${moreHoursUrl && linkButton(moreHoursUrl, say('desk_more'))}${view.may('editor') && sessionsForm(shown, view)}${log}</section>`
}

/** Renders a form that logs the hours of attended sessions without typing them. */
function sessionsForm({ engagement, unlogged }: EngagementShown, view: View): Html | null {
  const { say } = view
  if (unlogged.length === 0) return null
  const action = `/desk/engagements/${engagement.id}/hours/sessions`
  const sent = refusedFields(view, action)
  const ticked = sent === null ? atDifferentTimes(unlogged).map(({ id }) => id) : [sent.session_ids].flat()
  const boxes = unlogged.map(
    ({ id, starts_at: startsAt, note }) =>
      html`<label class="check"><input type="checkbox" name="session_ids" value="${id}"${ticked.includes(id) && html` checked`}> ${instant(startsAt, view)}${note && `, ${note}`}</label>`,
  )
  return html`<h3>${say('desk_sessions_over')}</h3>${postForm(view, {
    action,
    body: html`<fieldset><legend>${say('desk_when', { word: 'sessions' })}</legend>${boxes}</fieldset>${writeFields(sideFields(engagement, view), { sent: sent ?? {}, idPrefix: 'sessions' }, view)}${button(say('desk_hours_log'))}`,
  })}`
}

function ending(shown: EngagementShown, view: View): Html {
  const { say } = view
  const { engagement, refused } = shown
  const done = {
    form: 'complete',
    fields: sideFields(engagement, view),
    submit: button(say('desk_mark_done')),
  } as const
  const end = {
    form: 'end',
    fields: endFields(engagement, view),
    submit: button(say('desk_end'), 'danger'),
  } as const
  return card({
    title: say('desk_finish'),
    body: html`<p>${say('desk_finish_lead')}</p>${formOf(shown, done, view)}${folded(say('desk_end'), formOf(shown, end, view), refused?.form === 'end')}`,
  })
}

function retrospectiveCard(shown: EngagementShown, view: View): Html {
  const { say } = view
  const { engagement, retrospectives } = shown
  const given = (['need', 'offer'] as const).flatMap((side) => {
    const one = retrospectives[side]
    if (!one) return []
    return [
      html`<h3>${say('desk_party', { side })}</h3>${facts([
        [say('desk_outcome_name'), say('desk_outcome', { outcome: outcomeOf(one.outcome) })],
        [say('desk_hours_spent'), one.hours_spent],
        [say('desk_again'), say('desk_yes_no', { is: one.again })],
        [say('desk_obstacles'), one.obstacles.flatMap((obstacle) => obstacleText(obstacle, view)).join(', ')],
      ])}`,
    ]
  })
  const isMissing = engagement.yours.some((side) => retrospectives[side] === null)
  const form = {
    ...({ form: 'retrospective', fields: retrospectiveFields(engagement, view) } as const),
    submit: button(say('desk_send')),
  }
  return card({
    title: say('desk_retrospective'),
    body: html`<p>${say('desk_retrospective_lead')}</p>${given}${isMissing && view.may('editor') && formOf(shown, form, view)}`,
  })
}

function outcomeOf(value: number): 0 | 1 | 2 | 3 | 4 {
  return ([0, 1, 2, 3, 4] as const).find((one) => one === value) ?? 0
}

function obstacleText(obstacle: string, { say }: View): string[] {
  const known = obstacles.find((one) => one === obstacle)
  return known ? [say('desk_obstacle', { obstacle: known })] : []
}
