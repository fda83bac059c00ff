import { itemAt } from '../../shared/item-at.ts'
import { type Language, languageOf, stemUnaccented } from '../../shared/languages/index.ts'
import { isAmbiguousName } from './ambiguous-names.ts'
import { isCommonRoot } from './common-words.ts'
import type { MeaningAt } from './everyday-words.ts'
import { formIn } from './forms-in-language.ts'
import type { SkillEntry } from './skill.ts'
import { labelKey, wordsOf } from './skill-label.ts'
import { type Vocabulary, vocabularyInSteps } from './spelling.ts'
import { isJoiningWord, loneForm, rootOf } from './word-forms.ts'
import { tellingness, type WordRank } from './word-rank.ts'

/** Weight that one word of a name or tool, or of a phrase, adds to the description of a skill. */
const NAME_WORD = 0.8
const PHRASE_WORD = 0.45
const MOST_OF_WORD = 1
/** Minimum strength of a relation for a skill to stand for another. */
const LEAST_NEAR = 0.5
/** Number of letters that the inflections of a word share, in any of the languages. */
const BEGINNING_LENGTH = 5

/** A name, tool or phrase of a skill. */
export interface Wording {
  skill: number
  /** A name that repeats a single word counts as a phrase. */
  kind: 'name' | 'tool' | 'phrase'
  isLabel: boolean
  /** Numbers of the distinct roots of its meaningful words. */
  roots: readonly number[]
  /** `loneForm` of a name of one word. */
  loneForm: string | null
  /** The same for a one-word name in another language: its form without endings of gender and number. */
  formIn: { language: Language; form: string } | null
  /** By root: product names that are the plural of an ordinary word. `Windows` is such a name; `windows` is not. */
  pluralNames: ReadonlyMap<number, string>
}

/** The skills whose descriptions contain a word, in flat arrays, because a long text matches thousands. */
export interface Mentions {
  skills: Uint16Array
  /** Weight of the word in each description. */
  weights: Float64Array
  /** 1: the word is only a product name there, which an ordinary word does not match. */
  products: Uint8Array
}

/** The descriptions of all skills, with which texts are compared. */
export interface SkillDescriptions {
  skills: readonly { id: string; label: string }[]
  wordings: readonly Wording[]
  /** The words of all names, tools and phrases. */
  vocabulary: Vocabulary
  /** By number of a root. */
  mentions: readonly (Mentions | undefined)[]
  wordingsOfRoot: readonly (Int32Array | undefined)[]
  /** By number of a wording. 1: a single root of it is no evidence. */
  needsTwoRoots: Uint8Array
  /** Inverse document frequency of a root over skills, in [0, 1]. */
  rarity(root: number): number
  /** Squared rarity, reduced for words that are frequent in everyday language. */
  weight(root: number): number
  /** Returns the number of a root that a description contains. */
  numberOf(root: string): number | undefined
  /** Returns the number of the shared beginning of similar roots. */
  numberOfBeginning(root: string): number | undefined
  meaningAt: MeaningAt
  /** Returns the root of described words with the same stem in the language, if there are any. */
  rootIn(word: string, language: Language): string | undefined
  /** Returns the skills that can do most of the work of another. */
  nearTo(skill: string): readonly string[]
}

