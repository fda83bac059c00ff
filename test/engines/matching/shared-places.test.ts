import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { createEngine } from '../../../src/engines/matching/index.ts'
import type { MarketNeed, MarketOffer, Place } from '../../../src/engines/matching/postings.ts'
import { paragraphOf, textOf } from '../../../src/shared/messages/index.ts'
import { holds } from '../../support/holds.ts'
import { AS_OF_MS, austin, need, offer, settings } from '../../support/market-postings.ts'

const all = { limit: 10, asOfMs: AS_OF_MS }
/** Two places in one cell: its south-west corner is at 30.25, and they are 4 km apart. */
const home: Place = { ...austin, postalCode: '78701', lat: 30.251, lon: -97.743 }
const elsewhere: Place = { ...austin, postalCode: '78799', lat: 30.299, lon: -97.73 }

function answers(asked: MarketNeed, shown: MarketOffer) {
  const engine = createEngine(settings)
  engine.putOffer(shown)
  engine.putNeed(asked)
  return {
    offers: engine.rankOffers(asked, all),
    needs: engine.rankNeeds(shown, all),
    pair: engine.explain(asked, shown, AS_OF_MS),
  }
}

function placeReasonOf({ pair }: ReturnType<typeof answers>): string {
  return paragraphOf(pair.factors.find(({ name }) => name === 'place')?.reason ?? [], 'en')
}

const someNeed = fc
  .record({
    lat: fc.option(fc.double({ min: 29.9, max: 30.7, noNaN: true }), { freq: 5 }),
    lon: fc.double({ min: -98.1, max: -97.4, noNaN: true }),
    city: fc.constantFrom('Austin', 'Dallas', null),
    postalCode: fc.constantFrom('78701', '78799', null),
    maxDistanceKm: fc.option(fc.double({ min: 0.1, max: 60, noNaN: true }), { freq: 8 }),
  })
  .map(({ maxDistanceKm, ...place }) => need({ place: { ...austin, ...place }, maxDistanceKm }))

t.test('whatever another partner asks, it cannot tell two places of a cell apart', async (t) => {
  holds(
    t,
    fc.property(someNeed, (asked) => {
      assert.deepEqual(answers(asked, offer({ place: home })), answers(asked, offer({ place: elsewhere })))
    }),
    200,
  )
})

const someCoordinates = fc.record({
  lat: fc.double({ min: 30, max: 30.5, noNaN: true }),
  lon: fc.double({ min: -98, max: -97.5, noNaN: true }),
})
const inAustin: Place = { ...austin, postalCode: null, cityCentre: { lat: 30.26715, lon: -97.74306 } }

t.test('whatever another partner asks, it cannot tell two places of a known city apart', async (t) => {
  holds(
    t,
    fc.property(someNeed, someCoordinates, someCoordinates, (asked, one, other) => {
      const theirs = (at: typeof one) => answers(asked, offer({ place: { ...inAustin, ...at } }))
      assert.deepEqual(theirs(one), theirs(other))
      assert.deepEqual(theirs(one), answers(asked, offer({ place: { ...inAustin, lat: null, lon: null } })))
    }),
    200,
  )
})

t.test(
  'without coordinates a posting is at the centre of its city, and its distances are approximate',
  async (t) => {
    const roundRock: Place = {
      ...inAustin,
      city: 'Round Rock',
      lat: null,
      lon: null,
      cityCentre: { lat: 30.50826, lon: -97.6789 },
    }
    const asked = need({ place: roundRock })
    const placeReason = (place: Place) =>
      placeReasonOf(answers(asked, offer({ place, partnerId: asked.partnerId })))
    t.equal(placeReason({ ...inAustin, lat: null, lon: null }), 'About 28 km apart.')
    t.equal(
      placeReason({ ...roundRock, lat: 30.52, lon: -97.7 }),
      'In the same area.',
      'a posting of that city',
    )
    t.equal(
      placeReason({ ...inAustin, city: null, cityCentre: null }),
      'About 27 km apart.',
      'a point somewhere else',
    )
  },
)

t.test(
  'a centre of a city changes nothing between two postings of one partner with coordinates',
  async (t) => {
    holds(
      t,
      fc.property(someNeed, someCoordinates, (asked, at) => {
        fc.pre(asked.place?.lat != null)
        const own = { partnerId: asked.partnerId }
        assert.deepEqual(
          answers(asked, offer({ ...own, place: { ...inAustin, ...at } })),
          answers(asked, offer({ ...own, place: { ...inAustin, ...at, cityCentre: null } })),
        )
      }),
      200,
    )
  },
)

t.test('a postal code matches within a partner and never between partners', async (t) => {
  const byPostalCode: Place = { ...austin, city: null, lat: null, lon: null }
  const asked = need({ place: byPostalCode })
  const own = answers(asked, offer({ place: byPostalCode, partnerId: asked.partnerId }))
  t.equal(own.offers.length, 1)
  const theirs = answers(asked, offer({ place: byPostalCode }))
  t.same(theirs.offers, [])
  t.equal(theirs.pair.blockers[0]?.code, 'place_unknown')
  const [blocker] = theirs.pair.blockers
  t.notMatch(blocker && textOf(blocker.smallestChange, 'en'), /postal/)
})

t.test('within a partner distances are exact', async (t) => {
  const asked = need({ place: home, maxDistanceKm: 5 })
  const own = answers(asked, offer({ place: elsewhere, partnerId: asked.partnerId }))
  t.equal(placeReasonOf(own), '5 km apart.')
  const theirs = answers(asked, offer({ place: elsewhere }))
  t.equal(placeReasonOf(theirs), 'In the same area.')
})
