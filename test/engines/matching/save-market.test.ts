import fc from 'fast-check'
import t from 'tap'
import { createEngine, PART_KINDS, type SavedPart } from '../../../src/engines/matching/index.ts'
import { AS_OF_MS, need, settings } from '../../support/market-postings.ts'
import { type Change, remaining, someChanges } from '../../support/random-market.ts'

type TestEngine = ReturnType<typeof createEngine>

/** So few that nearly every record is a part of its own. */
const PART_WORDS = 64

/** Each has numbers of its own for the models of meanings. */
const newEngine = () => createEngine({ ...settings })

function apply(engine: TestEngine, changes: readonly Change[]): void {
  for (const change of changes) {
    if ('remove' in change) {
      if (change.remove === 'need') engine.removeNeed(change.id)
      else engine.removeOffer(change.id)
    } else if (change.put === 'need') engine.putNeed(change.need)
    else engine.putOffer(change.offer)
  }
}

function loaded(parts: readonly SavedPart[]): TestEngine {
  const engine = newEngine()
  for (const kind of PART_KINDS)
    for (const part of parts) if (part.kind === kind) Array.from(engine.loadInSteps(part))
  engine.endLoading()
  return engine
}

function rankings(engine: TestEngine, changes: readonly Change[]) {
  const { needs, offers } = remaining(changes)
  const options = { limit: 1000, asOfMs: AS_OF_MS }
  return {
    size: engine.size,
    offers: needs.map((need) => engine.rankOffers(need, options)),
    needs: offers.map((offer) => engine.rankNeeds(offer, options)),
    explained: needs.flatMap((need) => offers.map((offer) => engine.explain(need, offer, AS_OF_MS))),
  }
}

t.test('an engine that was saved and loaded ranks as before, also after further changes', async (t) => {
  fc.assert(
    fc.property(someChanges, someChanges, (before, after) => {
      const saved = newEngine()
      apply(saved, before)
      const engine = loaded([...saved.save()])
      t.same(rankings(engine, before), rankings(saved, before))
      apply(saved, after)
      apply(engine, after)
      const all = [...before, ...after]
      t.same(rankings(engine, all), rankings(saved, all))
    }),
    { numRuns: 40 },
  )
})

t.test(
  'what changes while an engine is saved harms nothing: once the changes are applied again, it ranks as the saved one',
  async (t) => {
    fc.assert(
      fc.property(someChanges, someChanges, (before, meanwhile) => {
        const saved = newEngine()
        apply(saved, before)
        const parts: SavedPart[] = []
        const left = [...meanwhile]
        for (const part of saved.save(PART_WORDS)) {
          parts.push({ ...part, bytes: part.bytes.slice() })
          apply(saved, left.splice(0, 2))
        }
        apply(saved, left)
        const all = [...before, ...meanwhile]
        const engine = loaded(parts)
        // As the feed does: what has changed is read again, in the state that it has now.
        const { needs, offers } = remaining(all)
        for (const change of meanwhile) {
          const id = 'remove' in change ? change.id : change.put === 'need' ? change.need.id : change.offer.id
          engine.removeNeed(id)
          engine.removeOffer(id)
          for (const need of needs) if (need.id === id) engine.putNeed(need)
          for (const offer of offers) if (offer.id === id) engine.putOffer(offer)
        }
        t.same(rankings(engine, all), rankings(saved, all))
      }),
      { numRuns: 60 },
    )
  },
)

t.test('what no posting says any more is not saved', async (t) => {
  const engine = newEngine()
  engine.putNeed(need({ title: 'Zygomorphic gardening' }))
  engine.putNeed(need({ title: 'Other work' }))
  const text = Buffer.concat([...engine.save()].map(({ bytes }) => Buffer.from(bytes))).toString('latin1')
  t.match(text, 'work')
  t.notMatch(text, 'zygomorph')
})
