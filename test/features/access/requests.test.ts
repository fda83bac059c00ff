import { connect, createServer } from 'node:net'
import pg from 'pg'
import t, { type Test } from 'tap'
import { createRequestKeeper, MOST_WAITING } from '../../../src/features/access/requests/request-keeper.ts'
import { createRequestsRepository } from '../../../src/features/access/requests/requests.repository.ts'
import { KEPT_DAYS } from '../../../src/features/access/requests/requests.ts'
import { openDatabase } from '../../../src/platform/db/index.ts'
import type { AnsweredRequest } from '../../../src/platform/http/index.ts'
import { newId } from '../../../src/shared/ids.ts'
import { DAY_MS, MINUTE_MS } from '../../../src/shared/time.ts'
import { organizationBody } from '../../support/bodies.ts'
import { checkList } from '../../support/check-list.ts'
import { runJob } from '../../support/jobs.ts'
import { type Partner, startTestService } from '../../support/service.ts'

const service = await startTestService(t)
const { requestKeeper } = service.services.access
const { db, pool } = service.database
const given = (id: string) => ({ 'request-id': id })

async function listed(partner: Partner, query = '') {
  await requestKeeper.flush()
  return (await partner.call('GET', `/v1/requests?sort=-created_at${query}`)).body.data
}

const newRequest = (partner: Pick<Partner, 'partnerId'>, more: Partial<AnsweredRequest> = {}) => ({
  ...{ partnerId: partner.partnerId, clientId: newId('client'), requestId: 'req_of-a-test' },
  ...{ createdAt: new Date(), method: 'GET', route: '/v1/needs', status: 200 },
  ...{ errorCode: null, durationMs: 1 },
  ...more,
})

/** A keeper whose outcomes are counted. */
function countedKeeper(keptIn = db) {
  const keeper = createRequestKeeper({ db: keptIn })
  const counts = { kept: 0, dropped: 0 }
  keeper.outcomes.onCount((outcome) => counts[outcome]++)
  return { keeper, counts }
}

t.test('a request is found by its id, with its route, status, code and client', async (t) => {
  const partner = await service.newPartner()
  const need = newId('need')
  const { headers } = await partner.call('GET', `/v1/needs/${need}`)
  const id = String(headers['request-id'])
  t.match(await listed(partner, `&request_id=${id}`), [
    {
      request_id: id,
      method: 'GET',
      route: '/v1/needs/{id}',
      status: 404,
      error_code: 'need_not_found',
      client_id: partner.clientId,
    },
  ])
  await partner.call('GET', '/v1/no-such-route')
  const [unknown] = await listed(partner, '&status=404')
  t.match(unknown, { route: null, error_code: 'route_not_found' })
})

t.test('the list is narrowed by id, status, client and time, and begins with the latest', async (t) => {
  const partner = await service.newPartner()
  const other = await service.newPartner()
  const other_client = newId('client')
  for (const [requestId, status, clientId] of [
    ['first-request', 200, partner.clientId],
    ['second-request', 422, other_client],
    ['third-request', 404, partner.clientId],
  ] as const)
    requestKeeper.keep(newRequest(partner, { requestId, status, clientId }))
  requestKeeper.keep(newRequest(other, { requestId: 'first-request' }))
  await requestKeeper.flush()
  await checkList(service, partner, '/v1/requests', {
    key: 'request_id',
    all: ['first-request', 'second-request', 'third-request'],
    finds: {
      'sort=-created_at': ['third-request', 'second-request', 'first-request'],
      'request_id=first-request': ['first-request'],
      'status=422': ['second-request'],
      'status=200,404': ['first-request', 'third-request'],
      [`client_id=${other_client}`]: ['second-request'],
      'created_since=2020-01-01T00:00:00Z': ['first-request', 'second-request', 'third-request'],
      'created_before=2020-01-01T00:00:00Z': [],
    },
  })
  t.match((await partner.call('GET', '/v1/requests.csv')).body, /,second-request,.*,422,/)
})

t.test('another partner never sees it, and nobody without the scope', async (t) => {
  const partner = await service.newPartner()
  const other = await service.newPartner()
  await partner.call('GET', '/v1/needs', { headers: given('of-the-first') })
  t.equal((await listed(partner, '&request_id=of-the-first')).length, 1)
  t.same(await listed(other, '&request_id=of-the-first'), [])
  const reader = await service.newPartner({ scopes: ['needs:read'] })
  t.match(await reader.call('GET', '/v1/requests'), { status: 403, body: { code: 'scope_missing' } })
})

