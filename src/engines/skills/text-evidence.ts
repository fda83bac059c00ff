import { float64At, itemAt, uint8At, uint16At } from '../../shared/item-at.ts'
import { isAmbiguousName } from './ambiguous-names.ts'
import { isCommonRoot } from './common-words.ts'
import { formIn } from './forms-in-language.ts'
import type { Mentions, SkillDescriptions, Wording } from './skill-descriptions.ts'
import type { TextWord } from './text-words.ts'
import { loneForm } from './word-forms.ts'
import { tellingness, type WordRank } from './word-rank.ts'

/** Strength of a whole name or tool, multiplied by the rarity of its rarest word. */
const WHOLE_NAME = 1.4
/** Factor for a one-word name in another form: `type` for `typing`. */
const OTHER_FORM = 0.5
/**
 * Factor for a one-word name that is a frequent word: `books` or `manager` may mean anything unless the text asks for
 * one.
 */
const EVERYDAY_NAME = 0.25
const EVERYDAY_RANK = 3000
/** Minimum weight of a word that names what is asked for. */
const LEAST_OF_ASKED = 0.6
/** Weight of words shared with a phrase or part of a name, in addition to the weight of each word. */
const SHARED_WORDING = 0.6
const LEAST_SHARED = 0.4
/** Maximum occurrences considered of a repeated word. */
const MAX_PLACES = 4
/** Maximum gap between words that count as one name or phrase. */
const MAX_GAP_OF_NAME = 2
const MAX_GAP = 12
/** Factor for a word with only the same beginning. */
const SAME_BEGINNING = 0.5
const WORDINGS_OF_STEP = 500
/** Numbers alone are no evidence. */
const NUMBER = /^\d+$/
/** Shorter names of tools are abbreviations, which in lower case are ordinary syllables. */
const SHORT_TOOL = 3

/** Evidence for a skill by key: words, names and phrases of the text, with their strengths. */
export type Evidence = Map<string, { words: readonly TextWord[]; strength: number; isName: boolean }>

/** Part of the strength that is lost with a single piece of evidence; its square with two, and so on. */
const ALONE = 0.5
/** Further factor if the single piece is an everyday word: people also meet by the fence. */
const LONE_THING = 0.8

/** Returns how strongly the evidence supports its skill. */
export function strengthOf(evidence: Evidence): number {
  let sum = 0
  for (const { strength } of evidence.values()) sum += strength
  return joined(sum, evidence.size) * (isLoneThing(evidence) ? LONE_THING : 1)
}

/** Returns whether one everyday word is the only evidence. */
function isLoneThing(evidence: Evidence): boolean {
  if (evidence.size > 1) return false
  const [only] = [...evidence.values()].flatMap(({ words }) => words)
  return only !== undefined && only.root !== only.plainRoot
}

function joined(sum: number, pieces: number): number {
  return sum * (1 - ALONE ** pieces)
}

/** A word of the text that the descriptions of some skills contain. */
interface WordMatch {
  mentions: Mentions
  word: TextWord
  strength: number
}

/** A name or phrase whose words the text contains. */
interface WordingMatch {
  skill: number
  key: string
  words: readonly TextWord[]
  strength: number
  /** True for all words of a name or tool, in its form. */
  isName: boolean
}

/** Collects the evidence of a text for each skill that may reach the minimum strength. Works in short steps. */
export function* evidenceIn(
  descriptions: SkillDescriptions,
  words: readonly TextWord[],
  { rankOf, leastStrength }: { rankOf: WordRank; leastStrength: number },
): Generator<void, Map<number, Evidence>> {
  const ofWords = matchWords(descriptions, words, rankOf)
  yield
  const ofWordings = yield* matchWordings(descriptions, wordsByRoot(descriptions, words), rankOf)
  yield
  const mayReach = skillsThatMayReach(descriptions.skills.length, { ofWords, ofWordings, leastStrength })
  yield
  const found = new Map<number, Evidence>()
  for (const { mentions, word, strength } of ofWords) {
    const { skills, weights, products } = mentions
    const key = `word ${word.text}`
    const words = [word]
    const isName = mayName(word)
    for (let at = 0; at < skills.length; at++) {
      const skill = uint16At(skills, at)
      if (mayReach[skill] === 1 && (isName || products[at] === 0))
        addEvidence(found, { skill, key, words, strength: strength * float64At(weights, at), isName: false })
    }
  }
  yield
  for (const one of ofWordings) if (mayReach[one.skill] === 1) addEvidence(found, one)
  return found
}

/**
 * Returns 1 for each skill, by number, that may reach the minimum. Almost every skill shares a word with a long text,
 * so only sums are computed for all of them.
 */
