import { isAmbiguousName } from './ambiguous-names.ts'
import { isCommonRoot } from './common-words.ts'
import type { SkillDescriptions, Wording } from './skill-descriptions.ts'
import type { TextWord } from './text-words.ts'
import { loneForm } from './word-forms.ts'
import { tellingness, type WordRank } from './word-rank.ts'

/** Strength of a whole name or tool, times the rarity of its rarest word. */
const WHOLE_NAME = 1.4
/** Of a name of one word that stands in another form: `type` for `typing`. */
const OTHER_FORM = 0.5
/** What the words count that a text shares with a phrase or a part of a name, beside what each counts. */
const SHARED_WORDING = 0.6
const LEAST_SHARED = 0.4
/** Words may stand this far apart and count as one wording. */
/** Occurrences considered of a word that the text repeats. */
const MAX_PLACES = 4
const MAX_GAP_OF_NAME = 2
const MAX_GAP = 12
/** What a word with the same beginning counts beside the word itself. */
const SAME_BEGINNING = 0.5
/** Numbers alone say nothing of the work. */
const NUMBER = /^\d+$/
/** Shorter names of tools are abbreviations, which are ordinary syllables in small letters. */
const SHORT_TOOL = 3

/** What speaks for a skill: words, names and phrases of the text, with their strengths. */
export type Evidence = Map<string, { words: readonly TextWord[]; strength: number }>

/** Collects what the words of a text say for each skill. */
export function evidenceIn(
  descriptions: SkillDescriptions,
  words: readonly TextWord[],
  rankOf: WordRank,
): Map<number, Evidence> {
  const found = new Map<number, Evidence>()
  const matches = matchesOf(descriptions, words)
  noteWords(descriptions, words, found, rankOf)
  noteWordings(descriptions, matches, found, rankOf)
  return found
}

/** For each root of the descriptions, the words of the text that have it. */
function matchesOf(descriptions: SkillDescriptions, words: readonly TextWord[]): Map<number, TextWord[]> {
  const matches = new Map<number, TextWord[]>()
  for (const word of words) {
    const root = descriptions.numberOf(word.root)
    if (root === undefined) continue
    const list = matches.get(root)
    if (!list) matches.set(root, [word])
    else if (list.length < MAX_PLACES) list.push(word)
  }
  return matches
}

function noteWords(
  descriptions: SkillDescriptions,
  words: readonly TextWord[],
  found: Map<number, Evidence>,
  rankOf: WordRank,
): void {
  const seen = new Set<string>()
  for (const word of words) {
    if (seen.has(word.text) || isCommonRoot(word.root) || NUMBER.test(word.text)) continue
    seen.add(word.text)
    const plain = tellingness(rankOf(word.text)) * word.weight
    if (plain === 0) continue
    const own = descriptions.numberOf(word.root)
    const beginning = descriptions.numberOfBeginning(word.root)
    noteMentions(own, plain, word)
    noteMentions(beginning, plain * SAME_BEGINNING, word)
  }

  function noteMentions(root: number | undefined, factor: number, word: TextWord): void {
    if (root === undefined) return
    const strength = descriptions.rarity(root) ** 2 * factor
    for (const { skill, weight } of descriptions.mentions[root] ?? [])
      note(found, skill, `word ${word.text}`, [word], strength * weight)
  }
}

function noteWordings(
  descriptions: SkillDescriptions,
  matches: ReadonlyMap<number, readonly TextWord[]>,
  found: Map<number, Evidence>,
  rankOf: WordRank,
): void {
  const shared = new Map<number, number>()
  for (const root of matches.keys())
    for (const at of descriptions.wordingsOfRoot[root] ?? []) shared.set(at, (shared.get(at) ?? 0) + 1)
  for (const [at, count] of shared) {
    const wording = descriptions.wordings[at]
    if (!wording || (count === 1 && (wording.roots.length > 1 || wording.kind === 'phrase'))) continue
    const chosen = choose(wording, matches)
    const isWhole = wording.kind !== 'phrase' && chosen.length === wording.roots.length
    if (isWhole && gapOf(chosen) <= MAX_GAP_OF_NAME) noteName(descriptions, wording, chosen, found, rankOf)
    else if (chosen.length > 1) noteShared(descriptions, wording, chosen, found)
  }
}

interface Chosen {
  root: number
  word: TextWord
}

/** For each root of a wording that the text has, the word that is nearest to those already chosen. */
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

/** Number of words between the first and the last that are not chosen. */
function gapOf(chosen: readonly Chosen[]): number {
  const places = chosen.map(({ word }) => word.place)
  return Math.max(...places) - Math.min(...places) + 1 - chosen.length
}

function noteName(
  descriptions: SkillDescriptions,
  { skill, kind, loneForm: form }: Wording,
  chosen: readonly Chosen[],
  found: Map<number, Evidence>,
  rankOf: WordRank,
): void {
  const [first] = chosen
  if (!first) return
  const { word } = first
  if (chosen.length === 1) {
    if (NUMBER.test(word.text)) return
    const isOrdinary =
      isAmbiguousName(word.root) ||
      (kind === 'tool' && (rankOf(word.text) !== undefined || word.text.length <= SHORT_TOOL))
    // An ordinary word names a tool only where it is written as a name.
    if (isOrdinary && !word.isCapital) return
  }
  const rarest = Math.max(
    ...chosen.map((one) => descriptions.rarity(one.root) * Math.sqrt(tellingness(rankOf(one.word.text)))),
  )
  const isOtherForm = form !== null && loneForm(word.text) !== form
  const weight = Math.max(...chosen.map((one) => one.word.weight))
  const strength = WHOLE_NAME * rarest * weight * (isOtherForm ? OTHER_FORM : 1)
  const words = chosen.map((one) => one.word)
  note(
    found,
    skill,
    `name ${words
      .map(({ text }) => text)
      .sort()
      .join(' ')}`,
    words,
    strength,
  )
}

function noteShared(
  descriptions: SkillDescriptions,
  { skill, roots }: Wording,
  chosen: readonly Chosen[],
  found: Map<number, Evidence>,
): void {
  const gap = gapOf(chosen)
  if (gap > MAX_GAP) return
  const whole = roots.reduce((sum, root) => sum + descriptions.weight(root), 0)
  const part = chosen.reduce((sum, one) => sum + descriptions.weight(one.root), 0)
  const cover = part / whole
  if (cover < LEAST_SHARED) return
  const weight = Math.max(...chosen.map(({ word }) => word.weight))
  const strength = (SHARED_WORDING * cover * part * weight) / (1 + 0.1 * gap)
  note(
    found,
    skill,
    'wording',
    chosen.map(({ word }) => word),
    strength,
  )
}

/** Keeps the strongest of the same evidence for a skill. */
function note(
  found: Map<number, Evidence>,
  skill: number,
  key: string,
  words: readonly TextWord[],
  strength: number,
): void {
  const evidence: Evidence = found.get(skill) ?? new Map()
  found.set(skill, evidence)
  if (strength > (evidence.get(key)?.strength ?? 0)) evidence.set(key, { words, strength })
}