t.test('nothing of an address, a query, a header or a body is kept, and nothing of strangers', async (t) => {
  const partner = await service.newPartner()
  const canary = 'canary-of-requests'
  await partner.call('GET', `/v1/needs?q=${canary}`)
  await partner.call('GET', `/v1/organizations/${canary}`)
  await partner.call('GET', `/${canary}`)
  await partner.call('POST', '/v1/organizations', {
    body: organizationBody({ name: canary, [canary]: canary }),
    headers: { 'idempotency-key': canary, 'user-agent': canary },
  })
  await service.inject({ method: 'GET', url: '/v1/needs', headers: given('of-a-stranger') })
  t.ok((await listed(partner)).length >= 4)
  const { rows } = await pool.query('select requests::text as row from requests')
  for (const { row } of rows) t.notMatch(row, new RegExp(`${canary}|127\\.0\\.0\\.1|of-a-stranger`))
})

/** An address of the test's database at which nothing answers until `open`. */
async function closedWay(t: Test) {
  const { host, port, user, password, database } = new pg.Client(service.database.connectionString)
  const target = host.startsWith('/') ? { path: `${host}/.s.PGSQL.${port}` } : { host, port }
  const way = createServer((from) => {
    const to = connect(target)
    const end = () => void [from.destroy(), to.destroy()]
    for (const side of [from, to]) side.on('error', end).on('close', end)
    from.pipe(to).pipe(from)
  })
  const listen = (at: number) => new Promise<void>((resolve) => void way.listen(at, '127.0.0.1', resolve))
  const close = () => new Promise<void>((resolve) => void way.close(() => resolve()))
  await listen(0)
  const address = way.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  await close()
  const connectionString = `postgres://${user}:${password ?? ''}@127.0.0.1:${address.port}/${database}`
  const opened = openDatabase({ connectionString, poolSize: 1, onError: () => {} })
  t.teardown(async () => {
    await opened.close()
    await close()
  })
  return { db: opened.db, open: () => listen(address.port) }
}

t.test(
  'while the database is away the oldest are dropped and counted, and the rest is written',
  async (t) => {
    const partner = await service.newPartner()
    const way = await closedWay(t)
    const { keeper, counts } = countedKeeper(way.db)
    for (let at = 0; at < MOST_WAITING; at++) keeper.keep(newRequest(partner, { requestId: `request-${at}` }))
    await t.rejects(keeper.flush())
    t.same(counts, { kept: 0, dropped: 0 })
    keeper.keep(newRequest(partner, { requestId: 'the-newest' }))
    t.equal(counts.dropped, 1000)
    await way.open()
    await keeper.flush()
    t.same(counts, { kept: MOST_WAITING + 1 - 1000, dropped: 1000 })
    t.equal((await listed(partner, '&request_id=request-0')).length, 0)
    t.equal((await listed(partner, '&request_id=request-1000')).length, 1)
    t.equal((await listed(partner, '&request_id=the-newest')).length, 1)
  },
)

t.test('what the database refuses is dropped and counted, and does not hold up the next', async (t) => {
  const partner = await service.newPartner()
  const { keeper, counts } = countedKeeper()
  keeper.keep(newRequest(partner, { method: 'no\u0000text' }))
  await t.rejects(keeper.flush())
  keeper.keep(newRequest(partner))
  await keeper.flush()
  t.same(counts, { kept: 1, dropped: 1 })
})

t.test('requests are kept for seven days', async (t) => {
  const partner = await service.newPartner()
  const oldMs = Date.now() - KEPT_DAYS * DAY_MS
  requestKeeper.keep(
    newRequest(partner, { requestId: 'too-old-now', createdAt: new Date(oldMs - MINUTE_MS) }),
  )
  requestKeeper.keep(newRequest(partner, { requestId: 'still-kept', createdAt: new Date(oldMs + MINUTE_MS) }))
  await requestKeeper.flush()
  await runJob(service.services, 'remove_old_requests')
  t.same(await listed(partner, '&request_id=too-old-now'), [])
  t.equal((await listed(partner, '&request_id=still-kept')).length, 1)
})

t.test('of a partner only the newest are kept, and those of others are left alone', async (t) => {
  const [partner, other] = [await service.newPartner(), await service.newPartner()]
  for (const one of [partner, other])
    for (const requestId of ['the-first', 'the-second', 'the-third'])
      requestKeeper.keep(newRequest(one, { requestId }))
  await requestKeeper.flush()
  await createRequestsRepository(db).keepNewest(partner.partnerId, 2)
  const ids = async ({ partnerId }: Partner) =>
    (await createRequestsRepository(db).list(partnerId, { limit: 10 })).map(({ requestId }) => requestId)
  t.same(await ids(partner), ['the-second', 'the-third'])
  t.same(await ids(other), ['the-first', 'the-second', 'the-third'])
})

t.test('with REQUEST_LOG off nothing is kept', async (t) => {
  const silent = await startTestService(t, { database: service.database, env: { REQUEST_LOG: 'off' } })
  const partner = await silent.newPartner()
  await partner.call('GET', '/v1/needs')
  await silent.services.access.requestKeeper.flush()
  t.same((await partner.call('GET', '/v1/requests')).body.data, [])
})
