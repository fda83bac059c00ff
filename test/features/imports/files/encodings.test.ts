import fc from 'fast-check'
import t from 'tap'
import { asUtf8 } from '../../../../src/features/imports/files/as-utf8.ts'
import { EncodingDetector } from '../../../../src/features/imports/files/detect-encoding.ts'
import type { Encoding } from '../../../../src/features/imports/files/file-facts.ts'
import { findGarbledCells } from '../../../../src/features/imports/files/garbled-text.ts'
import { candidateLine, HEADER, newOffice } from '../../../support/office.ts'
import { inEnglish } from '../../../support/said-in-english.ts'
import { startTestService } from '../../../support/service.ts'

/** Bytes of one byte a character, by a table of the characters beyond ASCII. */
function encoded(text: string, name: string): Buffer {
  const byteOf = new Map(
    Array.from({ length: 128 }, (_, at) => [new TextDecoder(name).decode(Uint8Array.of(128 + at)), 128 + at]),
  )
  return Buffer.from([...text].map((char) => byteOf.get(char) ?? char.charCodeAt(0)))
}

function swapped(bytes: Buffer): Buffer {
  return Buffer.from(bytes).swap16()
}

function* piecesOf(bytes: Buffer, pieceBytes: number) {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
}

async function detected(bytes: Buffer, pieceBytes = 1 << 16) {
  const detector = new EncodingDetector()
  for (const piece of piecesOf(bytes, pieceBytes)) detector.add(piece)
  return detector.end()
}

async function textOf(bytes: Buffer, encoding: Encoding, pieceBytes: number): Promise<string> {
  async function* source() {
    yield* piecesOf(bytes, pieceBytes)
  }
  const pieces: Uint8Array[] = []
  for await (const piece of asUtf8(source(), encoding)) pieces.push(piece)
  return new TextDecoder().decode(Buffer.concat(pieces))
}

const people = ['Jörg Müller', 'Zoë D’Souza', 'Siobhán O’Brien', 'José Muñoz', 'Anaïs Lefèvre', 'Renée']
const roster = (end: string) =>
  `external_id,name,majors${end}${people.map((name, at) => `${at},${name},“Art” – 5 €`).join(end)}`

const forms: Record<string, { bytes: Buffer; name: string }> = {
  'UTF-8': { bytes: Buffer.from(roster('\n')), name: 'UTF-8' },
  'UTF-8 with a mark': { bytes: Buffer.from(`\u{feff}${roster('\r\n')}`), name: 'UTF-8' },
  'UTF-16LE': { bytes: Buffer.from(roster('\n'), 'utf16le'), name: 'UTF-16LE' },
  'UTF-16LE with a mark': { bytes: Buffer.from(`\u{feff}${roster('\n')}`, 'utf16le'), name: 'UTF-16LE' },
  'UTF-16BE': { bytes: swapped(Buffer.from(roster('\n'), 'utf16le')), name: 'UTF-16BE' },
  'UTF-16BE with a mark': {
    bytes: swapped(Buffer.from(`\u{feff}${roster('\n')}`, 'utf16le')),
    name: 'UTF-16BE',
  },
  'windows-1252': { bytes: encoded(roster('\r\n'), 'windows-1252'), name: 'windows-1252' },
  'Mac Roman': { bytes: encoded(roster('\r'), 'macintosh'), name: 'macintosh' },
}
for (const [form, { bytes, name }] of Object.entries(forms)) {
  t.test(`${form} is read as it was written, wherever its pieces end`, async (t) => {
    for (const pieceBytes of [1, 3, 64, 1 << 16]) {
      const { encoding, notices } = await detected(bytes, pieceBytes)
      t.equal(encoding.name, name)
      // A guess that is not sure is pointed out.
      t.equal(encoding.confidence < 0.8, notices.length > 0)
      t.ok(encoding.confidence > (name === 'macintosh' ? 0.7 : 0.8), `${encoding.confidence}`)
      const text = await textOf(bytes, encoding, pieceBytes)
      t.same(text.split(/\r\n?|\n/).slice(1, 3), ['0,Jörg Müller,“Art” – 5 €', '1,Zoë D’Souza,“Art” – 5 €'])
    }
  })
}

t.test('an accent late in a long file decides too', async (t) => {
  const ascii = Buffer.alloc(20 * 1024 * 1024, 'external,name\n')
  const tail = encoded('1,Müller\n', 'windows-1252')
  t.equal((await detected(Buffer.concat([ascii, tail]))).encoding.name, 'windows-1252')
  t.equal((await detected(Buffer.concat([ascii, Buffer.from('1,Müller\n')]))).encoding.name, 'UTF-8')
})

t.test('a name with two accents side by side is no sign of another script', async (t) => {
  for (const name of ['Ana Núñez', 'Groß', 'Jürgen Größe', 'María Núñez']) {
    const { encoding } = await detected(encoded(`external_id,name\n1,${name}\n2,Bob Smith\n`, 'windows-1252'))
    t.equal(encoding.name, 'windows-1252', name)
  }
})

