import t from 'tap'
import { findMergedRanges } from '../../../../src/features/imports/files/workbook/merged-cells.ts'
import { candidateLine, HEADER, newOffice, type Office, upload } from '../../../support/office.ts'
import { startTestService } from '../../../support/service.ts'
import { hideRows, rowsXml, type SheetGiven, workbookParts, zipOf } from '../../../support/workbook.ts'

const service = await startTestService(t)
const headers = HEADER.split(',')
const lineOf = (key: string, name?: string) => candidateLine(key, name).split(',')
const rosterOf = (...keys: string[]) => rowsXml([headers, ...keys.map((key) => lineOf(key))])

async function imported(office: Office, ...sheets: SheetGiven[]) {
  const { body } = await office.imported(zipOf(workbookParts({ sheets })))
  const rows = (await office.call('GET', `/v1/imports/${body.id}/rows`)).body.data
  const { data } = (await office.call('GET', '/v1/candidates?limit=100')).body
  const byId = new Map<string, { majors: string[] }>(
    data.map((one: { external_id: string; majors: string[] }) => [one.external_id, one]),
  )
  return { body, rows, byId, ids: [...byId.keys()].sort() }
}

async function inspected(office: Office, ...sheets: SheetGiven[]) {
  const query = `type=candidates&mode=inspect&program_id=${office.programId}`
  return (await upload(service, office, query, zipOf(workbookParts({ sheets })))).body
}

t.test('hidden rows are left out, and a notice names them', async (t) => {
  const rows = hideRows(rosterOf('a', 'b', 'c', 'd', 'e', 'f'), [3, 4, 6])
  const office = await newOffice(service)
  t.match((await inspected(office, { name: 'Roster', rows })).notices, [{ code: 'rows_hidden' }])
  const { body, ids } = await imported(office, { name: 'Roster', rows })
  t.match(body, { status: 'done', rows_read: 3, created: 3 })
  t.same(body.notices.length, 1)
  t.match(body.notices, [{ code: 'rows_hidden', detail: /^3 hidden rows were left out: rows 3-4, 6\. / }])
  t.same(ids, ['a', 'd', 'f'])
})

t.test('many hidden rows are counted, and the first are named', async (t) => {
  const keys = Array.from({ length: 60 }, (_, at) => `s${at}`)
  const every2nd = keys.map((_, at) => 2 * at + 2).filter((row) => row < 60)
  const { body } = await imported(await newOffice(service), {
    name: 'A',
    rows: hideRows(rosterOf(...keys), every2nd),
  })
  t.match(body, { created: 31 })
  t.match(body.notices, [{ detail: /^29 hidden rows .* 2, 4, 6, 8, 10, 12, 14, 16, 18, 20 and others\./ }])
})

t.test('a row of machine names above the header may be hidden', async (t) => {
  const machine = headers.map((_, at) => `FIELD_${at}`)
  const rows = hideRows(rowsXml([machine, headers, lineOf('a')]), [1])
  const { body } = await imported(await newOffice(service), { name: 'A', rows })
  t.match(body, { status: 'done', created: 1, notices: [] })
  const only = hideRows(rosterOf('a'), [1])
  t.match((await imported(await newOffice(service), { name: 'A', rows: only })).body, { created: 1 })
})

t.test('hidden columns are read, and a notice names those that count', async (t) => {
  const rows = rowsXml([
    [...headers, 'Locker'],
    [...lineOf('a'), '17'],
  ])
  const office = await newOffice(service)
  const { body, ids } = await imported(office, { name: 'A', rows, hiddenColumns: [1, 9, 14] })
  t.match(body, { status: 'done', created: 1 })
  t.match(
    body.notices.find(({ code }: { code: string }) => code === 'columns_hidden'),
    { detail: /“external_id” and “hours_per_week”\. / },
  )
  t.same(ids, ['a'])
})

t.test('sheets that hold something and are not read are named, unless one was asked for', async (t) => {
  const sheets = [
    { name: 'Spring', rows: rosterOf('a') },
    { name: 'Fall', rows: rosterOf('b') },
    { name: 'Sheet3', rows: '<row r="1"><c r="A1" s="1"/></row>' },
    { name: 'Lists', rows: rowsXml([['remote']]), state: 'veryHidden' },
  ]
  const office = await newOffice(service)
  const { body } = await imported(office, ...sheets)
  t.match(body.notices, [{ code: 'sheets_ignored', detail: /: “Fall” and “Lists” \(hidden\)\. / }])
  const query = `type=candidates&mode=inspect&program_id=${office.programId}`
  const asked = await upload(service, office, `${query}&sheet=Fall`, zipOf(workbookParts({ sheets })))
  t.match(asked.body, { file: { sheet: 'Fall' }, notices: [] })
})

