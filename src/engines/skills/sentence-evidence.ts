import { itemAt } from '../../shared/item-at.ts'
import type { SentenceIndex, SoughtName, SoughtSkill } from './sentence-index.ts'
import { type PlacedWord, placesOf } from './sentence-words.ts'
import { loneForm } from './word-forms.ts'

/** Minimum share of a name's weight that the text must contain. */
const LEAST_COVER = 0.45
/** Weight of the matched words at which a name reaches half of its possible strength. */
const HALF_WEIGHT = 0.45
/** How quickly strength falls as the words of a name are farther apart. */
const DISTANCE_COST = 0.35
/** Cost per word of distance when choosing among several occurrences of a name's word. */
const CHOICE_COST = 0.2
/** A common word counts only within this distance of the others. */
const MAX_DISTANCE_OF_COMMON = 2
/** Maximum number of occurrences considered for a repeated word. */
const MAX_PLACES = 8
/** Factor for another form of a one-word name: `sell` for `selling`. */
const OTHER_FORM = 0.8
/** Factor for one word in place of a longer name: how much depends on the word being typical of the skill. */
const TYPICAL_WEIGHT = 0.5
/** How much the average cover of all names of a skill adds to its best name. */
const OTHER_NAMES_WEIGHT = 0.3

/** A skill that a text may mention, with its strength. */
export interface Evidence {
  sought: SoughtSkill
  /** In [0, 1). */
  strength: number
  /** The words of the text that were matched. */
  words: readonly PlacedWord[]
  /** True if the words matched for the skill's best name are adjacent. */
  isRun: boolean
  isLabel: boolean
}

interface Match {
  word: PlacedWord
  nearness: number
}

/** For each root, the words of the text that are similar to it. */
type Matches = ReadonlyMap<number, readonly Match[]>

/**
 * Returns the best evidence for each skill that shares a word with the text, in no particular order. The strength of
 * one name is the product of four values: the share of the name's weight that is in the text; that weight w itself,
 * as w / (w + 0.45); how close its words are, as 1 / (1 + 0.35 ln(1 + gap)); and, if one word stands for a longer
 * name, how typical the word is of the skill. The average cover of all names of a skill is added to its best name.
 * Each step takes far less than a millisecond.
 */
export function* evidenceIn(index: SentenceIndex, words: readonly PlacedWord[]): Generator<void, Evidence[]> {
  const matches = yield* matchWords(index, words)
  const covers = yield* coversOfNames(index, matches)
  const bestBySkill = new Map<SoughtSkill, Evidence>()
  for (const [at, cover] of covers) {
    yield
    const name = itemAt(index.names, at)
    if (cover < LEAST_COVER) continue
    const one = weighName(index, name, matches)
    if (one && isStronger(one, bestBySkill.get(name.sought))) bestBySkill.set(name.sought, one)
  }
  return [...bestBySkill.values()].map((best) => {
    const { names } = best.sought
    const average = names.reduce((sum, at) => sum + (covers.get(at) ?? 0), 0) / names.length
    return { ...best, strength: best.strength + OTHER_NAMES_WEIGHT * average * (1 - best.strength) }
  })
}

function isStronger(one: Evidence, other: Evidence | undefined): boolean {
  if (!other || one.strength !== other.strength) return one.strength > (other?.strength ?? 0)
  return one.isLabel && !other.isLabel
}

function* matchWords(index: SentenceIndex, words: readonly PlacedWord[]): Generator<void, Matches> {
  const matches = new Map<number, Match[]>()
  for (const word of words) {
    yield
    for (const { root, nearness } of index.roots.near(word.word)) {
      const list = matches.get(root)
      if (list && list.length < MAX_PLACES) list.push({ word, nearness })
      else if (!list) matches.set(root, [{ word, nearness }])
    }
  }
  return matches
}

