import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import {
  distanceKm,
  MAX_SHIFT_KM,
  placeNames,
  pointOf,
  sharedPointOf,
} from '../../../src/engines/matching/distance.ts'
import { holds } from '../../support/holds.ts'
import { austin, nairobi } from '../../support/market-postings.ts'

const at = (lat: number, lon: number) => {
  const point = pointOf({ ...austin, lat, lon })
  if (!point) throw new Error('no point')
  return point
}

t.test('distances are those of the haversine formula, near and far', async (t) => {
  const places = [
    at(30.2672, -97.7431),
    at(30.5083, -97.6789),
    at(-1.2921, 36.8219),
    at(0, 180),
    at(0, -179.999),
    at(90, 0),
  ]
  const coordinates = [
    [30.2672, -97.7431],
    [30.5083, -97.6789],
    [-1.2921, 36.8219],
    [0, 180],
    [0, -179.999],
    [90, 0],
  ]
  places.forEach((a, i) => {
    places.forEach((b, j) => {
      const expected = haversineKm(coordinates[i] ?? [], coordinates[j] ?? [])
      t.ok(Math.abs(distanceKm(a, b) - expected) < 1e-6, `${distanceKm(a, b)} is ${expected}`)
    })
  })
})

function haversineKm([lat1 = 0, lon1 = 0]: number[], [lat2 = 0, lon2 = 0]: number[]): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const h =
    Math.sin(radians(lat2 - lat1) / 2) ** 2 +
    Math.cos(radians(lat1)) * Math.cos(radians(lat2)) * Math.sin(radians(lon2 - lon1) / 2) ** 2
  return 2 * 6371.0088 * Math.asin(Math.sqrt(h))
}

t.test('a quarter of the globe is a quarter of its circumference, and opposite ends are half', async (t) => {
  const circumference = 2 * Math.PI * 6371.0088
  t.ok(Math.abs(distanceKm(at(0, 0), at(0, 90)) - circumference / 4) < 1e-6)
  t.ok(Math.abs(distanceKm(at(0, 0), at(0, 180)) - circumference / 2) < 1e-6)
  t.equal(distanceKm(at(30, 40), at(30, 40)), 0)
})

t.test('a place without both coordinates has no point', async (t) => {
  t.equal(pointOf(null), null)
  t.equal(pointOf({ ...austin, lat: null }), null)
  t.equal(pointOf({ ...austin, lon: null }), null)
  t.not(pointOf({ ...austin, lat: 0, lon: 0 }), null)
})

t.test('names of places are compared within their country, and what is not given is null', async (t) => {
  t.equal(placeNames({ ...nairobi, city: 'NAIROBI ' }).city, placeNames(nairobi).city)
  const other = placeNames({ ...austin, country: 'CA' })
  for (const key of ['city', 'region', 'postalCode'] as const) {
    t.not(other[key], placeNames(austin)[key])
    t.equal(placeNames(null)[key], null)
    t.equal(placeNames({ ...austin, [key]: null })[key], null)
    t.equal(placeNames({ ...austin, [key]: '—' })[key], null, 'nothing is left to compare')
  }
})

const anywhere = fc.record({
  lat: fc.oneof(fc.double({ min: -90, max: 90, noNaN: true }), fc.constantFrom(-90, 90, 89.99, 0)),
  lon: fc.oneof(fc.double({ min: -180, max: 180, noNaN: true }), fc.constantFrom(-180, 180, 0)),
})

const awayFromPoles = anywhere.filter(({ lat }) => Math.abs(lat) < 89)

const sharedAt = (place: { lat: number; lon: number }) => {
  const point = sharedPointOf({ ...austin, ...place })
  if (!point) throw new Error('no point')
  return point
}

t.test(
  'without a known city, no place is farther than 5 km from the point that other partners meet it at',
  async (t) => {
    holds(
      t,
      fc.property(anywhere, (place) => {
        const shift = distanceKm(at(place.lat, place.lon), sharedAt(place))
        assert.ok(shift <= 5, `${shift} km`)
      }),
      5000,
    )
    t.equal(sharedPointOf({ ...austin, lat: null }), null)
  },
)

t.test('a place is met at the centre of its city, unless its coordinates contradict the city', async (t) => {
  const cityCentre = { lat: 30.26715, lon: -97.74306 }
  const centre = at(cityCentre.lat, cityCentre.lon)
  const near = fc.record({
    lat: fc.double({ min: 29.5, max: 31, noNaN: true }),
    lon: fc.double({ min: -98.6, max: -97, noNaN: true }),
  })
  holds(
    t,
    fc.property(near, (place) => {
      const shared = sharedPointOf({ ...austin, ...place, cityCentre })
      const isInCity = distanceKm(at(place.lat, place.lon), centre) <= MAX_SHIFT_KM
      assert.deepEqual(shared, isInCity ? centre : sharedAt(place))
    }),
    1000,
  )
  t.same(sharedPointOf({ ...austin, lat: null, lon: null, cityCentre }), centre, 'also without coordinates')
})

t.test(
  'places that other partners can tell apart are at least five kilometres apart on the map',
  async (t) => {
    holds(
      t,
      fc.property(awayFromPoles, fc.double({ min: -0.2, max: 0.2, noNaN: true }), ({ lat, lon }, aside) => {
        const one = sharedAt({ lat, lon })
        const other = sharedAt({ lat, lon: Math.max(-180, Math.min(180, lon + aside)) })
        const apart = distanceKm(one, other)
        assert.ok(apart < 0.001 || apart > 4.9, `${apart} km`)
      }),
      5000,
    )
  },
)
