/** Costs and gains of training a helper. Money is per hour, in any one currency. */
export interface InvestmentInput {
  minutesPerTask: number
  timesPerWeek: number
  /** Training time as a multiple of the time to do the task once. */
  trainingMultiplier: number
  /** Wright's: the share of the time that is left with each doubling of repetitions, in [0.5, 1]. */
  learningRate: number
  ownerHourValue: number
  /** 0 for free help; for barter the value of the hours given. */
  helperHourCost: number
  supervisionMinutesPerWeek: number
}

export interface Investment {
  trainingHours: number
  /** The repetition at which it has paid back; null where it does not within ten years. */
  breakEvenRepetition: number | null
  /** The week of it, from 1. */
  breakEvenWeek: number | null
  hoursFreedInYear: number
  netValueInYear: number
  /** Cumulative, at the end of each of 52 weeks. */
  weeks: { week: number; hoursFreed: number; netValue: number }[]
}

const WEEKS_OF_A_YEAR = 52
const YEARS_LOOKED_AHEAD = 10
/** An estimate: what somebody does for the first time by themselves takes them twice as long as one who is used to it. */
const FIRST_TIME = 2

/**
 * When showing somebody how to do a task pays back. The owner spends `trainingMultiplier × minutesPerTask` once, with
 * the helper, before week 1; from then on each repetition frees the owner `minutesPerTask`, and each week costs
 * `supervisionMinutesPerWeek`. The helper's nth repetition takes `2 × minutesPerTask × n^log2(learningRate)`, the
 * learning curve of T. P. Wright (Factors Affecting the Cost of Airplanes, 1936), but never less than the owner's own
 * `minutesPerTask`. Net value is hours freed × `ownerHourValue` − the helper's hours, training included, ×
 * `helperHourCost`. Hours in hours, money in the unit of the input; supervision is spread evenly over the week.
 */
export function investmentOf(input: InvestmentInput): Investment {
  const { minutesPerTask, timesPerWeek, ownerHourValue, helperHourCost } = input
  const trainingHours = (input.trainingMultiplier * minutesPerTask) / 60
  const hoursPerTask = minutesPerTask / 60
  const supervisionHours = input.supervisionMinutesPerWeek / 60
  const exponent = Math.log2(input.learningRate)
  const helperHours = (repetition: number) =>
    Math.max(hoursPerTask, FIRST_TIME * hoursPerTask * repetition ** exponent)

  const weeks: Investment['weeks'] = []
  const repetitions = Math.floor(timesPerWeek * WEEKS_OF_A_YEAR * YEARS_LOOKED_AHEAD)
  let breakEvenRepetition: number | null = null
  let worked = trainingHours
  let done = 0
  const standing = (repetition: number, week: number) => {
    const hoursFreed = repetition * hoursPerTask - trainingHours - week * supervisionHours
    return { hoursFreed, netValue: hoursFreed * ownerHourValue - worked * helperHourCost }
  }
  for (let week = 1; week <= WEEKS_OF_A_YEAR; week++) {
    const due = Math.floor(timesPerWeek * week + ROUNDING)
    for (; done < due; ) workOnce()
    weeks.push({ week, ...standing(done, week) })
  }
  const year = weeks.at(-1)
  while (breakEvenRepetition === null && done < repetitions) workOnce()

  function workOnce(): void {
    done++
    worked += helperHours(done)
    if (breakEvenRepetition === null && standing(done, done / timesPerWeek).netValue >= 0)
      breakEvenRepetition = done
  }

  return {
    trainingHours,
    breakEvenRepetition,
    breakEvenWeek:
      breakEvenRepetition === null ? null : Math.ceil(breakEvenRepetition / timesPerWeek - ROUNDING),
    hoursFreedInYear: year?.hoursFreed ?? 0,
    netValueInYear: year?.netValue ?? 0,
    weeks,
  }
}

/** Three times a week, four weeks on, is twelve: not a hair less. */
const ROUNDING = 1e-9
