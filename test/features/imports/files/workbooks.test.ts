import t from 'tap'
import type { StoredFile } from '../../../../src/features/imports/files/stored-file.ts'
import { openWorkbook } from '../../../../src/features/imports/files/workbook/open-workbook.ts'
import { candidateLine, HEADER, newOffice } from '../../../support/office.ts'
import { startTestService } from '../../../support/service.ts'
import { rowsXml, type SheetRow, workbookParts, zipOf } from '../../../support/workbook.ts'

function held(bytes: Buffer): StoredFile {
  return {
    async *chunks() {
      yield bytes
    },
    size: async () => bytes.length,
    async *range(start, end) {
      for (let at = start; at < end; at += 1000) yield bytes.subarray(at, Math.min(end, at + 1000))
    },
  }
}

const known = new Set(['external_id', 'name', 'email'])

async function read(parts: Record<string, string>, sheet: string | null = null) {
  const table = await openWorkbook(held(zipOf(parts)), {
    countColumns: (cells) => cells.filter((cell) => known.has(cell)).length,
    sheet,
  })
  const rows: string[][] = []
  for await (const records of table.records)
    rows.push(...records.map(({ cells, fault }) => (fault ? [fault.code] : cells)))
  return { facts: table.facts, header: table.header.cells, rows }
}

const oneSheet = (rows: readonly SheetRow[], more = {}) =>
  workbookParts({ sheets: [{ name: 'Roster', rows: rowsXml(rows) }], ...more })
const number = (value: string, style = 0) => ({ xml: `<c s="${style}"><v>${value}</v></c>` })
const typed = (type: string, value: string) => ({ xml: `<c t="${type}"><f>x</f><v>${value}</v></c>` })

