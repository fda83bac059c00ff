import { LANGUAGES, type Language } from '../../shared/languages/index.ts'
import { signatureIn } from './forms-in-language.ts'
import type { Skill } from './skill.ts'
import { labelKey, wordsOf } from './skill-label.ts'
import { createVocabulary, type Vocabulary } from './spelling.ts'
import { contentWords, rootOf, signatureOf } from './word-forms.ts'

/** One label or alias of one skill, prepared for look-up. */
export interface Term {
  skill: Skill
  isLabel: boolean
  /** A name in another language than English. */
  isForeign: boolean
  /** See `SkillEntry.typed`. */
  isTyped: boolean
  /** All words joined by one space. */
  text: string
  words: readonly string[]
  /** The roots of the words with meaning, in order. */
  roots: readonly string[]
}

/** All labels and aliases of a taxonomy, indexed by the forms in which a text may name them. */
export interface LabelIndex {
  skills: readonly Skill[]
  terms: readonly Term[]
  byId: ReadonlyMap<string, Skill>
  byKey: ReadonlyMap<string, Term>
  /** By `signatureOf`. Null if two skills from the same source share the form, so that it names neither. */
  bySignature: ReadonlyMap<string, Term | null>
  /** By language and `signatureIn`: names in that language. Null as above. */
  byForm: ReadonlyMap<Language, ReadonlyMap<string, Term | null>>
  /** The label without its spaces: `word press` is `WordPress`. Null as above. */
  byCompact: ReadonlyMap<string, Term | null>
  /** Positions in `terms` of all terms with at least two roots. */
  termsByRoot: ReadonlyMap<string, readonly number[]>
  /** By the words of a tool that implies only one skill and is not a name of a skill. */
  byTool: ReadonlyMap<string, Skill>
  /** Labels without aliases, by `text`. */
  labelsInOrder: readonly Term[]
  /** Positions in `terms`. */
  termsByWord: ReadonlyMap<string, readonly number[]>
  vocabulary: Vocabulary
  knowsRoot(root: string): boolean
  /**
   * Inverse document frequency of a root over skills, without typed names, as natural logarithm. An unused root weighs
   * most.
   */
  weightOf(root: string): number
}

const SOURCES = ['curated', 'esco', 'onet'] as const

/**
 * Builds the index. If two skills have the same key, curated wins over imported, a label over an alias, a lower id over
 * a higher one, and any other name over a typed one.
 */
export function indexLabels(given: readonly Skill[]): LabelIndex {
  const skills = [...given].sort((a, b) => rankOf(a) - rankOf(b) || (a.id < b.id ? -1 : 1))
  const terms: Term[] = []
  const byKey = new Map<string, Term>()
  const rootOfWord = cached(rootOf)
  for (const source of SOURCES) {
    const ofSource = skills.filter((skill) => skill.source === source)
    for (const skill of ofSource) addTerm(skill, skill.label, { isLabel: true })
    for (const skill of ofSource) for (const alias of skill.aliases) addTerm(skill, alias)
    for (const skill of ofSource)
      for (const name of skill.names ?? []) addTerm(skill, name, { isForeign: true })
    // Curated ids consist of words too (`curriculum-development`). Imported ids are numbers.
    if (source === 'curated') for (const skill of ofSource) addTerm(skill, skill.id)
  }
  for (const skill of skills)
    for (const { language, names } of skill.typed ?? [])
      for (const name of names) addTerm(skill, name, { isForeign: language !== 'english', isTyped: true })

  function addTerm(
    skill: Skill,
    label: string,
    { isLabel = false, isForeign = false, isTyped = false }: Partial<Term> = {},
  ): void {
    const key = labelKey(label)
    if (key === '' || byKey.has(key)) return
    const words = wordsOf(key)
    const roots = contentWords(words).map((word) => rootOfWord(word))
    const term = { skill, isLabel, isForeign, isTyped, text: words.join(' '), words, roots }
    byKey.set(key, term)
    terms.push(term)
  }

  const skillsByRoot = countSkillsByRoot(terms.filter(({ isTyped }) => !isTyped))
  const typedRoots = new Set(terms.flatMap(({ isTyped, roots }) => (isTyped ? roots : [])))
  return {
    skills,
    terms,
    byId: indexIds(skills),
    byKey,
    bySignature: indexUnambiguous(terms, ({ words, roots }) =>
      roots.length > 1 ? roots.join(' ') : signatureOf(words),
    ),
    byForm: indexForms(skills, byKey),
    byCompact: indexUnambiguous(terms, ({ words }) => words.join('')),
    termsByRoot: positions(terms, (term) => (term.roots.length > 1 ? term.roots : [])),
    termsByWord: positions(terms, ({ words }) => words),
    byTool: indexTools(skills, byKey),
    labelsInOrder: terms.filter((term) => term.isLabel).sort((a, b) => (a.text < b.text ? -1 : 1)),
    vocabulary: createVocabulary(wordsOfAll(terms)),
    knowsRoot: (root) => skillsByRoot.has(root) || typedRoots.has(root),
    weightOf: (root) => Math.log((skills.length + 1) / ((skillsByRoot.get(root) ?? 0) + 0.5)),
  }
}

