import type { Bond } from '../../../engines/placement/index.ts'
import { type CandidateId, type NeedId, sameNumber } from '../../../shared/ids.ts'
import type { ScoredNeeds, ScoreRequest } from '../../matches/index.ts'
import type { CohortRules } from './cohorts.schemas.ts'
import type { PreferencesRow } from './cohorts.table.ts'

export interface ReadCandidate {
  id: CandidateId
  choices: NeedId[]
  scores: number[]
  /** Rank of each choice, from 0. Equally good choices share a rank. */
  ranks: number[]
}

export interface LockedPair {
  candidateId: CandidateId
  needId: NeedId
  /** Rank from 0. Null for a need that is not among the candidate's choices. */
  rank: number | null
  score: number
}

/** Ranked choices by the id of the candidate or organization that made them. */
export type ChoicesOf = ReadonlyMap<string, Pick<PreferencesRow, 'choices' | 'tied'>>

export interface PairRules {
  lockedAt: ReadonlyMap<string, NeedId>
  forbidden: ReadonlyMap<string, ReadonlySet<string>>
}

export interface GivenChoices {
  needs: readonly { id: NeedId }[]
  choicesOf: ChoicesOf
  fillChoices: number
  rules: PairRules
}

export function pairRules({ locked_pairs, forbidden_pairs }: CohortRules): PairRules {
  const forbidden = new Map<string, Set<string>>()
  for (const { candidate_id, need_id } of forbidden_pairs)
    forbidden.set(candidate_id, (forbidden.get(candidate_id) ?? new Set()).add(need_id))
  return { lockedAt: new Map(locked_pairs.map((one) => [one.candidate_id, one.need_id])), forbidden }
}

/** Returns the bonds between candidates who take part. */
export function bondsOf(
  { together, apart }: CohortRules,
  taking: ReadonlySet<string>,
): { together: Bond[]; apart: Bond[] } {
  const read = (bonds: CohortRules['together']) =>
    bonds.flatMap(({ candidate_ids: [one = '', other = ''], at }): Bond[] =>
      one !== other && taking.has(one) && taking.has(other) ? [{ candidates: [one, other], at }] : [],
    )
  return { together: read(together), apart: read(apart) }
}

/** Returns what to score for each candidate: their choices or all needs, and the need to which they are locked. */
export function scoreRequests(ids: readonly CandidateId[], given: GivenChoices): ScoreRequest[] {
  const all = given.needs.map(({ id }) => id)
  return ids.map((id) => {
    const chosen = given.choicesOf.get(id)?.choices
    const never = given.rules.forbidden.get(id)
    const locked = given.rules.lockedAt.get(id)
    const mine = (need: NeedId) =>
      need === locked || ((!chosen || chosen.includes(need)) && !never?.has(need))
    const among = chosen || never ? all.filter(mine) : all
    return {
      offerId: sameNumber('offer', id),
      among,
      limit: chosen || locked !== undefined ? among.length : given.fillChoices,
    }
  })
}

/** Returns the candidates in order of id. Ranked choices keep their order; all others are ordered by score. */
export function candidatesOf(
  scored: readonly ScoredNeeds[],
  { choicesOf, fillChoices, rules }: GivenChoices,
): { candidates: ReadCandidate[]; locked: LockedPair[] } {
  const locked: LockedPair[] = []
  const candidates = scored.map(({ offerId, needs }) => {
    const id = sameNumber('candidate', offerId)
    const { choices, tied } = choicesOf.get(id) ?? { choices: undefined, tied: [] }
    const placeOf = (needId: string) => choices?.indexOf(needId) ?? 0
    const lockedAt = rules.lockedAt.get(id)
    const isChoice = (need: { id: string }, at: number) =>
      choices ? choices.includes(need.id) : at < fillChoices
    const sorted = needs.filter(isChoice).toSorted((a, b) => placeOf(a.id) - placeOf(b.id))
    const ids = sorted.map((need) => need.id)
    const candidate = {
      id,
      choices: ids,
      scores: sorted.map(({ score }) => score),
      ranks: ranksOf(ids, choices, tied),
    }
    const there = needs.find((need) => need.id === lockedAt)
    if (there) {
      const rank = candidate.ranks[ids.indexOf(there.id)] ?? null
      locked.push({ candidateId: id, needId: there.id, score: there.score, rank })
    }
    return candidate
  })
  return { candidates: candidates.sort((a, b) => (a.id < b.id ? -1 : 1)), locked }
}

/**
 * Returns the ranks of the remaining choices of a list, from 0 and without gaps. Choices that the list ties share a rank.
 */
export function ranksOf(
  left: readonly string[],
  list: readonly string[] | undefined,
  tied: readonly string[],
): number[] {
  if (!list || tied.length === 0) return left.map((_, at) => at)
  const equal = new Set(tied)
  const groups = new Map<string, number>()
  let group = -1
  for (const id of list) groups.set(id, equal.has(id) ? group : ++group)
  const groupOf = (id: string, at: number) => groups.get(id) ?? list.length + at
  let rank = -1
  let last: number | undefined
  return left.map((id, at) => {
    const group = groupOf(id, at)
    if (group !== last) rank++
    last = group
    return rank
  })
}
