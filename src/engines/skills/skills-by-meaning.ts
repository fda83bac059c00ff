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
 * Weighs what the words of a text say of a skill against what its whole meaning says: the log odds of being right are
 * `base` + `words` × log odds of the confidence by words + `meaning` × log likelihood by meaning. Chosen on judged markets; the
 * odds that fit judged skills best are twice as steep and rank worse.
 */
const ODDS = { base: 1, words: 0.683, meaning: 0.3 } as const
/** The confidence by words in a skill that no word expresses. */
const UNSPOKEN = 0.05
/** The number of skills without evidence by words that can become hints, the likeliest first. */
const MOST_LIKELY = 40
const LEAST_CONFIDENCE = 0.04
const MAX_SKILLS = 12
const MAX_SURE = 6
/** See `TEXT_CONFIDENCE`. */
const SURE = { least: 0.3, leastOfBest: 0.5 } as const

/** Weighs the skills that a text expresses by the vector of the whole text, and adds those that it makes likely as hints. */
export type SkillsByMeaning = (
  found: readonly SkillHint[],
  meaning: Int8Array,
  options: { addsSkills: boolean },
) => SkillHint[]

/** A pure function of the skills and the text. All numbers are of one model. */
export function createSkillsByMeaning(skills: readonly SkillMeaning[]): SkillsByMeaning {
  const places = new Map(skills.map(({ skill }, at) => [skill, at]))
  return (found, meaning, { addsSkills }) => {
    const likelihoods = logLikelihoods(skills, meaning)
    const likelihoodAt = (at: number) => likelihoods[at] ?? 0
    // What the writer is has the meaning of the text too, and is not sought.
    const sought = found.filter(({ isOfWriter }) => !isOfWriter)
    const weighed = sought.map((one) => {
      const at = places.get(one.skill)
      return at === undefined ? one : { ...one, confidence: weigh(one.confidence, likelihoodAt(at)) }
    })
    if (!addsSkills) return surest(weighed)
    const spoken = new Set(found.map(({ skill }) => skill))
    const least = likelihoods.toSorted().at(-MOST_LIKELY) ?? Number.NEGATIVE_INFINITY
    const added = skills.flatMap(({ skill, label }, at): SkillHint[] => {
      if (likelihoodAt(at) < least || spoken.has(skill)) return []
      const confidence = weigh(UNSPOKEN, likelihoodAt(at))
      return [
        {
          skill,
          label,
          confidence,
          because: [],
          isSure: false,
          isShown: false,
          isFirm: false,
          isOfWriter: false,
        },
      ]
    })
    return surest([...weighed, ...added])
  }
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
function weigh(confidence: number, logLikelihood: number): number {
  const byWords = Math.max(UNSPOKEN, confidence)
  const odds = ODDS.base + ODDS.words * Math.log(byWords / (1 - byWords)) + ODDS.meaning * logLikelihood
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
