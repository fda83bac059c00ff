import { applyInTurn } from './apply-in-turn.ts'
import { type Cohort, minimumOf, type Pair } from './cohort.ts'

/**
 * Places everybody, and closes needs until each open one reaches its minimum. One need closes at a time: the one that lacks
 * most candidates, then the one with the lower id. Everybody is then placed anew without it.
 */
export function closeBelowMinimum(cohort: Cohort): Pair[] {
  const closing = cohort.needs.filter((need) => minimumOf(need) > 0)
  const limited = limitedOrganizations(cohort)
  const closed = new Set<string>()
  let pairs = applyInTurn(cohort)
  for (;;) {
    const counts = Map.groupBy(pairs, ([, needId]) => needId)
    const countOf = (id: string) => counts.get(id)?.length ?? 0
    const [worst] = closing
      .filter((need) => !closed.has(need.id) && countOf(need.id) < minimumOf(need))
      .map((need) => ({
        id: need.id,
        lacks: minimumOf(need) - countOf(need.id),
        isLimited: limited.has(need.organizationId),
      }))
      .sort((a, b) => b.lacks - a.lacks || (a.id < b.id ? -1 : 1))
    if (!worst) return pairs
    closed.add(worst.id)
    // A need that nobody has, of an organization that never refuses anybody, has not been asked: nothing changes without it.
    if (countOf(worst.id) > 0 || worst.isLimited) pairs = applyInTurn(cohort, closed)
  }
}

/** Organizations with less room than their needs have together. */
function limitedOrganizations({ needs, organizations }: Cohort): ReadonlySet<string> {
  const rooms = new Map(organizations.map(({ id, capacity }) => [id, capacity]))
  for (const { organizationId, capacity } of needs)
    rooms.set(organizationId, (rooms.get(organizationId) ?? 0) - capacity)
  return new Set([...rooms].filter(([, left]) => left < 0).map(([id]) => id))
}
