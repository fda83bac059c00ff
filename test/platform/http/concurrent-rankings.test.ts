import fastify from 'fastify'
import t from 'tap'
import type { App } from '../../../src/platform/http/app-type.ts'
import {
  limitConcurrentRankings,
  MAX_CONCURRENT,
  MAX_WAITING,
} from '../../../src/platform/http/concurrent-rankings.ts'
import { createSendProblem, registerErrorHandler } from '../../../src/platform/http/error-handler.ts'
import { newId, type PartnerId } from '../../../src/shared/ids.ts'
import { until } from '../../support/process.ts'

/** A service with a route that ranks until it is released, and one that reads. */
function startApp() {
  // The type provider plays no part: these routes have no schemas.
  const app = fastify() as unknown as App
  const released = Promise.withResolvers<void>()
  const working: string[] = []
  app.decorateRequest('actor', null)
  app.addHook('onRequest', async (request) => {
    const partnerId = String(request.headers.partner) as PartnerId
    request.actor = { partnerId, clientId: newId('client'), scopes: new Set() }
  })
  registerErrorHandler(
    app,
    createSendProblem(() => ''),
  )
  limitConcurrentRankings(app)
  app.get('/rank', { config: { rateClass: 'rank' } }, async (request) => {
    working.push(String(request.headers.partner))
    await released.promise
    return 'ranked'
  })
  app.get('/read', { config: { rateClass: 'read' } }, async () => 'read')
  app.get('/fails', { config: { rateClass: 'rank' } }, async () => {
    throw new Error('fails')
  })
  return {
    working,
    release: released.resolve,
    get: (partner: string, url: string) => app.inject({ url, headers: { partner } }),
  }
}

t.test('rankings of one partner wait for each other, and others wait for none of them', async (t) => {
  const { get, working, release } = startApp()
  const busy = Array.from({ length: MAX_CONCURRENT + MAX_WAITING }, () => get('busy', '/rank'))
  await until(() => working.length === MAX_CONCURRENT)
  const others = Array.from({ length: MAX_CONCURRENT }, () => get('other', '/rank'))
  await until(() => working.length === 2 * MAX_CONCURRENT)
  const each = (partner: string) => Array.from({ length: MAX_CONCURRENT }, () => partner)
  t.same(working, [...each('busy'), ...each('other')])
  t.equal((await get('busy', '/read')).statusCode, 200, 'reads do not wait')

  const refused = await get('busy', '/rank')
  t.match(refused, { statusCode: 429, headers: { 'retry-after': '1' } })
  t.match(refused.json(), { code: 'too_many_open_requests' })
  release()
  for (const { statusCode } of await Promise.all([...busy, ...others])) t.equal(statusCode, 200)
})

t.test('a ranking that fails leaves its place to the next', async (t) => {
  const { get, release } = startApp()
  for (let count = 0; count < 2 * MAX_CONCURRENT; count++)
    t.equal((await get('busy', '/fails')).statusCode, 500)
  release()
  t.equal((await get('busy', '/rank')).statusCode, 200)
})
