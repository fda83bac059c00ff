import t from 'tap'
import { startTestService } from '../../support/service.ts'
import { postWorld } from '../../support/world.ts'

t.test('metrics tell routes, pool, index, backlog and deliveries, and name nobody', async (t) => {
  const service = await startTestService(t)
  const partner = await service.newPartner()
  const { needId } = await postWorld(partner)
  await partner.call('GET', `/v1/needs/${needId}`)
  await service.services.background.works.number_events.idle()
  const { status, headers, body } = await service.inject({ method: 'GET', url: '/metrics' })
  t.equal(status, 200)
  t.match(headers['content-type'], /^text\/plain; version=0\.0\.4/)
  const metric = (name: string) => Number(new RegExp(`^${name} (\\S+)$`, 'm').exec(body)?.[1])
  t.match(body, 'http_request_duration_seconds_count{method="GET",route="/v1/needs/:id",status="200"} 1')
  t.equal(metric('smartsource_index_needs'), 1)
  t.equal(metric('smartsource_index_offers'), 1)
  t.equal(metric('smartsource_index_ready'), 1)
  t.ok(metric('smartsource_index_behind_seconds') >= 0)
  t.ok(metric('smartsource_database_connections') >= 1)
  t.equal(metric('smartsource_database_queries_waiting'), 0)
  t.equal(metric('smartsource_webhook_deliveries_due'), 0)
  t.equal(metric('smartsource_imports_waiting'), 0)
  t.ok(metric('nodejs_eventloop_lag_seconds') >= 0)
  t.notMatch(body, needId)
  t.notMatch(body, partner.clientId)
})
