import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import t from 'tap'
import { linesOf, MAX_LINE_CHARS } from '../../../src/features/imports/rows/lines.ts'
import { type CsvRecord, recordsOf } from '../../../src/features/imports/rows/records.ts'

/** Reads text that arrives in pieces of so many bytes. */
async function recordsIn(text: string, pieceBytes = 1 << 16): Promise<CsvRecord[]> {
  const bytes = Buffer.from(text)
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes)
  }
  const all: CsvRecord[] = []
  for await (const records of recordsOf(linesOf(pieces()), ',')) all.push(...records)
  return all
}
const cellsOf = (records: CsvRecord[]) => records.map(({ cells, fault }) => (fault ? fault.code : cells))

t.test(
  'whatever cells hold, and wherever the pieces of the file end, they are read as they were written',
  async (t) => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('a\nb', 'a "b"', ',', '\r\n', '"', 'ü🎈'))
    const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { maxLength: 20 })
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 40 }), async (rows, pieceBytes) => {
        // A row of blanks is none, and every line end within a cell becomes LF.
        const kept = rows.filter((cells) => cells.some((one) => one.trim() !== ''))
        const text = stringify(kept, { quoted: true })
        t.same(
          cellsOf(await recordsIn(text, pieceBytes)),
          kept.map((cells) => cells.map((one) => one.replace(/\r\n?/g, '\n'))),
        )
      }),
      { numRuns: 300 },
    )
  },
)

t.test('a quotation mark that is not closed costs its own line alone', async (t) => {
  const good = Array.from({ length: 3000 }, (_, at) => `k${at},"quoted, ${at}",x`)
  for (const at of [0, 1, 1500, 2999]) {
    const lines = [...good]
    lines[at] = `bad,"never closed,x`
    const records = await recordsIn(lines.join('\n'))
    t.equal(records.length, good.length)
    t.same(
      records.filter(({ fault }) => fault).map(({ line, fault }) => [line, fault?.code]),
      [[at + 1, 'quote_not_closed']],
    )
  }
})

t.test('a cell over several lines behind a mark that was never closed is still read', async (t) => {
  const text = 'a,"open,1\nb,"two\nlines",2\nc,3,4\n'
  t.same(cellsOf(await recordsIn(text)), ['quote_not_closed', ['b', 'two\nlines', '2'], ['c', '3', '4']])
})

t.test('lines end with CR, LF or CRLF, also mixed and wherever the pieces of the file end', async (t) => {
  const end = fc.constantFrom('\r', '\n', '\r\n')
  // A lone CR and an LF after it would be one CRLF.
  const rows = fc.array(fc.tuple(fc.constantFrom('"two\rlines"', '"t\r\nl"', '"t\nl"', 'plain'), end), {
    minLength: 1,
  })
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 9 }), async (rows, pieceBytes) => {
      const text = rows.map(([cell, end], at) => `${at},${cell}${end}`).join('')
      const cells = rows.map(([cell], at) => [`${at}`, cell.replaceAll('"', '').replace(/\r\n?/, '\n')])
      t.same(cellsOf(await recordsIn(text, pieceBytes)), cells)
    }),
    { numRuns: 200 },
  )
})

t.test('a mark within a cell costs that row alone', async (t) => {
  t.same(cellsOf(await recordsIn('a,6" pipe" x,1\nb,2,3\n')), ['quote_misplaced', ['b', '2', '3']])
})

t.test('a row of 5 MB costs that row alone, and is not kept', async (t) => {
  for (const end of ['\n', '']) {
    const text = `a,1\nb,${'x'.repeat(5 * MAX_LINE_CHARS)}${end}${end && 'c,2\n'}`
    const records = await recordsIn(text)
    t.same(cellsOf(records), [['a', '1'], 'row_too_long', ...(end ? [['c', '2']] : [])])
    t.ok((records[1]?.cells[0]?.length ?? 0) < 1000)
  }
})

t.test('every line of any text is a record, part of one, or blank', async (t) => {
  const piece = fc.constantFrom('"', ',', '\n', 'a', '\0', '\r', ' ', ';', '""')
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 60 }), async (pieces) => {
      const text = pieces.join('')
      const records = await recordsIn(text, 7)
      let last = 0
      for (const { line } of records) {
        t.ok(line > last, 'in order, each from a line of its own')
        last = line
      }
      t.ok(last <= text.split(/\r\n?|\n/).length)
    }),
    { numRuns: 500 },
  )
})