t.test('an import that finds no table in its workbook names the sheets that it did not read', async (t) => {
  const { body } = await imported(
    await newOffice(service),
    { name: 'Read me', rows: rowsXml([['How to use this'], ['One student a row']]) },
    { name: 'Notes', rows: rowsXml([['Ask the registrar']]) },
  )
  t.match(body, { status: 'failed', failure: { code: 'column_missing' }, notices: [{ detail: /“Notes”/ }] })
})

t.test('a sheet of instructions before the table is passed over, and named', async (t) => {
  const { body } = await imported(
    await newOffice(service),
    { name: 'Read me', rows: rowsXml([['How to use this'], ['One student a row']]) },
    { name: 'Roster', rows: rosterOf('a') },
  )
  t.match(body, { status: 'done', created: 1, notices: [{ detail: /“Read me”/ }] })
})

t.test('merged titles stand above the headers of their columns', async (t) => {
  const columns = ['external_id', 'First', 'Last', 'Phone', 'Phone', ...headers.slice(2)]
  const titles = [
    'external_id',
    'Name',
    '',
    'Emergency contact',
    'Student',
    ...headers.slice(2).map(() => ''),
  ]
  const line = ['a', 'Noa', 'Bright', '+15035550100', '+15035550142', ...lineOf('a').slice(2)]
  const sheet = {
    name: 'A',
    rows: rowsXml([['Roster of spring'], titles, ['', ...columns.slice(1)], line]),
    merged: ['A2:A3', 'B2:C2', 'A1:P1'],
  }
  const { body, byId } = await imported(await newOffice(service), sheet)
  t.match(body, { status: 'done', created: 1 })
  t.match(byId.get('a'), { name: 'Noa Bright', phone: '+15035550142' })
  t.match(body.notices, [{ code: 'columns_ignored', detail: /Emergency contact: Phone/ }])
})

t.test('the same header in a CSV file is read as in a workbook', async (t) => {
  const rest = headers.slice(2)
  const office = await newOffice(service)
  const { body } = await office.imported(
    [
      `Student ID,Name,,${rest.join(',')}`,
      `,First,Last${rest.map(() => ',').join('')}`,
      `a,Noa,Bright,${lineOf('a').slice(2).join(',')}`,
    ].join('\n'),
  )
  t.match(body, { status: 'done', created: 1, rejected: 0 })
  t.match((await office.call('GET', '/v1/candidates')).body.data, [{ name: 'Noa Bright' }])
})

t.test('a value of merged cells belongs to each of their rows', async (t) => {
  const majors = headers.indexOf('majors')
  const lines = ['a', 'b', 'c', 'd'].map((key, at) =>
    lineOf(key).map((cell, column) => (column === majors ? (at === 0 ? 'History' : '') : cell)),
  )
  const sheet = { name: 'A', rows: rowsXml([headers, ...lines]), merged: ['D2:D4'] }
  const { body, byId } = await imported(await newOffice(service), sheet)
  t.match(body, { created: 4, notices: [] })
  t.same(
    ['a', 'b', 'c', 'd'].map((key) => byId.get(key)?.majors),
    [['History'], ['History'], ['History'], []],
  )
})

t.test('a value merged over several columns counts once, with a notice', async (t) => {
  const columns = ['external_id', 'First', 'Last', ...headers.slice(2)]
  const line = ['a', 'Noa Bright', '', ...lineOf('a').slice(2)]
  const sheet = { name: 'A', rows: rowsXml([columns, line]), merged: ['B2:C2'] }
  const { rows, byId } = await imported(await newOffice(service), sheet)
  t.match(byId.get('a'), { name: 'Noa Bright' })
  t.match(rows, [{ notices: [{ pointer: 'first_name', code: 'cells_merged', detail: /B2:C2/ }] }])
})

t.test('merged cells are found wherever the bytes of a sheet are cut', async (t) => {
  const xml = '<x:mergeCells count="2"><x:mergeCell ref="C5:D9"/><x:mergeCell ref="A2:A3"/></x:mergeCells>'
  async function* pieces(bytes: number) {
    for (let at = 0; at < xml.length; at += bytes) yield Buffer.from(xml.slice(at, at + bytes))
  }
  for (const bytes of [1, 2, 7, 30, 1000])
    t.same(await findMergedRanges(pieces(bytes)), [
      { firstRow: 2, lastRow: 3, firstColumn: 0, lastColumn: 0 },
      { firstRow: 5, lastRow: 9, firstColumn: 2, lastColumn: 3 },
    ])
})
