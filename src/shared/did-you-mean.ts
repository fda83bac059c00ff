import { distance } from 'fastest-levenshtein'

/** Longer names are no misspellings, and comparing them takes long. */
const MOST_CHARS = 60

/**
 * Returns the known name that a misspelled one most likely means: `descripton` means `description`. Ignores
 * case, spaces and punctuation. Undefined if none is close.
 */
export function didYouMean(typed: string, known: Iterable<string>): string | undefined {
  if (typed.length > MOST_CHARS) return undefined
  const wanted = lettersOf(typed)
  let best: { name: string; edits: number } | undefined
  for (const name of known) {
    const edits = editsBetween(wanted, lettersOf(name))
    if (edits <= mostEdits(wanted.length) && edits < (best?.edits ?? Number.POSITIVE_INFINITY))
      best = { name, edits }
  }
  return best?.name
}

/** In a short name every letter counts: `end` does not mean `and`. */
function mostEdits(length: number): number {
  if (length < 4) return 0
  return length < 8 ? 1 : 2
}

/** Two swapped neighbours count as one edit, as in `emial`. */
function editsBetween(wanted: string, name: string): number {
  const edits = distance(wanted, name)
  return edits === 2 && isSwapped(wanted, name) ? 1 : edits
}

function isSwapped(one: string, other: string): boolean {
  const at = [...one].findIndex((letter, index) => letter !== other[index])
  return one.length === other.length && one[at] === other[at + 1] && one[at + 1] === other[at]
}

function lettersOf(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

/**
 * Returns the known name that contains all words of the typed one, or whose words are all in it: `amount`
 * means `amount_minor`, and `need_ids` means `ids`. Undefined if none or several are equally close.
 */
export function nameWithWords(typed: string, known: Iterable<string>): string | undefined {
  if (typed.length > MOST_CHARS) return undefined
  const wanted = wordsOf(typed)
  const near = [...known]
    .map((name) => ({ name, apart: wordsApart(wanted, wordsOf(name)) }))
    .filter(({ apart }) => Number.isFinite(apart))
    .toSorted((a, b) => a.apart - b.apart)
  const [best, second] = near
  return best && best.apart !== second?.apart ? best.name : undefined
}

/** What other APIs call these parameters. */
const WORDS_OF_OTHERS: Readonly<Record<string, readonly string[]>> = {
  limit: ['per_page', 'page_size', 'max_results', 'first'],
  cursor: ['page', 'offset', 'after', 'starting_after', 'page_token', 'page_info', 'next_cursor'],
  sort: ['order', 'order_by', 'sort_by', 'sort_key', 'ordering'],
  q: ['query', 'search', 'keyword', 'keywords'],
  updated_since: ['since', 'updated_after', 'modified_since', 'updated_at_min'],
  updated_before: ['until', 'updated_at_max'],
  created_since: ['created_after', 'created_at_min'],
  created_before: ['created_at_max'],
}

/** Returns the known name of what another API calls otherwise: `per_page` means `limit`. */
export function nameOfOthers(typed: string, known: readonly string[]): string | undefined {
  return known.find((name) => Object.hasOwn(WORDS_OF_OTHERS, name) && WORDS_OF_OTHERS[name]?.includes(typed))
}

/** Returns how many words one name has and the other lacks; infinite if both lack one. */
function wordsApart(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [fewer, more] = one.size < other.size ? [one, other] : [other, one]
  return fewer.size > 0 && fewer.isSubsetOf(more) ? more.size - fewer.size : Number.POSITIVE_INFINITY
}

/** `needIds` and `need_id` have the same words. */
function wordsOf(name: string): Set<string> {
  const words = name
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1_$2')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
  return new Set(words.filter((word) => word !== '').map((word) => word.replace(/s$/, '')))
}