function skillsThatMayReach(
  count: number,
  {
    ofWords,
    ofWordings,
    leastStrength,
  }: { ofWords: readonly WordMatch[]; ofWordings: readonly WordingMatch[]; leastStrength: number },
): Uint8Array {
  const sums = new Float64Array(count)
  const pieces = new Uint16Array(count)
  for (const { mentions, word, strength } of ofWords) {
    const { skills, weights, products } = mentions
    const isName = mayName(word)
    for (let at = 0; at < skills.length; at++) {
      if (!isName && products[at] === 1) continue
      const skill = uint16At(skills, at)
      sums[skill] = float64At(sums, skill) + strength * float64At(weights, at)
      pieces[skill] = uint16At(pieces, skill) + 1
    }
  }
  for (const { skill, strength } of ofWordings) {
    sums[skill] = float64At(sums, skill) + strength
    pieces[skill] = uint16At(pieces, skill) + 1
  }
  const mayReach = new Uint8Array(count)
  // Checks the sum first, because most sums are too low and a power is slow.
  for (let skill = 0; skill < count; skill++) {
    const sum = float64At(sums, skill)
    if (sum >= leastStrength && joined(sum, uint16At(pieces, skill)) >= leastStrength) mayReach[skill] = 1
  }
  return mayReach
}

/** Returns, for each root of the descriptions, the words of the text that have it. */
function wordsByRoot(descriptions: SkillDescriptions, words: readonly TextWord[]): Map<number, TextWord[]> {
  const matches = new Map<number, TextWord[]>()
  for (const word of words)
    for (const text of rootsOf(word)) {
      const root = descriptions.numberOf(text)
      if (root === undefined) continue
      const list = matches.get(root)
      if (!list) matches.set(root, [word])
      else if (list.length < MAX_PLACES) list.push(word)
    }
  return matches
}

/**
 * Returns the roots of a word's meaning and of the word itself, if they differ, because tools are known by their words.
 */
function rootsOf({ root, plainRoot }: TextWord): readonly string[] {
  return plainRoot === root || plainRoot === '' ? [root] : [root, plainRoot]
}

function matchWords(
  descriptions: SkillDescriptions,
  words: readonly TextWord[],
  rankOf: WordRank,
): WordMatch[] {
  const found: WordMatch[] = []
  const seen = new Set<string>()
  const mention = (root: number | undefined, factor: number, word: TextWord) => {
    const mentions = root === undefined ? undefined : descriptions.mentions[root]
    if (root !== undefined && mentions)
      found.push({ mentions, word, strength: descriptions.rarity(root) ** 2 * factor })
  }
  for (const word of words) {
    if (seen.has(word.text) || NUMBER.test(word.text)) continue
    // `home` is evidence together with other words of a phrase (see `MeaningAt`), but not alone.
    if (isCommonRoot(word.plainRoot)) continue
    seen.add(word.text)
    const plain = tellingness(rankOf(word.text)) * word.weight
    if (plain === 0) continue
    for (const root of rootsOf(word)) mention(descriptions.numberOf(root), plain, word)
    if (word.plainRoot !== '')
      mention(descriptions.numberOfBeginning(word.plainRoot), plain * SAME_BEGINNING, word)
  }
  return found
}

const NO_WORDINGS = new Int32Array(0)

function* matchWordings(
  descriptions: SkillDescriptions,
  matches: ReadonlyMap<number, readonly TextWord[]>,
  rankOf: WordRank,
): Generator<void, WordingMatch[]> {
  const { wordings, wordingsOfRoot, needsTwoRoots } = descriptions
  const counts = new Uint8Array(wordings.length)
  const shared: number[] = []
  for (const root of matches.keys())
    for (const at of wordingsOfRoot[root] ?? NO_WORDINGS) {
      const count = uint8At(counts, at)
      if (count === 0) shared.push(at)
      counts[at] = count + 1
    }
  const found: WordingMatch[] = []
  for (const [done, at] of shared.entries()) {
    if (done % WORDINGS_OF_STEP === 0) yield
    if (counts[at] === 1 && needsTwoRoots[at] === 1) continue
    const wording = itemAt(wordings, at)
    const chosen = choose(wording, matches).filter((one) => isWrittenAsNamed(wording, one))
    const isWhole = wording.kind !== 'phrase' && chosen.length === wording.roots.length
    const match =
      isWhole && gapOf(chosen) <= MAX_GAP_OF_NAME
        ? matchName(descriptions, wording, chosen, rankOf)
        : chosen.length > 1
          ? matchSharedWords(descriptions, wording, chosen)
          : null
    if (match) found.push(match)
  }
  return found
}

interface Chosen {
  root: number
  word: TextWord
}

/** At the beginning of a text, a capital says nothing. */
function mayName({ isCapital, start }: TextWord): boolean {
  return isCapital || start === 0
}

