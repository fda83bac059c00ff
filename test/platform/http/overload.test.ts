import t from 'tap'
import { followEventLoopDelay } from '../../../src/platform/http/event-loop-delay.ts'
import { until } from '../../support/process.ts'
import { startTestService } from '../../support/service.ts'

t.test(
  'a process that is far behind refuses work with 503, and goes on telling that it is alive',
  async (t) => {
    const service = await startTestService(t, { env: { OVERLOAD_EVENT_LOOP_DELAY_MS: '50' } })
    const partner = await service.newPartner()
    let isBusy = true
    const busy = (async () => {
      while (isBusy) {
        hold(200)
        await turn()
      }
    })()
    const refused = await until(async () => {
      const reply = await partner.call('GET', '/v1/needs')
      return reply.status === 503 && reply
    })
    t.match(refused, {
      headers: { 'retry-after': /^\d+$/, 'content-type': /problem\+json/, ratelimit: /./ },
      body: { code: 'overloaded' },
    })
    for (const url of ['/livez', '/readyz', '/metrics'])
      t.equal((await service.inject({ method: 'GET', url })).status, 200, url)
    isBusy = false
    await busy
    t.equal(await until(async () => (await partner.call('GET', '/v1/needs')).status === 200 && 200), 200)
  },
)

t.test('a process that was held once, as by its start, refuses nobody behind that', async (t) => {
  const service = await startTestService(t, { env: { OVERLOAD_EVENT_LOOP_DELAY_MS: '100' } })
  const partner = await service.newPartner()
  for (let round = 0; round < 3; round++) {
    await untilPunctual()
    hold(600)
    await turn()
    t.equal((await partner.call('GET', '/v1/needs')).status, 200)
  }
})

/** Waits until three timers in a row come in time, so that a hold before is not one of the last two turns. */
async function untilPunctual(): Promise<void> {
  for (let inTime = 0; inTime < 3; ) {
    const begunMs = performance.now()
    await new Promise((resolve) => setTimeout(resolve, 20))
    inTime = performance.now() - begunMs < 70 ? inTime + 1 : 0
  }
}

t.test('the event loop is late while it is held again at once, and no longer', async (t) => {
  const delay = followEventLoopDelay()
  t.teardown(delay.stop)
  await until(() => delay.readMs() < 50)
  hold(200)
  await turn()
  t.ok(delay.readMs() < 150, 'one hold is none')
  while (delay.readMs() < 150) {
    hold(200)
    await turn()
  }
  t.ok(await until(() => delay.readMs() < 50 && true))
})

t.test('so does one that has enough requests to answer', async (t) => {
  const service = await startTestService(t, { env: { OVERLOAD_REQUESTS: '5' } })
  const partner = await service.newPartner()
  const { pool } = service.database
  const held = await Promise.all(Array.from({ length: 10 }, () => pool.connect()))
  const waiting = Array.from({ length: 5 }, () => partner.call('GET', '/v1/needs'))
  await until(() => pool.waitingCount === 5)
  t.match(await partner.call('GET', '/v1/skills?q=book'), { status: 503, body: { code: 'overloaded' } })
  t.equal((await service.inject({ method: 'GET', url: '/livez' })).status, 200)
  for (const client of held) client.release()
  t.same(
    (await Promise.all(waiting)).map(({ status }) => status),
    [200, 200, 200, 200, 200],
  )
  for (let again = 0; again < 10; again++)
    t.equal(
      (await partner.call('GET', '/v1/skills?q=book')).status,
      200,
      'what was answered or refused counts no more',
    )
})

t.test('a partner who has used up the limit keeps no other from its share', async (t) => {
  const service = await startTestService(t, { env: { OVERLOAD_REQUESTS: '4' } })
  const [greedy, modest] = [await service.newPartner(), await service.newPartner()]
  const { pool } = service.database
  const held = await Promise.all(Array.from({ length: 10 }, () => pool.connect()))
  const waiting = Array.from({ length: 4 }, () => greedy.call('GET', '/v1/needs'))
  await until(() => pool.waitingCount === 4)
  const others = Array.from({ length: 2 }, () => modest.call('GET', '/v1/needs'))
  await until(() => pool.waitingCount === 6)
  for (const { call } of [greedy, modest])
    t.match(await call('GET', '/v1/needs'), { status: 503, body: { code: 'overloaded' } })
  for (const client of held) client.release()
  for (const answered of [waiting, others])
    t.ok((await Promise.all(answered)).every(({ status }) => status === 200))
})

function hold(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end; );
}

/** Until the timers that are due have run, which are older than this one. */
function turn(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve))
}
