import t from 'tap'
import { columnsOf } from '../../../../src/features/imports/columns/columns.ts'
import { openCsv } from '../../../../src/features/imports/files/open-csv.ts'
import { countColumns, readHead } from '../../../../src/features/imports/read-csv.ts'

const columns = columnsOf.candidates

/** Where the header was found, with its separator, and the first cells of the rows after it. */
async function opened(text: string) {
  async function* source() {
    yield Buffer.from(text)
  }
  const table = await openCsv(source(), {
    countColumns: (cells) => countColumns(columns, cells),
    encoding: null,
  })
  const keys: string[] = []
  for await (const records of table.records) keys.push(...records.map(({ cells }) => cells[0] ?? ''))
  const { headerLine, separator } = table.facts
  return { table, found: [headerLine, separator, ...keys] }
}

const found = async (text: string) => (await opened(text)).found

t.test('a plain header in the first line is found with each separator, quoted or not', async (t) => {
  for (const separator of [',', ';', '\t', '|', '，', '；', '｜']) {
    const header = ['external_id', 'name', 'email']
    t.same(await found(`${header.join(separator)}\r\na${separator}b\r\n`), [1, separator, 'a'])
    t.same(await found(`${header.map((one) => `"${one}"`).join(separator)}\na`), [1, separator, 'a'])
  }
})

const above: Record<string, string> = {
  'a line that names the separator': 'sep=;\n',
  'such a line in quotation marks, behind a byte order mark': '\u{feff}"sep=;"\n',
  'a title, a blank line and a row of separators': 'Lakeside College, Spring; 2027\n\n;;;;\n',
  'comments that speak of columns': '# one student a row; name, email\n#\n# the e-mail; is needed\n',
  'notes of the export': 'Report generated;2027-01-05 10:00\nBy;"Dana; office"\nFilter;"two\nlines"\n',
}
for (const [name, text] of Object.entries(above)) {
  t.test(`the header is found below ${name}`, async (t) => {
    const line = text.split('\n').length
    t.same(await found(`${text}Student ID;Full name;E-Mail\nx;Ann;a@b.example\n`), [line, ';', 'x'])
  })
}

t.test('cells of other separators do not mislead', async (t) => {
  t.same(await found('external_id;name, first and last;a, b, c\nx;y;z'), [1, ';', 'x'])
  t.same(await found('external_id\nx\ny'), [1, ',', 'x', 'y'], 'a single column')
  t.same(await found('"name;\nboth",external_id,email\n"x",y,z'), [1, ',', 'x'], 'a header of two lines')
})

t.test('full-width signs in cells do not make them cells of their own', async (t) => {
  t.same(await found('external_id,name,email\n"x，1",王；小明,a@b.example'), [1, ',', 'x，1'])
  t.same(await found('学生名单；二〇二七｜春，秋\nexternal_id,name\nx,Ann'), [2, ',', 'x'])
})

t.test('a declared separator of another kind is used', async (t) => {
  t.same(await found('sep=^\nexternal_id^name\nx^Ann'), [2, '^', 'x'])
})

t.test('a header may begin with a number sign', async (t) => {
  t.same(await found('#,external_id,name\n1,x,Ann'), [1, ',', '1'])
})

t.test('a header after the first 20 lines is not looked for', async (t) => {
  const header = 'external_id,name\nx,Ann'
  t.same(await found(`${'title\n'.repeat(19)}${header}`), [20, ',', 'x'])
  t.not((await found(`${'title\n'.repeat(20)}${header}`))[0], 21)
})

t.test('a header without the key is refused with the headers that were read and their line', async (t) => {
  const { table } = await opened('Roster of 2027\n\nMatr.;Full name;E-Mail;;\n1;Ann;a@b.example')
  t.throws(() => readHead(columns, table), {
    code: 'column_missing',
    message: /Line 3 was read as the header: Matr\., Full name, E-Mail\./,
  })
})

t.test('of rows that name no column, the one with the most cells is shown as the header', async (t) => {
  const { table } = await opened('Liste;\nÜbersicht\nMatr;Nachn;Vorn\n1;2;3')
  t.throws(() => readHead(columns, table), /Line 3 was read as the header: Matr, Nachn, Vorn\./)
})

t.test('a long line of many cells above the header is compared with columns in small pieces', async (t) => {
  const title = 'Student name,Notes;'.repeat(39_000)
  const compared: number[] = []
  async function* source() {
    yield Buffer.from(`${title}\nexternal_id,name,email\na,Ann,a@b.example`)
  }
  const counting = (cells: readonly string[]) => {
    compared.push(cells.length)
    return Math.min(3, countColumns(columns, cells))
  }
  const table = await openCsv(source(), { countColumns: counting, encoding: null })
  t.equal(table.facts.headerLine, 2)
  t.ok(Math.max(...compared) <= 100, `${Math.max(...compared)} cells at once`)
})

t.test('a header that is longer than what is tried of a line is read whole', async (t) => {
  const notes = Array.from({ length: 200 }, (_, at) => `"${'Long question. '.repeat(30)} ${at}"`)
  const { table } = await opened(`${['external_id', ...notes, 'email'].join(',')}\na,b`)
  t.equal(table.header.cells.length, 202)
  t.equal(table.header.cells.at(-1), 'email')
})

t.test('a file of blank lines has no header', async (t) => {
  await t.rejects(opened('\n \n\n'), { code: 'file_empty' })
})