export function rankOf(skill: Skill): number {
  return SOURCES.indexOf(skill.source)
}

function indexTools(skills: readonly Skill[], byKey: ReadonlyMap<string, Term>): Map<string, Skill> {
  const owners = new Map<string, Set<Skill>>()
  for (const skill of skills)
    for (const tool of skill.tools ?? []) {
      const words = wordsOf(labelKey(tool)).join(' ')
      owners.set(words, (owners.get(words) ?? new Set()).add(skill))
    }
  const only = new Map<string, Skill>()
  for (const [words, [skill, ...others]] of owners)
    if (skill && others.length === 0 && words !== '' && !byKey.has(words)) only.set(words, skill)
  return only
}

function indexForms(
  skills: readonly Skill[],
  byKey: ReadonlyMap<string, Term>,
): Map<Language, Map<string, Term | null>> {
  const forms = new Map<Language, Map<string, Term | null>>(
    LANGUAGES.map((language) => [language, new Map()]),
  )
  for (const skill of skills)
    for (const { language, names } of skill.inLanguages ?? []) addForms(skill, names, language)
  for (const skill of skills)
    for (const { language, names } of skill.typed ?? []) addForms(skill, names, language)
  return forms

  function addForms(skill: Skill, names: readonly string[], language: Language): void {
    const own = forms.get(language)
    for (const name of names) {
      const term = byKey.get(labelKey(name))
      if (!own || term?.skill !== skill) continue
      const form = signatureIn(term.words, language)
      own.set(form, nameOf(own.get(form), term))
    }
  }
}

/** Returns which of two terms a shared form names, or null for neither. */
function nameOf(first: Term | null | undefined, second: Term): Term | null {
  if (first === undefined) return second
  if (first === null || first.skill === second.skill || first.isTyped !== second.isTyped) return first
  return first.skill.source === second.skill.source ? null : first
}

/** Finds a skill by its id and, if an imported skill was merged into it, by that skill's URI and id. */
function indexIds(skills: readonly Skill[]): Map<string, Skill> {
  const byId = new Map(skills.map((skill) => [skill.id, skill]))
  for (const skill of skills) {
    if (skill.uri === null) continue
    for (const id of [skill.uri, `esco:${skill.uri.split('/').at(-1)}`])
      if (!byId.has(id)) byId.set(id, skill)
  }
  return byId
}

function wordsOfAll(terms: readonly Term[]): Set<string> {
  const words = new Set<string>()
  for (const term of terms) for (const word of term.words) words.add(word)
  return words
}

/** Caches results, because words repeat a hundred times in a large taxonomy and stemming would dominate its loading. */
function cached(compute: (word: string) => string): (word: string) => string {
  const known = new Map<string, string>()
  return (word) => {
    const result = known.get(word) ?? compute(word)
    known.set(word, result)
    return result
  }
}

function indexUnambiguous(terms: readonly Term[], formOf: (term: Term) => string): Map<string, Term | null> {
  const index = new Map<string, Term | null>()
  for (const term of terms) {
    const form = formOf(term)
    index.set(form, nameOf(index.get(form), term))
  }
  return index
}

function positions(
  terms: readonly Term[],
  wordsOfTerm: (term: Term) => readonly string[],
): Map<string, number[]> {
  const index = new Map<string, number[]>()
  terms.forEach((term, at) => {
    for (const word of wordsOfTerm(term)) {
      const list = index.get(word)
      if (!list) index.set(word, [at])
      else if (list.at(-1) !== at) list.push(at)
    }
  })
  return index
}

function countSkillsByRoot(terms: readonly Term[]): Map<string, number> {
  const rootsOfSkill = new Map<Skill, Set<string>>()
  for (const { skill, roots } of terms) {
    const set = rootsOfSkill.get(skill) ?? new Set()
    for (const root of roots) set.add(root)
    rootsOfSkill.set(skill, set)
  }
  const counts = new Map<string, number>()
  for (const set of rootsOfSkill.values())
    for (const root of set) counts.set(root, (counts.get(root) ?? 0) + 1)
  return counts
}
