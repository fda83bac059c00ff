import fc from 'fast-check'
import t from 'tap'
import { englishOf } from '../../../../src/features/imports/details.ts'
import { MAX_ROWS } from '../../../../src/features/imports/import-batches.ts'
import { type JsonRecord, jsonRecordsOf } from '../../../../src/features/imports/rows/json-records.ts'

async function recordsIn(text: string, pieceChars = 100_000): Promise<JsonRecord[]> {
  async function* pieces() {
    for (let at = 0; at < text.length; at += pieceChars) yield text.slice(at, at + pieceChars)
  }
  const records: JsonRecord[] = []
  for await (const some of jsonRecordsOf(pieces())) records.push(...some)
  return records
}

const students = [
  { external_id: 'S-1', name: 'Ann {curly} [square] "quoted" \\ back', skills: [{ skill: 'Excel' }, 'SQL'] },
  {
    external_id: 'S-2',
    name: 'Béa, Ñ',
    note: 'a } b ] c',
    empty: {},
    list: [],
    deep: { a: [{ b: [1, 2] }] },
  },
  { external_id: 'S-3', name: 'Cy', skills: [] },
  { external_id: 'S-4', name: 'Di' },
]

/** The ways in which tools write the same records. */
const layouts: Record<string, (records: object[]) => string> = {
  'one to a line': (records) => records.map((one) => JSON.stringify(one)).join('\n'),
  'one to a line, with blank lines and spaces': (records) =>
    records.map((one) => `\n  ${JSON.stringify(one)}  \n\n`).join(''),
  'one to a line, with commas': (records) => records.map((one) => `${JSON.stringify(one)},`).join('\n'),
  'an array on one line': (records) => JSON.stringify(records),
  'an array, one to a line': (records) => `[\n${records.map((one) => JSON.stringify(one)).join(',\n')}\n]\n`,
  'an array with the commas in front': (records) =>
    `[ ${records.map((one) => JSON.stringify(one)).join('\n, ')}\n]`,
  'an indented array': (records) => JSON.stringify(records, null, 2),
  'an array indented with tabs': (records) => JSON.stringify(records, null, '\t'),
  'documents one after the other': (records) => records.map((one) => JSON.stringify(one, null, 4)).join('\n'),
  'documents without indentation': (records) =>
    records.map((one) => JSON.stringify(one, null, 1).replaceAll(/^ +/gm, '')).join('\n'),
  'several arrays': (records) => records.map((one) => JSON.stringify([one])).join('\n'),
}
const lineEnds = ['\n', '\r\n', '\r']

for (const [layout, write] of Object.entries(layouts)) {
  t.test(`${layout}: every record is read, with its line, whatever ends the lines`, async (t) => {
    for (const lineEnd of lineEnds)
      for (const mark of ['', '\u{feff}'])
        for (const pieceChars of [1, 7, 100_000]) {
          const text = mark + write(students).replaceAll('\n', lineEnd)
          const records = await recordsIn(text, pieceChars)
          t.strictSame(
            records.map(({ value, fault }) => value ?? fault),
            students,
          )
          const lines = text.split(lineEnd)
          const isAt = ({ line, column, text }: JsonRecord) =>
            lines[line - 1]?.startsWith(text.split(lineEnd)[0] ?? '', column - 1)
          t.ok(records.every(isAt))
        }
  })
}

t.test('one document over many lines is one record', async (t) => {
  const records = await recordsIn(`\n${JSON.stringify(students[1], null, 2)}\n`)
  t.match(records, [{ line: 2, column: 1, value: students[1], fault: null }])
})

t.test('whatever JSON holds, any layout and any cutting into pieces gives the same records', async (t) => {
  const record = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 }), {
    maxKeys: 5,
    noNullPrototype: true,
  })
  await fc.assert(
    fc.asyncProperty(
      fc.array(record, { maxLength: 5 }),
      fc.constantFrom(...Object.values(layouts)),
      fc.integer({ min: 1, max: 50 }),
      async (records, write, pieceChars) => {
        const read = await recordsIn(write(records), pieceChars)
        const asParsed = records.map((one): unknown => JSON.parse(JSON.stringify(one)))
        t.strictSame(
          read.map(({ value, fault }) => value ?? fault),
          asParsed,
        )
      },
    ),
    { numRuns: 200 },
  )
})

t.test('text of any kind gives the same pieces, however it is cut', async (t) => {
  const sign = fc.constantFrom(
    '{',
    '}',
    '[',
    ']',
    '"',
    ':',
    ',',
    '\n',
    '\r',
    ' ',
    '\\',
    'a',
    '1',
    '{"a":1}',
    '{"a":',
  )
  await fc.assert(
    fc.asyncProperty(
      fc.array(sign, { maxLength: 40 }),
      fc.integer({ min: 1, max: 9 }),
      async (signs, chars) => {
        const text = signs.join('')
        const attempt = async (pieceChars: number) =>
          recordsIn(text, pieceChars).catch((error: Error) => error.message)
        t.strictSame(await attempt(chars), await attempt(100_000))
      },
    ),
    { numRuns: 500 },
  )
})

const layoutsWithPlainBreaks = [
  'one to a line',
  'an array on one line',
  'an array, one to a line',
  'an indented array',
  'documents one after the other',
] as const

