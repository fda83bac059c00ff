import t from 'tap'
import { CityTable } from '../../../src/platform/places/city-table.ts'
import { cities } from '../../../src/platform/places/index.ts'
import { OTHER_NAMES } from '../../../src/shared/places/city-name.ts'

const named = (country: string, city: string, region: string | null = null) => ({ country, city, region })
const entry = (name: string, admin1: string, lat: number, lng = 0) => ({
  country: 'US',
  name,
  admin1,
  lat: `${lat}`,
  lng: `${lng}`,
})
const regionNames = new Map([
  ['US.OR', 'Oregon'],
  ['US.ME', 'Maine'],
])
const isNear = (found: { lat: number; lon: number } | null, lat: number, lon: number) =>
  found !== null && Math.abs(found.lat - lat) < 0.05 && Math.abs(found.lon - lon) < 0.05

t.test('a city is found by all spellings of its name and its region', async (t) => {
  for (const place of [
    named('US', 'Milwaukee', 'WI'),
    named('US', 'MILWAUKEE', 'Wisconsin'),
    named('US', 'Milwaukee, Wis.'),
    named('US', 'Milwaukee WI'),
  ])
    t.ok(isNear(cities().centreOf(place, null), 43.04, -87.91), JSON.stringify(place))
  for (const place of [named('US', 'St. Louis', 'MO'), named('US', 'saint louis', 'Missouri')])
    t.ok(isNear(cities().centreOf(place, null), 38.63, -90.2), JSON.stringify(place))
  t.ok(isNear(cities().centreOf(named('AT', 'St. Pölten'), null), 48.21, 15.64))
  t.ok(isNear(cities().centreOf(named('CA', 'Montreal', 'QC'), null), 45.51, -73.59))
  t.ok(isNear(cities().centreOf(named('AU', 'Sydney', 'NSW'), null), -33.87, 151.21))
  t.ok(isNear(cities().centreOf(named('CH', 'Genf', 'GE'), null), 46.2, 6.15))
})

t.test('a city of a region is never that of another one', async (t) => {
  const places = [
    named('US', 'Portland', 'OR'),
    named('US', 'Portland', 'ME'),
    named('US', 'Paris', 'TX'),
    named('US', 'Paris', 'TN'),
    named('US', 'Springfield', 'IL'),
    named('US', 'Springfield', 'MA'),
  ].map((place) => cities().centreOf(place, null))
  t.notOk(places.includes(null))
  t.equal(new Set(places.map((place) => JSON.stringify(place))).size, places.length)
  t.equal(
    cities().centreOf(named('US', 'Milwaukee', 'TX'), null),
    null,
    'nor is it guessed in another region',
  )
})

t.test('one of several cities of a name is not guessed, unless coordinates tell which', async (t) => {
  t.equal(cities().centreOf(named('US', 'Portland'), null), null)
  t.ok(isNear(cities().centreOf(named('US', 'Portland'), { lat: 45.4, lon: -122.5 }), 45.52, -122.68))
  t.ok(isNear(cities().centreOf(named('US', 'Portland'), { lat: 43.7, lon: -70.3 }), 43.66, -70.26))
})

t.test('namesakes within five kilometres are one place', async (t) => {
  const near = new CityTable([entry('Here', 'OR', 45), entry('Here', 'ME', 45.03)], regionNames)
  t.ok(near.centreOf(named('US', 'Here'), null))
  const far = new CityTable([entry('Here', 'OR', 45), entry('Here', 'OR', 45.06)], regionNames)
  t.equal(far.centreOf(named('US', 'Here', 'OR'), null), null)
})

t.test('a region that the country does not have is passed over', async (t) => {
  t.ok(isNear(cities().centreOf(named('GB', 'London', 'Greater London'), null), 51.51, -0.13))
  t.equal(cities().centreOf(named('US', 'Portland', 'Cascadia'), null), null)
})

t.test('what is no city has no centre', async (t) => {
  for (const city of ['Nowhere in Particular', '', '…', 'Port', 'x'.repeat(10_000)])
    t.equal(cities().centreOf(named('US', city), null), null)
  t.equal(cities().centreOf({ country: 'US', city: null, region: 'OR' }, null), null)
  t.equal(cities().centreOf(named('AQ', 'Milwaukee'), null), null)
  t.equal(new CityTable([], regionNames).centreOf(named('US', 'Here'), null), null)
})

t.test('every other name of a city leads to a city', async (t) => {
  for (const [country, names] of Object.entries(OTHER_NAMES))
    for (const [name, others] of Object.entries(names))
      for (const other of others) {
        // Washington alone is the name of several cities.
        const region = name === 'Washington' ? 'DC' : null
        const found = cities().centreOf(named(country, other, region), { lat: 0, lon: 0 })
        t.ok(found, `${country} ${other}`)
        t.same(found, cities().centreOf(named(country, name, region), { lat: 0, lon: 0 }))
      }
})

t.test('the cities of the world take less than 8 MiB', async (t) => {
  t.ok(cities().size > 150_000)
  t.ok(cities().bytes < 8 * 2 ** 20, `${cities().bytes} bytes`)
})
