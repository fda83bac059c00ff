/** The checks of a need: one for each common reason why help fails. */

import { type Message, type MessageValues, message } from '../../shared/messages/index.ts'
import type { Brief, CheckedNeed, ReadinessCause } from './brief.ts'

/** One thing that a check examines. Its fault and change are used only if points are missing. */
export interface Part {
  points: number
  mostPoints: number
  fault: MessageValues['advice_fault']['fault']
  change: Message<'advice_change' | 'advice_check_ins'>
}

export interface Check {
  cause: ReadinessCause
  parts(need: CheckedNeed): Part[]
  /** Returns the praise if every part is complete. */
  praise(brief: Brief): MessageValues['advice_praise']['praise']
}

/** All causes count the same: no measurement shows yet that one does more harm. */
const CHECK_POINTS = 20

/** A documented procedure outlives the helper, so it is half of what makes a system. */
const WRITTEN_POINTS = 10
/**
 * A beginning, a middle and an end. With fewer steps, helpers must guess what is between them. The messages state this
 * number.
 */
const ENOUGH_STEPS = 3
const FEW_STEPS_POINTS = 5
const SHOWN_POINTS = 5
const RHYTHM_POINTS = 5

/** Knowing when the work is done is the larger part of a plan: training can still be added in the first week. */
const OUTCOME_POINTS = 12
const SHORT_OUTCOME_POINTS = 6
const TRAINING_POINTS = 8
/** "Books closed every month" says when it is done; "Better books" does not. */
const ENOUGH_OUTCOME_WORDS = 4

/** A missing answer may be harmless, so it costs half the points. */
const UNKNOWN_CONTROL_POINTS = 10
/** More check-ins than this are micromanagement, however many days are worked. */
const MOST_CHECK_INS_PER_WEEK = 3
/** ILO Hours of Work (Industry) Convention, 1919 (No. 1), article 2. */
const HOURS_PER_WORKING_DAY = 8
/** ILO Forty-Hour Week Convention, 1935 (No. 47), in days of eight hours. */
const WORKING_DAYS_PER_WEEK = 5

const SAY_POINTS = 8
const GAIN_POINTS = 12
/** Volunteers and interns come for what they learn and gain, so this check counts almost twice as much for them. */
const UNPAID_GAIN_POINTS = 22

const SAY_WHEN_DONE = message('advice_change', { change: 'say_when_done' })
const LET_PROPOSE = message('advice_change', { change: 'let_propose' })

const taskNotSystem: Check = {
  cause: 'task_not_system',
  parts: ({ brief }) => {
    const repeating = [written(brief), training(brief, SHOWN_POINTS), rhythm(brief)]
    return brief.repeatsPerWeek === 0 ? [oneOff(brief, repeating)] : repeating
  },
  praise: ({ repeatsPerWeek }) => (repeatsPerWeek === 0 ? 'one_off_ends' : 'has_system'),
}

function written({ steps, documentUrl }: Brief): Part {
  const stepCount = steps.filter((step) => wordCount(step) > 0).length
  const complete = Boolean(documentUrl?.trim()) || stepCount >= ENOUGH_STEPS
  const some = stepCount > 0
  return {
    points: complete ? WRITTEN_POINTS : some ? FEW_STEPS_POINTS : 0,
    mostPoints: WRITTEN_POINTS,
    fault: some ? 'few_steps' : 'no_steps',
    change: message('advice_change', { change: 'write_steps' }),
  }
}

const training = ({ trainingHours }: Brief, mostPoints: number): Part => ({
  points: (trainingHours ?? 0) > 0 ? mostPoints : 0,
  mostPoints,
  fault: 'no_training',
  change: message('advice_change', { change: 'plan_training' }),
})

const rhythm = ({ repeatsPerWeek }: Brief): Part => ({
  points: (repeatsPerWeek ?? 0) > 0 ? RHYTHM_POINTS : 0,
  mostPoints: RHYTHM_POINTS,
  fault: 'no_rhythm',
  change: message('advice_change', { change: 'say_rhythm' }),
})

/**
 * A one-off job needs an end, not a routine. Until it has one, its written steps, training and rhythm count as for
 * other work.
 */
const oneOff = ({ outcome }: Brief, repeating: Part[]): Part => ({
  points: saysWhenDone(outcome) ? CHECK_POINTS : repeating.reduce((sum, { points }) => sum + points, 0),
  mostPoints: CHECK_POINTS,
  fault: 'no_end_of_one_off',
  change: SAY_WHEN_DONE,
})

