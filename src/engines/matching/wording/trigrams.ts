/** Words with digits are codes, years or versions. A similar one means something else. */
const DIGIT = /\p{N}/u

/**
 * Returns the distinct trigrams of a word with its beginning marked, so that beginnings weigh more than endings; none
 * for a word with a digit or a single letter.
 */
export function trigramsOf(word: string): string[] {
  if (DIGIT.test(word)) return []
  const marked = `^${word}`
  const found = new Set<string>()
  for (let at = 0; at + 3 <= marked.length; at++) found.add(marked.slice(at, at + 3))
  return [...found]
}

/** Returns the cosine of two sets of trigrams: shared ⁄ √(a·b), in [0, 1]. */
export function likeness(shared: number, a: number, b: number): number {
  return shared === 0 ? 0 : shared / Math.sqrt(a * b)
}
