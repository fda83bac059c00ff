/** Costs and gains of training a helper. Money is per hour, in any one currency. */
export interface InvestmentInput {
  minutesPerTask: number
  timesPerWeek: number
  /** Training time as a multiple of the time to do the task once. */
  trainingMultiplier: number
  /** Wright's learning rate: the share of the time that remains after each doubling of repetitions, in [0.5, 1]. */
  learningRate: number
  ownerHourValue: number
  /** 0 for free help. For barter, the value of the hours given in return. */
  helperHourCost: number
  supervisionMinutesPerWeek: number
}

export interface Investment {
  trainingHours: number
  /** The first repetition at which the training has paid back; null if it does not within ten years. */
  breakEvenRepetition: number | null
  /** The week of that repetition, from 1. */
  breakEvenWeek: number | null
  hoursFreedInYear: number
  netValueInYear: number
  /** Cumulative, at the end of each of 52 weeks. */
  weeks: { week: number; hoursFreed: number; netValue: number }[]
}

const WEEKS_OF_A_YEAR = 52
const YEARS_LOOKED_AHEAD = 10
/** An estimate: a task takes somebody who does it for the first time twice as long as somebody who is used to it. */
const FIRST_TIME = 2

/**
 * Computes when training somebody for a task pays back. The owner spends `trainingMultiplier × minutesPerTask` once,
 * with the helper, before week 1. From then on each repetition frees `minutesPerTask` for the owner, and each week
 * costs `supervisionMinutesPerWeek`. The helper's nth repetition takes `2 × minutesPerTask × n^log2(learningRate)`, the
 * learning curve of T. P. Wright (Factors Affecting the Cost of Airplanes, 1936), but never less than the owner's own
 * `minutesPerTask`. Net value is hours freed × `ownerHourValue` − the helper's hours, training included, ×
 * `helperHourCost`. Hours are in hours, money in the unit of the input. Supervision is spread evenly over the week.
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

/** Corrects floating-point errors: three times a week for four weeks is exactly twelve. */
const ROUNDING = 1e-9
