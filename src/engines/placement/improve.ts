import { createBlockingCheck } from './blocking-pairs.ts'
import { hasBonds, minimumOf, type Pair, type ScoredCohort } from './cohort.ts'
import { MOST_LOOKS, MOST_TRIES } from './effort.ts'

/**
 * Searches for placements with fewer blocking pairs by satisfying one pair after another: the candidate moves, and a
 * displaced candidate takes the place that becomes free or another free one. A change is kept if fewer pairs block or,
 * if equally many, more candidates are placed. With `keepsCount`, nobody who has a place loses it. This is the local
 * search of Gelain and others (Local search approaches in stable matching problems, 2013): bounded work, without a
 * proof.
 */
export function improve(
  cohort: ScoredCohort,
  start: readonly Pair[],
  { keepsCount }: { keepsCount: boolean },
): Pair[] {
  const choices = cohort.candidates.reduce((sum, candidate) => sum + candidate.choices.length, 1)
  let triesLeft = Math.min(MOST_TRIES, Math.floor(MOST_LOOKS / choices))
  const check = createBlockingCheck(cohort)
  let best = [...start]
  let blocking = check(best)
  search: while (blocking.length > 0) {
    for (const pair of blocking) {
      for (const changed of changes(cohort, best, pair, keepsCount)) {
        if (triesLeft-- <= 0) return best
        const found = check(changed)
        const gain = blocking.length - found.length || changed.length - best.length
        if (gain <= 0) continue
        best = changed
        blocking = found
        continue search
      }
    }
    return best
  }
  return best
}

/** Yields placements that keep all rules and satisfy the pair. */
function* changes(
  cohort: ScoredCohort,
  pairs: readonly Pair[],
  [candidate, needId]: Pair,
  keepsCount: boolean,
): Generator<Pair[]> {
  const current = pairs.find(([id]) => id === candidate)?.[1]
  const moved: Pair[] = [...pairs.filter(([id]) => id !== candidate), [candidate, needId]]
  const displaced = displacedBy(cohort, moved, [candidate, needId])
  if (displaced === undefined) {
    if (keepsRules(cohort, moved)) yield moved
    return
  }
  const without = moved.filter(([id]) => id !== displaced)
  const others = cohort.candidates.find(({ id }) => id === displaced)?.choices ?? []
  for (const other of others) {
    const changed: Pair[] = [...without, [displaced, other]]
    if (other !== needId && keepsRules(cohort, changed)) yield changed
  }
  if ((!keepsCount || current === undefined) && keepsRules(cohort, without)) yield without
}

/** Returns the least preferred candidate of the need or organization that now has too many. */
function displacedBy(
  { needs, organizations }: ScoredCohort,
  moved: readonly Pair[],
  [candidate, needId]: Pair,
): string | undefined {
  const organizationOf = new Map(needs.map((need) => [need.id, need.organizationId]))
  const organizationId = organizationOf.get(needId)
  const organization = organizations.find(({ id }) => id === organizationId)
  const rankOf = (id: string) => {
    const at = organization?.ranking.indexOf(id) ?? -1
    return at < 0 ? Number.POSITIVE_INFINITY : (organization?.ranks?.[at] ?? at)
  }
  const atNeed = moved.filter(([, at]) => at === needId)
  const there = moved.filter(([, at]) => organizationOf.get(at) === organizationId)
  const isOver = (all: readonly Pair[], capacity = 0) => all.length > capacity
  const crowd = isOver(atNeed, needs.find(({ id }) => id === needId)?.capacity)
    ? atNeed
    : isOver(there, organization?.capacity)
      ? there
      : []
  const others = crowd.map(([id]) => id).filter((id) => id !== candidate)
  return others.toSorted((a, b) => rankOf(b) - rankOf(a))[0]
}

/** Returns whether a placement keeps capacities, minimums and bonds. */
export function keepsRules(cohort: ScoredCohort, pairs: readonly Pair[]): boolean {
  const organizationOf = new Map(cohort.needs.map((need) => [need.id, need.organizationId]))
  const atNeed = new Map<string, number>()
  const there = new Map<string, number>()
  for (const [, needId] of pairs) {
    const organizationId = organizationOf.get(needId) ?? ''
    atNeed.set(needId, (atNeed.get(needId) ?? 0) + 1)
    there.set(organizationId, (there.get(organizationId) ?? 0) + 1)
  }
  for (const need of cohort.needs) {
    const count = atNeed.get(need.id) ?? 0
    if (count > need.capacity || (count > 0 && count < minimumOf(need))) return false
  }
  for (const { id, capacity } of cohort.organizations) if ((there.get(id) ?? 0) > capacity) return false
  if (!hasBonds(cohort)) return true
  const placed = new Map(pairs)
  const scopeOf = (id: string, at: 'need' | 'organization') => {
    const needId = placed.get(id)
    return at === 'need' || needId === undefined ? needId : organizationOf.get(needId)
  }
  return (
    (cohort.together ?? []).every(({ candidates: [a, b], at }) => scopeOf(a, at) === scopeOf(b, at)) &&
    (cohort.apart ?? []).every(({ candidates: [a, b], at }) => {
      const scope = scopeOf(a, at)
      return scope === undefined || scope !== scopeOf(b, at)
    })
  )
}
