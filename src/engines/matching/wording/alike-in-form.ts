/**
 * A word that another begins with is a form or a part of it. So is a word of at least this length that another ends
 * with.
 */
const SHORTEST_END = 5
/** Two different endings have at most this many letters together, after at least `SHORTEST_STEM` equal ones. */
const LONGEST_ENDINGS = 4
const SHORTEST_STEM = 4
/** A typing error changes at most this many letters, and not the first ones. */
const LONGEST_SLIP = 2
const LEAST_BEFORE_SLIP = 2

/**
 * Returns whether two words can be forms of one word: one is a part of the other, they differ in a short ending, or in
 * a few letters by mistake. Shared letters alone are weak evidence: `instal` has five of the letters that `instagram`
 * begins with.
 */
export function areAlikeInForm(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  const before = sharedBeginning(short, long)
  if (before === short.length) return true
  if (short.length >= SHORTEST_END && long.endsWith(short)) return true
  if (before >= SHORTEST_STEM && short.length + long.length - 2 * before <= LONGEST_ENDINGS) return true
  if (before < LEAST_BEFORE_SLIP) return false
  return long.length - before - sharedEnd(short, long, before) <= LONGEST_SLIP
}

function sharedBeginning(short: string, long: string): number {
  let length = 0
  while (length < short.length && short[length] === long[length]) length++
  return length
}

/** Returns the length of the shared end, not counting the shared beginning. */
function sharedEnd(short: string, long: string, before: number): number {
  let length = 0
  while (length < short.length - before && short.at(-1 - length) === long.at(-1 - length)) length++
  return length
}
