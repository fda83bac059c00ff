import type { Merge } from '../../postings/index.ts'
import type { PreferencesRow } from './cohorts.table.ts'

/** Choices in order, and those that are as good as the one before them. */
export type Ranking = Pick<PreferencesRow, 'choices' | 'tied'>

/** A choice as a spreadsheet names it. */
interface WrittenChoice {
  text: string
  /** Whether it is as good as the one before it. */
  isTied: boolean
}

/** `NEED-1 = NEED-2`: the second is as good as the first. */
const TIE = ' = '

/** Returns all texts of a row that may name a choice: whole entries, and the parts of entries with ties or commas. */
export function textsOfChoices(patch: Merge['patch']): string[] {
  const all = entriesIn(patch).flatMap((entry) => {
    const parts = [entry, ...partsOf(entry)]
    return [...parts, ...parts.flatMap(commaParts)]
  })
  return [...new Set(all)]
}

/**
 * Returns the choices of a row, from a list or from one field per place. A known id or title that contains a tie sign or a
 * comma stays whole.
 */
export function choicesIn(patch: Merge['patch'], isKnown: (text: string) => boolean): WrittenChoice[] {
  const choicesOf = (entry: string): WrittenChoice[] => {
    if (isKnown(entry)) return [{ text: entry, isTied: false }]
    const listed = commaParts(entry)
    if (listed.every(isKnown)) return listed.map((text) => ({ text, isTied: false }))
    return partsOf(entry).flatMap((part, at) => {
      const some = isKnown(part) ? [] : commaParts(part)
      const texts = some.some(isKnown) ? some : [part]
      // `A = B, C`: only B is as good as the one before it.
      return texts.map((text, place) => ({ text, isTied: at > 0 && place === 0 }))
    })
  }
  return entriesIn(patch).flatMap(choicesOf)
}

/**
 * Returns the ranking that a row writes. A row without ties says nothing about ties: stored ties are kept if the same choice
 * still comes before.
 */
export function rankingOf(
  written: readonly { id: string; isTied: boolean }[],
  before: Ranking | undefined,
): Ranking {
  const choices = [...new Set(written.map(({ id }) => id))]
  const ties = written.filter(({ isTied }) => isTied)
  if (ties.length > 0) {
    const may = new Set(choices.slice(1))
    return { choices, tied: [...new Set(ties.map(({ id }) => id))].filter((id) => may.has(id)) }
  }
  const follows = new Map(before?.choices.map((id, at, all) => [id, all[at - 1]]))
  const stored = new Set(before?.tied)
  const isKept = (id: string, at: number) => at > 0 && stored.has(id) && follows.get(id) === choices[at - 1]
  return { choices, tied: choices.filter(isKept) }
}

export function isSameRanking(one: Ranking, other: Ranking): boolean {
  const text = ({ choices, tied }: Ranking) => JSON.stringify([choices, [...new Set(tied)].toSorted()])
  return text(one) === text(other)
}

function partsOf(entry: string): string[] {
  return entry
    .split(TIE)
    .map((part) => part.trim())
    .filter((part) => part !== '')
}

const CONJUNCTION = /^(?:and|&|y|et|und|e|sowie|plus) +/i

/** Splits at commas: `A, B, and C` is three. */
function commaParts(entry: string): string[] {
  return entry
    .split(',')
    .map((part) => part.trim().replace(CONJUNCTION, ''))
    .filter((part) => part !== '')
}

function entriesIn({ choices, choice }: Merge['patch']): string[] {
  const list = Array.isArray(choices) ? choices : []
  const places = typeof choice === 'object' && choice !== null ? Object.entries(choice) : []
  const inOrder = places.toSorted(([a], [b]) => Number(a) - Number(b)).map(([, value]) => value)
  return [...list, ...inOrder].filter((value) => typeof value === 'string')
}
