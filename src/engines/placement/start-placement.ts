import { closeBelowMinimum } from './close-below-minimum.ts'
import type { Bond, Cohort, Pair, ScoredCohort } from './cohort.ts'

/**
 * Returns a placement that keeps all rules, as a start for others. It is the stable one, with two changes: pairs that
 * belong together get no place, and if two candidates who must be apart meet, the one whom the organization prefers
 * less applies elsewhere.
 */
export function startPlacement(cohort: ScoredCohort): Pair[] {
  const { together = [], apart = [] } = cohort
  const bound = new Set(together.flatMap(({ candidates }) => candidates))
  let free: Cohort = { ...cohort, candidates: cohort.candidates.filter(({ id }) => !bound.has(id)) }
  for (;;) {
    const pairs = closeBelowMinimum(free)
    const clash = apart.map((bond) => clashOf(cohort, bond, pairs)).find((found) => found !== undefined)
    if (!clash) return pairs
    free = {
      ...free,
      candidates: free.candidates.map((one) => (one.id === clash.gives ? without(one, clash.needs) : one)),
    }
  }
}

function without({ id, choices, ranks }: Cohort['candidates'][number], needs: ReadonlySet<string>) {
  const kept = choices.flatMap((needId, at) =>
    needs.has(needId) ? [] : [{ needId, rank: ranks?.[at] ?? at }],
  )
  return { id, choices: kept.map(({ needId }) => needId), ranks: kept.map(({ rank }) => rank) }
}

/** Returns who gives way, and at which needs, if two who must be apart are at one place. */
function clashOf(
  { needs, organizations }: Cohort,
  { candidates: [one, other], at }: Bond,
  pairs: readonly Pair[],
): { gives: string; needs: ReadonlySet<string> } | undefined {
  const placed = new Map(pairs)
  const needOf = (id: string) => needs.find((need) => need.id === placed.get(id))
  const [a, b] = [needOf(one), needOf(other)]
  if (!a || !b || (at === 'need' ? a.id !== b.id : a.organizationId !== b.organizationId)) return undefined
  const ranking = organizations.find(({ id }) => id === a.organizationId)?.ranking ?? []
  const gives = ranking.indexOf(one) > ranking.indexOf(other) ? one : other
  const all = at === 'need' ? [a] : needs.filter(({ organizationId }) => organizationId === a.organizationId)
  return { gives, needs: new Set(all.map(({ id }) => id)) }
}
