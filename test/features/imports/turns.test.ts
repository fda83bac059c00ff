import t, { type Test } from 'tap'
import { createImportQueue } from '../../../src/features/imports/index.ts'
import { idToUuid } from '../../../src/shared/ids.ts'
import { candidateLine, HEADER, newOffice, type Office, upload } from '../../support/office.ts'
import { startTestService, type TestService } from '../../support/service.ts'

/** Three batches. */
const ROWS = 3000

/** A service whose imports wait until the test starts a queue. */
async function startWithoutQueue(t: Test): Promise<TestService> {
  const service = await startTestService(t)
  await service.services.background.works.run_imports.stop()
  return service
}

async function uploadRows(
  service: TestService,
  office: Office,
  { rows, key }: { rows: number; key: string },
) {
  const lines = Array.from({ length: rows }, (_, at) => candidateLine(`${key}-${at}`))
  const query = `type=candidates&mode=apply&program_id=${office.programId}`
  const { status } = await upload(service, office, query, [HEADER, ...lines].join('\n'))
  if (status !== 202) throw new Error(`the upload was answered ${status}`)
}

/** What one process would run. */
function startQueue(t: Test, { services }: TestService) {
  const { mergeMany } = services.internships.candidates
  const queue = createImportQueue({
    ...services.runtime,
    notice: {},
    isKnownSkill: () => false,
    isIndexReady: () => true,
    merge: {
      candidates: mergeMany,
      needs: mergeMany,
      offers: mergeMany,
      organizations: mergeMany,
      helpers: mergeMany,
      candidate_preferences: mergeMany,
      organization_preferences: mergeMany,
      hours: mergeMany,
    },
  })
  t.teardown(() => queue.stop())
  queue.wake()
  return queue
}

/** The offices in the order of their batches: each is one transaction. */
async function batchesOf({ database }: TestService, offices: Record<string, Office>): Promise<string> {
  const { rows } = await database.pool.query<{ name: string }>(
    `select p.name from (select partner_id, xid from events where type = 'candidate.posted' group by 1, 2) e
     join unnest($1::text[], $2::uuid[]) p (name, id) on p.id = e.partner_id order by xid`,
    [Object.keys(offices), Object.values(offices).map(({ partnerId }) => idToUuid(partnerId))],
  )
  return rows.map(({ name }) => name).join('')
}

const countsOf = async ({ database }: TestService) =>
  (
    await database.pool.query(`select (select count(*) from candidates)::int as candidates,
      (select count(*) from import_rows)::int as rows, (select count(*) from import_chunks)::int as chunks,
      (select count(*) from events where type = 'candidate.posted')::int as events,
      (select count(*) from imports where state <> 'done')::int as unfinished`)
  ).rows[0]
const allOnce = (rows: number) => ({ candidates: rows, rows, chunks: 0, events: rows, unfinished: 0 })

t.test('a small import waits for one batch of another partner, not for its ten large files', async (t) => {
  const service = await startWithoutQueue(t)
  const [a, b] = [await newOffice(service), await newOffice(service)]
  for (let at = 0; at < 10; at++) await uploadRows(service, a, { rows: 1500, key: `large-${at}` })
  await uploadRows(service, b, { rows: 1, key: 'small' })
  await startQueue(t, service).idle()
  t.match(await batchesOf(service, { a, b }), /^aba+$/)
  t.same(await countsOf(service), allOnce(15_001))
})

t.test('partners with large imports alternate, and each file is read only once', async (t) => {
  const service = await startWithoutQueue(t)
  const { pool } = service.database
  const [a, b] = [await newOffice(service), await newOffice(service)]
  await uploadRows(service, a, { rows: ROWS, key: 'a' })
  await uploadRows(service, b, { rows: ROWS, key: 'b' })
  const pieces = (await pool.query('select from import_chunks')).rowCount ?? 0
  let reads = 0
  const { query } = pool
  function counting(this: typeof pool, ...given: Parameters<typeof query>) {
    if (JSON.stringify(given[0]).includes('from \\"import_chunks\\"')) reads++
    return query.apply(this, given)
  }
  // It takes and gives what the original does; the overloads of that can't be told here.
  pool.query = counting as typeof query
  await startQueue(t, service).idle()
  pool.query = query
  t.equal(await batchesOf(service, { a, b }), 'ababab')
  t.equal(reads, pieces + 2, 'each piece once, and one look beyond the last of each file')
  t.same(await countsOf(service), allOnce(2 * ROWS))
})

t.test('two processes that take turns with three partners write each row once', async (t) => {
  const service = await startWithoutQueue(t)
  const offices = [await newOffice(service), await newOffice(service), await newOffice(service)]
  for (const office of offices)
    for (const key of ['x', 'y']) await uploadRows(service, office, { rows: ROWS, key })
  await Promise.all([startQueue(t, service), startQueue(t, service)].map((queue) => queue.idle()))
  const rows = offices.length * 2 * ROWS
  t.same(await countsOf(service), allOnce(rows))
  const { rowCount } = await service.database.pool.query(
    `select from import_rows group by partner_id, import_id having count(*) <> ${ROWS} or max(number) <> ${ROWS}`,
  )
  t.equal(rowCount, 0)
})
