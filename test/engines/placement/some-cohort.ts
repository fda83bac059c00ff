import fc from 'fast-check'
import type { Cohort } from '../../../src/engines/placement/place.ts'

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
