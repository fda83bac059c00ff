import { itemAt } from '../../shared/item-at.ts'
import { type LabelIndex, rankOf, type Term } from './label-index.ts'
import type { Skill } from './skill.ts'
import { contentWords, isRequestWord, rootOf, signatureOf } from './word-forms.ts'

/** Minimum share of the combined weight of text and label for a label that the text contains whole. */
const LEAST_SHARE_OF_RUN = 0.5
/**
 * A one-word label means little if the rest of the text is about something else (a `wedding decorator` paints no
 * walls). It needs this share, or every other word must name a related skill.
 */
const LEAST_SHARE_OF_LONE_WORD = 0.65
/** Minimum share for a label that shares only some words with the text. */
const LEAST_SHARE_OF_BAG = 0.7
/** Shorter names such as `Go`, `R` or `.NET` are ordinary words or syllables inside a sentence. */
const LEAST_LETTERS_OF_RUN = 4
const MAX_WORDS_OF_RUN = 8

interface Overlap {
  term: Term
  /** Weighted Jaccard similarity of the two sets of roots, in (0, 1]. */
  share: number
}

/**
 * Finds the label or alias that a text is about: one that the text contains as a run of whole words, or one that
 * shares most of its roots with the text, weighted by rarity. Request words and joining words weigh nothing.
 * `surplus` tells how far the share exceeds the minimum, in [0, 1].
 */
export function overlappingTerm(
  index: LabelIndex,
  words: readonly string[],
): { term: Term; surplus: number } | undefined {
  const content = contentWords(words)
  const weights = new Map<string, number>()
  for (const word of content) {
    const root = rootOf(word)
    weights.set(root, isRequestWord(word) ? 0 : index.weightOf(root))
  }
  const overlaps = [...runs(index, content, weights), ...bags(index, weights)]
  const best = overlaps.sort(compareOverlaps)[0]
  if (!best) return undefined
  return { term: best.term, surplus: (best.share - LEAST_SHARE_OF_RUN) / (1 - LEAST_SHARE_OF_RUN) }
}

interface Run extends Overlap {
  start: number
  end: number
}

/** Terms that the text contains whole and that make up enough of it. */
function runs(
  index: LabelIndex,
  words: readonly string[],
  weights: ReadonlyMap<string, number>,
): readonly Overlap[] {
  const all = allRuns(index, words, weights)
  return all.filter((run) => {
    if (run.share < LEAST_SHARE_OF_RUN) return false
    const letters = words.slice(run.start, run.end).join('').length
    if (letters < LEAST_LETTERS_OF_RUN) return run.share === 1
    const isLoneWord = run.end - run.start === 1
    if (!isLoneWord || run.share >= LEAST_SHARE_OF_LONE_WORD) return true
    return words.every((word, at) => isRequestWord(word) || all.some((other) => supports(other, at, run)))
  })
}

/** True if the word at this position names the skill of the run or a related one. */
function supports(other: Run, at: number, run: Run): boolean {
  return other.start <= at && at < other.end && areNear(other.term.skill, run.term.skill)
}

function areNear(a: Skill, b: Skill): boolean {
  return a === b || a.related.some(({ id }) => id === b.id)
}

function allRuns(index: LabelIndex, words: readonly string[], weights: ReadonlyMap<string, number>): Run[] {
  const found: Run[] = []
  for (let start = 0; start < words.length; start++) {
    for (let end = start + 1; end <= Math.min(words.length, start + MAX_WORDS_OF_RUN); end++) {
      const run = words.slice(start, end)
      if (run.every(isRequestWord)) continue
      const term =
        run.length === 1 ? index.byKey.get(itemAt(run, 0)) : index.bySignature.get(signatureOf(run))
      if (term) found.push({ term, share: shareOf(index, term.roots, weights), start, end })
    }
  }
  return found
}

/**
 * Terms that share enough roots with the text. Only the rarest roots are looked up: a term without any of them cannot
 * reach the minimum share. This avoids reading the long lists of common words.
 */
function* bags(index: LabelIndex, weights: ReadonlyMap<string, number>): Iterable<Overlap> {
  const rarestFirst = [...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
  const total = rarestFirst.reduce((sum, [, weight]) => sum + weight, 0)
  const seen = new Set<number>()
  let rest = total
  for (const [root, weight] of rarestFirst) {
    if (rest < LEAST_SHARE_OF_BAG * total) break
    rest -= weight
    for (const at of index.termsByRoot.get(root) ?? []) {
      const term = itemAt(index.terms, at)
      if (seen.has(at)) continue
      seen.add(at)
      const sharedRoots = new Set(term.roots.filter((one) => weights.has(one))).size
      const share = sharedRoots > 1 ? shareOf(index, term.roots, weights) : 0
      if (share >= LEAST_SHARE_OF_BAG) yield { term, share }
    }
  }
}

function shareOf(index: LabelIndex, roots: readonly string[], weights: ReadonlyMap<string, number>): number {
  const ofTerm = new Set(roots)
  let shared = 0
  let either = 0
  for (const root of ofTerm) {
    const weight = index.weightOf(root)
    if (weights.has(root)) shared += weight
    either += weight
  }
  for (const [root, weight] of weights) if (!ofTerm.has(root)) either += weight
  return either > 0 ? shared / either : 0
}

function compareOverlaps(a: Overlap, b: Overlap): number {
  if (a.share !== b.share) return b.share - a.share
  const byRank = rankOf(a.term.skill) - rankOf(b.term.skill)
  if (byRank !== 0) return byRank
  if (a.term.isLabel !== b.term.isLabel) return a.term.isLabel ? -1 : 1
  return a.term.skill.id < b.term.skill.id ? -1 : 1
}
