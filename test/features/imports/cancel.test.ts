import t from 'tap'
import { createImportsRepository, type ImportId } from '../../../src/features/imports/imports.repository.ts'
import { processImport } from '../../../src/features/imports/process-import.ts'
import { candidateLine, HEADER, newOffice, type Office, upload } from '../../support/office.ts'
import { until } from '../../support/process.ts'
import { startTestService, type TestService } from '../../support/service.ts'

const ROWS = 2500

/** A service whose imports run only when a test runs them. */
async function startWithoutQueue(t: Parameters<typeof startTestService>[0]) {
  const service = await startTestService(t)
  await service.services.background.works.run_imports.stop()
  return { service, office: await newOffice(service) }
}

async function uploadRows(service: TestService, office: Office, rows: number): Promise<ImportId> {
  const file = [HEADER, ...Array.from({ length: rows }, (_, at) => candidateLine(`s-${at}`))].join('\n')
  const query = `type=candidates&mode=apply&program_id=${office.programId}`
  return (await upload(service, office, query, file)).body.id
}

const claim = async (service: TestService) => {
  const now = Date.now()
  return createImportsRepository(service.services.runtime.db).claim(
    { now: new Date(now), hasIndex: true },
    new Date(now + 60_000),
  )
}

/** Starts the next import. Its first batch holds its transaction open until it is let go, and the next step waits too. */
async function startHeld(service: TestService) {
  const { services } = service
  const { mergeMany } = services.internships.candidates
  const { inTransaction } = services.runtime
  const begun = Promise.withResolvers<void>()
  const endBatch = Promise.withResolvers<void>()
  const goOn = Promise.withResolvers<void>()
  const held: typeof mergeMany = async (...args) => {
    begun.resolve()
    await endBatch.promise
    return mergeMany(...args)
  }
  const merge = {
    candidates: held,
    needs: held,
    offers: held,
    organizations: held,
    helpers: held,
    candidate_preferences: held,
    organization_preferences: held,
    hours: held,
  }
  let isFirst = true
  const oneByOne: typeof inTransaction = async (...args) => {
    if (!isFirst) await goOn.promise
    isFirst = false
    return inTransaction(...args)
  }
  const claimed = await claim(service)
  if (!claimed) throw new Error('nothing to run')
  const ended = processImport(
    {
      ...services.runtime,
      inTransaction: oneByOne,
      merge,
      notice: {},
      isKnownSkill: () => false,
      isIndexReady: () => true,
    },
    claimed,
    new AbortController().signal,
  )
  await begun.promise
  return {
    endBatch: endBatch.resolve,
    async finish() {
      endBatch.resolve()
      goOn.resolve()
      await ended
    },
  }
}

/** Starts to cancel, and returns once that waits for the row of the import, which the batch in progress holds. */
async function startCancelling(service: TestService, office: Office, id: ImportId) {
  const reply = office.call('POST', `/v1/imports/${id}/cancel`)
  await until(async () => {
    const { rowCount } = await service.database.pool.query(
      `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'
         and wait_event in ('transactionid', 'tuple') and query like '%"imports"%for update%'`,
    )
    return rowCount === 1
  })
  return { reply }
}

const leftOf = async ({ database }: TestService) =>
  (
    await database.pool.query(`select (select count(*) from candidates)::int as candidates,
      (select count(*) from import_chunks)::int as chunks, (select count(*) from import_rows)::int as rows,
      (select count(*) from events where type = 'import.cancelled')::int as events`)
  ).rows[0]

t.test('a cancelled import stops after the batch in progress, and says what it has imported', async (t) => {
  const { service, office } = await startWithoutQueue(t)
  const id = await uploadRows(service, office, ROWS)
  const running = await startHeld(service)
  const { reply } = await startCancelling(service, office, id)
  running.endBatch()
  t.match(await reply, { status: 200, body: { id, status: 'cancelled', rows_read: 1000, created: 1000 } })
  await running.finish()
  t.match((await office.call('GET', `/v1/imports/${id}`)).body, {
    status: 'cancelled',
    rows_read: 1000,
    failure: { code: 'cancelled', detail: /first 1000 rows were imported and are kept/ },
    ended_at: String,
  })
  t.same(await leftOf(service), { candidates: 1000, chunks: 0, rows: 1000, events: 1 })
  t.equal(await claim(service), undefined, 'it never resumes')
})

t.test('a cancel is not overwritten by a process that has just read the last row', async (t) => {
  const { service, office } = await startWithoutQueue(t)
  const id = await uploadRows(service, office, 1)
  const running = await startHeld(service)
  const { reply } = await startCancelling(service, office, id)
  running.endBatch()
  t.match(await reply, { status: 200, body: { status: 'cancelled' } })
  await running.finish()
  t.match((await office.call('GET', `/v1/imports/${id}`)).body, { status: 'cancelled', rows_read: 1 })
})

t.test('a waiting import is cancelled once, and one that has ended is refused', async (t) => {
  const { service, office } = await startWithoutQueue(t)
  const id = await uploadRows(service, office, 1)
  const first = await office.call('POST', `/v1/imports/${id}/cancel`)
  t.match(first, { status: 200, body: { status: 'cancelled', rows_read: 0 } })
  const again = await office.call('POST', `/v1/imports/${id}/cancel`)
  t.same([again.status, again.body], [200, first.body])
  t.same(await leftOf(service), { candidates: 0, chunks: 0, rows: 0, events: 1 })
  const done = await uploadRows(service, office, 1)
  await (await startHeld(service)).finish()
  t.match(await office.call('POST', `/v1/imports/${done}/cancel`), {
    status: 409,
    body: { code: 'import_ended', detail: /DELETE \/v1\/imports/ },
  })
  await service.services.background.works.number_events.idle()
  t.match((await office.call('GET', '/v1/events?types=import.*')).body.data, [{ resource_id: id }])
})

t.test('an import that is cancelled while its file arrives is not queued, and keeps no file', async (t) => {
  const { service, office } = await startWithoutQueue(t)
  const piece = Buffer.from(`${HEADER}\n${candidateLine('a')}\n`.repeat(1000))
  const cancel = async () => {
    const { body } = await office.call('GET', '/v1/imports')
    t.match(body.data, [{ status: 'receiving' }])
    t.equal((await office.call('POST', `/v1/imports/${body.data[0].id}/cancel`)).status, 200)
  }
  async function* file() {
    yield piece
    await cancel()
    yield piece
  }
  const { imports, runtime } = service.services
  const refused = imports.start(
    { ...runtime, actor: { partnerId: office.partnerId } },
    {
      type: 'candidates',
      mode: 'apply',
      programId: null,
      cohortId: null,
      options: {},
      format: 'csv',
      declaredBytes: null,
      source: file(),
      writeOnce: (queue) =>
        runtime.inTransaction((tx) =>
          queue({ ...tx, clock: runtime.clock, actor: { partnerId: office.partnerId } }),
        ),
    },
  )
  await t.rejects(refused, { code: 'import_ended' })
  t.same(await leftOf(service), { candidates: 0, chunks: 0, rows: 0, events: 1 })
  t.match((await office.call('GET', '/v1/imports')).body.data, [{ status: 'cancelled' }])
})