t.test('all that is UTF-8 is found to be, in pieces of any size', async (t) => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'binary' }),
      fc.integer({ min: 1, max: 7 }),
      async (text, pieceBytes) => {
        const bytes = Buffer.from(text.toWellFormed().replaceAll('\0', ''))
        t.match((await detected(bytes, pieceBytes)).encoding, { name: 'UTF-8', confidence: 1 })
      },
    ),
    { numRuns: 300 },
  )
})

t.test('a few bytes that are not UTF-8 are read as windows-1252, and their lines are named', async (t) => {
  const lines = people.map((name) => Buffer.from(`${name}\n`))
  const bytes = Buffer.concat([...lines, encoded('Köhler\n', 'windows-1252'), ...lines])
  const { encoding, notices } = await detected(bytes, 5)
  t.match(encoding, { name: 'UTF-8' })
  t.ok(encoding.confidence < 1)
  t.match(notices.map(inEnglish), [{ code: 'encoding_mixed', message: /in line 7\. / }])
  const text = await textOf(bytes, encoding, 5)
  t.same(text.split('\n').slice(0, -1), [...people, 'Köhler', ...people])
})

const unreadable: Record<string, { bytes: Buffer; looksLike: RegExp }> = {
  'UTF-32': {
    bytes: Buffer.from([...roster('\n')].flatMap((one) => [one.charCodeAt(0) & 127, 0, 0, 0])),
    looksLike: /UTF-32/,
  },
  'Cyrillic in windows-1251': {
    bytes: encoded('номер,имя\n1,Привет мир как дела у вас сегодня\n', 'windows-1251'),
    looksLike: /windows-1251/,
  },
  'Japanese in Shift_JIS': {
    bytes: Buffer.from('83658358836793fa967b8cea82cc96bc914f82c582b70a', 'hex'),
    looksLike: /Shift_JIS/,
  },
  'Polish in windows-1250': {
    bytes: encoded(
      'Łukasz Wiśniewski, Łódź, Poznań, Zieliński, Bąk, Grażyna Żółć\n'.repeat(3),
      'windows-1250',
    ),
    looksLike: /windows-1250|ISO-8859-2/,
  },
  'Greek in windows-1253': {
    bytes: encoded(
      'κωδικός,όνομα\n1,Μαρία Παπαδοπούλου από την Αθήνα\n'.replaceAll('ά', 'α'),
      'windows-1253',
    ),
    looksLike: /windows-1253|ISO-8859-7/,
  },
  'Chinese in GBK': {
    bytes: Buffer.from('b1e0bac52cd0d5c3fb0a312ccdf5d0a1c3f70a', 'hex'),
    looksLike: /./,
  },
  'a program': {
    bytes: Buffer.from(Array.from({ length: 999 }, (_, at) => (at * at * 7) & 255)),
    looksLike: /not text/,
  },
}
for (const [name, { bytes, looksLike }] of Object.entries(unreadable)) {
  t.test(`${name} is refused by its name`, async (t) => {
    await t.rejects(detected(bytes), { code: 'encoding_not_supported', message: looksLike })
  })
}

t.test('letters that were damaged before the upload are pointed out', async (t) => {
  const cells = ['JÃ¶rg', 'Jörg', 'Ã¶ und â€“', 'J\u{fffd}rg', 'São Tomé Â', 'ÂÃ']
  t.match(findGarbledCells(cells).map(inEnglish), [
    { at: 0, code: 'text_garbled', message: /"Jörg"/ },
    { at: 2, code: 'text_garbled', message: /"ö und –"/ },
    { at: 3, code: 'letter_lost' },
  ])
})

t.test('an import says which encoding it was read in', async (t) => {
  const service = await startTestService(t)
  const office = await newOffice(service)
  const file = [HEADER, candidateLine('a', 'Jörg Groß'), candidateLine('b', 'Zoë')].join('\r\n')
  const { body } = await office.imported(encoded(file, 'windows-1252'))
  t.match(body, { status: 'done', created: 2, encoding: { name: 'windows-1252' } })
  const wide = await office.imported(Buffer.from(`\u{feff}${file.replaceAll(',', '\t')}`, 'utf16le'))
  t.match(wide.body, { status: 'done', unchanged: 2, encoding: { name: 'UTF-16LE', confidence: 1 } })
  const names = (await office.call('GET', '/v1/candidates')).body.data.map(
    (one: { name: string }) => one.name,
  )
  t.same(names.sort(), ['Jörg Groß', 'Zoë'])
  const json = JSON.stringify({ external_id: 'a', name: 'Jörg Weiß' })
  const changed = await office.imported(encoded(json, 'windows-1252'), { contentType: 'application/json' })
  t.match(changed.body, { status: 'done', updated: 1, encoding: { name: 'windows-1252' } })
  const garbled = await office.imported([HEADER, candidateLine('a', 'JÃ¶rg')].join('\n'))
  t.match((await office.call('GET', `/v1/imports/${garbled.body.id}/rows`)).body.data, [
    { notices: [{ pointer: 'name', code: 'text_garbled', value: 'JÃ¶rg' }] },
  ])
  t.match(await office.imported(Buffer.from('83658358836793fa967b8cea0a', 'hex')), {
    status: 422,
    body: { code: 'encoding_not_supported' },
  })
})
