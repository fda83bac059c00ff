import type { WorkFaultTexts } from '../fault-texts.ts'

const SAID = {
  minute: 'Log at least one minute, which is 0.02 hours.',
  zero_or_minute: 'Write 0, or at least one minute, which is 0.02 hours.',
  hours_or_span: 'Send worked_on and hours, or starts_at and ends_at.',
  not_over: 'This time has not come. Log hours once the work is done.',
  span_short:
    'The work must end at least one minute after it begins. If it went on past midnight, give the end with the next day.',
  hours_same: 'The hours are already as you say. Nothing is to be corrected.',
  hours_of_own_side: 'Your side logged these hours, so the other side confirms them.',
  hours_changed: 'The hours have changed since you read them. Read them again before you confirm them.',
  hours_missing: 'There are no hours with this id, or you may not see them.',
  hours_confirmed:
    'These hours are already confirmed. If they are wrong, correct them with POST /v1/engagements/{id}/hours/{hours_id}/correct.',
  name_side: 'Both sides are yours. Name the side that you speak for.',
  engagement_unknown: 'You have no engagement with this id.',
  helper_unknown: 'This is not one of your helpers.',
  name_engagement: 'Name the engagement by its id, or its helper by the id or the name.',
  helper_without_engagement: 'This helper has no engagement with you.',
  row_twice:
    'Another row says the same. If the work was done twice on that day, write when each began and ended, or add up the hours.',
  row_without_end: 'The row says when the work began. Write when it ended, or the hours.',
  row_without_start: 'The row says when the work ended. Write when it began, or the hours.',
  row_without_hours: 'The row has no hours. Write them, or when the work began and ended.',
  row_without_day: 'The row has no day. Write the day of the work.',
  entry_unknown:
    'There is no entry with this id in this engagement. Leave the id blank for new hours, or name its column null in `columns` if it holds numbers of your own.',
  session_of_engagement: 'The engagement has no such session.',
  session_not_over: 'Hours are logged once the session is over.',
  session_logged: 'This session has hours already.',
  session_of_need: 'The need has no session with this id.',
  session_begun: 'This session has begun.',
  session_unfit: 'The helper cannot come to this session.',
  session_at_once: 'This session is at the same time as another one that you name. Nobody attends both.',
  session_of_introduction: 'The introduction is not about this session. Choose from its session_ids.',
  pair_unfit: 'This giver and receiver do not match at the moment.',
  ring_broken: 'The receiver of this link must be the giver of the next one.',
}
/** With the unit. */
function hoursAWeek(hours: number): string {
  return `${hours} ${hours === 1 ? 'hour' : 'hours'} a week`
}

export const workFaults: WorkFaultTexts = {
  fault_of_work: ({ what }) => SAID[what],
  fault_hours_differ: ({ hasBreak }) =>
    `The hours are not those between starts_at and ends_at${hasBreak ? ' without the break' : ''}. Correct one of them, or leave the hours blank.`,
  fault_hours_on_day: ({ hours, day }) =>
    `${hours} hours on ${day}. Withdraw or correct entries of that day first (GET /v1/hours?from=${day}&to=${day} lists them), or keep both records.`,
  fault_span_long: ({ from }) => `From ${from} that is more than 24 hours. Log each day by itself.`,
  fault_after_today: ({ day, zone }) => `Today is ${day} in ${zone}. Log hours once the work is done.`,
  fault_before_work: ({ day }) => `The work began on ${day}. Hours before that do not belong to it.`,
  fault_after_work: ({ day }) => `The work ended on ${day}. Hours after that do not belong to it.`,
  fault_day_full: ({ day }) =>
    `With these the helper would have worked more than 24 hours on ${day}, over all engagements. Check the entries of that day.`,
  fault_overlaps: ({ id, side, from, to }) =>
    `The ${side} side has logged work from ${from} to ${to} (${id}). Change, confirm or dispute that entry. If several people worked at once, send worked_on and hours.`,
  fault_several_engagements: ({ engagements }) =>
    `The helper has several engagements. Write the id of the right one: ${engagements.map(({ id, title }) => `${id} (${title})`).join(', ')}.`,
  fault_session: ({ id, state }) => {
    if (state === 'removed') return `The need no longer has ${id}.`
    return state === 'over' ? `${id} has begun.` : `${id} has no place left.`
  },
  fault_time_promised: ({ id, by }) =>
    `${id} is at a time that is promised to ${by ?? 'another engagement'}.`,
  fault_takes_hours: ({ id, hours }) => `${id} takes ${hoursAWeek(hours)}.`,
  fault_expiry: ({ least, most }) => `Must be at least ${least} and at most ${most} hours from now.`,
  fault_held: ({ id, ring }) => `${id} is reserved for ${ring}.`,
  fault_clock_ahead: ({ days }) => `A sandbox can be at most ${days} days ahead of real time.`,
  fault_clock_back: ({ at }) =>
    `It is ${at} in your sandbox, and its clock moves only forward. To go back to real time, reset the sandbox.`,
}
