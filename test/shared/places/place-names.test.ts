import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { foldCityAndRegion, foldPostalCode, foldRegion } from '../../../src/shared/places/index.ts'
import { REGION_NAMES } from '../../../src/shared/places/region-names.ts'
import { holds } from '../../support/holds.ts'

const city = (country: string, name: string, region: string | null = null) =>
  foldCityAndRegion({ country, region, city: name }).city
const country = fc.constantFrom('US', 'CA', 'DE', 'GB', 'AU', 'KE')
const names = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 20 }),
  fc
    .array(fc.constantFrom('St.', 'Saint', 'Ste', 'Mt.', 'Fort', 'Paul', 'Ølby', 'Straße', "d'Alene", ','), {
      maxLength: 4,
    })
    .map((words) => words.join(' ')),
)
const codes = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.stringMatching(/^[A-Z]{0,3}-?\d{0,9}$/),
  fc.stringMatching(/^\d{3,5}-\d{4}$/),
)

t.test('a folded name stays as it is when it is folded again', async (t) => {
  holds(
    t,
    fc.property(country, names, codes, (country, name, code) => {
      const { city, region } = foldCityAndRegion({ country, region: name, city: name })
      const again = foldCityAndRegion({ country, region, city })
      assert.deepEqual(again, { city, region })
      const postal = foldPostalCode(country, code)
      assert.equal(foldPostalCode(country, postal), postal)
    }),
    3000,
  )
})

t.test('letters that become neighbours are folded as one, as they would be the next time', (t) => {
  const folded = foldPostalCode('US', '㈎ﾣ')
  t.equal(folded, '갃')
  t.equal(foldPostalCode('US', folded), folded)
  t.end()
})

t.test('case, accents, hyphens, apostrophes and spaces make no other city', async (t) => {
  for (const [one, other] of [
    ['São Paulo', ' sao paulo'],
    ['Stratford-upon-Avon', 'Stratford upon Avon'],
    ['Coeur d’Alene', "COEUR D'ALENE"],
    ['Łódź', 'lodz'],
    ['Großräschen', 'Grossraschen'],
  ] as const)
    t.equal(city('KE', one), city('KE', other), `${one} is ${other}`)
  t.not(city('KE', 'Springfield'), city('KE', 'Springfields'))
})

t.test('abbreviated words of a city are the whole words, and only as whole words', async (t) => {
  for (const [one, other] of [
    ['St. Louis', 'Saint Louis'],
    ['St.Louis', 'saint-louis'],
    ['Sankt Pölten', 'St. Pölten'],
    ['Sault Ste. Marie', 'Sault Sainte Marie'],
    ['Mt. Vernon', 'Mount Vernon'],
    ['Ft. Worth', 'Fort Worth'],
    ['East St. Louis', 'East Saint Louis'],
  ] as const)
    t.equal(city('US', one), city('US', other), `${one} is ${other}`)
  for (const [one, other] of [
    ['Stockton', 'Saintockton'],
    ['Sainte Marie', 'Saint Marie'],
    ['Montrose', 'Mountrose'],
  ] as const)
    t.not(city('US', one), city('US', other), `${one} is not ${other}`)
})

t.test('large cities are known by their names at home and in English', async (t) => {
  t.equal(city('AT', 'Wien'), city('AT', 'Vienna'))
  t.equal(city('DE', 'München'), city('DE', 'Munich'))
  t.equal(city('US', 'New York'), city('US', 'New York City'))
  t.not(city('US', 'Wien'), city('US', 'Vienna'), 'only in their country')
})

t.test('every name, code and abbreviation of a region means that region and no other one', async (t) => {
  for (const [country, regions] of Object.entries(REGION_NAMES)) {
    const found = regions.map((region) => [
      ...new Set(
        region
          .split('|')
          .flatMap((name) => [foldRegion(country, name), foldRegion(country, name.toUpperCase())]),
      ),
    ])
    for (const [at, codes] of found.entries()) t.equal(codes.length, 1, `${country} ${regions[at]}`)
    t.equal(new Set(found.flat()).size, regions.length, `${country} tells its regions apart`)
  }
})

t.test('a code, its name and its abbreviations are one region', async (t) => {
  for (const name of ['OR', 'or', 'Oregon', 'OREGON', 'Ore.', 'US-OR']) t.equal(foldRegion('US', name), 'or')
  for (const name of ['N.Y.', 'New York', 'NY', 'new york state']) t.equal(foldRegion('US', name), 'ny')
  t.equal(foldRegion('DE', 'Bayern'), foldRegion('DE', 'BY'))
  t.equal(foldRegion('CA', 'Québec'), foldRegion('CA', 'QC'))
  t.not(foldRegion('US', 'OR'), foldRegion('US', 'ME'))
  t.equal(foldRegion('US', 'Cascadia'), 'cascadia', 'an unknown one is its own name')
})

t.test('a region behind the name of a city counts as its region', async (t) => {
  for (const written of ['Portland, OR', 'Portland, Oregon', 'Portland OR'])
    t.same(foldCityAndRegion({ country: 'US', region: null, city: written }), {
      city: 'portland',
      region: 'or',
    })
  t.equal(city('US', 'Portland, OR', 'Oregon'), 'portland')
  t.not(city('US', 'Portland, OR', 'ME'), 'portland', 'not if it contradicts the given region')
  t.equal(city('US', 'Portland, Cascadia'), 'portland cascadia', 'not if it is no region')
  t.equal(city('US', 'LE MARS IN'), 'le mars in', 'not if all is in capitals')
  t.equal(city('US', 'Santa Fe'), 'santa fe')
})

t.test('spaces, hyphens and case make no other postal code', async (t) => {
  t.equal(foldPostalCode('GB', 'sw1a 1aa'), foldPostalCode('GB', 'SW1A-1AA'))
  t.equal(foldPostalCode('CA', 'K1A 0B6'), 'K1A0B6')
  t.equal(foldPostalCode('JP', '100-0001'), '1000001')
  t.not(foldPostalCode('GB', 'SW1A 1AA'), foldPostalCode('GB', 'SW1A 1AB'))
})

t.test('the country in front of a postal code of digits goes', async (t) => {
  for (const code of ['D-10115', 'DE-10115', 'd 10115', '10115']) t.equal(foldPostalCode('DE', code), '10115')
  t.equal(foldPostalCode('FI', 'FIN-00100'), '00100')
  t.equal(foldPostalCode('GB', 'D10 115'), 'D10115', 'in another country the letter belongs to the code')
})

t.test('a ZIP code loses its addition and gets its zeros back', async (t) => {
  for (const code of ['02138-1234', '021381234', '2138-1234', '2138', '02138'])
    t.equal(foldPostalCode('US', code), '02138', code)
  t.equal(foldPostalCode('US', '501'), '00501')
  t.equal(foldPostalCode('US', '12'), '12', 'too short to be a ZIP code')
  t.equal(foldPostalCode('FR', '1000'), '01000')
  t.equal(foldPostalCode('FR', '100'), '100', 'French codes lose one zero at most')
  t.equal(foldPostalCode('DE', '101151234'), '101151234', 'only ZIP codes have additions')
  t.equal(foldPostalCode('AT', '101'), '101', 'no Austrian code begins with zero')
})
