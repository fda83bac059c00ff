/** The single checks of a need: one for each reason why help failed before. */

import type { Brief, CheckedNeed, ReadinessCause } from './brief.ts'

/** One thing that a check looks at. Its words are shown only where points are missing. */
export interface Part {
  points: number
  mostPoints: number
  /** Follows "This brief" or "this brief again". */
  fault: string
  /** Follows the fault: "so …". */
  consequence: string
  change: string
}

export interface Check {
  cause: ReadinessCause
  /** Follows "you named". */
  name: string
  parts(need: CheckedNeed): Part[]
  /** Said where every part is complete. */
  praise(brief: Brief): string
}

/** The causes count the same: nothing measured says yet that one of them does more harm. */
const CHECK_POINTS = 20

/** A way of working that is written down outlives the helper, so it is half of what makes a system. */
const WRITTEN_POINTS = 10
/** A beginning, a middle and an end: fewer steps leave the way between them to be guessed. */
const ENOUGH_STEPS = 3
const FEW_STEPS_POINTS = 5
const SHOWN_POINTS = 5
const RHYTHM_POINTS = 5

/** Knowing when it is done is the larger part of a plan: training can still be added in the first week. */
const OUTCOME_POINTS = 12
const SHORT_OUTCOME_POINTS = 6
const TRAINING_POINTS = 8
/** "Books closed every month" says when it is done; "Better books" does not. */
const ENOUGH_OUTCOME_WORDS = 4

/** An unanswered check may be fine, so it costs half the points. */
const UNKNOWN_CONTROL_POINTS = 10
/** Checking in more often than this is watching over, however many days are worked. */
const MOST_CHECK_INS_PER_WEEK = 3
/** ILO Hours of Work (Industry) Convention, 1919 (No. 1), article 2. */
const HOURS_PER_WORKING_DAY = 8
/** ILO Forty-Hour Week Convention, 1935 (No. 47), in days of eight hours. */
const WORKING_DAYS_PER_WEEK = 5

const SAY_POINTS = 8
const GAIN_POINTS = 12
/** Volunteers and interns come for what they learn and gain, so half as much again hangs on this check. */
const UNPAID_GAIN_POINTS = 22

const SAY_WHEN_DONE =
  'Complete this sentence as the outcome: "It is done when …", with what will be different.'
const LET_PROPOSE = 'Let your helper propose how to do the work, or decide it.'

const taskNotSystem: Check = {
  cause: 'task_not_system',
  name: 'a task without a system',
  parts: ({ brief }) => {
    const repeating = [written(brief), training(brief, SHOWN_POINTS), rhythm(brief)]
    return brief.repeatsPerWeek === 0 ? [oneOff(brief, repeating)] : repeating
  },
  praise: ({ repeatsPerWeek }) =>
    repeatsPerWeek === 0
      ? 'It is clear when this one-time job is done.'
      : 'Your helper has the steps and the training to do this without you.',
}

function written({ steps, documentUrl }: Brief): Part {
  const stepCount = steps.filter((step) => wordCount(step) > 0).length
  const complete = Boolean(documentUrl?.trim()) || stepCount >= ENOUGH_STEPS
  const some = stepCount > 0
  return {
    points: complete ? WRITTEN_POINTS : some ? FEW_STEPS_POINTS : 0,
    mostPoints: WRITTEN_POINTS,
    fault: some ? `gives fewer than ${ENOUGH_STEPS} steps` : 'has no steps or document to follow',
    consequence: some
      ? 'so your helper may get stuck halfway'
      : 'so your helper would have to ask you each time',
    change: `Write down the steps, at least ${ENOUGH_STEPS}, or link a document that shows them.`,
  }
}

const training = ({ trainingHours }: Brief, mostPoints: number): Part => ({
  points: (trainingHours ?? 0) > 0 ? mostPoints : 0,
  mostPoints,
  fault: 'plans no time to train your helper',
  consequence: 'so they would have to guess how you want it done',
  change: 'Plan time to show your helper how you do it. Each repetition earns some of it back.',
})

const rhythm = ({ repeatsPerWeek }: Brief): Part => ({
  points: (repeatsPerWeek ?? 0) > 0 ? RHYTHM_POINTS : 0,
  mostPoints: RHYTHM_POINTS,
  fault: 'does not say how often the work repeats',
  consequence: 'so nobody can tell how soon the training pays back',
  change: 'State how often the work repeats in a week, or 0 if it is done once.',
})

/** A job done once needs an end, not a routine; until it has one, what is written down counts as elsewhere. */
const oneOff = ({ outcome }: Brief, repeating: Part[]): Part => ({
  points: saysWhenDone(outcome) ? CHECK_POINTS : repeating.reduce((sum, { points }) => sum + points, 0),
  mostPoints: CHECK_POINTS,
  fault: 'does not say clearly when this one-time job is done',
  consequence: 'so it could go on and on',
  change: SAY_WHEN_DONE,
})

const micromanaged: Check = {
  cause: 'micromanaged',
  name: 'micromanagement',
  parts: ({ brief, hoursPerWeek }) => [control(brief, checkInLimit(hoursPerWeek))],
  praise: () => 'Your helper has room to work without waiting for you.',
}

