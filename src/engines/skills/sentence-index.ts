import { itemAt } from '../../shared/item-at.ts'
import { isCommonRoot } from './common-words.ts'
import type { LabelIndex, Term } from './label-index.ts'
import { NearRoots } from './near-roots.ts'
import type { Skill } from './skill.ts'
import { labelKey, wordsOf } from './skill-label.ts'
import { contentWords, loneForm, rootOf } from './word-forms.ts'

/** Factor for the weight of a common English word. */
const COMMON_WEIGHT = 0.35
/**
 * Factor for words in brackets. They distinguish labels but are rarely written in sentences: `Java (computer
 * programming)`.
 */
const BRACKETED_WEIGHT = 0.3
const BRACKETED = /\(([^()]*)\)/g

/** A skill with all its names, prepared for sentence search. */
export interface SoughtSkill {
  skill: Skill
  /** Positions of its names in `SentenceIndex.names`. */
  names: number[]
}

/** A label or alias, prepared for sentence search. */
export interface SoughtName {
  sought: SoughtSkill
  isLabel: boolean
  /** Numbers of the roots of its words. Roots of common words come last. */
  roots: readonly number[]
  /** For each root, its rarity in [0, 1], lowered for common words and words in brackets. */
  weights: readonly number[]
  /** Sum of `weights`. */
  sum: number
  /** `loneForm` of a one-word name; null for a name of several words. */
  loneForm: string | null
}

/** Labels and aliases, indexed by the words that a sentence may share with them. */
export interface SentenceIndex {
  roots: NearRoots
  names: readonly SoughtName[]
  /** By number of the root: the names that contain it. */
  namesByRoot: readonly (readonly Posting[])[]
}

/** A name that contains a root. */
interface Posting {
  /** Position of the name. */
  name: number
  /** The root's share of the name's weight, counted once. */
  share: number
}

/**
 * Indexes the names of these skills, one name per step, so that other work can run in between. Returns the index at the
 * end.
 */
export function* indexForSentences(
  index: LabelIndex,
  isSought: (skill: Skill) => boolean,
): Generator<void, SentenceIndex> {
  const roots = new NearRoots(index.vocabulary)
  const names: SoughtName[] = []
  const namesByRoot: Posting[][] = []
  const soughtBySkill = new Map<Skill, SoughtSkill>()
  // Only English names, because the roots are those of English words.
  const english = index.terms.filter((term) => !term.isForeign && !term.isTyped && isSought(term.skill))
  for (const [at, term] of english.entries()) {
    const sought = soughtBySkill.get(term.skill) ?? { skill: term.skill, names: [] }
    soughtBySkill.set(term.skill, sought)
    sought.names.push(at)
    const name = readName(index, roots, term, sought)
    names.push(name)
    addPostings(namesByRoot, at, name)
    yield
  }
  return { roots, names, namesByRoot }
}

function readName(index: LabelIndex, numbers: NearRoots, term: Term, sought: SoughtSkill): SoughtName {
  const bracketed = bracketedRoots(term)
  const rarest = index.weightOf('')
  const roots = term.roots.toSorted((a, b) => Number(isCommonRoot(a)) - Number(isCommonRoot(b)))
  const weights = roots.map((root) => {
    const rarity = index.weightOf(root) / rarest
    return rarity * (isCommonRoot(root) ? COMMON_WEIGHT : 1) * (bracketed.has(root) ? BRACKETED_WEIGHT : 1)
  })
  return {
    sought,
    isLabel: term.isLabel,
    roots: roots.map((root) => numbers.add(root)),
    weights,
    sum: weights.reduce((sum, weight) => sum + weight, 0),
    loneForm: roots.length === 1 ? loneForm(contentWords(term.words)[0] ?? '') : null,
  }
}

function addPostings(namesByRoot: Posting[][], at: number, { roots, weights, sum }: SoughtName): void {
  for (const root of new Set(roots)) {
    const posting = { name: at, share: itemAt(weights, roots.indexOf(root)) / sum }
    const list = namesByRoot[root]
    if (list) list.push(posting)
    else namesByRoot[root] = [posting]
  }
}

function bracketedRoots({ skill, isLabel }: Term): ReadonlySet<string> {
  const inBrackets = isLabel ? [...skill.label.matchAll(BRACKETED)].map(([, text = '']) => text) : []
  return new Set(inBrackets.flatMap((text) => wordsOf(labelKey(text))).map(rootOf))
}
