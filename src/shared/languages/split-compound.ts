import { foldWord } from './fold-word.ts'
import { readFrequentWords } from './frequent-words.ts'
import { GERMAN_PARTS, LOAN_PARTS, SHORT_PARTS } from './german-parts.ts'
import { GERMAN_TRADES } from './german-trades.ts'
import { commonForm, stemWord } from './stem-word.ts'
import { isStopWord } from './stop-words.ts'

const SHORTEST_COMPOUND = 8
const LONGEST_COMPOUND = 40
const SHORTEST_PART = 4
/**
 * Minimum length of a last part that shows a compound even if the part before it is unknown:
 * `kakaopressen|fahrer`.
 */
const SHORTEST_HEAD = 5
/** Shorter ones in which few other words end. */
const SHORT_HEADS = new Set(['arzt', 'koch', 'wirt'])
/** The same for telling that a word is German. */
const SHORTEST_TRADE = 6
/** Less frequent words of the list are often names. */
const LAST_RANK = 6000
/** Letters that link the parts of a compound. */
const LINKS = ['', 's', 'n', 'en', 'es', 'er', 'e', 'ns']
/** Frequent words that are also endings or beginnings of other words, so they are no parts. */
const NO_PARTS = new Set(
  `lich heit keit schaft isch chen lein ander anders unter ober hinter wieder lang liche gung tion sion ling nisse erin ierung
  bare sten ster tern ende sche lung rung nung tung dung ling iger eren ieren aren enden erst dies eine kein mein dein sein
  voll frei leer ware acht aufs eher`.split(/\s+/),
)
/** Parts with little meaning: a trade is the same with and without them. */
const WEAK_PARTS = new Set(['fach', 'haupt', 'ober'].map(foldWord))
/** Prefixes of verbs, which stay with the word for the agent. */
const PREFIX = /(?:be|ver|zer|(?<![mt])ent|ein|auf|aus|ab|um|vor)$/
/** Almost only verbs begin with these, and few other words end in them. */
const SURE_PREFIX = /(?:be|ver|zer|ent)$/

const TRADES: ReadonlySet<string> = new Set(GERMAN_TRADES)

interface Parts {
  forms: ReadonlySet<string>
  /** The stems of parts that may have other endings, each with the length of its shortest form. */
  stems: ReadonlyMap<string, number>
  /** First letters of the stems, because stemming is slow and few pieces of a word begin like a part. */
  beginnings: ReadonlySet<string>
}

interface KnownWords {
  everyday: ReadonlySet<string>
  all: Parts
  /** Frequent words are only split into words of work: `krankenschwester` is, `handschuh` is not. */
  ofWork: Parts
}
let made: KnownWords | undefined
const known = () => (made ??= readKnownWords())

/**
 * Splits a German word into the words of which it is composed (`steuererklärung`: `steuer`, `erklärung`).
 * Returns only the word itself if it is no compound ending in a known word. A feminine form has the parts of
 * the masculine one. Prefers the split with the fewest parts. Takes quadratic time in the length of the word,
 * which is limited.
 */
export function splitCompound(word: string): readonly string[] {
  const form = commonForm(word, 'german')
  const folded = foldWord(form)
  const split = splitKnown(folded) ?? (known().everyday.has(folded) ? undefined : splitHead(folded))
  const parts = (split ?? []).filter((part) => !WEAK_PARTS.has(part))
  return parts.length === 0 ? [form] : parts
}

/**
 * Returns whether a word is composed of two or more known German words, not all of them words of another language.
 * Hardly any word of another language is: `storyteller` is no German compound.
 */
export function isGermanCompound(word: string, isOtherWord: (part: string) => boolean): boolean {
  const parts = splitKnown(foldWord(commonForm(word, 'german'))) ?? []
  return parts.length > 1 && !parts.every(isOtherWord) && !parts.some((part) => LOAN_PARTS.includes(part))
}

/**
 * Returns whether a word ends in a German word for work or for people at work that is no word of another language:
 * `simultan|dolmetscher`.
 */
export function endsInGermanTrade(word: string, isOtherWord: (part: string) => boolean): boolean {
  const folded = foldWord(commonForm(word, 'german'))
  for (let start = SHORTEST_PART; start <= folded.length - SHORTEST_TRADE; start++) {
    const part = folded.slice(start)
    if (known().ofWork.forms.has(part) && !isOtherWord(part)) return true
  }
  return false
}

function hasLengthOfCompound({ length }: string): boolean {
  return length >= SHORTEST_COMPOUND && length <= LONGEST_COMPOUND
}

