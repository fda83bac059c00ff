import { itemAt } from '../../shared/item-at.ts'
import type { SentenceIndex, SoughtName, SoughtSkill } from './sentence-index.ts'
import { type PlacedWord, placesOf } from './sentence-words.ts'
import { loneForm } from './word-forms.ts'

/** How much of a name must be in the text, at least, by weight. */
const LEAST_COVER = 0.45
/** The weight of words at which a name counts half as much as one of endless weight. */
const HALF_WEIGHT = 0.45
/** How steeply a name's words count for less as they stand farther apart. */
const DISTANCE_COST = 0.35
/** Between two places where a word of a name stands in the text, what each place of distance costs the farther one. */
const CHOICE_COST = 0.2
/** A common word counts only so many places beside the others. */
const MAX_DISTANCE_OF_COMMON = 2
/** Of a word that is said again and again the first places count. */
const MAX_PLACES = 8
/** `sell` for `selling`, where that is the whole name. */
const OTHER_FORM = 0.8
/** How much of a longer name hangs on the one word that is in the text being typical of the skill. */
const TYPICAL_WEIGHT = 0.5
/** How much what the skill's names cover on average adds to the best of them. */
const OTHER_NAMES_WEIGHT = 0.3

/** A skill that a text may speak of, and how surely. */
export interface Evidence {
  sought: SoughtSkill
  /** In [0, 1). */
  strength: number
  /** The words of the text that it rests on. */
  words: readonly PlacedWord[]
  /** The best of the skill's names rests on words that stand side by side. */
  isRun: boolean
  isLabel: boolean
}

interface Match {
  word: PlacedWord
  nearness: number
}

/** Words of the text by the roots that they are near to. */
type Matches = ReadonlyMap<number, readonly Match[]>

/**
 * The best evidence for each skill that shares a word with the text, in no order. For one name its strength is
 * the product of four: the share of the name's weight that is in the text; that weight w itself, as w / (w + 0.45);
 * how close its words stand, as 1 / (1 + 0.35 ln(1 + gap)); and, where one word stands for a longer name, how
 * typical of the skill the word is. To a skill's best name is added what all its names cover on average.
 */
export function evidenceIn(index: SentenceIndex, words: readonly PlacedWord[]): Evidence[] {
  const matches = matchWords(index, words)
  const covers = coversOfNames(index, matches)
  const bestBySkill = new Map<SoughtSkill, Evidence>()
  for (const [at, cover] of covers) {
    const name = index.names[at]
    if (!name || cover < LEAST_COVER) continue
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

function matchWords(index: SentenceIndex, words: readonly PlacedWord[]): Matches {
  const matches = new Map<number, Match[]>()
  for (const word of words) {
    for (const { root, nearness } of index.roots.near(word.word)) {
      const list = matches.get(root)
      if (list && list.length < MAX_PLACES) list.push({ word, nearness })
      else if (!list) matches.set(root, [{ word, nearness }])
    }
  }
  return matches
}

/** For each name that shares a word that is not a common one: the share of its weight that is in the text. */
function coversOfNames(index: SentenceIndex, matches: Matches): Map<number, number> {
  const covers = new Map<number, number>()
  for (const common of [false, true]) {
    for (const [root, list] of matches) {
      if (index.roots.isCommon(root) !== common) continue
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

/** For each root of a name the word that is taken for it, where there is one. */
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
 * How far one word stands for a longer name of which it covers a part. It stands for more where most names with
 * the word are the skill's (`password`), and for less where few of the skill's names have it.
 */
function standsFor(index: SentenceIndex, { names }: SoughtSkill, root: number, cover: number): number {
  const holders = names.filter((at) => index.names[at]?.roots.includes(root)).length
  const shareOfWord = (holders - 1) / (index.namesByRoot[root]?.length ?? 1)
  const typical = Math.max(holders / names.length, shareOfWord)
  return (cover + (1 - cover) * shareOfWord) * (1 - TYPICAL_WEIGHT * (1 - typical))
}

/** The match nearest in meaning, and in place to the words that are chosen already; none of these. */
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

/** Places to the nearest of the words; 0 where there is none. */
function distanceTo(words: readonly PlacedWord[], { place }: PlacedWord): number {
  return words.length > 0 ? Math.min(...words.map((word) => Math.abs(word.place - place))) : 0
}

/** Places between the first and the last word that none of them takes. */
function gapBetween(words: readonly PlacedWord[]): number {
  const start = Math.min(...words.map(({ place }) => place))
  const end = Math.max(...words.map((word) => word.place + placesOf(word)))
  return end - start - words.reduce((sum, word) => sum + placesOf(word), 0)
}
