import { itemAt } from '../../shared/item-at.ts'
import { spelledOut } from './abbreviations.ts'
import { expressedSkill } from './expressed-skill.ts'
import { signatureIn } from './forms-in-language.ts'
import type { LabelIndex, Term } from './label-index.ts'
import { overlappingTerm } from './overlap.ts'
import { partsOfLabel, withoutQualifiers } from './qualifying-words.ts'
import { labelKey, wordsOf } from './skill-label.ts'
import type { Correction } from './spelling.ts'
import type { TextSkills } from './text-skills.ts'
import { rootOf, signatureOf } from './word-forms.ts'

export interface Resolution {
  /** The text as it was given. */
  label: string
  skill: { id: string; label: string } | null
  /** In [0, 1]; see `CONFIDENCE`. */
  confidence: number
  method: 'id' | 'exact' | 'alias' | 'spelling' | 'related' | 'none'
}

/**
 * Confidence of each method, from most to least certain. Chosen by hand: the values give an order, not a measured
 * probability. `related` grows from `relatedLeast` with the share of the text's weight that the skill's label covers.
 * Matches below `relatedLeast` are not reported.
 */
export const CONFIDENCE = {
  id: 1,
  exact: 1,
  alias: 0.95,
  /** Another inflection, or other word breaks (`word press`). */
  form: 0.9,
  oneEdit: 0.85,
  twoEdits: 0.8,
  relatedMost: 0.7,
  relatedLeast: 0.45,
  none: 0,
} as const

const MAX_WORDS_CORRECTED = 2
const MAX_WORDS_SPELLED = 8
const MAX_CORRECTIONS_PER_WORD = 10
/** A longer text is a description, not a label, and mentions too many skills to choose one. */
const MAX_WORDS_RELATED = 40
/** The same for a list of names. */
const MAX_WORDS_LISTED = 12

/**
 * Finds the skill that a label means. The label may be an id, a label, an alias, a misspelling of one of these, or a
 * text about one of them. Accepts any string and never throws. Prefers no result to a wrong one: returns none if two
 * skills are equally likely, or if the similarity is low.
 */
export function resolveLabel(index: LabelIndex, label: string, skillsOfText?: TextSkills): Resolution {
  const named = resolveName(index, label)
  if (named.skill) return named
  const words = wordsOf(labelKey(label))
  const full = spelledOut(words)
  for (const other of [full, withoutQualifiers(full ?? words)]) {
    const plain = other && resolveName(index, other.join(' '))
    if (plain?.skill)
      return {
        ...plain,
        label,
        method: 'related',
        confidence: Math.min(plain.confidence, CONFIDENCE.relatedMost),
      }
  }
  const skill = skillsOfText && expressedSkill(index, full?.join(' ') ?? label, skillsOfText)
  if (skill) return { label, skill, confidence: CONFIDENCE.relatedLeast, method: 'related' }
  return firstNamed(index, label) ?? none(label)
}

/**
 * Returns the first part of a label that names a skill, if the label lists several things. Longer texts are
 * descriptions, of which the first name says little.
 */
function firstNamed(index: LabelIndex, label: string): Resolution | undefined {
  if (wordsOf(labelKey(label)).length > MAX_WORDS_LISTED) return undefined
  for (const part of partsOfLabel(label)) {
    const plain = withoutQualifiers(wordsOf(labelKey(part)))
    const named = resolveExactly(index, part) ?? (plain && resolveExactly(index, plain.join(' ')))
    if (named) return { ...named, label, method: 'related', confidence: CONFIDENCE.relatedLeast }
  }
  return undefined
}

/** Returns whether the label was read as a misspelled name. Other forms of a name do not count as misspelled. */
export function isMisspelled({ method, confidence }: Pick<Resolution, 'method' | 'confidence'>): boolean {
  return method === 'spelling' && confidence < CONFIDENCE.form
}

/** Returns whether a label is a name of a skill, in any form but not misspelled. Fast, also for other labels. */
export function isName(index: LabelIndex, label: string): boolean {
  return resolveExactly(index, label) !== undefined
}

function resolveExactly(index: LabelIndex, label: string): Resolution | undefined {
  const byId = index.byId.get(label.trim())
  if (byId) return found(label, { skill: byId }, 'id', CONFIDENCE.id)
  const key = labelKey(label)
  if (key === '') return undefined
  const exact = index.byKey.get(key)
  if (exact?.isLabel) return found(label, exact, 'exact', CONFIDENCE.exact)
  if (exact) return found(label, exact, 'alias', CONFIDENCE.alias)
  const words = wordsOf(key)
  const form = otherForm(index, words) ?? unversioned(index, words)
  return form && found(label, form, 'spelling', CONFIDENCE.form)
}

