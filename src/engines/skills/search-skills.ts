import { itemAt } from '../../shared/item-at.ts'
import { type LabelIndex, rankOf } from './label-index.ts'
import type { Skill } from './skill.ts'
import { labelKey, wordsOf } from './skill-label.ts'
import { lowerBound } from './spelling.ts'

const MAX_COMPLETIONS_PER_WORD = 5

/**
 * Finds skills for the text typed so far, best first: labels that start with it, then labels with a word that starts
 * with it, then aliases, then words of aliases. Spelling corrections are tried only if nothing matches.
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

/**
 * Returns skills whose label starts with the prefix. This is enough for one or two letters, with which thousands of
 * words start.
 */
function labelsByPrefix(index: LabelIndex, prefix: string): Skill[] {
  const found: Skill[] = []
  const labels = index.labelsInOrder
  const start = lowerBound(labels.length, (at) => itemAt(labels, at).text < prefix)
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

/** Rank 0 to 3 of each skill: label or alias, matched at its start or at the start of one of its words. */
function ranksByPrefix(index: LabelIndex, words: readonly string[]): Map<Skill, number> {
  const prefix = words.join(' ')
  const [first = ''] = words
  const starts = words.length > 1 ? [first] : index.vocabulary.startingWith(first)
  const ranks = new Map<Skill, number>()
  for (const start of starts) {
    for (const at of index.termsByWord.get(start) ?? []) {
      const term = itemAt(index.terms, at)
      if (!` ${term.text}`.includes(` ${prefix}`)) continue
      const rank = (term.isLabel ? 0 : 2) + (term.text.startsWith(prefix) ? 0 : 1)
      if (rank < (ranks.get(term.skill) ?? 4)) ranks.set(term.skill, rank)
    }
  }
  return ranks
}

/** Variants of the typed words in which one word is replaced by a similar known word. */
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