/** Describes skills by the words of their names, tools and phrases, in short steps. */
export function* describeSkills(
  entries: Iterable<SkillEntry>,
  { rankOf, meaningAt }: { rankOf: WordRank; meaningAt: MeaningAt },
): Generator<void, SkillDescriptions> {
  const skills: { id: string; label: string }[] = []
  const wordings: Wording[] = []
  const numbers = new RootNumbers(rankOf, meaningAt)
  const mentions: Mention[][] = []
  const wordingsOfRoot: number[][] = []

  function add(
    skill: number,
    texts: readonly string[],
    {
      kind,
      own,
      products,
      language,
    }: {
      kind: Wording['kind']
      own: Map<number, number>
      products: Set<number>
      language?: Language | undefined
    },
  ): void {
    for (const text of texts) {
      const read = numbers.read(text, { kind, language })
      if (read.roots.length === 0) continue
      // `door` must not count as the name `door to door`.
      const isWord = read.roots.length === 1 && read.isRepeated
      const { roots, loneForm, formIn, pluralNames } = read
      const wording = {
        skill,
        kind: isWord ? ('phrase' as const) : kind,
        isLabel: text === skills[skill]?.label,
        roots,
        loneForm,
        formIn,
        pluralNames,
      }
      const at = wordings.push(wording) - 1
      const weight = kind === 'phrase' ? PHRASE_WORD : NAME_WORD
      for (const root of [...read.roots, ...read.alsoCounted])
        own.set(root, Math.min(MOST_OF_WORD, (own.get(root) ?? 0) + weight))
      for (const root of read.roots) listAt(wordingsOfRoot, root).push(at)
      for (const root of read.ofProducts) products.add(root)
    }
  }

  const near = new Map<string, string[]>()
  for (const entry of entries) {
    const { id, label, aliases, related, names = [], inLanguages, tools = [], phrases = [] } = entry
    for (const [other, strength] of Object.entries(related)) {
      if (strength < LEAST_NEAR) continue
      near.set(id, [...(near.get(id) ?? []), other])
      near.set(other, [...(near.get(other) ?? []), id])
    }
    const skill = skills.push({ id, label }) - 1
    const own = new Map<number, number>()
    const products = new Set<number>()
    add(skill, [label, ...aliases], { kind: 'name', own, products, language: 'english' })
    if (!inLanguages) add(skill, names, { kind: 'name', own, products })
    for (const one of inLanguages ?? [])
      add(skill, one.names, { kind: 'name', own, products, language: one.language })
    add(skill, tools, { kind: 'tool', own, products, language: 'english' })
    add(skill, phrases, { kind: 'phrase', own, products })
    for (const one of inLanguages ?? [])
      add(skill, one.phrases, { kind: 'phrase', own, products, language: one.language })
    for (const [root, weight] of own)
      listAt(mentions, root).push({ skill, weight, isProduct: products.has(root) })
    yield
  }
  const vocabulary = yield* vocabularyInSteps(numbers.words())
  yield
  const rarest = Math.log(skills.length + 1)
  const rarities = Float64Array.from({ length: numbers.size }, (_, root) =>
    Math.max(0, Math.log((skills.length + 1) / ((mentions[root]?.length ?? 0) + 0.5)) / rarest),
  )
  const flat = yield* convertInSteps(mentions, flatMentions)
  const flatWordings = yield* convertInSteps(wordingsOfRoot, (list) => Int32Array.from(list))
  return {
    skills,
    wordings,
    vocabulary,
    mentions: flat,
    wordingsOfRoot: flatWordings,
    needsTwoRoots: Uint8Array.from(wordings, ({ roots, kind }) =>
      roots.length > 1 || kind === 'phrase' ? 1 : 0,
    ),
    rarity: (root) => rarities[root] ?? 1,
    weight: (root) => (rarities[root] ?? 1) ** 2 * numbers.tellingness(root),
    numberOf: (root) => numbers.find(root),
    numberOfBeginning: (root) => numbers.find(beginningOf(root)),
    meaningAt,
    rootIn: (word, language) => numbers.rootIn(word, language),
    nearTo: (skill) => near.get(skill) ?? [],
  }
}

interface Mention {
  skill: number
  weight: number
  isProduct: boolean
}

function flatMentions(list: readonly Mention[]): Mentions {
  return {
    skills: Uint16Array.from(list, ({ skill }) => skill),
    weights: Float64Array.from(list, ({ weight }) => weight),
    products: Uint8Array.from(list, ({ isProduct }) => (isProduct ? 1 : 0)),
  }
}

const LISTS_PER_STEP = 500

/** Converts each list in short steps; missing ones stay undefined. */
function* convertInSteps<From, To>(
  lists: readonly (From | undefined)[],
  make: (list: From) => To,
): Generator<void, (To | undefined)[]> {
  const made: (To | undefined)[] = []
  for (let at = 0; at < lists.length; at++) {
    if (at % LISTS_PER_STEP === 0) yield
    const list = lists[at]
    made.push(list && make(list))
  }
  return made
}

function listAt<T>(lists: T[][], at: number): T[] {
  const list = lists[at] ?? []
  lists[at] = list
  return list
}

interface ReadWord {
  /** As written (see `labelKey`). Several words of one meaning are joined by spaces. */
  text: string
  root: number
  /** For one word: its beginning, and its own root, which is rarer than its everyday meaning. */
  alsoCounted: readonly number[]
  isCommon: boolean
}

interface ReadWording extends Pick<Wording, 'roots' | 'loneForm' | 'formIn' | 'pluralNames'> {
  /** Roots that ordinary words share with a product's name: `slack` is no evidence for Slack. */
  ofProducts: ReadonlySet<number>
  /** Roots and beginnings that a word of the text may have instead. */
  alsoCounted: readonly number[]
  isRepeated: boolean
}

/** Numbers for the roots of all descriptions, and for their beginnings. */
class RootNumbers {
  readonly #rankOf: WordRank
  readonly #meaningAt: MeaningAt
  readonly #numbers = new Map<string, number>()
  readonly #tellingness: number[] = []
  /** Cached, because reading the same words again would take most of the time. */
  readonly #words = new Set<string>()
  readonly #ofWord = new Map<string, ReadWord>()
  /** By language and stem: the root of the first word with this stem. */
  readonly #ofStem = new Map<Language, Map<string, string>>()

