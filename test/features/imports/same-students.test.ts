import { isDeepStrictEqual } from 'node:util'
import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import t from 'tap'
import { columnsOf } from '../../../src/features/imports/columns/columns.ts'
import { asUtf8 } from '../../../src/features/imports/files/as-utf8.ts'
import { EncodingDetector } from '../../../src/features/imports/files/detect-encoding.ts'
import { openCsv } from '../../../src/features/imports/files/open-csv.ts'
import { countColumns, createRowReader, readHead } from '../../../src/features/imports/read-csv.ts'
import { newOffice } from '../../support/office.ts'
import { startTestService } from '../../support/service.ts'

const table = [
  'external_id|name|email|majors|skills|languages|time_zone|modality|hours_per_week|graduates_on|city|share_profile|share_contact|consent_recorded_at|consent_source',
  'A-101|Zoë Müller|zoe@student.example|Art History; Finance|bookkeeping:advanced; excel|en; fr|Europe/Paris|remote|7.5|2028-05-14|Besançon|yes|no|2026-11-01T00:00:00Z|Form "R-2"',
  'A-102|Núñez Peña, José|jose@student.example|Accounting|excel; payroll|es|Europe/Madrid|hybrid|12|2027-06-30|Málaga|yes|yes|2026-11-02T00:00:00Z|Form; signed',
  'A-103|Björn Åkesson|bjorn@student.example||bookkeeping|en|Europe/Berlin|onsite|8|2029-01-31|Köln|no|no|2026-11-03T00:00:00Z|Form R-2',
].map((line) => line.split('|'))
const [header = [], ...students] = table

interface Mutation {
  separator: string
  lineEnd: string
  encoding: string
  headerStyle: string
  order: number[]
  areAllQuoted: boolean
  hasSpaces: boolean
  titles: string[]
  namesSeparator: boolean
  endsWithLineEnd: boolean
  blankRows: number
}

const mutations: fc.Arbitrary<Mutation> = fc.record({
  separator: fc.constantFrom(',', ';', '\t', '|'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  encoding: fc.constantFrom('utf8', 'utf8 with mark', 'utf16le', 'utf16be', 'windows-1252'),
  headerStyle: fc.constantFrom('as it is', 'capitals', 'words', 'camel', 'spaces'),
  order: fc.shuffledSubarray([...header.keys()], { minLength: header.length }),
  areAllQuoted: fc.boolean(),
  hasSpaces: fc.boolean(),
  titles: fc.subarray(['Roster of spring', '', 'Exported 2027-01-05', '# one student a row']),
  namesSeparator: fc.boolean(),
  endsWithLineEnd: fc.boolean(),
  blankRows: fc.nat(2),
})

const styles: Record<string, (name: string) => string> = {
  capitals: (name) => name.toUpperCase(),
  words: (name) => name.replaceAll('_', ' '),
  camel: (name) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase()),
  spaces: (name) => ` ${name.replaceAll('_', '  ')} `,
}

function fileOf(mutation: Mutation): Buffer {
  const { separator, lineEnd, order, titles, hasSpaces } = mutation
  const names = header.map(styles[mutation.headerStyle] ?? ((name) => name))
  const padded = students.map((cells) => cells.map((cell) => (hasSpaces ? `  ${cell} ` : cell)))
  const rows = [names, ...padded].map((cells) => order.map((at) => cells[at] ?? ''))
  const text = stringify(rows, {
    delimiter: separator,
    quoted: mutation.areAllQuoted,
    record_delimiter: lineEnd,
  })
  const blank = (separator.repeat(header.length - 1) + lineEnd).repeat(mutation.blankRows)
  const above = [...(mutation.namesSeparator ? [`sep=${separator}`] : []), ...titles].map(
    (one) => one + lineEnd,
  )
  const whole = above.join('') + text + blank
  return encoded(mutation.endsWithLineEnd ? whole : whole.slice(0, -lineEnd.length), mutation.encoding)
}

function encoded(text: string, encoding: string): Buffer {
  if (encoding === 'windows-1252') return Buffer.from(text, 'latin1')
  if (encoding === 'utf16le') return Buffer.from(`\u{feff}${text}`, 'utf16le')
  if (encoding === 'utf16be') return Buffer.from(`\u{feff}${text}`, 'utf16le').swap16()
  return Buffer.from(encoding === 'utf8 with mark' ? `\u{feff}${text}` : text)
}

/** Reads a file as an import does, up to what each row changes. */
async function studentsIn(file: Buffer) {
  const detector = new EncodingDetector()
  detector.add(file)
  const { encoding } = await detector.end()
  async function* source() {
    for (let at = 0; at < file.length; at += 100) yield file.subarray(at, at + 100)
  }
  const columns = columnsOf.candidates
  const opened = await openCsv(asUtf8(source(), encoding), {
    countColumns: (cells) => countColumns(columns, cells),
    encoding,
  })
  const readRow = createRowReader(readHead(columns, opened), { isKnownSkill: () => true })
  const found: unknown[] = []
  for await (const records of opened.records)
    for (const record of records) {
      const { externalId, patch, notices, faults, blank } = readRow(record)
      found.push({ externalId, patch, notices, faults, blank: blank.toSorted() })
    }
  return found
}

const plain: Mutation = {
  separator: ',',
  lineEnd: '\n',
  encoding: 'utf8',
  headerStyle: 'as it is',
  order: [...header.keys()],
  areAllQuoted: false,
  hasSpaces: false,
  titles: [],
  namesSeparator: false,
  endsWithLineEnd: true,
  blankRows: 0,
}

t.test('however a good file is written, the same students are read', async (t) => {
  const expected = await studentsIn(fileOf(plain))
  t.match(expected, [
    { externalId: 'A-101', faults: [], patch: { hours_per_week: 7.5, location: { city: 'Besançon' } } },
    { externalId: 'A-102', faults: [], patch: { name: 'José Núñez Peña' } },
    { externalId: 'A-103', faults: [], patch: { name: 'Björn Åkesson' } },
  ])
  await fc.assert(
    fc.asyncProperty(mutations, async (mutation) =>
      isDeepStrictEqual(await studentsIn(fileOf(mutation)), expected),
    ),
    { numRuns: 500 },
  )
})

t.test('a file that is written otherwise changes nothing that is stored', async (t) => {
  const office = await newOffice(await startTestService(t))
  t.match((await office.imported(fileOf(plain))).body, { status: 'done', created: 3, rejected: 0 })
  for (const mutation of fc.sample(mutations, 5))
    t.match(
      (await office.imported(fileOf(mutation))).body,
      { status: 'done', rows_read: 3, unchanged: 3 },
      JSON.stringify(mutation),
    )
})
