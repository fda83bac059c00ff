import t from 'tap'
import { z } from 'zod'
import { requireToken } from '../../../src/platform/http/authentication.ts'
import type { DeprecatedRoute } from '../../../src/platform/http/deprecation.ts'
import { problem } from '../../../src/platform/http/index.ts'
import { systemClock } from '../../../src/shared/clock.ts'
import { startTestService } from '../../support/service.ts'

const deprecated: DeprecatedRoute = {
  since: '2026-11-01',
  sunset: '2027-05-01',
  successor: '/v1/needs',
  notes: 'https://example.org/needs',
}
const schema = {
  summary: 'Old',
  description: 'As ever.',
  querystring: z.object({ page: z.coerce.number().optional() }),
  response: { 200: z.object({ old: z.boolean() }), 401: problem, 422: problem },
}

// The whole service, with routes of which it has none today.
const service = await startTestService(t)
await service.app.register(async (partnersOnly: typeof service.app) => {
  requireToken(partnersOnly, { clockOf: async () => systemClock })
  partnersOnly.get('/v1/old', { config: { scope: 'needs:read', deprecated }, schema }, async () => ({
    old: true,
  }))
  partnersOnly.get(
    '/v1/older',
    { config: { scope: 'needs:read', deprecated: { since: '2026-11-01', sunset: '2026-12-01' } }, schema },
    async () => ({ old: true }),
  )
  partnersOnly.get('/v1/new', { config: { scope: 'needs:read' }, schema }, async () => ({ old: false }))
})
const partner = await service.newPartner()

t.test('every answer of a deprecated route says since when, until when, and what instead', async (t) => {
  for (const [status, reply] of [
    [200, await partner.call('GET', '/v1/old')],
    [422, await partner.call('GET', '/v1/old?page=one')],
    [401, await service.inject({ method: 'GET', url: '/v1/old' })],
  ] as const) {
    t.equal(reply.status, status)
    t.match(reply.headers, {
      deprecation: '@1793491200',
      sunset: 'Sat, 01 May 2027 00:00:00 GMT',
      link: '</v1/needs>; rel="successor-version", <https://example.org/needs>; rel="deprecation", <https://example.org/needs>; rel="sunset"',
    })
  }
})

t.test(
  'where there is nothing instead there is no link, and no word of it where nothing is deprecated',
  async (t) => {
    const older = await partner.call('GET', '/v1/older')
    t.match(older.headers, { deprecation: '@1793491200', sunset: 'Tue, 01 Dec 2026 00:00:00 GMT' })
    t.notOk(older.headers.link)
    for (const url of ['/v1/new', '/v1/needs']) {
      const { status, headers } = await partner.call('GET', url)
      t.equal(status, 200)
      for (const name of ['deprecation', 'sunset', 'link']) t.notOk(headers[name], `${url} ${name}`)
    }
  },
)

t.test('the reference marks it, with its dates and headers', async (t) => {
  const { paths } = (await service.inject({ method: 'GET', url: '/openapi.json' })).body
  t.match(paths['/v1/old'].get, {
    deprecated: true,
    description:
      'Deprecated since 2026-11-01; may be removed from 2027-05-01 on. Use `/v1/needs` instead. See https://example.org/needs.\n\nAs ever.',
    security: [{ oauth2: ['needs:read'] }],
  })
  for (const answer of Object.values<{ headers: object }>(paths['/v1/old'].get.responses))
    t.match(answer.headers, { Deprecation: {}, Sunset: {}, Link: {} })
  t.notOk(paths['/v1/new'].get.deprecated)
  t.notOk(paths['/v1/new'].get.responses['200'].headers.Deprecation)
})

t.test(
  'a route that ends before it is deprecated, or on no date, stops the service from starting',
  async (t) => {
    const other = await startTestService(t)
    const add = (dates: DeprecatedRoute) =>
      other.app.get(`/${dates.sunset}`, { config: { deprecated: dates } }, async () => ({}))
    t.throws(() => add({ since: '2026-11-01', sunset: '2026-11-01' }), /sunset must be a date after since/)
    t.throws(() => add({ since: '2026-11-01', sunset: 'soon' }), /sunset must be a date after since/)
  },
)
