import { type Bond, type Cohort, minimumOf, type Pair } from './cohort.ts'

/**
 * Finds all pairs that would both prefer each other to their placement, as defined by Abraham, Irving and Manlove (Two
 * algorithms for the student-project allocation problem, 2007, section 2). Equal ranks are no preference. A need with a
 * minimum and no candidates is closed, so nobody can prefer it. Left out are candidates who belong together with
 * another, because they can't move alone, and pairs that would bring a candidate to one from whom they must be apart.
 * Time grows with the number of choices. Shares no code with the placement algorithms; only the local search calls it.
 */
export function blockingPairs(cohort: Cohort, pairs: readonly Pair[]): Pair[] {
  return createBlockingCheck(cohort)(pairs)
}

/** Creates the check of `blockingPairs` for many placements of one cohort. */
export function createBlockingCheck(cohort: Cohort): (pairs: readonly Pair[]) => Pair[] {
  const needById = new Map(cohort.needs.map((need) => [need.id, need]))
  const organizationById = new Map(cohort.organizations.map((one) => [one.id, one]))
  const rankings = new Map(
    cohort.organizations.map(({ id, ranking, ranks }) => [
      id,
      new Map(ranking.map((one, at) => [one, ranks?.[at] ?? at])),
    ]),
  )
  const bound = new Set(cohort.together?.flatMap(({ candidates }) => candidates))
  const apart = bondsBy(cohort.apart ?? [])
  const organizationOf = (needId: string | undefined) => needById.get(needId ?? '')?.organizationId

  return (pairs) => {
    const placed = new Map(pairs)
    const atNeed = new Map<string, Fill>()
    const atOrganization = new Map<string, Fill>()
    for (const [candidate, needId] of pairs) {
      const organizationId = needById.get(needId)?.organizationId ?? ''
      const rank = rankings.get(organizationId)?.get(candidate) ?? Number.POSITIVE_INFINITY
      fill(atNeed, needId, rank)
      fill(atOrganization, organizationId, rank)
    }
    const comesToOther = (candidate: string, needId: string): boolean =>
      (apart.get(candidate) ?? []).some(({ other, at }) => {
        const theirs = placed.get(other)
        return at === 'need' ? theirs === needId : organizationOf(theirs) === organizationOf(needId)
      })

    const blocks = (candidate: string, needId: string, current: string | undefined): boolean => {
      const need = needById.get(needId)
      const organization = need && organizationById.get(need.organizationId)
      const rank = organization && rankings.get(organization.id)?.get(candidate)
      if (!need || !organization || rank === undefined) return false
      if (need.capacity === 0 || organization.capacity === 0) return false
      const here = atNeed.get(needId) ?? NOBODY
      const there = atOrganization.get(organization.id) ?? NOBODY
      if (here.count === 0 && minimumOf(need) > 0) return false
      if (comesToOther(candidate, needId)) return false
      if (here.count >= need.capacity) return rank < here.worst
      if (there.count < organization.capacity) return true
      return organizationOf(current) === organization.id || rank < there.worst
    }

    return cohort.candidates.flatMap(({ id, choices, ranks }) => {
      if (bound.has(id)) return []
      const current = placed.get(id)
      const rankOf = (at: number) => ranks?.[at] ?? at
      const limit = current === undefined ? Number.POSITIVE_INFINITY : rankOf(choices.indexOf(current))
      return choices
        .filter((needId, at) => rankOf(at) < limit && blocks(id, needId, current))
        .map((needId): Pair => [id, needId])
    })
  }
}

function bondsBy(bonds: readonly Bond[]): Map<string, { other: string; at: Bond['at'] }[]> {
  const byCandidate = new Map<string, { other: string; at: Bond['at'] }[]>()
  const add = (candidate: string, other: string, at: Bond['at']) =>
    byCandidate.set(candidate, [...(byCandidate.get(candidate) ?? []), { other, at }])
  for (const { candidates, at } of bonds) {
    add(candidates[0], candidates[1], at)
    add(candidates[1], candidates[0], at)
  }
  return byCandidate
}

interface Fill {
  count: number
  /** Rank of the least preferred candidate. */
  worst: number
}

const NOBODY: Fill = { count: 0, worst: -1 }

function fill(fills: Map<string, Fill>, id: string, rank: number): void {
  const { count, worst } = fills.get(id) ?? NOBODY
  fills.set(id, { count: count + 1, worst: Math.max(worst, rank) })
}
