import { type LabelIndex, rankOf } from './label-index.ts'
import type { Skill } from './skill.ts'
import { labelKey, wordsOf } from './skill-label.ts'
import { lowerBound } from './spelling.ts'

const MAX_COMPLETIONS_PER_WORD = 5

/**
 * Skills for what was typed so far, best first: its label starts with it, then a word of its label, then an
 * alias, then a word of an alias. Only where nothing does is the spelling of the words questioned.
 */
export function searchSkills(index: LabelIndex, typed: string, limit: number): Skill[] {
  const words = wordsOf(labelKey(typed))
  if (words.length === 0 || limit < 1) return []
  const labels = labelsByPrefix(index, words.join(' '))
  if (labels.length >= limit) return labels.sort(compareSkills).slice(0, limit)
  const ranks = ranksByPrefix(index, words)
  if (ranks.size === 0) for (const respelled of respellings(index, words)) addAll(ranks, index, respelled)
  return [...ranks]
    .sort(([a, rankA], [b, rankB]) => rankA - rankB || compareSkills(a, b))
    .slice(0, limit)
    .map(([skill]) => skill)
}

/** The first of the four ranks alone: enough for a letter or two, which start thousands of words. */
function labelsByPrefix(index: LabelIndex, prefix: string): Skill[] {
  const found: Skill[] = []
  const labels = index.labelsInOrder
  const start = lowerBound(labels.length, (at) => (labels[at]?.text ?? '') < prefix)
  for (let at = start; labels[at]?.text.startsWith(prefix); at++) {
    const term = labels[at]
    if (term) found.push(term.skill)
  }
  return found
}

function addAll(ranks: Map<Skill, number>, index: LabelIndex, words: readonly string[]): void {
  for (const [skill, rank] of ranksByPrefix(index, words)) {
    ranks.set(skill, Math.min(rank, ranks.get(skill) ?? rank))
  }
}

/** 0 to 3: label or alias, at its start or at the start of one of its words. */
function ranksByPrefix(index: LabelIndex, words: readonly string[]): Map<Skill, number> {
  const prefix = words.join(' ')
  const [first = ''] = words
  const starts = words.length > 1 ? [first] : index.vocabulary.startingWith(first)
  const ranks = new Map<Skill, number>()
  for (const start of starts) {
    for (const at of index.termsByWord.get(start) ?? []) {
      const term = index.terms[at]
      if (!term || !` ${term.text}`.includes(` ${prefix}`)) continue
      const rank = (term.isLabel ? 0 : 2) + (term.text.startsWith(prefix) ? 0 : 1)
      if (rank < (ranks.get(term.skill) ?? 4)) ranks.set(term.skill, rank)
    }
  }
  return ranks
}

/** The words with one of them, which nobody knows, replaced by the nearest ones known. */
function respellings(index: LabelIndex, words: readonly string[]): string[][] {
  return words.flatMap((word, at) => {
    const isLast = at === words.length - 1
    const { corrections, completions } = index.vocabulary
    const nearest = isLast ? completions(word) : corrections(word, false)
    return nearest.slice(0, MAX_COMPLETIONS_PER_WORD).map((one) => words.with(at, one.word))
  })
}

function compareSkills(a: Skill, b: Skill): number {
  const byRank = rankOf(a) - rankOf(b) || a.label.length - b.label.length
  if (byRank !== 0) return byRank
  return a.id < b.id ? -1 : 1
}
