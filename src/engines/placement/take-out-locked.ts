import type { Bond, Pair, PlacedCandidate, ScoredCohort } from './cohort.ts'

export interface Locked {
  /** The remaining cohort, without the locked candidates and their places. */
  rest: ScoredCohort
  /**
   * Locked pairs that do not fit: an unknown need, too many at one place, or a broken bond of two locked candidates.
   */
  impossible: Pair[]
}

/**
 * Removes pairs that were fixed before the run from a cohort. A need with a locked candidate stays open, whatever its
 * minimum. A candidate who belongs together with a locked one may only go to the same place; one who must be apart may
 * not go there.
 */
export function takeOutLocked(cohort: ScoredCohort, locked: readonly Pair[]): Locked {
  if (locked.length === 0) return { rest: cohort, impossible: [] }
  const { together = [], apart = [] } = cohort
  const organizationOf = new Map(cohort.needs.map((need) => [need.id, need.organizationId]))
  const lockedAt = new Map(locked)
  const atNeed = Map.groupBy(locked, ([, needId]) => needId)
  const there = Map.groupBy(locked, ([, needId]) => organizationOf.get(needId))
  const scopeOf = (needId: string | undefined, at: Bond['at']) =>
    at === 'need' || needId === undefined ? needId : organizationOf.get(needId)
  const isOver = (all: readonly { id: string; capacity: number }[], id: string | undefined, count = 0) =>
    count > (all.find((one) => one.id === id)?.capacity ?? 0)
  const isAgainst = (candidate: string, bonds: readonly Bond[], mayMeet: boolean) =>
    bonds.some(({ candidates: [a, b], at }) => {
      if (a !== candidate && b !== candidate) return false
      const [one, other] = [lockedAt.get(a), lockedAt.get(b)]
      if (one === undefined || other === undefined) return false
      return (scopeOf(one, at) === scopeOf(other, at)) !== mayMeet
    })
  const impossible = locked.filter(
    ([candidate, needId]) =>
      isOver(cohort.needs, needId, atNeed.get(needId)?.length) ||
      isOver(
        cohort.organizations,
        organizationOf.get(needId),
        there.get(organizationOf.get(needId))?.length,
      ) ||
      isAgainst(candidate, together, true) ||
      isAgainst(candidate, apart, false),
  )

  const mayGo = (candidate: string, needId: string): boolean => {
    const keeps = (bonds: readonly Bond[], mayMeet: boolean) =>
      bonds.every(({ candidates: [a, b], at }) => {
        const other = a === candidate ? b : b === candidate ? a : undefined
        const theirs = lockedAt.get(other ?? '')
        return theirs === undefined || (scopeOf(theirs, at) === scopeOf(needId, at)) === mayMeet
      })
    return keeps(together, true) && keeps(apart, false)
  }
  const isFree = ({ candidates }: Bond) => !candidates.some((id) => lockedAt.has(id))
  const candidates = cohort.candidates.filter(({ id }) => !lockedAt.has(id))
  const rest: ScoredCohort = {
    candidates: candidates.map((one) => keepChoices(one, (needId) => mayGo(one.id, needId))),
    needs: cohort.needs.map(({ minimum = 0, ...need }) => {
      const taken = atNeed.get(need.id)?.length ?? 0
      return { ...need, capacity: Math.max(0, need.capacity - taken), minimum: taken > 0 ? 0 : minimum }
    }),
    organizations: cohort.organizations.map((one) => ({
      ...one,
      capacity: Math.max(0, one.capacity - (there.get(one.id)?.length ?? 0)),
    })),
    together: together.filter(isFree),
    apart: apart.filter(isFree),
  }
  return { rest, impossible }
}

function keepChoices<T extends PlacedCandidate & { scores: readonly number[] }>(
  candidate: T,
  isKept: (needId: string) => boolean,
): T {
  const kept = candidate.choices.flatMap((needId, at) => (isKept(needId) ? [at] : []))
  if (kept.length === candidate.choices.length) return candidate
  const only = <V>(values: readonly V[]) => kept.flatMap((at) => values.slice(at, at + 1))
  const ranks = candidate.ranks ?? candidate.choices.map((_, at) => at)
  return {
    ...candidate,
    choices: only(candidate.choices),
    scores: only(candidate.scores),
    ranks: only(ranks),
  }
}
