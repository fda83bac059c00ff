import t from 'tap'
import { readAgeBand } from '../../../../src/features/imports/values/ages.ts'
import { keyOfEmailCell, readEmail } from '../../../../src/features/imports/values/emails.ts'
import { joinName, readName } from '../../../../src/features/imports/values/names.ts'
import { readPhone } from '../../../../src/features/imports/values/phones.ts'
import { readWebAddress } from '../../../../src/features/imports/values/web-addresses.ts'
import { cannotRead, inWords, readsAs, readsWithNote } from './tables.ts'

t.test('a name is kept byte for byte, in any script', async (t) => {
  const names = [
    'Sukarno',
    "Siobhán O'Brien-Ó Súilleabháin",
    'Zoë D’Souza',
    'محمد بن سلمان النجار',
    'דנה לוי',
    '山田 太郎',
    'Null',
    'NA',
  ]
  const more = [
    'None',
    'True',
    'Nguyễn Thị Ánh',
    'José\u0301',
    'X Æ',
    '"Bobby" Tables',
    "Robert'); --",
    '=cmd',
    '-Ann',
    'Ana  Silva',
  ]
  readsAs(
    t,
    readName,
    [...names, ...more, 'John Smith, Jr.'].map((name) => [name, name] as const),
  )
  readsAs(t, readName, [['\u00a0Noa Bright ', 'Noa Bright']])
})

t.test('the last name in front of a comma is turned behind the first, with a note', async (t) => {
  readsWithNote(t, readName, [
    ['Bright, Noa', 'Noa Bright'],
    ['van der Berg, Anna Maria', 'Anna Maria van der Berg'],
    ['Smith, Jr., John', 'John Smith Jr.'],
    ['King, Martin Luther, Jr.', 'Martin Luther King Jr.'],
    ['Bright,', 'Bright'],
    ['One, Two, Three', 'One, Two, Three'],
  ])
  cannotRead(t, readName, [[' ', /like Noa Bright/]])
})

t.test('the columns of a name are joined in the order that the script has', async (t) => {
  t.same(joinName({ first: 'Ibo', middle: 'T', last: 'Kaya', preferred: 'Ib' }), {
    value: { name: 'Ibo T Kaya', preferred_name: 'Ib' },
    notes: [],
  })
  t.same(joinName({ first: ' Noa', last: 'Bright ' }), { value: { name: 'Noa Bright' }, notes: [] })
  t.same(joinName({ first: '太郎', last: '山田' }), { value: { name: '山田 太郎' }, notes: [] })
  t.same(joinName({ first: 'Sukarno' }), { value: { name: 'Sukarno' }, notes: [] })
  cannotRead(t, () => joinName({}), [['', /like Noa and Bright/]])
})

t.test('an address is found beside a name, and the others of a cell are named', async (t) => {
  readsAs(t, readEmail, [
    ['dana@x.example', 'dana@x.example'],
    ['mailto:Dana@X.Example?subject=1', 'Dana@x.example'],
    ['<a@b.example>', 'a@b.example'],
    ['dana@bücher.example', 'dana@xn--bcher-kva.example'],
    ['ana.silva@lakeside.example ', 'ana.silva@lakeside.example'],
    ["o'brien+x@a.example", "o'brien+x@a.example"],
    ['<Jürgen@BÜRO.example>', 'jürgen@büro.example'],
    ['用户@例え.jp', '用户@例え.jp'],
    ['用户@xn--r8jz45g.jp', '用户@例え.jp'],
    ['दाना@x.example', 'दाना@x.example'],
  ])
  readsWithNote(t, readEmail, [
    ['Dana <dana@x.example>', 'dana@x.example'],
    ['a@x.example; b@y.example', 'a@x.example'],
  ])
  const reason = /like dana@example.org/
  cannotRead(t, readEmail, [
    ['dana@x', reason],
    ['dana', reason],
    ['dana @ x.example', reason],
    ['a@b@c.example', reason],
    ['.a@b.example', reason],
    ['a..b@c.example', reason],
    ['dana@192.0.2.1', reason],
    ['dana@-x.example', reason],
    ['da\u200bna@x.example', reason],
    ['', reason],
  ])
  t.equal(keyOfEmailCell('Ana.Silva@Lakeside.Example '), keyOfEmailCell('ana.silva@lakeside.example'))
})