const formats = ['00000', '0%', '"$"#,##0.00', 'm/d/yyyy', 'yyyy-mm-dd hh:mm', 'mmmm yyyy', 'h:mm AM/PM']
const styles = `<numFmts>${formats.map((code, at) => `<numFmt numFmtId="${170 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`).join('')}</numFmts>
  <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${formats.map((_, at) => `<xf numFmtId="${170 + at}"/>`).join('')}<xf numFmtId="14"/></cellXfs>`

t.test('numbers are read as they are shown, whole dates as ISO 8601', async (t) => {
  const cells = [
    number('123', 1),
    number('0.5', 2),
    number('1500', 3),
    number('46485', 4),
    number('46485.5', 5),
    number('46485', 6),
    number('0.75', 7),
    number('46485', 8),
    number('0.1'),
    number('100000000017'),
    number('3.4000000000000004'),
  ]
  const shown = [
    '00123',
    '50%',
    '$1,500.00',
    '2027-04-08',
    '2027-04-08 12:00:00',
    'April 2027',
    '6:00 PM',
    '2027-04-08',
  ]
  const { rows } = await read(oneSheet([['external_id', 'name'], cells], { styles }))
  t.same(rows, [[...shown, '0.1', '100000000017', '3.4']])
  const of1904 = await read(
    oneSheet([['external_id', 'name'], [number('45023', 4)]], { styles, is1904: true }),
  )
  t.same(of1904.rows, [['2027-04-08']])
})

t.test('texts are read wherever they are, with their runs and without their pronunciation', async (t) => {
  const strings =
    '<si><t xml:space="preserve"> a </t></si><si><r><t>An</t></r><r><rPr><b/></rPr><t>na</t></r><rPh sb="0" eb="1"><t>no</t></rPh></si><si><t>x_x000D_y &amp; z</t></si><si/>'
  const cells = [0, 1, 2, 3].map((at) => ({ xml: `<c t="s"><v>${at}</v></c>` }))
  const others = [
    typed('b', '1'),
    typed('b', '0'),
    typed('str', 'joined'),
    typed('e', '#REF!'),
    { xml: '<c><f>A1</f></c>' },
  ]
  const { rows } = await read(
    oneSheet(
      [
        ['external_id', 'name'],
        [...cells, 'inline', ...others],
      ],
      { strings },
    ),
  )
  t.same(rows, [[' a ', 'Anna', 'x\ry & z', '', 'inline', 'TRUE', 'FALSE', 'joined', '#REF!', '#VALUE!']])
})

t.test('cells keep their columns, blank ones at the end are none, and blank rows are skipped', async (t) => {
  const rows = `${rowsXml([['external_id', 'name', 'email']], 3)}<row r="4"><c r="A4" s="1"/></row><row r="6"><c r="C6" t="str"><v>z</v></c><c r="AA6"/></row><row r="7"><c r="ZZZ7"><v>1</v></c></row>`
  const read1 = await read(
    workbookParts({ sheets: [{ name: 'A', rows: `${rowsXml([['Lakeside College']])}${rows}` }] }),
  )
  t.same(read1.facts, { headerLine: 3, separator: null, encoding: null, sheets: ['A'], sheet: 'A' })
  t.same(read1.rows, [['', '', 'z'], ['too_many_cells']])
})

t.test('the first sheet that can be seen is read, or the one asked for by name or number', async (t) => {
  const sheet = (name: string, state?: string) => ({
    name,
    rows: rowsXml([['external_id', 'name'], [name]]),
    ...(state && { state }),
  })
  const parts = workbookParts({ sheets: [sheet('Old', 'hidden'), sheet('Spring'), sheet('Fall & "more"')] })
  t.match(await read(parts), {
    facts: { sheet: 'Spring', sheets: ['Spring', 'Fall & "more"'] },
    rows: [['Spring']],
  })
  t.match((await read(parts, ' fall & "MORE"')).rows, [['Fall & "more"']])
  t.match((await read(parts, '2')).rows, [['Fall & "more"']])
  t.match((await read(parts, 'Old')).rows, [['Old']])
  await t.rejects(read(parts, 'Winter'), { code: 'sheet_not_found', message: /"Spring", "Fall/ })
})

const small = oneSheet([
  ['external_id', 'name'],
  ['a', 'Ann'],
])
const hostile: Record<string, { parts: Record<string, string>; code: string }> = {
  'entities that multiply': {
    parts: {
      ...small,
      'xl/worksheets/sheet1.xml':
        '<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData>&a;</sheetData></worksheet>',
    },
    code: 'workbook_damaged',
  },
  'a text without an end': {
    parts: oneSheet([['external_id', 'name'], ['x'.repeat(2 * 1024 * 1024)]]),
    code: 'workbook_damaged',
  },
  'a comment without an end': {
    parts: { ...small, 'xl/worksheets/sheet1.xml': `<worksheet><!-- ${'<a>'.repeat(1024 * 1024)}` },
    code: 'workbook_damaged',
  },
  'a path that leads out of it': {
    parts: {
      ...small,
      'xl/_rels/workbook.xml.rels':
        small['xl/_rels/workbook.xml.rels']?.replace('worksheets/', '../../../etc/') ?? '',
    },
    code: 'workbook_damaged',
  },
  'XML that is cut off': {
    parts: { ...small, 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row' },
    code: 'workbook_damaged',
  },
}
for (const [name, { parts, code }] of Object.entries(hostile)) {
  t.test(`a workbook with ${name} is refused`, async (t) => {
    await t.rejects(read(parts), { code })
  })
}

t.test('a part that unpacks to more than it says, or to too much, is refused', async (t) => {
  const options = { countColumns: () => 1, sheet: null }
  const drained = async (claims: Record<string, number>) => {
    const { records } = await openWorkbook(held(zipOf(small, claims)), options)
    for await (const _ of records);
  }
  await t.rejects(drained({ 'xl/worksheets/sheet1.xml': 20 }), { code: 'workbook_damaged' })
  await t.rejects(drained({ 'xl/worksheets/sheet1.xml': 4_000_000_000 }), { code: 'workbook_too_large' })
  await t.rejects(drained({ 'xl/sharedStrings.xml': 1_000_000_000 }), { code: 'workbook_too_large' })
})

t.test(
  'a workbook is imported whatever it is called, and other files are refused by what they are',
  async (t) => {
    const service = await startTestService(t)
    const office = await newOffice(service)
    const lines = [
      HEADER,
      candidateLine('a'),
      candidateLine('b'),
      candidateLine('c').replace('remote', 'moon'),
    ]
    const workbook = zipOf(oneSheet(lines.map((line) => line.split(','))))
    const { body } = await office.imported(workbook)
    t.match(body, { status: 'done', format: 'xlsx', encoding: null, created: 2, rejected: 1 })
    const report = String((await office.call('GET', `/v1/imports/${body.id}/report.csv`)).body)
    t.match(report, /\nc,|,c,Student c,/)
    const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
    t.match((await office.imported(workbook, { contentType })).body, { format: 'xlsx', unchanged: 2 })
    t.match((await office.imported(lines.slice(0, 2).join('\n'), { contentType })).body, {
      format: 'csv',
      unchanged: 1,
    })
    const refused: [Buffer, RegExp][] = [
      [Buffer.from('%PDF-1.7 …'), /a PDF/],
      [Buffer.from('<html><table><tr><td>x</td></tr></table></html>'), /a web page/],
      [zipOf({ 'xl/workbook.bin': '' }), /\.xlsb/],
      [zipOf({ mimetype: '', 'content.xml': '' }), /\.ods/],
      [zipOf({ 'word/document.xml': '' }), /a Word document/],
      [zipOf({ 'Index/Document.iwa': '' }), /a Numbers file/],
      [zipOf({ 'roster.csv': '' }), /ZIP archive/],
      [workbook.subarray(0, 400), /damaged or cut off/],
      [oldWorkbook('Workbook'), /\.xls/],
      [oldWorkbook('EncryptedPackage'), /password/],
    ]
    for (const [file, detail] of refused)
      t.match(await office.imported(file), { status: 415, body: { code: 'unsupported_media_type', detail } })
  },
)

/** The beginning of a file of old Office programs, with one name in its directory. */
function oldWorkbook(name: string): Buffer {
  const bytes = Buffer.alloc(2048)
  bytes.write('d0cf11e0a1b11ae1', 'hex')
  bytes.writeUInt16LE(9, 30)
  bytes.writeUInt32LE(1, 48)
  bytes.write(name, 1024, 'utf16le')
  return bytes
}