function control({ autonomy, checkInsPerWeek: checkIns }: Brief, limit: number): Part {
  const follows = autonomy === 'follows'
  const many = checkIns !== null && checkIns > limit
  const passes = autonomy !== null && (!follows || (checkIns !== null && !many))
  const often = checkIns !== null && checkIns >= WORKING_DAYS_PER_WEEK ? 'daily' : 'frequent'
  const unsaid = follows ? 'how often your helper checks in' : 'how much your helper may decide'
  return {
    points: passes ? CHECK_POINTS : many ? 0 : UNKNOWN_CONTROL_POINTS,
    mostPoints: CHECK_POINTS,
    fault: many ? `asks for ${often} ${follows ? 'approval' : 'check-ins'}` : `does not say ${unsaid}`,
    consequence: 'so your helper may spend more time waiting for you than working',
    change: follows
      ? `Check in at most ${limit === 1 ? 'once' : `${limit} times`} a week, and trust your helper in between.`
      : LET_PROPOSE,
  }
}

/** Check-ins a week that leave at least as many working days without one; one a week is always fine. */
function checkInLimit(hoursPerWeek: number | null): number {
  if (hoursPerWeek === null) return MOST_CHECK_INS_PER_WEEK
  const days = Math.min(WORKING_DAYS_PER_WEEK, Math.ceil(hoursPerWeek / HOURS_PER_WORKING_DAY))
  return Math.max(1, Math.min(MOST_CHECK_INS_PER_WEEK, Math.floor(days / 2)))
}

const noPlan: Check = {
  cause: 'no_plan',
  name: 'a missing plan',
  parts: ({ brief }) => [end(brief), training(brief, TRAINING_POINTS)],
  praise: () => 'It is clear when the work is done, and there is time to train your helper.',
}

function end({ outcome }: Brief): Part {
  const said = wordCount(outcome) > 0
  return {
    points: saysWhenDone(outcome) ? OUTCOME_POINTS : said ? SHORT_OUTCOME_POINTS : 0,
    mostPoints: OUTCOME_POINTS,
    fault: said ? 'describes the result in too few words' : 'does not say when the work is done',
    consequence: 'so you and your helper may expect different results',
    change: SAY_WHEN_DONE,
  }
}

const busyWork: Check = {
  cause: 'busy_work',
  name: 'busy work',
  parts: ({ brief }) => [effect(brief)],
  praise: ({ moves }) => {
    if (moves === 'revenue') return 'This work brings in revenue.'
    return moves === 'mission' ? 'This work serves your mission.' : 'This work frees your time.'
  },
}

function effect({ moves }: Brief): Part {
  const none = moves === 'none'
  return {
    points: moves === null || none ? 0 : CHECK_POINTS,
    mostPoints: CHECK_POINTS,
    fault: none
      ? 'asks for work that helps neither revenue nor mission and frees no time'
      : 'does not say what the work is for',
    consequence: none
      ? 'so both of you may feel that the effort is wasted'
      : 'so it may turn out to be busy work',
    change: `${none ? 'Choose work that' : 'Say whether the work'} brings in revenue, serves your mission or frees your time.`,
  }
}

const hirelingNotTeammate: Check = {
  cause: 'hireling_not_teammate',
  name: 'a helper who was not part of the team',
  parts: ({ brief, accepts }) => [
    gain(brief, accepts.includes('volunteer') || accepts.includes('intern')),
    say(brief),
  ],
  praise: () => 'Your helper gains something from the work and has a say in it, like a member of the team.',
}

function gain({ helperGains }: Brief, comesToGain: boolean): Part {
  const mostPoints = comesToGain ? UNPAID_GAIN_POINTS : GAIN_POINTS
  return {
    points: wordCount(helperGains) > 0 ? mostPoints : 0,
    mostPoints,
    fault: 'does not say what your helper learns or gains',
    consequence: 'so they have little reason to stay',
    change: 'State what your helper will gain: a skill, a reference, an introduction.',
  }
}

const say = ({ autonomy }: Brief): Part => ({
  points: autonomy === 'decides' || autonomy === 'proposes' ? SAY_POINTS : 0,
  mostPoints: SAY_POINTS,
  fault:
    autonomy === 'follows'
      ? 'asks your helper only to follow'
      : 'does not say how much your helper may decide',
  consequence: 'so they may not feel like part of the team',
  change: LET_PROPOSE,
})

/** In the order in which they are shown. */
export const CHECKS: readonly Check[] = [taskNotSystem, micromanaged, noPlan, busyWork, hirelingNotTeammate]

const saysWhenDone = (outcome: string | null) => wordCount(outcome) >= ENOUGH_OUTCOME_WORDS

const segmenter = new Intl.Segmenter('en', { granularity: 'word' })

/** Words in any script, also in those that put no space between them; signs and emoji are none. */
function wordCount(text: string | null): number {
  return [...segmenter.segment(text ?? '')].filter(({ isWordLike }) => isWordLike).length
}