t.test('an address of a page without a scheme gets one', async (t) => {
  readsAs(t, readWebAddress, [
    ['www.example.org', 'https://www.example.org'],
    ['example.org/about', 'https://example.org/about'],
    ['http://x.example/a', 'http://x.example/a'],
    ['example.org:8080', 'https://example.org:8080'],
  ])
  const reason = /like https:\/\/example.org/
  cannotRead(t, readWebAddress, [
    ['ftp://x.example', reason],
    ['hello world', reason],
    ['javascript:alert(1)', reason],
    ['mailto:a@b.example', reason],
    ['localhost', reason],
  ])
})

t.test('phone numbers are read in the country of the office', async (t) => {
  const phone = (cell: string) => readPhone(cell, { country: 'US' })
  const forms = [
    '(503) 555-0142',
    '+1 (503) 555-0142',
    '503.555.0142',
    'tel:+1-503-555-0142',
    '+1‑503‑555‑0142',
    '5035550142',
    "'503-555-0142",
    'Cell: 503-555-0142',
    '5035550142.0',
  ]
  readsAs(t, phone, [
    ...forms.map((cell) => [cell, '+15035550142'] as const),
    ['+44 (0)20 7946 0018', '+442079460018'],
    ['0043 1 23456', '+43123456'],
    ['011 44 20 7946 0018', '+442079460018'],
    ['+33 6 88 23 43 20', '+33688234320'],
    ['1-800-FLOWERS', '+18003569377'],
    ['+58 (426) 513-10-93', '+584265131093'],
  ])
  readsWithNote(t, phone, [
    ['503-555-0142 x12', '+15035550142'],
    ['503-555-0142 ext. 12', '+15035550142'],
    ['503-555-0142 / 503-555-0143', '+15035550142'],
  ])
  readsAs(t, (cell) => readPhone(cell, { country: 'FR' }), [['06.88.23.43.20', '+33688234320']])
})

t.test('what is no phone number says why', async (t) => {
  cannotRead(t, (cell) => readPhone(cell, { country: 'US' }), [
    ['06.88.23.43.20', /country: United States.*like \+33 6 88 23 43 20/],
    ['Upon request', /not a phone number. Write it like \+1 503 555 0142/],
    ['5.04E+09', /digits are lost/],
    ['2027-05-14', /not a phone number/],
  ])
  cannotRead(t, (cell) => readPhone(cell, {}), [['030 901820', /lacks the code of its country/]])
})

t.test('ages are read as bands: a band, an age or a range, in five languages', async (t) => {
  const cells = {
    under_16: 'under 16|Under_16|<16|15|12-15|14 years old|unter 16|menor de 16|moins de 16 ans',
    '16_17':
      '16-17|16–17|16 to 17|17|17 ans|16 años|17 Jahre|entre 16 y 17 años|Age 17|16 e 17 anos|17 Jahre alt',
    '18_20': '18-20|18 to 20|19|20 years',
    '21_plus': '21+|21 plus|21 and over|21 or older|25-34|65+|44|ab 21|21 ans et plus|más de 21',
  }
  for (const [band, all] of Object.entries(cells))
    for (const cell of all.split('|')) t.same(readAgeBand(cell), { value: band, notes: [] }, cell)
})

t.test('nobody is taken for older than an age may mean', async (t) => {
  for (const [cell, value] of [
    ['under 18', 'under_16'],
    ['16+', '16_17'],
    ['18+', '18_20'],
    ['18-24', '18_20'],
    ['over 18', '18_20'],
    ['up to 17', 'under_16'],
  ] as const)
    t.match(inWords(readAgeBand(cell)), { value, notes: /youngest/ }, cell)
  for (const cell of ['yes', 'adult', '17 Main Street', '2008', '12 15 17', '20-18', '17.5', '-3x', '١٧ سنة'])
    t.match(inWords(readAgeBand(cell)), { unreadable: /Write an age like 17/ }, cell)
})
