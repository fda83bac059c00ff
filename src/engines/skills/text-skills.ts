import { isAmbiguousName } from './ambiguous-names.ts'
import { isCommonRoot } from './common-words.ts'
import type { SkillEntry } from './skill.ts'
import { readTextWords, rootsOfName, type TextWord } from './text-words.ts'
import type { WordRank } from './word-rank.ts'
import { tellingness } from './word-rank.ts'

/** A skill that the words of a text express. */
export interface TextSkill {
  skill: string
  label: string
  /** In (0, 1); see `TEXT_CONFIDENCE`. */
  confidence: number
  /** The words of the text that express it, in lower case, the most telling first. */
  because: string[]
}

/** Finds the skills that a title and a description express, the surest first. */
export type TextSkills = (text: { title: string; description: string }) => TextSkill[]

/**
 * Chosen on `test/bench/data`. A sum of evidence as high as `half` gives a confidence of one half. Skills below `least`, or
 * below a part of the surest, are left out.
 */
export const TEXT_CONFIDENCE = { half: 0.6, least: 0.35, leastOfBest: 0.5 } as const
export const MAX_SKILLS_OF_TEXT = 6
const MAX_BECAUSE = 4

/** What one word of a name or tool, and of a phrase, adds to the description of a skill. */
const NAME_WORD = 0.8
const PHRASE_WORD = 0.45
const MOST_OF_WORD = 1
/** Letters that the inflections of a word share, in any of the languages. */
const BEGINNING_LENGTH = 5
/** What a word with the same beginning counts beside the word itself. */
const BEGINNING = 0.5
/** Strength of a whole name or tool, times the rarity of its rarest word. */
const WHOLE_NAME = 1.4
const TITLE_WEIGHT = 1.5
const MAX_NAME_WORDS = 5
/** Part of the strength that is lost if a single piece of evidence speaks for a skill; its square with two, and so on. */
const ALONE = 0.5
/** Left of the strength of a skill if all of its evidence speaks for a surer skill too. */
const CLAIMED = 0.55

interface DescribedSkill {
  id: string
  label: string
}

/** A skill whose description holds a word. */
interface Mention {
  skill: number
  weight: number
}

/** The names and tools of skills by the roots of their words, and whether each is only ever a tool's name. */
interface Names {
  owners: ReadonlyMap<string, readonly number[]>
  tools: ReadonlySet<string>
}

/** What speaks for a skill: words and whole names of the text, with their strengths. */
type Evidence = Map<string, { text: string; strength: number }>

/**
 * Describes each skill by the words of its names, tools and phrases, and returns a function that compares texts with the
 * descriptions. The strength of a shared word is its squared rarity (inverse document frequency over skills), less if it is
 * frequent in everyday language. A whole name adds more. A pure function of the entries and the text; takes about 0.2 ms.
 */
export function createTextSkills(entries: Iterable<SkillEntry>, rankOf: WordRank): TextSkills {
  const { skills, mentions, names } = describe(entries)
  const rarest = Math.log(skills.length + 1)
  const rarity = (key: string) =>
    Math.max(0, Math.log((skills.length + 1) / ((mentions.get(key)?.length ?? 0) + 0.5)) / rarest)

  function noteWord(found: Map<number, Evidence>, { root, text, weight }: TextWord): void {
    const plain = tellingness(rankOf(text)) * weight
    for (const [at, key] of keysOf(root).entries()) {
      const strength = rarity(key) ** 2 * plain * (at === 0 ? 1 : BEGINNING)
      for (const mention of mentions.get(key) ?? [])
        note(found, mention.skill, { key: text, text, strength: strength * mention.weight })
    }
  }

  function noteName(found: Map<number, Evidence>, skill: number, run: readonly TextWord[]): void {
    const rarestWord = Math.max(
      ...run.map(({ root, text }) => rarity(root) * Math.sqrt(tellingness(rankOf(text)))),
    )
    const text = run.map((word) => word.text).join(' ')
    const strength = WHOLE_NAME * rarestWord * Math.max(...run.map(({ weight }) => weight))
    note(found, skill, { key: `name ${text}`, text, strength })
  }

  return ({ title, description }) => {
    const words = [...readTextWords(title, TITLE_WEIGHT), ...readTextWords(description, 1)]
    const found = new Map<number, Evidence>()
    for (const word of words) if (!isCommonRoot(word.root)) noteWord(found, word)
    for (const { skill, run } of wholeNames(words, names, rankOf)) noteName(found, skill, run)
    return surest(found, skills)
  }
}

