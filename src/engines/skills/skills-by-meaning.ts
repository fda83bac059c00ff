import { float64At } from '../../shared/item-at.ts'
import { UNSPOKEN } from './surest-skills.ts'
import type { SkillHint } from './text-skill.ts'

/**
 * The weights of a skill in a softmax over all skills, for vectors of one model. Its logit is `bias` + `scale` × the dot product
 * of `numbers` and the text's vector of length 1.
 */
export interface SkillMeaning {
  skill: string
  label: string
  numbers: Int8Array
  scale: number
  bias: number
}

/**
 * The log odds of a skill are `base` + `words` × log odds of the confidence by words + `learnt` × log likelihood by what has been
 * learnt of words + `meaning` × log likelihood by the vector. Chosen on judged markets. Without a vector the others count more.
 */
const ODDS = { base: 1.7, words: 0.5, learnt: 0.3, meaning: 0.1 } as const
const ODDS_WITHOUT_MEANING = { base: 1.7, words: 0.683, learnt: 0.3, meaning: 0 } as const
/** The number of skills that can become hints by the vector alone, the likeliest first. */
const MOST_LIKELY = 40
/** The log likelihood by words of skills that are not among the likeliest by words. */
const UNLIKELY = -4
const LEAST_CONFIDENCE = 0.04
const MAX_SKILLS = 12
const MAX_SURE = 6
/** See `TEXT_CONFIDENCE`. */
const SURE = { least: 0.3, leastOfBest: 0.6 } as const

/**
 * Weighs the skills that a text expresses by everything known of the whole text, and adds those that its vector makes likely as
 * hints. `meaning` is null if the vector is not known.
 */
export type SkillsByMeaning = (
  found: readonly SkillHint[],
  meaning: Int8Array | null,
  options: { addsSkills: boolean },
) => SkillHint[]

/** A pure function of the skills and the text. All numbers are of one model. */
export function createSkillsByMeaning(skills: readonly SkillMeaning[]): SkillsByMeaning {
  const places = new Map(skills.map(({ skill }, at) => [skill, at]))
  return (found, meaning, { addsSkills }) => {
    const byMeaning = meaning && logLikelihoods(skills, meaning)
    // What the writer is has the meaning of the text too, and is not sought. What no word names is added.
    const sought = found.filter(
      ({ isOfWriter, because }) => !isOfWriter && (addsSkills || because.length > 0),
    )
    const others = byMeaning && addsSkills ? likeliest(skills, byMeaning, found) : []
    const weighed = [...sought, ...others].map((one) => {
      const at = places.get(one.skill)
      if (at === undefined) return one
      return { ...one, confidence: weigh(one, byMeaning && float64At(byMeaning, at)) }
    })
    return surest(weighed)
  }
}

/** Returns the likeliest skills that were not found. */
function likeliest(
  skills: readonly SkillMeaning[],
  byMeaning: Float64Array,
  found: readonly SkillHint[],
): SkillHint[] {
  const known = new Set(found.map(({ skill }) => skill))
  const least = byMeaning.toSorted().at(-MOST_LIKELY) ?? Number.NEGATIVE_INFINITY
  return skills.flatMap(({ skill, label }, at) => {
    if (float64At(byMeaning, at) < least || known.has(skill)) return []
    const words = { confidence: UNSPOKEN, agreed: 0, likelihood: UNLIKELY, because: [], isOfWriter: false }
    return [{ skill, label, ...words, isSure: false, isShown: false, isFirm: false }]
  })
}

/** What is firm stays, and stays sure: people find a posting by what is shown. */
function surest(all: readonly SkillHint[]): SkillHint[] {
  const sorted = all
    .filter(({ confidence, isFirm }) => isFirm || confidence >= LEAST_CONFIDENCE)
    .sort((a, b) => b.confidence - a.confidence || (a.skill < b.skill ? -1 : 1))
    .filter(({ isFirm }, at) => isFirm || at < MAX_SKILLS)
  const least = Math.max(SURE.least, SURE.leastOfBest * (sorted[0]?.confidence ?? 0))
  return sorted.map((one, at) => {
    // What no word expresses can be explained to nobody.
    const isSure = at < MAX_SURE && one.confidence >= least && one.because.length > 0
    return { ...one, isSure: one.isFirm || isSure }
  })
}

/** In thousandths. */
function weigh({ confidence, likelihood }: SkillHint, byMeaning: number | null): number {
  const { base, words, learnt, meaning } = byMeaning === null ? ODDS_WITHOUT_MEANING : ODDS
  const byWords = Math.max(UNSPOKEN, confidence)
  const odds =
    base + words * Math.log(byWords / (1 - byWords)) + learnt * likelihood + meaning * (byMeaning ?? 0)
  return Math.round(1000 / (1 + Math.exp(-odds))) / 1000
}

/** Computes the log likelihood of each skill by the vector of a text (softmax). */
function logLikelihoods(skills: readonly SkillMeaning[], meaning: Int8Array): Float64Array {
  const length = Math.sqrt(product(meaning, meaning)) || 1
  const sums = Float64Array.from(
    skills,
    ({ numbers, scale, bias }) => bias + (scale * product(numbers, meaning)) / length,
  )
  const most = sums.reduce((largest, sum) => Math.max(largest, sum), Number.NEGATIVE_INFINITY)
  const all = most + Math.log(sums.reduce((total, sum) => total + Math.exp(sum - most), 0))
  return sums.map((sum) => sum - all)
}

function product(a: Int8Array, b: Int8Array): number {
  let sum = 0
  // Checked reads take twice the time, and both have the same length.
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}
