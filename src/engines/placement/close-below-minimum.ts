import { applyInTurn } from './apply-in-turn.ts'
import { type Cohort, minimumOf, type Pair } from './cohort.ts'

/**
 * Places everybody, and closes needs until each open need reaches its minimum. Closes one need at a time: the one that
 * lacks the most candidates or, if equal, has the lowest id. Everybody is then placed again without it.
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
    // If nobody is placed at the need and its organization never refuses anybody, closing it changes nothing: nobody
    // applied to it.
    if (countOf(worst.id) > 0 || worst.isLimited) pairs = applyInTurn(cohort, closed)
  }
}

/** Returns the organizations whose capacity is smaller than that of all their needs. */
function limitedOrganizations({ needs, organizations }: Cohort): ReadonlySet<string> {
  const rooms = new Map(organizations.map(({ id, capacity }) => [id, capacity]))
  for (const { organizationId, capacity } of needs)
    rooms.set(organizationId, (rooms.get(organizationId) ?? 0) - capacity)
  return new Set([...rooms].filter(([, left]) => left < 0).map(([id]) => id))
}
