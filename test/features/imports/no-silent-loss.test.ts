import { stringify } from 'csv-stringify/sync'
import fc from 'fast-check'
import t from 'tap'
import { foldedWords } from '../../../src/features/imports/values/cell-text.ts'
import { candidateLine, HEADER, newOffice, type Office } from '../../support/office.ts'
import { startTestService } from '../../support/service.ts'

const service = await startTestService(t)

/** Cells under each header, each with what is stored of it if that is in other words. */
const cellsUnder: Record<string, Record<string, string>> = {
  '': { lost: '', 'a remark': '' },
  ' ': { 'another remark': '' },
  'Shoe size': { '44': '' },
  'First Name': { Noa: '', Ida: '' },
  'Middle Name': { Lu: '' },
  'Preferred Name': { Nono: '' },
  Telephone: {
    '+1 (212) 555-0175': '+12125550175',
    '+1 212 555 0175 ext 9': '+12125550175 9',
    none: '',
    'call me': '',
  },
  Mobile: { '+1 212-555-0175': '+12125550175', later: '' },
  'Skill 1': { Excel: '', 'excel: advanced': '', 'qwyzz (sometimes)': '' },
  'Skill 2': { 'Excel: beginner': '', Bookkeeping: '', '2 years of it, mostly': '' },
  Major: { Botany: '', 'Business, Management': '', 'Botany; botany': '' },
  'Second Major': { Botany: '', History: '' },
  Language: { German: 'de', 'German (fluent), Klingon': '', Klingon: '' },
  Graduation: { 'May 2028': '2028-05-31', '03/04/2028': '', '2028-05-14': '', someday: '' },
  Website: { 'www.noa.example': '' },
  Availability: { 'Mon 9-12': '09:00', whenever: '' },
  'Hours per week': { '10-15': '', 'ten or so': '', '7,5': '7.5' },
  Stipend: { $500: '50000', 'some money': '', '15 an hour': '' },
  'Distance (km)': { '15 miles': '24.1', far: '' },
  Country: { Austria: 'AT', Atlantis: '' },
  City: { Vienna: '' },
  'Over 18': { yes: 'true', maybe: '' },
  Organization: { 'Harbor Pantry': '' },
  Description: { 'I like to count.': '' },
}

interface Row {
  external_id: string
  outcome: string
  notices: { code: string; detail: string; value: string }[] | null
}
type Cells = Record<string, string>

const rowsUnder = (headers: string[]) =>
  fc.array(
    fc.record(
      Object.fromEntries(
        headers.map((header) => [
          header,
          fc.constantFrom('', ...Object.keys(cellsUnder[header] ?? {})) as fc.Arbitrary<string>,
        ]),
      ),
    ),
    { minLength: 4, maxLength: 8 },
  )
const files = fc
  .subarray(Object.keys(cellsUnder), { minLength: 3 })
  .chain((headers) => rowsUnder(headers).map((rows) => ({ headers, rows })))

const BLANK = new Set(['', 'none'])

/** The cells of an accepted row that are neither stored nor named. */
function lostCells(cells: Cells, { row, student, ofFile }: { row: Row; student: object; ofFile: string }) {
  const messages = (row.notices ?? []).map(({ code, detail, value }) =>
    code === 'left_out' ? value : detail,
  )
  const said = new Set(foldedWords([JSON.stringify(student), ...messages].join(' ')).split(' '))
  return Object.entries(cells).filter(([header, cell]) => {
    if (BLANK.has(cell)) return false
    const words = foldedWords(cellsUnder[header]?.[cell] || cell).split(' ')
    const isOfFile = header.trim() === '' ? /without a header/.test(ofFile) : ofFile.includes(header)
    return !isOfFile && words.some((word) => !said.has(word))
  })
}

async function check(office: Office, { headers, rows }: { headers: string[]; rows: Cells[] }) {
  const lines = rows.map((cells, at) => [
    ...candidateLine(`S-${at}`, `Noa Ida Lu Bright`).split(','),
    ...headers.map((header) => cells[header] ?? ''),
  ])
  const file = stringify([[...HEADER.split(','), ...headers], ...lines])
  const { body } = await office.imported(file)
  const found: Row[] = (await office.call('GET', `/v1/imports/${body.id}/rows`)).body.data
  const students = (await office.call('GET', '/v1/candidates?limit=100')).body.data
  const byId = new Map(students.map((one: { external_id: string }) => [one.external_id, one]))
  const ofFile = (body.notices ?? []).map(({ detail }: { detail: string }) => detail).join(' ')
  const sum = body.created + body.updated + body.unchanged + body.rejected
  const lost = found.flatMap((row, at) =>
    row.outcome === 'rejected'
      ? []
      : lostCells(rows[at] ?? {}, { row, student: byId.get(row.external_id) as object, ofFile }),
  )
  return { lost, counted: sum === rows.length && body.rows_read === rows.length }
}

t.test('every cell of an accepted row is stored or named in a notice, and every row is counted', async () => {
  await fc.assert(
    fc.asyncProperty(files, async (file) => {
      const office = await newOffice(service)
      const { lost, counted } = await check(office, file)
      if (lost.length > 0 || !counted) throw new Error(`lost: ${JSON.stringify(lost)}`)
    }),
    { numRuns: 25, endOnFailure: true },
  )
})
