import { mostMeaningOfTopic, topicFrom } from '../fit.ts'
import { harmonicMean, ROUNDING, type UtilityLine } from '../limits.ts'
import type { Reach } from '../search/search.ts'
import { MUST_RELATEDNESS } from '../weights.ts'
import { answeredBy } from '../wording/answered-words.ts'
import type { AskedSkill, AskedWord, NearSkill, Question } from './question.ts'

/**
 * Skills and words that find every candidate that may reach a wanted topic and score: each such candidate has at least
 * one of them.
 */
export interface Finders {
  skills: string[]
  words: string[]
  /** Approximate share of the market's postings that they find. */
  share: number
}

/**
 * Returns the fewest skills and words that find every posting that may reach any of `reaches`. A posting with none of
 * them can't reach any (the essential lists of MaxScore: Turtle and Flood 1995).
 */
export function findersOf(question: Question, reaches: readonly Reach[]): Finders {
  const mayReach = (covered: number, share: number) =>
    reaches.some((reach) =>
      mayPairReach(question, { covered, share: Math.min(question.mostWording, share) }, reach),
    )
  const must = question.ignoresGates ? undefined : question.skills.find(({ isMust }) => isMust)
  if (must)
    return findersBy(
      must.near.filter(({ strength }) => strength >= MUST_RELATEDNESS),
      [],
    )
  return findersBy(
    essentialSkills(question, (covered) => mayReach(covered, question.mostWording)),
    essentialWords(question, (share) => mayReach(0, share)),
  )
}

function findersBy(skills: readonly NearSkill[], words: readonly AskedWord[]): Finders {
  const shares = new Map(skills.map(({ skill, share }) => [skill, share]))
  const found = [...shares.values(), ...words.map(({ share }) => share)].reduce((sum, one) => sum + one, 0)
  return { skills: [...shares.keys()], words: words.map(({ stem }) => stem), share: found }
}

/**
 * Returns a few skills or words that find some of the most promising postings: the most telling skill or, without
 * skills, three words.
 */
export function seedsOf({ skills, words }: Question): Finders {
  const [best] = [...skills].sort((a, b) => Number(b.isMust) - Number(a.isMust) || b.share - a.share)
  const near = best?.near[0]
  const opening = words.filter(({ opens }) => opens).sort((a, b) => b.most - a.most)
  return findersBy(near ? [near] : [], near ? [] : opening.slice(0, 3))
}

function mayPairReach(
  { outlines, hasMeaning }: Question,
  { covered, share }: { covered: number; share: number },
  { topic, score }: Reach,
): boolean {
  const wording = answeredBy(share)
  const most = topicFrom(covered, wording, mostMeaningOfTopic(hasMeaning))
  if (most === 0 || most < topic - ROUNDING) return false
  const at = (line: UtilityLine) => line.rest + line.skills * covered + line.wording * wording
  return outlines.some(({ need, offer }) => harmonicMean(at(need), at(offer)) >= score - 2 * ROUNDING)
}

/** Drops skills, the least telling first, as long as postings that have only dropped ones can't reach enough. */
function essentialSkills({ side, skills }: Question, mayReach: (covered: number) => boolean): NearSkill[] {
  const entries = skills
    .flatMap((asked) =>
      asked.near.map((one) => ({
        asked,
        one,
        gain: side === 'offer' ? asked.share * one.strength : one.strength,
      })),
    )
    .sort((a, b) => a.gain - b.gain)
  const left = new Map<AskedSkill, number>()
  const covered = () => {
    const values = [...left].map(([asked, most]) => (side === 'offer' ? asked.share * most : most))
    return side === 'offer' ? values.reduce((sum, one) => sum + one, 0) : Math.max(0, ...values)
  }
  const from = entries.findIndex(({ asked, one }) => {
    left.set(asked, Math.max(one.strength, left.get(asked) ?? 0))
    return mayReach(covered())
  })
  return from < 0 ? [] : entries.slice(from).map(({ one }) => one)
}

function essentialWords({ words }: Question, mayReach: (share: number) => boolean): AskedWord[] {
  const opening = words.filter(({ opens }) => opens).sort((a, b) => a.most - b.most)
  let share = words.reduce((sum, { most, opens }) => (opens ? sum : sum + most), 0)
  const from = opening.findIndex(({ most }) => {
    share += most
    return mayReach(share)
  })
  return from < 0 ? [] : opening.slice(from)
}