  constructor(rankOf: WordRank, meaningAt: MeaningAt) {
    this.#rankOf = rankOf
    this.#meaningAt = meaningAt
  }

  get size(): number {
    return this.#tellingness.length
  }

  words(): Iterable<string> {
    return this.#words
  }

  tellingness(root: number): number {
    return this.#tellingness[root] ?? 1
  }

  find(root: string): number | undefined {
    return this.#numbers.get(root)
  }

  /** Returns the roots of a name, or of the meaningful words of a phrase. */
  read(
    text: string,
    { kind, language }: { kind: Wording['kind']; language: Language | undefined },
  ): ReadWording {
    const texts = wordsOf(labelKey(text)).filter((word) => !isJoiningWord(word))
    // `Word` is a product, whatever `word` means in everyday language.
    const isProduct = kind === 'tool' && texts.length === 1
    const spoken = language ?? languageOf(text) ?? 'english'
    const words = isProduct
      ? texts.map((word) => this.#wordOf(word, rootOf(word), rootOf(word)))
      : this.#wordsOf(texts, spoken)
    const telling = words.filter(({ isCommon }) => !isCommon)
    const read = kind !== 'phrase' || telling.length === 0 ? words : telling
    const roots = [...new Set(read.map(({ root }) => root))]
    const [only = ''] = texts
    const capitals = isProduct ? new Set(texts) : spoken === 'german' ? new Set() : capitalsOf(text, kind)
    const products = words.filter((word) => capitals.has(word.text) && isAmbiguousName(rootOf(word.text)))
    return {
      roots,
      ofProducts: new Set(products.flatMap(({ root, alsoCounted }) => [root, ...alsoCounted])),
      pluralNames: new Map(
        products.flatMap((one) => (one.text === rootOf(one.text) ? [] : [[one.root, one.text] as const])),
      ),
      alsoCounted: [...new Set(read.flatMap(({ alsoCounted }) => alsoCounted))].filter(
        (one) => !roots.includes(one),
      ),
      loneForm: texts.length === 1 ? loneForm(only) : null,
      formIn:
        texts.length === 1 && spoken !== 'english' ? { language: spoken, form: formIn(only, spoken) } : null,
      isRepeated: words.length > roots.length,
    }
  }

  #wordsOf(texts: readonly string[], language: Language): ReadWord[] {
    const words: ReadWord[] = []
    for (let at = 0; at < texts.length; ) {
      const meaning = this.#meaningAt(texts, at, language)
      const length = meaning?.length ?? 1
      const own = texts.slice(at, at + length)
      const plain = this.#learn(itemAt(own, 0), language)
      words.push(this.#wordOf(own.join(' '), meaning?.root ?? plain, plain))
      at += length
    }
    return words
  }

  rootIn(word: string, language: Language): string | undefined {
    return language === 'english'
      ? undefined
      : this.#ofStem.get(language)?.get(stemUnaccented(word, language))
  }

  /** Returns the root of a word in a language: that of the first word with the same stem. */
  #learn(word: string, language: Language): string {
    const root = rootOf(word)
    if (language === 'english') return root
    const roots = this.#ofStem.get(language) ?? new Map<string, string>()
    this.#ofStem.set(language, roots)
    const stem = stemUnaccented(word, language)
    const known = roots.get(stem) ?? root
    roots.set(stem, known)
    return known
  }

  #wordOf(text: string, root: string, plain: string): ReadWord {
    const key = `${text} ${root} ${plain}`
    const known = this.#ofWord.get(key)
    if (known) return known
    const isOneWord = !text.includes(' ')
    if (isOneWord) this.#words.add(text)
    const read = {
      text,
      root: this.#number(root),
      alsoCounted: isOneWord ? [beginningOf(plain), plain].map((one) => this.#number(one)) : [],
      isCommon: isCommonRoot(root),
    }
    const telling = tellingness(this.#rankOf(text))
    if (telling > this.tellingness(read.root)) this.#tellingness[read.root] = telling
    this.#ofWord.set(key, read)
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

/**
 * Returns the words that are written as names. The first word of a label is always capitalized, so it does not count. A
 * one-word name is a product if it is capitalized and is not a form of an activity.
 */
function capitalsOf(text: string, kind: Wording['kind']): Set<string> {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '')
  const isLone = words.length === 1
  const named = words.filter((word, at) => {
    if (!/^\p{Lu}/u.test(word)) return false
    if (isLone) return kind !== 'phrase' && loneForm(word.toLowerCase()) === rootOf(word.toLowerCase())
    return at > 0 || kind !== 'name'
  })
  return new Set(named.map(labelKey))
}

function beginningOf(root: string): string {
  return `${root.slice(0, BEGINNING_LENGTH)}-`
}