/** Returns whether a product is written as its name: `window` and `our windows` are not `Windows`. */
function isWrittenAsNamed({ pluralNames }: Wording, { root, word }: Chosen): boolean {
  const name = pluralNames.get(root)
  return name === undefined || (word.text === name && mayName(word))
}

/** Returns, for each root of a wording in the text, the word nearest to those already chosen. */
function choose({ roots }: Wording, matches: ReadonlyMap<number, readonly TextWord[]>): Chosen[] {
  const chosen: Chosen[] = []
  for (const root of roots) {
    let nearest: TextWord | undefined
    let least = Number.POSITIVE_INFINITY
    for (const word of matches.get(root) ?? []) {
      const distance = chosen.reduce(
        (sum, one) => Math.min(sum, Math.abs(one.word.place - word.place)),
        MAX_GAP + 1,
      )
      if (distance < least) [nearest, least] = [word, distance]
    }
    if (nearest) chosen.push({ root, word: nearest })
  }
  return chosen
}

/**
 * Returns the number of words between the first and the last that are not chosen. The parts of a compound share one
 * place.
 */
function gapOf(chosen: readonly Chosen[]): number {
  const places = chosen.map(({ word }) => word.place)
  return Math.max(0, Math.max(...places) - Math.min(...places) + 1 - chosen.length)
}

function tellingnessOf({ text, isAsked }: TextWord, rankOf: WordRank): number {
  return Math.max(tellingness(rankOf(text)), isAsked ? LEAST_OF_ASKED : 0)
}

function matchName(
  descriptions: SkillDescriptions,
  { skill, kind, isLabel, loneForm: form, formIn: inLanguage }: Wording,
  chosen: readonly Chosen[],
  rankOf: WordRank,
): WordingMatch | null {
  const [first] = chosen
  if (!first) return null
  const { word } = first
  const isInForm = ({ text, language }: TextWord) =>
    loneForm(text) === form ||
    (inLanguage?.language === language && formIn(text, language) === inLanguage.form)
  const isNamedBy = (one: TextWord) => (one.plainRoot === '' ? form === null : isInForm(one))
  if (chosen.length === 1) {
    if (NUMBER.test(word.text)) return null
    // A word of the same meaning is not the name: a text about photos need not be about a `photographer`.
    if (word.root !== word.plainRoot && !isNamedBy(word)) return null
    const isOrdinary =
      (isAmbiguousName(word.plainRoot) && (kind === 'tool' || !word.isAsked)) ||
      (kind === 'tool' && (rankOf(word.text) !== undefined || word.text.length <= SHORT_TOOL))
    // An ordinary word names a tool only if it is capitalized.
    if (isOrdinary && !word.isCapital) return null
  }
  const rarest = Math.max(
    ...chosen.map((one) => descriptions.rarity(one.root) * Math.sqrt(tellingnessOf(one.word, rankOf))),
  )
  const isOtherForm = form !== null && !isInForm(word)
  const isEveryday =
    !isLabel && !word.isAsked && chosen.length === 1 && (rankOf(word.text) ?? EVERYDAY_RANK) < EVERYDAY_RANK
  const weight = Math.max(...chosen.map((one) => one.word.weight))
  const factor = (isOtherForm ? OTHER_FORM : 1) * (isEveryday ? EVERYDAY_NAME : 1)
  const strength = WHOLE_NAME * rarest * weight * factor
  const words = chosen.map((one) => one.word)
  const texts = words.map(({ text }) => text).sort()
  return { skill, key: `name ${texts.join(' ')}`, words, strength, isName: !isOtherForm }
}

function matchSharedWords(
  descriptions: SkillDescriptions,
  { skill, roots }: Wording,
  chosen: readonly Chosen[],
): WordingMatch | null {
  const gap = gapOf(chosen)
  if (gap > MAX_GAP) return null
  // `en curso` shares only one meaningful word with `curso en línea`.
  if (chosen.filter(({ root }) => descriptions.weight(root) > 0).length < 2) return null
  const whole = roots.reduce((sum, root) => sum + descriptions.weight(root), 0)
  const part = chosen.reduce((sum, one) => sum + descriptions.weight(one.root), 0)
  const cover = part / whole
  if (cover < LEAST_SHARED) return null
  const weight = Math.max(...chosen.map(({ word }) => word.weight))
  const strength = (SHARED_WORDING * cover * part * weight) / (1 + 0.1 * gap)
  return { skill, key: 'wording', words: chosen.map(({ word }) => word), strength, isName: false }
}

/** Adds evidence for a skill. Of equal keys only the strongest is kept. */
function addEvidence(found: Map<number, Evidence>, { skill, key, ...one }: WordingMatch): void {
  const evidence: Evidence = found.get(skill) ?? new Map()
  found.set(skill, evidence)
  if (one.strength > (evidence.get(key)?.strength ?? 0)) evidence.set(key, one)
}
