import { COMMON_ENGLISH } from '../../shared/languages/index.ts'
import { REQUEST_WORDS, rootOf } from './word-forms.ts'

/**
 * Common English words. Skill labels may contain them (`keeping the books`, `finding donors`), so they count, but little: the
 * rest of the label must match too.
 */
const COMMON_ROOTS: ReadonlySet<string> = new Set([...COMMON_ENGLISH, ...REQUEST_WORDS].map(rootOf))

/** Returns whether a root (see `rootOf`) belongs to a common English word. */
export function isCommonRoot(root: string): boolean {
  return COMMON_ROOTS.has(root)
}
