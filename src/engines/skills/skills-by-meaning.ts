import type { SkillHint } from './text-skill.ts'

/** A skill and the direction that stands for what its names and phrases mean, by one model. */
export interface SkillMeaning {
  skill: string
  label: string
  numbers: Int8Array
}

/**
 * Weighs what the words of a text say of a skill against what its whole meaning says: the log odds of being right are
 * `base` + `words` × log odds of the confidence by words + `meaning` × cosine. Fitted by logistic regression on the posted and
 * tagged skills of judged markets, each checked by the others, with a flatter share of the cosine, which ranks better.
 */
const ODDS = { base: -2, words: 0.683, meaning: 3 } as const
/** The confidence by words in a skill that no word expresses. */
const UNSPOKEN = 0.05
/** How many skills that no word expresses are looked at, the nearest first. */
const MOST_NEAR = 40
const LEAST_CONFIDENCE = 0.04
const MAX_SKILLS = 12
const MAX_SURE = 6
/** See `TEXT_CONFIDENCE`. */
const SURE = { least: 0.3, leastOfBest: 0.5 } as const

/** Weighs the skills that a text expresses by the meaning of the whole text, and adds those that are near to it, as hints. */
export type SkillsByMeaning = (
  found: readonly SkillHint[],
  meaning: Int8Array,
  options: { addsSkills: boolean },
) => SkillHint[]

/** A pure function of the skills and the text. All numbers are of one model. */
export function createSkillsByMeaning(skills: readonly SkillMeaning[]): SkillsByMeaning {
  const places = new Map(skills.map(({ skill }, at) => [skill, at]))
  const lengths = skills.map(({ numbers }) => lengthOf(numbers))
  return (found, meaning, { addsSkills }) => {
    const length = lengthOf(meaning)
    const cosineOf = (at: number) => {
      const both = (lengths[at] ?? 0) * length
      return both === 0 ? 0 : product(skills[at]?.numbers ?? meaning, meaning) / both
    }
    // What the writer is has the meaning of the text too, and is not sought.
    const sought = found.filter(({ isOfWriter }) => !isOfWriter)
    const weighed = sought.map((one) => {
      const at = places.get(one.skill)
      return at === undefined ? one : { ...one, confidence: weigh(one.confidence, cosineOf(at)) }
    })
    if (!addsSkills) return surest(weighed)
    const spoken = new Set(found.map(({ skill }) => skill))
    const cosines = Float64Array.from(skills, (_, at) => cosineOf(at))
    const least = cosines.toSorted().at(-MOST_NEAR) ?? Number.NEGATIVE_INFINITY
    const added = skills.flatMap(({ skill, label }, at): SkillHint[] => {
      const cosine = cosines[at] ?? 0
      if (cosine < least || spoken.has(skill)) return []
      const confidence = weigh(UNSPOKEN, cosine)
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
function weigh(confidence: number, cosine: number): number {
  const byWords = Math.max(UNSPOKEN, confidence)
  const odds = ODDS.base + ODDS.words * Math.log(byWords / (1 - byWords)) + ODDS.meaning * cosine
  return Math.round(1000 / (1 + Math.exp(-odds))) / 1000
}

function product(a: Int8Array, b: Int8Array): number {
  let sum = 0
  // Checked reads take twice the time, and both have the same length.
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0)
  return sum
}

function lengthOf(numbers: Int8Array): number {
  return Math.sqrt(product(numbers, numbers))
}
