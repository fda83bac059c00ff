import t from 'tap'
import { distanceKm, placeNames, pointOf } from '../../../src/engines/matching/distance.ts'
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

t.test(
  'names of places are compared without case, accents and spaces in postal codes, within their country',
  async (t) => {
    t.same(placeNames({ ...nairobi, city: 'São Paulo' }), placeNames({ ...nairobi, city: ' sao paulo' }))
    t.same(
      placeNames({ ...nairobi, city: null, postalCode: 'sw1a 1aa' }),
      placeNames({ ...nairobi, city: null, postalCode: 'SW1A1AA' }),
    )
    t.notSame(placeNames(nairobi), placeNames({ ...nairobi, country: 'US' }))
    t.same(placeNames(null), [])
    t.same(placeNames({ ...nairobi, city: null }), [])
  },
)