/** For each name that shares an uncommon word with the text: the share of its weight that is in the text. */
function* coversOfNames(index: SentenceIndex, matches: Matches): Generator<void, Map<number, number>> {
  const covers = new Map<number, number>()
  for (const common of [false, true]) {
    for (const [root, list] of matches) {
      if (index.roots.isCommon(root) !== common) continue
      yield
      const nearness = Math.max(...list.map((match) => match.nearness))
      for (const { name, share } of itemAt(index.namesByRoot, root)) {
        const before = covers.get(name)
        if (before !== undefined || !common) covers.set(name, (before ?? 0) + nearness * share)
      }
    }
  }
  return covers
}

function weighName(index: SentenceIndex, name: SoughtName, matches: Matches): Evidence | undefined {
  const chosen = chooseWords(index, name, matches)
  const words = chosen.map(({ word }) => word)
  const [first, ...others] = chosen
  if (!first || words.every((word) => word.isCommon)) return undefined
  const isOtherForm = name.loneForm !== null && loneForm(first.word.word) !== name.loneForm
  const weight = chosen.reduce((sum, one) => sum + one.weight, 0) * (isOtherForm ? OTHER_FORM : 1)
  const gap = gapBetween(words)
  const closeness = 1 / (1 + DISTANCE_COST * Math.log1p(gap))
  const cover = weight / name.sum
  const standsForName =
    others.length > 0 || name.loneForm !== null ? cover : standsFor(index, name.sought, first.root, cover)
  const strength = standsForName * (weight / (weight + HALF_WEIGHT)) * closeness
  return { sought: name.sought, strength, words, isRun: gap === 0, isLabel: name.isLabel }
}

interface Chosen {
  word: PlacedWord
  root: number
  weight: number
}

/** Chooses at most one word of the text for each root of a name. */
function chooseWords(index: SentenceIndex, name: SoughtName, matches: Matches): Chosen[] {
  const chosen: Chosen[] = []
  const words: PlacedWord[] = []
  for (const [at, root] of name.roots.entries()) {
    const match = closest(matches.get(root) ?? [], words)
    if (!match) continue
    if (index.roots.isCommon(root) && distanceTo(words, match.word) > MAX_DISTANCE_OF_COMMON) continue
    words.push(match.word)
    chosen.push({ word: match.word, root, weight: match.nearness * itemAt(name.weights, at) })
  }
  return chosen
}

/**
 * Cover of a longer name by one of its words. Higher if most names with the word belong to the skill (`password`),
 * lower if few names of the skill have the word.
 */
function standsFor(index: SentenceIndex, { names }: SoughtSkill, root: number, cover: number): number {
  const holders = names.filter((at) => itemAt(index.names, at).roots.includes(root)).length
  const shareOfWord = (holders - 1) / itemAt(index.namesByRoot, root).length
  const typical = Math.max(holders / names.length, shareOfWord)
  return (cover + (1 - cover) * shareOfWord) * (1 - TYPICAL_WEIGHT * (1 - typical))
}

/** The best match by similarity and by distance to the words already chosen, which are themselves excluded. */
function closest(matches: readonly Match[], chosen: readonly PlacedWord[]): Match | undefined {
  let best: Match | undefined
  let bestValue = 0
  for (const match of matches) {
    if (chosen.includes(match.word)) continue
    const value = match.nearness / (1 + CHOICE_COST * distanceTo(chosen, match.word))
    if (value > bestValue) [best, bestValue] = [match, value]
  }
  return best
}

/** Distance to the nearest of the words; 0 if there are none. */
function distanceTo(words: readonly PlacedWord[], { place }: PlacedWord): number {
  return words.length > 0 ? Math.min(...words.map((word) => Math.abs(word.place - place))) : 0
}

/** Number of places between the first and the last word that none of the words takes. */
function gapBetween(words: readonly PlacedWord[]): number {
  const start = Math.min(...words.map(({ place }) => place))
  const end = Math.max(...words.map((word) => word.place + placesOf(word)))
  return end - start - words.reduce((sum, word) => sum + placesOf(word), 0)
}
