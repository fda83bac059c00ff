import type { Cohort, Pair } from './place.ts'

/**
 * Finds all pairs that would both prefer each other to their placement, as defined by Abraham, Irving and Manlove (Two
 * algorithms for the student-project allocation problem, 2007, section 2). A stable placement has none. Shares no code
 * with the placement algorithms. Time grows with the number of choices.
 */
export function blockingPairs(cohort: Cohort, pairs: readonly Pair[]): Pair[] {
  const needById = new Map(cohort.needs.map((need) => [need.id, need]))
  const organizationById = new Map(cohort.organizations.map((one) => [one.id, one]))
  const rankings = new Map(
    cohort.organizations.map(({ id, ranking }) => [id, new Map(ranking.map((one, rank) => [one, rank]))]),
  )
  const placed = new Map(pairs)
  const atNeed = new Map<string, Fill>()
  const atOrganization = new Map<string, Fill>()
  for (const [candidate, needId] of pairs) {
    const organizationId = needById.get(needId)?.organizationId ?? ''
    const rank = rankings.get(organizationId)?.get(candidate) ?? Number.POSITIVE_INFINITY
    fill(atNeed, needId, rank)
    fill(atOrganization, organizationId, rank)
  }

  const blocks = (candidate: string, needId: string, current: string | undefined): boolean => {
    const need = needById.get(needId)
    const organization = need && organizationById.get(need.organizationId)
    const rank = organization && rankings.get(organization.id)?.get(candidate)
    if (!need || !organization || rank === undefined) return false
    if (need.capacity === 0 || organization.capacity === 0) return false
    const here = atNeed.get(needId) ?? NOBODY
    const there = atOrganization.get(organization.id) ?? NOBODY
    if (here.count >= need.capacity) return rank < here.worst
    if (there.count < organization.capacity) return true
    const isTheirs = current !== undefined && needById.get(current)?.organizationId === organization.id
    return isTheirs || rank < there.worst
  }

  return cohort.candidates.flatMap(({ id, choices }) => {
    const current = placed.get(id)
    const better = current === undefined ? choices : choices.slice(0, choices.indexOf(current))
    return better.filter((needId) => blocks(id, needId, current)).map((needId): Pair => [id, needId])
  })
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