const micromanaged: Check = {
  cause: 'micromanaged',
  parts: ({ brief, hoursPerWeek }) => [control(brief, checkInLimit(hoursPerWeek))],
  praise: () => 'has_room',
}

function control({ autonomy, checkInsPerWeek: checkIns }: Brief, limit: number): Part {
  const follows = autonomy === 'follows'
  const many = checkIns !== null && checkIns > limit
  const passes = autonomy !== null && (!follows || (checkIns !== null && !many))
  const often = checkIns !== null && checkIns >= WORKING_DAYS_PER_WEEK ? 'daily' : 'frequent'
  const unsaid = follows ? 'check_ins_unsaid' : 'autonomy_unsaid'
  return {
    points: passes ? CHECK_POINTS : many ? 0 : UNKNOWN_CONTROL_POINTS,
    mostPoints: CHECK_POINTS,
    fault: many ? (follows ? `${often}_approval` : `${often}_check_ins`) : unsaid,
    change: follows ? message('advice_check_ins', { times: limit }) : LET_PROPOSE,
  }
}

/** Returns the maximum check-ins a week: at least as many working days have none, and one a week is always allowed. */
function checkInLimit(hoursPerWeek: number | null): number {
  if (hoursPerWeek === null) return MOST_CHECK_INS_PER_WEEK
  const days = Math.min(WORKING_DAYS_PER_WEEK, Math.ceil(hoursPerWeek / HOURS_PER_WORKING_DAY))
  return Math.max(1, Math.min(MOST_CHECK_INS_PER_WEEK, Math.floor(days / 2)))
}

const noPlan: Check = {
  cause: 'no_plan',
  parts: ({ brief }) => [end(brief), training(brief, TRAINING_POINTS)],
  praise: () => 'has_plan',
}

function end({ outcome }: Brief): Part {
  const said = wordCount(outcome) > 0
  return {
    points: saysWhenDone(outcome) ? OUTCOME_POINTS : said ? SHORT_OUTCOME_POINTS : 0,
    mostPoints: OUTCOME_POINTS,
    fault: said ? 'short_outcome' : 'no_outcome',
    change: SAY_WHEN_DONE,
  }
}

const busyWork: Check = {
  cause: 'busy_work',
  parts: ({ brief }) => [effect(brief)],
  praise: ({ moves }) => (moves === 'revenue' || moves === 'mission' ? moves : 'time_freed'),
}

function effect({ moves }: Brief): Part {
  const none = moves === 'none'
  return {
    points: moves === null || none ? 0 : CHECK_POINTS,
    mostPoints: CHECK_POINTS,
    fault: none ? 'moves_nothing' : 'purpose_unsaid',
    change: message('advice_change', { change: none ? 'choose_other_work' : 'say_purpose' }),
  }
}

const hirelingNotTeammate: Check = {
  cause: 'hireling_not_teammate',
  parts: ({ brief, accepts }) => [
    gain(brief, accepts.includes('volunteer') || accepts.includes('intern')),
    say(brief),
  ],
  praise: () => 'is_teammate',
}

function gain({ helperGains }: Brief, comesToGain: boolean): Part {
  const mostPoints = comesToGain ? UNPAID_GAIN_POINTS : GAIN_POINTS
  return {
    points: wordCount(helperGains) > 0 ? mostPoints : 0,
    mostPoints,
    fault: 'gain_unsaid',
    change: message('advice_change', { change: 'say_gain' }),
  }
}

const say = ({ autonomy }: Brief): Part => ({
  points: autonomy === 'decides' || autonomy === 'proposes' ? SAY_POINTS : 0,
  mostPoints: SAY_POINTS,
  fault: autonomy === 'follows' ? 'only_follows' : 'say_unsaid',
  change: LET_PROPOSE,
})

/** In display order. */
export const CHECKS: readonly Check[] = [taskNotSystem, micromanaged, noPlan, busyWork, hirelingNotTeammate]

const saysWhenDone = (outcome: string | null) => wordCount(outcome) >= ENOUGH_OUTCOME_WORDS

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** Counts words in any script, even without spaces. Punctuation and emoji do not count. */
function wordCount(text: string | null): number {
  return [...segmenter.segment(text ?? '')].filter(({ isWordLike }) => isWordLike).length
}
