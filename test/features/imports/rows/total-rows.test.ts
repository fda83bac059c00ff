import t from 'tap'
import { isTotalRow } from '../../../../src/features/imports/rows/total-rows.ts'
import { candidateLine, HEADER, newOffice, upload } from '../../../support/office.ts'
import { startTestService } from '../../../support/service.ts'

const service = await startTestService(t)

const totals = [
  ['Total: 213 students', '', ''],
  ['', 'Total', '213'],
  ['Grand total', '1,213', '', '98 %'],
  ['Summe', '213'],
  ['Gesamtzahl: 213'],
  ['Anzahl', '', '213 Studierende'],
  ['Total général', '213'],
  ['Sous-total', '12,5'],
  ['Suma:', '213'],
  ['Total geral', '213'],
  ['213 rows'],
  ['213 étudiants au total'],
  ['Count (213)'],
  ['', '', '12.5', '750', '', 'confirmed', '', 'Total'],
  ['', '', '-0.75', '-45', '', 'logged', '', 'Total of open corrections'],
  ['40', '2400', 'Summe'],
]
for (const cells of totals)
  t.test(`${cells.join('|')} is a total`, async (t) => {
    t.equal(isTotalRow(cells), true)
  })

const people = [
  ['Total', 'Anna', 'anna@student.example'],
  ['S-213', 'Count Basie', 'count@student.example'],
  ['SUM-1', '7', ''],
  ['Summers', 'Dana', '213'],
  ['213', '', ''],
  ['Total', '', ''],
  ['213', '45', '7'],
  ['213', 'Total'],
  ['213', 'open', '5', 'Total'],
  ['S-213', '5', 'Total'],
  ['total', 'a', 'b', 'c', '1'],
  ['', '', ''],
]
for (const cells of people)
  t.test(`${cells.join('|')} is not a total`, async (t) => {
    t.equal(isTotalRow(cells), false)
  })

t.test('a total below the list becomes nobody, and is refused by its name alone', async (t) => {
  const office = await newOffice(service)
  const file = [HEADER, candidateLine('S-1'), 'Total: 1 student', 'Count,1'].join('\n')
  const query = `type=candidates&mode=apply&program_id=${office.programId}`
  const reply = await upload(service, office, query, file)
  await service.services.background.works.run_imports.idle()
  const { body } = await office.call('GET', String(reply.headers.location))
  t.match(body, { rows_read: 3, created: 1, rejected: 2 })
  const { data } = (await office.call('GET', `/v1/imports/${body.id}/rows?outcome=rejected`)).body
  t.same(
    data.map((row: { errors?: { code: string }[]; faults?: { code: string }[] }) =>
      (row.errors ?? row.faults ?? []).map(({ code }) => code),
    ),
    [['total_row'], ['total_row']],
  )
})
