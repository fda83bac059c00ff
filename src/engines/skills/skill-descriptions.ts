import { isCommonRoot } from './common-words.ts'
import type { SkillEntry } from './skill.ts'
import { labelKey, wordsOf } from './skill-label.ts'
import { createVocabulary, type Vocabulary } from './spelling.ts'
import { isJoiningWord, loneForm, rootOf } from './word-forms.ts'
import { tellingness, type WordRank } from './word-rank.ts'

/** What one word of a name or tool, and of a phrase, adds to the description of a skill. */
const NAME_WORD = 0.8
const PHRASE_WORD = 0.45
const MOST_OF_WORD = 1
/** Letters that the inflections of a word share, in any of the languages. */
const BEGINNING_LENGTH = 5

/** A name, tool or phrase of a skill. */
export interface Wording {
  skill: number
  /** One word of a name counts as one of a phrase. */
  kind: 'name' | 'tool' | 'phrase'
  /** Numbers of the distinct roots of its telling words. */
  roots: readonly number[]
  /** `loneForm` of a name of one word. */
  loneForm: string | null
}

/** A skill whose description holds a word, and how much of it. */
export interface Mention {
  skill: number
  weight: number
}

/** What the words of a text can say about skills. */
export interface SkillDescriptions {
  skills: readonly { id: string; label: string }[]
  wordings: readonly Wording[]
  /** The words of all names, tools and phrases. */
  vocabulary: Vocabulary
  /** By number of a root. */
  mentions: readonly (readonly Mention[])[]
  wordingsOfRoot: readonly (readonly number[])[]
  /** Inverse document frequency of a root over skills, in [0, 1]. */
  rarity(root: number): number
  /** Squared rarity, less for words that are frequent in everyday language. */
  weight(root: number): number
  /** The number of a root, if a description has it. */
  numberOf(root: string): number | undefined
  /** The number that stands for all roots with the same beginning. */
  numberOfBeginning(root: string): number | undefined
}

/** Describes skills by the words of their names, tools and phrases, one skill per step. */
export function* describeSkills(
  entries: Iterable<SkillEntry>,
  rankOf: WordRank,
): Generator<void, SkillDescriptions> {
  const skills: { id: string; label: string }[] = []
  const wordings: Wording[] = []
  const numbers = new RootNumbers(rankOf)
  const mentions: Mention[][] = []
  const wordingsOfRoot: number[][] = []

  function add(
    skill: number,
    texts: readonly string[],
    kind: Wording['kind'],
    own: Map<number, number>,
  ): void {
    for (const text of texts) {
      const read = numbers.read(text, kind !== 'phrase')
      if (read.roots.length === 0) continue
      // `door` does not name what `door to door` names.
      const isWord = read.roots.length === 1 && read.loneForm === null
      const wording = { skill, kind: isWord ? 'phrase' : kind, roots: read.roots, loneForm: read.loneForm }
      const at = wordings.push(wording) - 1
      const weight = kind === 'phrase' ? PHRASE_WORD : NAME_WORD
      for (const root of [...read.roots, ...read.beginnings])
        own.set(root, Math.min(MOST_OF_WORD, (own.get(root) ?? 0) + weight))
      for (const root of read.roots) listAt(wordingsOfRoot, root).push(at)
    }
  }

  for (const { id, label, aliases, names = [], tools = [], phrases = [] } of entries) {
    const skill = skills.push({ id, label }) - 1
    const own = new Map<number, number>()
    add(skill, [label, ...aliases, ...names], 'name', own)
    add(skill, tools, 'tool', own)
    add(skill, phrases, 'phrase', own)
    for (const [root, weight] of own) listAt(mentions, root).push({ skill, weight })
    yield
  }
  const rarest = Math.log(skills.length + 1)
  const rarities = Float64Array.from({ length: numbers.size }, (_, root) =>
    Math.max(0, Math.log((skills.length + 1) / ((mentions[root]?.length ?? 0) + 0.5)) / rarest),
  )
  return {
    skills,
    wordings,
    vocabulary: createVocabulary(numbers.words()),
    mentions,
    wordingsOfRoot,
    rarity: (root) => rarities[root] ?? 1,
    weight: (root) => (rarities[root] ?? 1) ** 2 * numbers.tellingness(root),
    numberOf: (root) => numbers.find(root),
    numberOfBeginning: (root) => numbers.find(beginningOf(root)),
  }
}

function listAt<T>(lists: T[][], at: number): T[] {
  const list = lists[at] ?? []
  lists[at] = list
  return list
}

/** The roots of all descriptions, and their beginnings, numbered. */
class RootNumbers {
  readonly #rankOf: WordRank
  readonly #numbers = new Map<string, number>()
  readonly #tellingness: number[] = []
  /** Reading the same words again would take most of the time. */
  readonly #ofWord = new Map<string, { root: number; beginning: number; isCommon: boolean }>()

  constructor(rankOf: WordRank) {
    this.#rankOf = rankOf
  }

  get size(): number {
    return this.#tellingness.length
  }

  words(): Iterable<string> {
    return this.#ofWord.keys()
  }

  tellingness(root: number): number {
    return this.#tellingness[root] ?? 1
  }

  find(root: string): number | undefined {
    return this.#numbers.get(root)
  }

  /** The roots of a name, or of the telling words of a phrase. */
  read(
    text: string,
    isName: boolean,
  ): Pick<Wording, 'roots' | 'loneForm'> & { beginnings: readonly number[] } {
    const texts = wordsOf(labelKey(text)).filter((word) => !isJoiningWord(word))
    const words = texts.map((word) => this.#wordOf(word))
    const telling = words.filter(({ isCommon }) => !isCommon)
    const read = isName || telling.length === 0 ? words : telling
    const [only = ''] = texts
    return {
      roots: [...new Set(read.map(({ root }) => root))],
      beginnings: [...new Set(read.map(({ beginning }) => beginning))],
      loneForm: texts.length === 1 ? loneForm(only) : null,
    }
  }

  #wordOf(word: string) {
    const known = this.#ofWord.get(word)
    if (known) return known
    const root = rootOf(word)
    const read = {
      root: this.#number(root),
      beginning: this.#number(beginningOf(root)),
      isCommon: isCommonRoot(root),
    }
    const telling = tellingness(this.#rankOf(word))
    if (telling > this.tellingness(read.root)) this.#tellingness[read.root] = telling
    this.#ofWord.set(word, read)
    return read
  }

  #number(root: string): number {
    const known = this.#numbers.get(root)
    if (known !== undefined) return known
    const number = this.#tellingness.push(0) - 1
    this.#numbers.set(root, number)
    return number
  }
}

function beginningOf(root: string): string {
  return `${root.slice(0, BEGINNING_LENGTH)}-`
}
