import type { Cohort, Pair } from '../../../src/engines/placement/cohort.ts'

/** Every way to place candidates at needs that they chose, whose organization ranks them, within all rules. */
export function everyPlacement(cohort: Cohort): Pair[][] {
  return everyWithinCapacities(cohort).filter(
    (pairs) => keepsMinimums(cohort, pairs) && keepsBonds(cohort, pairs),
  )
}

function everyWithinCapacities(cohort: Cohort): Pair[][] {
  const placements: Pair[][] = []
  const extend = (at: number, pairs: Pair[]) => {
    const candidate = cohort.candidates[at]
    if (!candidate) {
      placements.push(pairs)
      return
    }
    extend(at + 1, pairs)
    for (const need of candidate.choices) {
      const longer: Pair[] = [...pairs, [candidate.id, need]]
      if (isWanted(cohort, candidate.id, need) && isWithinCapacities(cohort, longer)) extend(at + 1, longer)
    }
  }
  extend(0, [])
  return placements
}

/**
 * Pairs that would both rather have each other (Abraham, Irving and Manlove 2007, section 2): the candidate prefers the
 * need to what they have, and the need and its organization have room for them, or for them instead of somebody worse.
 */
export function blockingPairs(cohort: Cohort, pairs: readonly Pair[]): Pair[] {
  const placed = new Map(pairs)
  return cohort.candidates.flatMap(({ id, choices, ranks }) => {
    const current = placed.get(id)
    const rank = (need: string) => ranks?.[choices.indexOf(need)] ?? choices.indexOf(need)
    const better = current === undefined ? choices : choices.filter((need) => rank(need) < rank(current))
    return better.filter((need) => wouldRather(cohort, pairs, id, need)).map((need): Pair => [id, need])
  })
}

function wouldRather(cohort: Cohort, pairs: readonly Pair[], candidate: string, needId: string): boolean {
  if (!isWanted(cohort, candidate, needId)) return false
  const need = cohort.needs.find(({ id }) => id === needId)
  const organization = cohort.organizations.find(({ id }) => id === need?.organizationId)
  if (!need || !organization) return false
  const placeOf = (id: string) => organization.ranking.indexOf(id)
  const rank = (id: string) => organization.ranks?.[placeOf(id)] ?? placeOf(id)
  const own = cohort.needs
    .filter(({ organizationId }) => organizationId === organization.id)
    .map(({ id }) => id)
  const atNeed = pairs.filter(([, at]) => at === needId).map(([id]) => id)
  const atOrganization = pairs.filter(([, at]) => own.includes(at)).map(([id]) => id)
  const needIsFull = atNeed.length >= need.capacity
  const organizationIsFull = atOrganization.length >= organization.capacity
  if (need.capacity === 0 || organization.capacity === 0) return false
  if (cohort.together?.some(({ candidates }) => candidates.includes(candidate))) return false
  if (
    cohort.apart?.some(
      ({ candidates, at }) =>
        candidates.includes(candidate) &&
        candidates.some(
          (other) => other !== candidate && (at === 'need' ? atNeed : atOrganization).includes(other),
        ),
    )
  )
    return false
  if (atNeed.length === 0 && (need.minimum ?? 0) > 1) return false
  if (needIsFull) return atNeed.some((id) => rank(id) > rank(candidate))
  if (!organizationIsFull) return true
  return atOrganization.includes(candidate) || atOrganization.some((id) => rank(id) > rank(candidate))
}

function isWanted({ needs, organizations }: Cohort, candidate: string, needId: string): boolean {
  const need = needs.find(({ id }) => id === needId)
  return organizations.some(({ id, ranking }) => id === need?.organizationId && ranking.includes(candidate))
}

function isWithinCapacities({ needs, organizations }: Cohort, pairs: readonly Pair[]): boolean {
  const countAt = (ids: readonly string[]) => pairs.filter(([, need]) => ids.includes(need)).length
  return (
    needs.every(({ id, capacity }) => countAt([id]) <= capacity) &&
    organizations.every(
      ({ id, capacity }) =>
        countAt(needs.filter(({ organizationId }) => organizationId === id).map((need) => need.id)) <=
        capacity,
    )
  )
}

function keepsMinimums({ needs }: Cohort, pairs: readonly Pair[]): boolean {
  return needs.every(({ id, minimum = 0 }) => {
    const count = pairs.filter(([, need]) => need === id).length
    return count === 0 || count >= minimum
  })
}

function keepsBonds({ needs, together = [], apart = [] }: Cohort, pairs: readonly Pair[]): boolean {
  const placeOf = (id: string, at: 'need' | 'organization') => {
    const need = needs.find((one) => one.id === new Map(pairs).get(id))
    return at === 'need' ? need?.id : need?.organizationId
  }
  return (
    together.every(({ candidates: [a, b], at }) => placeOf(a, at) === placeOf(b, at)) &&
    apart.every(({ candidates: [a, b], at }) => {
      const one = placeOf(a, at)
      return one === undefined || one !== placeOf(b, at)
    })
  )
}
