import { float64At, uint16At } from '../../shared/item-at.ts'
import type { SkillEntry } from './skill.ts'

/** A skill, by number, that a text may express. */
export interface Expressed {
  skill: number
  /** From its own words, in (0, 1). */
  confidence: number
  /** Whether no word describes it: it is only likely by what has been learnt of words. */
  isUnspoken: boolean
  /** Whether its words alone say too little, like one everyday word. */
  isHint: boolean
  /** Whether a word of its name is what the text asks for. */
  isAsked: boolean
  /** Whether all of its words describe a surer skill too. */
  isRepeat: boolean
}

/** What a whole text says of each skill, by number. */
export interface WholeText {
  /** See `Likeness`. */
  places: Uint16Array
  /** See `createLikelihoods`. */
  logLikelihoods: Float64Array
  /** Whether a part of it is about what is given or wanted in return. */
  speaksOfReturns: boolean
}

/** Returns how likely each skill is right, given the others and the whole text, in the order of the skills. */
export type Agreement = (skills: readonly Expressed[], text: WholeText) => number[]

/**
 * Coefficients of the log odds that a skill is right. Fitted by logistic regression on the visible halves of
 * `test/bench/data`.
 */
const ODDS = {
  base: 2.92,
  words: 0.28,
  best: 1.18,
  place: -0.13,
  related: 2.54,
  likelihood: 0.85,
  unspoken: 0.45,
  hint: 0.22,
  repeat: -0.74,
  asked: 1.37,
} as const
const MOST = 0.97
/** What is less likely than this is not compared any further. What a text says of returns makes its own skill unlikely. */
const LEAST_LIKELIHOOD = { byDefault: -8, besideReturns: -3.5 } as const

/**
 * Creates a function that weighs the words of a skill against their context: the surest skill, the likeness of the
 * whole sentence, what has been learnt of its words, and whether the text may express a related skill.
 */
export function createAgreement(entries: readonly SkillEntry[]): Agreement {
  const relations = relationsOf(entries)
  return (skills, { places, logLikelihoods, speaksOfReturns }) => {
    const least = speaksOfReturns ? LEAST_LIKELIHOOD.besideReturns : LEAST_LIKELIHOOD.byDefault
    const best = Math.max(...skills.map(({ confidence }) => confidence))
    return skills.map(({ skill, confidence, isUnspoken, isHint, isRepeat, isAsked }) => {
      const others = skills.filter((other) => other.skill !== skill && !other.isUnspoken)
      const support = others.map((other) => (relations[skill]?.get(other.skill) ?? 0) * other.confidence)
      const likelihood = float64At(logLikelihoods, skill)
      const odds =
        ODDS.base +
        ODDS.words * logOdds(Math.min(confidence, MOST)) +
        ODDS.best * Math.log(confidence / best) +
        ODDS.place * Math.log1p(uint16At(places, skill)) +
        ODDS.related * Math.max(0, ...support) +
        ODDS.likelihood * Math.max(least, likelihood) +
        (isUnspoken ? ODDS.unspoken : 0) +
        (isHint ? ODDS.hint : 0) +
        (isRepeat ? ODDS.repeat : 0) +
        (isAsked ? ODDS.asked : 0)
      return 1 / (1 + Math.exp(-odds))
    })
  }
}

/** Returns the strengths of the relations of each skill, in both directions. */
function relationsOf(entries: readonly SkillEntry[]): ReadonlyMap<number, number>[] {
  const numbers = new Map(entries.map(({ id }, number) => [id, number]))
  const relations = entries.map(() => new Map<number, number>())
  for (const [number, { related }] of entries.entries())
    for (const [id, strength] of Object.entries(related)) {
      const other = numbers.get(id)
      if (other === undefined) continue
      relations[number]?.set(other, strength)
      relations[other]?.set(number, strength)
    }
  return relations
}

function logOdds(confidence: number): number {
  return Math.log(confidence / (1 - confidence))
}