for (const layout of layoutsWithPlainBreaks) {
  t.test(`${layout}: a sign that is missing in one record costs no other record`, async (t) => {
    const write = layouts[layout]
    if (!write) throw new Error('no such layout')
    const text = write(students)
    const from = text.lastIndexOf('{', text.indexOf('S-2'))
    const to = text.indexOf('}', text.indexOf('"b"')) + 1
    for (let at = from; at < to; at++) {
      const records = await recordsIn(text.slice(0, at) + text.slice(at + 1))
      const whole = new Set(records.map(({ value }) => JSON.stringify(value)))
      const lost = [0, 2, 3].filter((other) => !whole.has(JSON.stringify(students[other])))
      t.same(lost, [], `without ${text[at]} in ${text.slice(at - 10, at + 10)}`)
    }
  })
}

const broken: { why: string; text: string; rows: (number | [number, RegExp])[] }[] = [
  {
    why: 'a line that is cut off',
    text: '{"id": 1}\n{"id": 2, "name": "An\n{"id": 3}',
    rows: [1, [2, /^Line 2, column 19: the quotation mark that opens here is not closed/], 3],
  },
  {
    why: 'a comma that is missing',
    text: '[\n  {\n    "id": 1\n    "name": "Ann"\n  },\n  {\n    "id": 2\n  }\n]',
    rows: [[2, /^Line 4, column 5: a comma is missing before this/], 6],
  },
  {
    why: 'a list that is not closed',
    text: '{"id": 1, "skills": ["SQL"}\n{"id": 2}',
    rows: [[1, /^Line 1, column 27: a comma is missing|not closed/], 2],
  },
  {
    why: 'a brace that is not closed',
    text: '{"id": 1, "a": {"b": 1}\n{"id": 2}\n{"id": 3}',
    rows: [[1, /one of its \{ is not closed/], 2, 3],
  },
  {
    why: 'words without quotes',
    text: '{"id": 1, "gpa": NaN}\n{id: 2}\n{"id": 3}',
    rows: [[1, /^Line 1, column 18: this word is not JSON/], [2, /^Line 2, column 2: this word/], 3],
  },
  {
    why: 'what is no object',
    text: 'hello\n42\n["a", {"id": 1}]\n{"id": 2}',
    rows: [[1, /not a JSON object/], [2, /not a JSON object/], [3, /not a JSON object/], 3, 4],
  },
  {
    why: 'one brace too many',
    text: '{"id": 1}}\n{"id": 2}',
    rows: [[1, /^Line 1, column 10: the object has ended before this/], 2],
  },
]

for (const { why, text, rows } of broken) {
  t.test(`${why} costs its record, and the fault says where it is`, async (t) => {
    const records = await recordsIn(text)
    t.same(
      records.map(({ line }) => line),
      rows.map((row) => (typeof row === 'number' ? row : row[0])),
    )
    for (const [at, row] of rows.entries()) {
      const message = englishOf(records[at]?.fault?.details ?? [])
      if (typeof row === 'number') t.equal(message, '')
      else t.match(message, row[1])
    }
  })
}

t.test('a comma too many at the end of a list or object costs nothing', async (t) => {
  const records = await recordsIn('[\n  {"id": 1, "skills": ["SQL",],},\n  {"id": 2},\n]')
  t.match(records, [
    { value: { id: 1, skills: ['SQL'] }, fault: null, notice: { code: 'comma_ignored' } },
    { value: { id: 2 }, fault: null, notice: null },
  ])
})

t.test('a record that is too long costs itself alone, wherever it stands', async (t) => {
  const long = { id: 2, image: 'x'.repeat(3 * 1024 * 1024) }
  for (const text of [
    `{"id":1}\n${JSON.stringify(long)}\n{"id":3}`,
    JSON.stringify([{ id: 1 }, long, { id: 3 }]),
    JSON.stringify([{ id: 1 }, long, { id: 3 }], null, 2),
  ])
    for (const pieceChars of [100_000, 10_000_000])
      t.match(await recordsIn(text, pieceChars), [
        { value: { id: 1 } },
        { value: null, fault: { code: 'row_too_long' } },
        { value: { id: 3 } },
      ])
})

t.test('JSON that nests too deep costs its record alone', async (t) => {
  const deep = `{"id":2,"a":${'['.repeat(200_000)}${']'.repeat(200_000)}}`
  t.match(await recordsIn(`{"id":1}\n${deep}\n{"id":3}`), [
    { value: { id: 1 } },
    { fault: { code: 'json_too_deep' } },
    { value: { id: 3 } },
  ])
})

t.test('a list that is not closed says that the file is cut off, after its records', async (t) => {
  const records: JsonRecord[] = []
  const read = async () => {
    async function* pieces() {
      yield '[{"id": 1}, {"id": 2}'
    }
    for await (const some of jsonRecordsOf(pieces())) records.push(...some)
  }
  await t.rejects(read(), { code: 'file_cut_off' })
  t.equal(records.length, 2)
})

t.test('broken text is read in a time that grows with its length', async (t) => {
  const hostile = [
    '{"a":[',
    '{"a":[\n',
    '{"a":1,\n',
    '{"a":"',
    '[',
    '{',
    '"',
    '{"a":[1,{"a":',
    '\\"{',
    '},{"a":"x',
  ]
  for (const piece of hostile) {
    const begun = process.cpuUsage()
    const text = piece.repeat(MAX_ROWS)
    await recordsIn(text).catch(() => {})
    const { user } = process.cpuUsage(begun)
    // Reading each row to the end of its possible length again would take minutes.
    t.ok(user < 20_000_000, `${JSON.stringify(piece)}: ${Math.round(user / 1000)} ms`)
  }
})
