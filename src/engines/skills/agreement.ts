import { uint16At } from '../../shared/item-at.ts'
import type { SkillEntry } from './skill.ts'

/** A skill, by number, that a text may express. */
export interface Expressed {
  skill: number
  /** From its own words, in (0, 1). */
  confidence: number
}

/**
 * Returns how likely each skill is right given the others and its place among all skills by likeness, in the order of
 * the skills.
 */
export type Agreement = (skills: readonly Expressed[], places: Uint16Array) => number[]

/**
 * Coefficients of the log odds that a skill is right. Fitted by logistic regression on the visible halves of
 * `test/bench/data`, on skills with a confidence of at least 0.25.
 */
const ODDS = { base: 0.74, words: 0.97, best: 2.39, place: -0.56, related: 3.46 } as const
const MOST = 0.97

/**
 * Creates a function that weighs the words of a skill against their context: the surest skill, the likeness of the
 * whole sentence, and whether the text may express a related skill.
 */
export function createAgreement(entries: readonly SkillEntry[]): Agreement {
  const numbers = new Map(entries.map(({ id }, number) => [id, number]))
  const relations = entries.map(() => new Map<number, number>())
  for (const [number, { related }] of entries.entries())
    for (const [id, strength] of Object.entries(related)) {
      const other = numbers.get(id)
      if (other === undefined) continue
      relations[number]?.set(other, strength)
      relations[other]?.set(number, strength)
    }
  return (skills, places) => {
    const best = Math.max(...skills.map(({ confidence }) => confidence))
    return skills.map(({ skill, confidence }) => {
      const others = skills.filter((other) => other.skill !== skill)
      const support = others.map((other) => (relations[skill]?.get(other.skill) ?? 0) * other.confidence)
      const odds =
        ODDS.base +
        ODDS.words * logOdds(Math.min(confidence, MOST)) +
        ODDS.best * Math.log(confidence / best) +
        ODDS.place * Math.log1p(uint16At(places, skill)) +
        ODDS.related * Math.max(0, ...support)
      return 1 / (1 + Math.exp(-odds))
    })
  }
}

function logOdds(confidence: number): number {
  return Math.log(confidence / (1 - confidence))
}
