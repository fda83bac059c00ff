import { once } from 'node:events'
import t from 'tap'
import { createPartner } from '../../../../src/features/access/index.ts'
import { createInTransaction } from '../../../../src/platform/events/index.ts'
import { systemClock } from '../../../../src/shared/clock.ts'
import { newId } from '../../../../src/shared/ids.ts'
import { countedEvent, countOf } from '../../../support/counted-events.ts'
import { createTestDatabase } from '../../../support/database.ts'
import { temporaryFolder } from '../../../support/folder.ts'
import { serve, until } from '../../../support/process.ts'
import { startReceiver } from '../../../support/receiver.ts'

const RESOURCES = 400
const OF_EACH = 25
/** No claim is longer. */
const CLAIM_SECONDS = 20
const EVENTS = RESOURCES * OF_EACH

t.test(
  'of 10,000 events none is lost, and each resource keeps its order, though the worker is killed',
  async (t) => {
    const database = await createTestDatabase(t)
    const receiver = await startReceiver(t)
    const env = {
      DATABASE_URL: database.connectionString,
      DATA_DIR: temporaryFolder(t),
      ALLOW_INSECURE_WEBHOOKS: 'true',
      WEBHOOK_TIMEOUT_MS: '1000',
    }
    let service = await serve(t, env)
    // Another one, which lives on.
    await serve(t, env)
    const partner = await createPartner(
      { db: database.db, clock: systemClock },
      { name: 'Partner', kind: 'site' },
    )
    const { access_token } = (await (
      await fetch(`${service.address}/oauth/token`, {
        method: 'POST',
        body: new URLSearchParams({
          grant_type: 'client_credentials',
          client_id: partner.clientId,
          client_secret: partner.clientSecret,
        }),
      })
    ).json()) as { access_token: string }
    const made = await fetch(`${service.address}/v1/webhook-endpoints`, {
      method: 'POST',
      headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ url: receiver.url }),
    })
    t.equal(made.status, 201)

    const accepted = new Map<string, Set<unknown>>()
    let tooEarly = 0
    let count = 0
    const faults: (typeof receiver.answer)[] = [
      (response) => response.writeHead(500).end(),
      () => {},
      (response) => response.writeHead(307, { location: receiver.url }).end(),
      (_response, _message, request) => request.socket.destroy(),
    ]
    receiver.answer = (response, message, request) => {
      const of = accepted.get(message.resourceId) ?? new Set()
      for (let before = 0; before < countOf(message); before++) if (!of.has(before)) tooEarly += 1
      count += 1
      const fault = count % 100 === 0 ? faults[(count / 100) % faults.length] : undefined
      if (fault) return fault(response, message, request)
      accepted.set(message.resourceId, of.add(countOf(message)))
      response.end()
    }

    const inTransaction = createInTransaction({
      db: database.db,
      clock: systemClock,
      onCommitted: async () => {},
    })
    const resources = Array.from({ length: RESOURCES }, () => newId('placement'))
    const write = async (counts: number[]) => {
      for (const one of counts)
        await inTransaction(async (tx) => {
          for (const resourceId of resources) tx.append(countedEvent(partner.partnerId, resourceId, one))
        })
    }
    /** What would be due later than in so many seconds is due now. */
    const passTime = (seconds: number) =>
      database.pool.query(
        // What a worker holds is left to it: two that wait for each other's rows would be a deadlock.
        `update webhook_deliveries set next_attempt_at = now() where (partner_id, id) in (
           select partner_id, id from webhook_deliveries
           where next_attempt_at > now() + make_interval(secs => $1) for update skip locked)`,
        [seconds],
      )
    const writing = write(Array.from({ length: OF_EACH }, (_, one) => one))
    for (const atLeast of [1000, 5000]) {
      await until(() => receiver.received.length >= atLeast)
      service.child.kill('SIGKILL')
      await once(service.child, 'exit')
      // A claim of a worker that has died is over.
      await passTime(0)
      service = await serve(t, env)
    }
    await writing
    const acceptedCount = () => [...accepted.values()].reduce((sum, of) => sum + of.size, 0)
    await until(async () => {
      // After a second failure, or a failure of one that was at hand of a dead worker, the next attempt is minutes away.
      await passTime(CLAIM_SECONDS)
      return acceptedCount() === EVENTS
    })
    t.equal(tooEarly, 0)
    const state = async () =>
      (
        await database.pool.query(
          'select state, count(*)::int as count from webhook_deliveries group by state',
        )
      ).rows
    await until(async () => (await state()).length === 1)
    t.same(await state(), [{ state: 'delivered', count: EVENTS }])
  },
)
