import t from 'tap'
import { signsIn } from '../../../src/features/imports/values/number-text.ts'
import { candidateLine, HEADER, newOffice } from '../../support/office.ts'
import { startTestService } from '../../support/service.ts'

const service = await startTestService(t)

t.test('a number shows the sign before its decimals, or that it has two meanings', async (t) => {
  const cells = {
    ...{
      '12,5': [','],
      '12.5': ['.'],
      '1.500,00 €': [','],
      '$1,500.00': ['.'],
      '0,500': [','],
      '1 234,5': [','],
    },
    ...{ '1.000.000': [','], "1'234.50": ['.'], '1.500': ['either'], '1,500 USD': ['either'] },
    ...{ '10': [], '10-15': [], '2.5 - 3,000': ['.', 'either'], none: [], '1.2.3': [] },
  }
  for (const [cell, signs] of Object.entries(cells)) t.same(signsIn(cell), signs, cell)
})

/** Imports students with one column of numbers, under a header of more columns. */
async function imported(column: string, cells: readonly string[], mode = 'apply') {
  const office = await newOffice(service)
  const lines = cells.map((cell, at) => `${candidateLine(`S-${at}`).replaceAll(',', '|')}|${cell}`)
  const { body } = await office.imported([`${HEADER.replaceAll(',', '|')}|${column}`, ...lines].join('\n'), {
    mode,
  })
  const { data } = (await office.call('GET', '/v1/candidates?limit=100')).body
  const rows = mode === 'inspect' ? [] : (await office.call('GET', `/v1/imports/${body.id}/rows`)).body.data
  const values = new Map<string, unknown>(
    data.map((one: Record<string, unknown>) => [one.external_id, one[column]]),
  )
  return { body, rows, values: cells.map((_, at) => values.get(`S-${at}`)) }
}

t.test('one cell with a decimal sign decides the others of its column, and a notice says so', async (t) => {
  const commas = await imported('max_distance_km', ['1.500', '12,5', '3'])
  t.same(commas.values, [1500, 12.5, 3])
  t.match(commas.body.notices, [
    { code: 'decimal_found', detail: /max_distance_km \(a comma, as “12,5” in line 3 shows\)/ },
  ])
  const points = await imported('max_distance_km', ['1,500', '12.5'])
  t.same(points.values, [1500, 12.5])
  const thousands = await imported('max_distance_km', ['1.500', '1.000.000', '0,5'])
  t.same(thousands.values.slice(2), [0.5])
  const inspection = await imported('max_distance_km', ['1.500', '12,5'], 'inspect')
  t.match(inspection.body.notices, [{ code: 'decimal_found' }])
})

t.test('without such a cell, and if cells disagree, the file asks for decimal', async (t) => {
  for (const cells of [['1.500'], ['1.500', '12,5', '12.5']]) {
    const { body, rows, values } = await imported('max_distance_km', cells)
    t.equal(values[0], null)
    t.same(body.notices, [])
    t.match(rows[0].notices, [{ pointer: 'max_distance_km', detail: /1500 or 1\.5.*decimal=/ }])
  }
})

t.test('no notice is given where no number has two meanings', async (t) => {
  t.same((await imported('max_distance_km', ['12,5', '7'])).body.notices, [])
})

t.test('money has no third decimal, whatever its column shows', async (t) => {
  const { values, rows } = await imported('stipend', ['1.500 EUR', '12,50 EUR', '1,500 EUR'])
  t.match(values, [{ amount_minor: 150_000 }, { amount_minor: 1250 }, null])
  t.match(rows[2].notices, [{ detail: /1500 or 1\.5/ }])
})
