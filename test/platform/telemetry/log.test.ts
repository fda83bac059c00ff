import t from 'tap'
import { createLog } from '../../../src/platform/telemetry/log.ts'
import { helperBody, organizationBody } from '../../support/bodies.ts'
import { runStatement } from '../../support/postgres.ts'
import { startTestService } from '../../support/service.ts'

t.test(
  'the log tells the route and the request id of each request, and nothing of a person or a secret',
  async (t) => {
    const lines: string[] = []
    const log = createLog('trace', { write: (line) => void lines.push(line) })
    const service = await startTestService(t, { log })
    const partner = await service.newPartner()
    const canary = { name: 'Canary Person', email: 'canary@example.org', phone: '+1 555 010 0999' }
    const body = organizationBody({ name: 'Canary Org', contact: canary, external_id: 'canary-1' })
    await partner.call('POST', '/v1/organizations', { body, headers: { 'idempotency-key': 'canary-key' } })
    await partner.call('POST', '/v1/organizations', { body })
    await partner.call('PUT', '/v1/organizations/by-external-id/canary@example.org', {
      body: organizationBody(),
    })
    await partner.call('GET', '/v1/organizations?external_id=canary@example.org')
    await partner.call('POST', '/v1/helpers', {
      body: helperBody({ contact: { ...canary, email: 'canary' } }),
    })
    await runStatement(service.database.ownerConnectionString, 'drop table helpers cascade')
    await partner.call('POST', '/v1/helpers', {
      body: helperBody({ name: 'Canary Helper', contact: canary }),
    })
    const form = {
      grant_type: 'client_credentials',
      client_id: partner.clientId,
      client_secret: partner.clientSecret,
    }
    await service.inject({
      method: 'POST',
      url: '/oauth/token',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(form).toString(),
    })
    const hostile = { authorization: 'Bearer canary.canary.canary', cookie: 'session=canary' }
    await service.inject({ method: 'GET', url: '/v1/needs?canary=canary', headers: hostile })
    await service.inject({ method: 'GET', url: '/canary/canary@example.org', headers: hostile })
    await partner.call('POST', '/v1/organizations', { body: '{"name": "canary' })
    await partner.call('POST', '/v1/organizations', {
      body: '<canary/>',
      headers: { 'content-type': 'text/xml' },
    })
    await partner.call('PATCH', '/v1/organizations/canary', { body: {}, headers: { 'if-match': '"canary"' } })
    const all = lines.join('')
    const requests = lines.filter((line) => JSON.parse(line).msg === 'request')
    t.equal(requests.length, 12, 'one line for each request')
    t.equal(new Set(requests.map((line) => JSON.parse(line).request_id)).size, 12)
    t.match(JSON.parse(requests[0] ?? ''), {
      method: 'POST',
      route: '/v1/organizations',
      status: 201,
      elapsed_ms: Number,
      client_id: partner.clientId,
    })
    t.match(all, /"route":"\/v1\/organizations\/by-external-id\/:external_id"/)
    t.match(all, /"request_id":"req_/)
    t.match(all, /unexpected error/)
    t.notMatch(all, /canary|555 010/i)
    t.notOk(all.includes(partner.clientSecret))
    t.notOk(all.includes(partner.token.split('.')[2] ?? ''))
  },
)
