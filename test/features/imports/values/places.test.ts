import fc from 'fast-check'
import t from 'tap'
import { englishOf } from '../../../../src/features/imports/details.ts'
import { type PlaceParts, readPlace } from '../../../../src/features/imports/values/places.ts'
import { isRead } from '../../../../src/features/imports/values/reading.ts'
import { cannotRead, readsAs, readsWithNote } from './tables.ts'

t.test('a place that names its country is read in its parts', async (t) => {
  readsAs(t, (cell) => readPlace(cell, {}), [
    ['10115 Berlin, Germany', { country: 'DE', postal_code: '10115', city: 'Berlin' }],
    ['75011 Paris, France', { country: 'FR', postal_code: '75011', city: 'Paris' }],
    ['8001 Zürich, Schweiz', { country: 'CH', postal_code: '8001', city: 'Zürich' }],
    ['1000-001 Lisboa, Portugal', { country: 'PT', postal_code: '1000-001', city: 'Lisboa' }],
    ['1012 AB Amsterdam, NL', { country: 'NL', postal_code: '1012 AB', city: 'Amsterdam' }],
    ['Vienna, Austria', { country: 'AT', city: 'Vienna' }],
    ['Chicago, Illinois, USA', { country: 'US', region: 'Illinois', city: 'Chicago' }],
    ['Toronto, ON M5V 2T6, Canada', { country: 'CA', region: 'ON', postal_code: 'M5V 2T6', city: 'Toronto' }],
    ['London, UK', { country: 'GB', city: 'London' }],
    ['Austria', { country: 'AT' }],
  ])
})

t.test('a state or a postal code of one country says which it is, with a note', async (t) => {
  const portland: string | PlaceParts = {
    country: 'US',
    region: 'OR',
    postal_code: '97201',
    city: 'Portland',
  }
  for (const country of [undefined, 'US', 'DE'])
    readsWithNote(t, (cell) => readPlace(cell, { country }), [
      ['Portland, OR 97201', portland],
      ['Portland OR 97201', portland],
      ['123 Main St, Portland, OR 97201', portland],
      ['Portland, OR', { country: 'US', region: 'OR', city: 'Portland' }],
      ['Paris, Texas', { country: 'US', region: 'Texas', city: 'Paris' }],
      ['Toronto ON M5V 2T6', { country: 'CA', region: 'ON', postal_code: 'M5V 2T6', city: 'Toronto' }],
      ['London SW1A 1AA', { country: 'GB', postal_code: 'SW1A 1AA', city: 'London' }],
    ])
  readsWithNote(t, (cell) => readPlace(cell, { country: 'DE' }), [
    ['10115 Berlin', { country: 'DE', postal_code: '10115', city: 'Berlin' }],
    ['Hauptstr. 5, 10115 Berlin', { country: 'DE', postal_code: '10115', city: 'Berlin' }],
  ])
})

t.test('what stands for a state and a country is read by the country of the row', async (t) => {
  readsWithNote(t, (cell) => readPlace(cell, { country: 'US' }), [
    ['Los Angeles, CA', { country: 'US', region: 'CA', city: 'Los Angeles' }],
    ['Atlanta, Georgia', { country: 'US', region: 'Georgia', city: 'Atlanta' }],
  ])
  readsAs(t, (cell) => readPlace(cell, { country: 'DE' }), [
    ['Berlin, DE', { country: 'DE', city: 'Berlin' }],
  ])
  readsAs(t, (cell) => readPlace(cell, {}), [
    ['Los Angeles, CA', 'Los Angeles, CA'],
    ['Berlin, DE', 'Berlin, DE'],
    ['Atlanta, Georgia', 'Atlanta, Georgia'],
  ])
})

t.test('a city is kept as it stands, and what is no place is refused', async (t) => {
  for (const country of [undefined, 'US', 'FR'])
    readsAs(
      t,
      (cell) => readPlace(cell, { country }),
      [
        'New York',
        'NY',
        'Berlin, Kreuzberg',
        'Frankfurt am Main',
        'Mexico',
        '1234 Main St',
        'X'.repeat(300),
      ].map((city) => [city, city] as const),
    )
  cannotRead(t, (cell) => readPlace(cell, {}), [['Remote', /“Remote” is not a place/]])
})

t.test('no word of a cell is lost: it is in a part, or a note names the cell', async (t) => {
  const words = [
    'Portland',
    'OR',
    '97201',
    'Germany',
    '10115',
    'M5V 2T6',
    'Main St 5',
    'Georgia',
    'Wien',
    'USA',
  ]
  const sign = fc.constantFrom(', ', ' ')
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.constantFrom(...words), sign), { minLength: 1, maxLength: 5 }),
      fc.constantFrom(undefined, 'US', 'DE', 'AT'),
      (parts, country) => {
        const cell = parts.map(([word, between]) => word + between).join('')
        const reading = readPlace(cell, { country })
        if (!isRead(reading)) return
        const kept =
          typeof reading.value === 'string' ? reading.value : Object.values(reading.value).join(' ')
        const said = `${kept} ${englishOf(reading.notes)} ${nameOf(reading.value)}`
        for (const [word] of parts) t.ok(said.includes(word), `${word} of ${cell}`)
      },
    ),
    { numRuns: 300 },
  )
})

/** How these texts call the country that was read. */
function nameOf(value: unknown): string {
  const country =
    typeof value === 'object' && value !== null && 'country' in value ? String(value.country) : ''
  return { DE: 'Germany', US: 'USA', GE: 'Georgia' }[country] ?? ''
}