function resolveName(index: LabelIndex, label: string): Resolution {
  const exact = resolveExactly(index, label)
  if (exact) return exact
  const key = labelKey(label)
  if (key === '') return none(label)
  const words = wordsOf(key)
  const tool = index.byTool.get(words.join(' ')) ?? index.byTool.get(withoutVersions(words).join(' '))
  if (tool) return found(label, { skill: tool }, 'related', CONFIDENCE.relatedMost)
  const inflected = formInLanguage(index, words)
  if (inflected) return found(label, inflected, 'spelling', CONFIDENCE.form)
  const spelled = corrected(index, words)
  if (spelled) {
    const confidence = spelled.edits === 1 ? CONFIDENCE.oneEdit : CONFIDENCE.twoEdits
    return found(label, spelled.term, 'spelling', confidence)
  }
  const related = words.length <= MAX_WORDS_RELATED ? overlappingTerm(index, words) : undefined
  if (!related) return none(label)
  const { relatedLeast, relatedMost } = CONFIDENCE
  return found(label, related.term, 'related', relatedLeast + (relatedMost - relatedLeast) * related.surplus)
}

function otherForm(index: LabelIndex, words: readonly string[]): Term | undefined {
  if (words.length > MAX_WORDS_SPELLED) return undefined
  const compact = words.join('')
  const joined = compact.length >= 4 ? index.byCompact.get(compact) : undefined
  return joined ?? index.bySignature.get(signatureOf(words)) ?? undefined
}

/** Returns the term of which the label is another form in some language: `plomeras`, `podar árboles`. */
function formInLanguage(index: LabelIndex, words: readonly string[]): Term | undefined {
  if (words.length > MAX_WORDS_SPELLED) return undefined
  const terms = new Set<Term>()
  for (const [language, forms] of index.byForm) {
    const term = forms.size === 0 ? undefined : forms.get(signatureIn(words, language))
    if (term === null) return undefined
    if (term) terms.add(term)
  }
  const [first, ...others] = terms
  return others.every(({ skill }) => skill === first?.skill) ? first : undefined
}

/** Returns the term of a label with versions: `Python 3`, `HTML5/CSS3`. */
function unversioned(index: LabelIndex, words: readonly string[]): Term | undefined {
  const plain = withoutVersions(words)
  if (plain.length === 0 || plain.join(' ') === words.join(' ')) return undefined
  return index.byKey.get(plain.join(' ')) ?? otherForm(index, plain)
}

/** Suffixes that state the version of a product: `Photoshop CC`, `Illustrator CS6`, `Java SE`, `.NET Core`. */
const EDITION = /^(?:v\d+|cs\d|cc|se|ee|lts|core|sp\d|r\d|edition|version|release)$/

/** Removes editions, numbers, and numbers at the end of a word of two letters or more. */
function withoutVersions(words: readonly string[]): string[] {
  return words
    .filter((word, at) => !/^\d+$/.test(word) && (at === 0 || !EDITION.test(word)))
    .map((word) => word.replace(/^(\D{2,}?)\d+$/, '$1'))
}

/** Replaces unknown words with similar known words. Returns a result only if exactly one skill is nearest. */
function corrected(index: LabelIndex, words: readonly string[]): { term: Term; edits: number } | undefined {
  if (words.length > MAX_WORDS_SPELLED) return undefined
  const unknown = words.flatMap((word, at) => (isKnown(index, word) ? [] : [at]))
  if (unknown.length === 0 || unknown.length > MAX_WORDS_CORRECTED) return undefined
  let variants: { words: readonly string[]; edits: number }[] = [{ words, edits: 0 }]
  for (const at of unknown) {
    const corrections = correctionsOf(index, itemAt(words, at), words.length === 1)
    variants = variants.flatMap((variant) =>
      corrections.map(({ word, edits }) => ({
        words: variant.words.with(at, word),
        edits: variant.edits + edits,
      })),
    )
  }
  const hits = variants.flatMap(({ words: tried, edits }) => {
    const term = edits <= 2 ? (index.byKey.get(tried.join(' ')) ?? otherForm(index, tried)) : undefined
    return term ? [{ term, edits }] : []
  })
  return onlyNearest(hits)
}

function isKnown(index: LabelIndex, word: string): boolean {
  return index.vocabulary.has(word) || index.knowsRoot(rootOf(word))
}

function correctionsOf(index: LabelIndex, word: string, isWholeLabel: boolean): Correction[] {
  return index.vocabulary.corrections(word, isWholeLabel).slice(0, MAX_CORRECTIONS_PER_WORD)
}

/** The hit with the fewest edits, or undefined if two skills tie. Curated skills win over imported ones. */
function onlyNearest(hits: readonly { term: Term; edits: number }[]) {
  const edits = Math.min(...hits.map((hit) => hit.edits))
  const nearest = hits.filter((hit) => hit.edits === edits)
  const curated = nearest.filter((hit) => hit.term.skill.source === 'curated')
  const pool = curated.length > 0 ? curated : nearest
  const skills = new Set(pool.map((hit) => hit.term.skill))
  return skills.size === 1 ? pool[0] : undefined
}

function found(
  label: string,
  { skill }: Pick<Term, 'skill'>,
  method: Resolution['method'],
  confidence: number,
): Resolution {
  return { label, skill: { id: skill.id, label: skill.label }, confidence, method }
}

function none(label: string): Resolution {
  return { label, skill: null, confidence: CONFIDENCE.none, method: 'none' }
}
