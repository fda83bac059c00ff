import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import type { BarterPosting, BarterPostingId } from '../../../src/features/barter/barter-ids.ts'
import { BarterParties, type BarterSide } from '../../../src/features/barter/barter-parties.ts'
import type { PartyId } from '../../../src/features/matches/index.ts'
import { newId, type PartnerId } from '../../../src/shared/ids.ts'
import { holds } from '../../support/holds.ts'

// Ids as the service writes them, and others.
const ids = [
  ...Array.from({ length: 6 }, () => newId('need')),
  newId('offer'),
  'n1',
  'offer_2',
] as BarterPostingId[]
const parties = [newId('org'), newId('org'), newId('helper'), 'p1' as PartyId]
const partners: PartnerId[] = [newId('partner'), newId('partner')]

const somePosting = fc
  .record({
    partyId: fc.constantFrom(...parties),
    other: fc.option(fc.constantFrom(...parties)),
    partyBlocks: fc.oneof(fc.constant<PartyId[]>([]), fc.subarray<PartyId>(parties)),
    partnerId: fc.constantFrom(...partners),
    visibility: fc.constantFrom('network' as const, 'partner' as const),
  })
  .map(({ other, ...posting }): BarterPosting => {
    return { ...posting, partyIds: [posting.partyId, ...(other ? [other] : [])] }
  })
const someChange = fc.record({
  id: fc.constantFrom(...ids),
  side: fc.constantFrom<BarterSide>('gives', 'wants'),
  posting: fc.option(somePosting),
})

t.test('parties and their postings are those put and not removed, whatever was there before', async (t) => {
  holds(
    t,
    fc.property(fc.array(someChange, { maxLength: 60 }), (changes) => {
      const known = new BarterParties()
      const expected = new Map<BarterPostingId, { sides: Set<BarterSide>; posting: BarterPosting }>()
      for (const { id, side, posting } of changes) {
        if (posting) {
          known.put(id, side, posting)
          expected.set(id, { sides: (expected.get(id)?.sides ?? new Set<BarterSide>()).add(side), posting })
        } else {
          known.remove(id)
          expected.delete(id)
        }
      }
      for (const id of ids) {
        assert.deepEqual(known.get(id), expected.get(id)?.posting)
        for (const side of ['gives', 'wants'] as const)
          assert.equal(known.has(id, side), expected.get(id)?.sides.has(side) ?? false)
      }
      assert.deepEqual([...known.all()].sort(), [...expected.keys()].sort())
      const left = new Set([...expected.values()].map(({ posting }) => posting.partyId))
      assert.deepEqual(known.parties().sort(), [...left].sort())
      for (const party of parties)
        for (const side of ['gives', 'wants'] as const)
          assert.deepEqual(
            known.postingsOf(party, side).sort(),
            [...expected]
              .filter(([, { sides, posting }]) => posting.partyId === party && sides.has(side))
              .map(([id]) => id)
              .sort(),
          )
    }),
    500,
  )
})

t.test('many ids keep their numbers while others come and go', async (t) => {
  const known = new BarterParties()
  const put = Array.from({ length: 5000 }, () => newId('offer'))
  const posting = (at: number): BarterPosting => {
    const partyId = newId('org')
    const partnerId = partners[at % 2] as PartnerId
    return { partyId, partyIds: [partyId], partyBlocks: [], partnerId, visibility: 'network' }
  }
  for (const [at, id] of put.entries()) known.put(id, 'gives', posting(at))
  for (const [at, id] of put.entries()) if (at % 3 === 0) known.remove(id)
  t.ok(put.every((id, at) => known.get(id)?.partnerId === (at % 3 === 0 ? undefined : partners[at % 2])))
  t.equal([...known.all()].length, put.filter((_, at) => at % 3 !== 0).length)
  known.clear()
  t.same([...known.all(), ...known.parties()], [])
})
