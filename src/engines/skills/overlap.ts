import { itemAt } from '../../shared/item-at.ts'
import { type LabelIndex, rankOf, type Term } from './label-index.ts'
import type { Skill } from './skill.ts'
import { contentWords, isRequestWord, rootOf, signatureOf } from './word-forms.ts'

/** A label that stands whole in the text must account for this share of the weight of text and label together. */
const LEAST_SHARE_OF_RUN = 0.5
/**
 * One word in a text means little where the rest says something else (a `wedding decorator` paints no walls): it
 * must account for more, or each other word must name a related skill.
 */
const LEAST_SHARE_OF_LONE_WORD = 0.65
/** A label that shares only some words with the text must account for more. */
const LEAST_SHARE_OF_BAG = 0.7
/** Names such as `Go`, `R` or `.NET` are ordinary words or syllables inside a sentence. */
const LEAST_LETTERS_OF_RUN = 4
const MAX_WORDS_OF_RUN = 8

interface Overlap {
  term: Term
  /** Weighted Jaccard similarity of the two sets of roots, in (0, 1]. */
  share: number
}

/**
 * The label or alias that a text is about: one that stands in it as a run of whole words, or that has most of
 * its roots in common with it, each weighted by rarity. Words of request and joining words weigh nothing.
 * `surplus` is how far the share lies above the least one that counts, in [0, 1].
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

/** The terms that stand in the text, and account for enough of it. */
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

/** True where the word at this place names a skill that is the run's own or related to it. */
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
 * A term can reach the least share only if it has one of the text's rarest roots: those left when the commonest,
 * together lighter than that share, are taken off. So the long lists of common words are never walked.
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
      const term = index.terms[at]
      if (!term || seen.has(at)) continue
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
