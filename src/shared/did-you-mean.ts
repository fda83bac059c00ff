import { distance } from 'fastest-levenshtein'

/** Longer names are no slip of the pen, and comparing them takes long. */
const MOST_CHARS = 60

/**
 * The known name that a mistyped one most likely means: `descripton` is `description`. Case, spaces and punctuation do not
 * count. Undefined if none is close.
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

/** In a short name every letter counts: `end` is not `and`. */
function mostEdits(length: number): number {
  if (length < 4) return 0
  return length < 8 ? 1 : 2
}

/** Two neighbours in the wrong order are one slip, as in `emial`. */
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
