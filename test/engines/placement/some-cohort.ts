import fc from 'fast-check'
import type { Bond, Cohort, ScoredCohort } from '../../../src/engines/placement/cohort.ts'

export const ids = (letter: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${letter}${at + 1}`)

/** Small markets of all shapes: needs without room, organizations that rank few, candidates who want nothing. */
export const someCohort: fc.Arbitrary<Cohort> = fc
  .record({
    candidates: fc.integer({ min: 0, max: 4 }),
    needs: fc.integer({ min: 0, max: 4 }),
    organizations: fc.integer({ min: 1, max: 3 }),
  })
  .chain((count) =>
    fc.record({
      candidates: fc.tuple(
        ...ids('c', count.candidates).map((id) =>
          fc.record({ id: fc.constant(id), choices: fc.shuffledSubarray(ids('n', count.needs)) }),
        ),
      ),
      needs: fc.tuple(
        ...ids('n', count.needs).map((id) =>
          fc.record({
            id: fc.constant(id),
            capacity: fc.integer({ min: 0, max: 2 }),
            organizationId: fc.constantFrom(...ids('o', count.organizations)),
          }),
        ),
      ),
      organizations: fc.tuple(
        ...ids('o', count.organizations).map((id) =>
          fc.record({
            id: fc.constant(id),
            capacity: fc.integer({ min: 0, max: 3 }),
            ranking: fc.shuffledSubarray(ids('c', count.candidates)),
          }),
        ),
      ),
    }),
  )

/** Ranks of a list in which some are as good as the one before. */
const someRanks = (length: number, seed: number): number[] => {
  let rank = -1
  return Array.from({ length }, (_, at) => {
    if (at === 0 || Math.sin(seed + 5 * at) < 0.4) rank++
    return rank
  })
}

/** Small markets in which organizations rank everybody, with scores, ties and, if wanted, minimums and bonds. */
export function someRuledCohort(rules: {
  minimums: boolean
  together: boolean
  apart: boolean
}): fc.Arbitrary<ScoredCohort> {
  return someCohort.chain((cohort) => {
    const all = cohort.candidates.map(({ id }) => id)
    const bond = fc
      .record({
        one: fc.nat(),
        step: fc.nat(),
        at: fc.constantFrom('need' as const, 'organization' as const),
      })
      .map(({ one, step, at }): Bond[] => {
        const first = all[one % all.length]
        const second = all[(one + 1 + (step % Math.max(1, all.length - 1))) % all.length]
        return first === undefined || second === undefined || first === second
          ? []
          : [{ candidates: [first, second], at }]
      })
    const bonds = (isWanted: boolean) => (isWanted ? fc.array(bond, { maxLength: 2 }) : fc.constant([]))
    return fc
      .record({
        seed: fc.integer({ min: 0, max: 1000 }),
        hasTies: fc.boolean(),
        rankings: fc.tuple(
          ...cohort.organizations.map(() => fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        minimums: fc.tuple(...cohort.needs.map(() => fc.integer({ min: 0, max: rules.minimums ? 3 : 0 }))),
        together: bonds(rules.together),
        apart: bonds(rules.apart),
      })
      .map(
        ({ seed, hasTies, rankings, minimums, together, apart }): ScoredCohort => ({
          candidates: cohort.candidates.map((candidate, row) => ({
            ...candidate,
            ...(hasTies && { ranks: someRanks(candidate.choices.length, seed + row) }),
            scores: candidate.choices.map(
              (_, at) => Math.round(Math.abs(Math.sin(seed + 13 * row + 7 * at)) * 4) / 4,
            ),
          })),
          needs: cohort.needs.map((need, at) => ({
            ...need,
            capacity: need.capacity + 1,
            minimum: minimums[at] ?? 0,
          })),
          organizations: cohort.organizations.map((one, at) => ({
            ...one,
            ranking: rankings[at] ?? [],
            ...(hasTies && { ranks: someRanks(all.length, seed + 100 * at) }),
          })),
          together: together.flat(),
          apart: apart.flat(),
        }),
      )
  })
}
