import { type Engagement, endReasons, obstacles } from '../../../engagements/index.ts'
import type { FormField } from '../../look/form-fields.ts'
import type { View } from '../../look/view.ts'

type Shown = Pick<Engagement, 'kind' | 'yours'>
const OUTCOMES = [4, 3, 2, 1, 0] as const

/** Returns the field for the side, if both sides are the reader's. */
export function sideFields({ yours }: Shown, { say }: View): FormField[] {
  if (yours.length < 2) return []
  const options = yours.map((side) => ({ value: side, text: say('desk_party', { side }) }))
  return [{ at: 'side', kind: 'choice', label: say('desk_speak_for'), options }]
}

export function planFields({ kind }: Shown, { say }: View): FormField[] {
  const barter: FormField[] = [
    {
      at: 'exchange/organization_gives',
      kind: 'text',
      label: say('desk_organization_gives'),
      maxLength: 500,
    },
    { at: 'exchange/helper_gives', kind: 'text', label: say('desk_helper_gives'), maxLength: 500 },
  ]
  const intern: FormField[] = [
    { at: 'learning_goals', kind: 'lines', label: say('desk_learning_goals'), hint: say('desk_lines_hint') },
    { at: 'supervisor', kind: 'text', label: say('desk_supervisor'), maxLength: 200 },
  ]
  return [
    { at: 'outcome', kind: 'long', label: say('desk_brief_outcome'), maxLength: 2000 },
    { at: 'hours', kind: 'number', label: say('desk_plan_hours') },
    { at: 'starts_on', kind: 'day', label: say('desk_starts') },
    { at: 'ends_on', kind: 'day', label: say('desk_ends') },
    { at: 'check_ins/every_days', kind: 'number', label: say('desk_check_in_days') },
    { at: 'check_ins/start', kind: 'text', label: say('desk_check_in_start'), maxLength: 5 },
    { at: 'check_ins/minutes', kind: 'number', label: say('desk_check_in_minutes') },
    {
      ...{ at: 'check_ins/time_zone', kind: 'text', label: say('desk_time_zone'), maxLength: 64 },
      hint: say('desk_time_zone_hint'),
    },
    ...(kind === 'barter' ? barter : []),
    ...(kind === 'intern' ? intern : []),
  ]
}

export function hoursFields(shown: Shown, view: View): FormField[] {
  const { say } = view
  return [
    { at: 'worked_on', kind: 'day', label: say('desk_worked_on') },
    { at: 'hours', kind: 'number', label: say('desk_hours_of_day') },
    ...sideFields(shown, view),
  ]
}

export function endFields(shown: Shown, view: View): FormField[] {
  const { say } = view
  const options = endReasons.map((reason) => ({ value: reason, text: say('desk_end_reason', { reason }) }))
  return [{ at: 'reason', kind: 'choice', label: say('desk_reason'), options }, ...sideFields(shown, view)]
}

export function retrospectiveFields(shown: Shown, view: View): FormField[] {
  const { say } = view
  const outcomes = OUTCOMES.map((outcome) => ({
    value: String(outcome),
    text: say('desk_outcome', { outcome }),
  }))
  const causes = obstacles.map((obstacle) => ({ value: obstacle, text: say('desk_obstacle', { obstacle }) }))
  return [
    { at: 'outcome', kind: 'choice', label: say('desk_outcome_name'), options: outcomes },
    { at: 'hours_spent', kind: 'number', label: say('desk_hours_spent') },
    { at: 'obstacles', kind: 'choices', label: say('desk_obstacles'), options: causes },
    { at: 'again', kind: 'flag', label: say('desk_again') },
    ...sideFields(shown, view),
  ]
}