function splitKnown(folded: string): readonly string[] | undefined {
  if (!hasLengthOfCompound(folded)) return undefined
  const { length } = folded
  const parts = known().everyday.has(folded) ? known().ofWork : known().all
  /** The best split of each beginning of the word. */
  const best: (readonly string[] | undefined)[] = [[]]
  for (let end = SHORTEST_PART - 1; end <= length; end++)
    for (let start = 0; start < end; start++) {
      const before = best[start]
      if (!before || before.length + 1 >= (best[end]?.length ?? Number.POSITIVE_INFINITY)) continue
      const part = partAt(folded.slice(start, end), end === length, parts)
      if (part !== undefined) best[end] = [...before, part]
    }
  return best[length]
}

/**
 * Takes the longest known word of work off the end of an unknown compound, and further words off the rest.
 */
function splitHead(folded: string): readonly string[] | undefined {
  if (!hasLengthOfCompound(folded)) return undefined
  for (let start = SHORTEST_PART; start <= folded.length - SHORTEST_PART; start++) {
    if (folded.length - start < SHORTEST_HEAD && !SHORT_HEADS.has(folded.slice(start))) continue
    const head = partAt(folded.slice(start), true, known().ofWork)
    if (head === undefined) continue
    const from = start - lengthOfPrefix(folded.slice(0, start))
    return [...splitRest(folded.slice(0, from)), folded.slice(from)]
  }
  return undefined
}

/** Splits the part before the head of a compound: its own last word, if known, and the rest. */
function splitRest(rest: string): readonly string[] {
  for (let start = SHORTEST_PART; start <= rest.length - SHORTEST_HEAD; start++) {
    const part = partAt(rest.slice(start), false, known().ofWork)
    if (part !== undefined) return [...splitRest(rest.slice(0, start)), part]
  }
  return [rest]
}

/**
 * Returns the number of letters at the end of the rest that belong to the head: `maschinenbe|diener`,
 * `gebührenein|heber`. Separate words may end in the same letters.
 */
function lengthOfPrefix(rest: string): number {
  const [prefix] = PREFIX.exec(rest) ?? []
  if (prefix === undefined || rest.length - prefix.length < SHORTEST_PART) return 0
  if (known().everyday.has(rest) || isPart(rest, known().all.forms)) return 0
  const isSure = SURE_PREFIX.test(rest) || splitRest(rest.slice(0, -prefix.length)).length > 1
  return isSure ? prefix.length : 0
}

/** Returns the part that a piece of a word represents, without the linking letters. */
function partAt(piece: string, isLast: boolean, { forms, stems, beginnings }: Parts): string | undefined {
  if (isLast) {
    if (isPart(piece, forms)) return piece
    const mayBeForm =
      piece.length > SHORTEST_PART && beginnings.has(piece.slice(0, SHORTEST_PART)) && !NO_PARTS.has(piece)
    // `tierer` is no form of `tier`, and `logist` none of `logistik`.
    if (!mayBeForm || isPart(piece.replace(/er$/, ''), forms)) return undefined
    const shortest = stems.get(stemWord(piece, 'german'))
    return shortest !== undefined && piece.length >= shortest - 1 ? piece : undefined
  }
  for (const link of LINKS) {
    if (!piece.endsWith(link)) continue
    const part = piece.slice(0, piece.length - link.length)
    if (isPart(part, forms)) return part
  }
  return undefined
}

function isPart(part: string, forms: ReadonlySet<string>): boolean {
  if (part.length < SHORTEST_PART) return SHORT_PARTS.has(part)
  return forms.has(part)
}

function readKnownWords(): KnownWords {
  const frequent = readFrequentWords('german').slice(0, LAST_RANK)
  const parts = frequent.filter((word) => {
    const folded = foldWord(word)
    return folded.length >= SHORTEST_PART && !NO_PARTS.has(folded) && !isStopWord(folded, 'german')
  })
  const words = [...GERMAN_PARTS, ...LOAN_PARTS, ...GERMAN_TRADES]
  return {
    everyday: new Set(frequent.map(foldWord)),
    all: partsOf([...parts, ...words]),
    ofWork: partsOf(words),
  }
}

function partsOf(words: readonly string[]): Parts {
  const forms = words.flatMap((word) => (isAgent(word) ? [word, `${word}n`, `${word}s`] : [word]))
  const stems = new Map<string, number>()
  for (const word of words) {
    const stem = stemWord(word, 'german')
    if (isAgent(word) || stem.length < SHORTEST_PART) continue
    stems.set(stem, Math.min(foldWord(word).length, stems.get(stem) ?? LONGEST_COMPOUND))
  }
  return {
    forms: new Set(forms.map(foldWord)),
    stems,
    beginnings: new Set([...stems.keys()].map((stem) => stem.slice(0, SHORTEST_PART))),
  }
}

/** `setzer` is a part of titles. A word that ends in `setzen`, which has the same stem, is a verb. */
function isAgent(word: string): boolean {
  return TRADES.has(word) && word.endsWith('er')
}