function describe(entries: Iterable<SkillEntry>) {
  const skills: DescribedSkill[] = []
  const mentions = new Map<string, Mention[]>()
  const owners = new Map<string, number[]>()
  const tools = new Set<string>()
  for (const { id, label, aliases, names = [], tools: ownTools = [], phrases = [] } of entries) {
    const skill = skills.push({ id, label }) - 1
    const named = [label, ...aliases, ...names].map(rootsOfName)
    const toolNames = ownTools.map(rootsOfName)
    const weights = new Map<string, number>()
    addWords(weights, [...named, ...toolNames], NAME_WORD)
    addWords(weights, phrases.map(rootsOfName), PHRASE_WORD)
    for (const [key, weight] of weights) listed(mentions, key).push({ skill, weight })
    for (const name of distinctNames(named)) listed(owners, name).push(skill)
    for (const name of distinctNames(toolNames)) {
      if (!owners.has(name)) tools.add(name)
      const list = listed(owners, name)
      if (!list.includes(skill)) list.push(skill)
    }
  }
  return { skills, mentions, names: { owners, tools } }
}

function addWords(weights: Map<string, number>, texts: readonly string[][], weight: number): void {
  for (const roots of texts)
    for (const root of new Set(roots))
      for (const key of keysOf(root))
        weights.set(key, Math.min(MOST_OF_WORD, (weights.get(key) ?? 0) + weight))
}

function distinctNames(names: readonly string[][]): Set<string> {
  return new Set(names.map((roots) => roots.join(' ')).filter((name) => name !== ''))
}

function listed<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const known = lists.get(key)
  if (known) return known
  const list: V[] = []
  lists.set(key, list)
  return list
}

/** A root, and its beginning. */
function keysOf(root: string): [string, string] {
  return [root, `${root.slice(0, BEGINNING_LENGTH)}-`]
}

/** Keeps the strongest of the same evidence for a skill. */
function note(
  found: Map<number, Evidence>,
  skill: number,
  { key, text, strength }: { key: string; text: string; strength: number },
): void {
  const evidence: Evidence = found.get(skill) ?? new Map()
  found.set(skill, evidence)
  if (strength > (evidence.get(key)?.strength ?? 0)) evidence.set(key, { text, strength })
}

/** The skills whose whole name or tool stands in the text, with its words. */
function* wholeNames(words: readonly TextWord[], { owners, tools }: Names, rankOf: WordRank) {
  for (let from = 0; from < words.length; from++) {
    for (let length = Math.min(MAX_NAME_WORDS, words.length - from); length > 0; length--) {
      const run = words.slice(from, from + length)
      const [first] = run
      const name = run.map(({ root }) => root).join(' ')
      const skills = owners.get(name)
      if (!skills || !first) continue
      // An ordinary word names a tool only where it is written as a name.
      const isOrdinary =
        isAmbiguousName(name) || (tools.has(name) && length === 1 && rankOf(first.text) !== undefined)
      if (isOrdinary && !first.isCapital) continue
      for (const skill of skills) yield { skill, run }
    }
  }
}

function surest(found: ReadonlyMap<number, Evidence>, skills: readonly DescribedSkill[]): TextSkill[] {
  const strongest = [...found]
    .map(([skill, evidence]) => ({ skill, evidence, strength: strengthOf(evidence) }))
    .filter(({ strength }) => confidenceOf(strength) >= TEXT_CONFIDENCE.least)
    .sort((a, b) => b.strength - a.strength || a.skill - b.skill)
    .slice(0, 3 * MAX_SKILLS_OF_TEXT)
  const weighed = withoutRepeats(strongest)
  const best = Math.max(0, ...weighed.map(({ confidence }) => confidence))
  const least = Math.max(TEXT_CONFIDENCE.least, TEXT_CONFIDENCE.leastOfBest * best)
  return weighed
    .filter(({ confidence }) => confidence >= least)
    .sort((a, b) => b.confidence - a.confidence || a.skill - b.skill)
    .slice(0, MAX_SKILLS_OF_TEXT)
    .flatMap(({ skill, evidence, confidence }) => {
      const described = skills[skill]
      if (!described) return []
      return [{ skill: described.id, label: described.label, confidence, because: mostTelling(evidence) }]
    })
}

function strengthOf(evidence: Evidence): number {
  let sum = 0
  for (const { strength } of evidence.values()) sum += strength
  return sum * (1 - ALONE ** evidence.size)
}

/** Lowers the confidence of skills whose evidence speaks for a surer skill too. */
function withoutRepeats(
  strongest: readonly { skill: number; evidence: Evidence; strength: number }[],
): { skill: number; evidence: Evidence; confidence: number }[] {
  const claimed = new Set<string>()
  return strongest.map(({ skill, evidence, strength }) => {
    let sum = 0
    let fresh = 0
    for (const [key, one] of evidence) {
      sum += one.strength
      if (!claimed.has(key)) fresh += one.strength
      claimed.add(key)
    }
    return { skill, evidence, confidence: confidenceOf(strength * (CLAIMED + (1 - CLAIMED) * (fresh / sum))) }
  })
}

/** In thousandths. */
function confidenceOf(strength: number): number {
  return Math.round((strength / (strength + TEXT_CONFIDENCE.half)) * 1000) / 1000
}

function mostTelling(evidence: Evidence): string[] {
  const sorted = [...evidence.values()].sort((a, b) => b.strength - a.strength || (a.text < b.text ? -1 : 1))
  return [...new Set(sorted.map(({ text }) => text))].slice(0, MAX_BECAUSE)
}
