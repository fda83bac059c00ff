import t from 'tap'
import { asOperator, disableClient } from '../../../src/features/access/index.ts'
import { createLog } from '../../../src/platform/telemetry/log.ts'
import { idToUuid } from '../../../src/shared/ids.ts'
import { startTestService } from '../../support/service.ts'

const lines: string[] = []
const service = await startTestService(t, {
  log: createLog('trace', { write: (line: string) => lines.push(line) }),
})

async function tokenOf(clientId: string, secret: string) {
  return service.inject({
    method: 'POST',
    url: '/oauth/token',
    headers: {
      authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}`,
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: 'grant_type=client_credentials',
  })
}

const callAs = (token: string, method: 'GET' | 'POST', url: string, payload?: object) =>
  service.inject({ method, url, headers: { authorization: `Bearer ${token}` }, ...(payload && { payload }) })

t.test('clients are listed page by page, also those of a sandbox', async (t) => {
  const partner = await service.newPartner()
  for (const name of ['One', 'Two'])
    await partner.call('POST', '/v1/clients', { body: { name, scopes: ['needs:read'] } })
  for (let made = 0; made < 3; made++) await partner.call('POST', '/v1/sandbox')
  for (const path of ['/v1/clients', '/v1/sandbox/clients']) {
    const { body: first } = await partner.call('GET', `${path}?limit=2`)
    const { body: last } = await partner.call('GET', `${path}?limit=2&cursor=${first.next_cursor}`)
    const { body: whole } = await partner.call('GET', path)
    t.same([first.data.length, first.has_more, last.data.length, last.has_more], [2, true, 1, false], path)
    t.same([...first.data, ...last.data], whole.data, path)
    t.match(await partner.call('GET', `${path}?cursor=abc`), {
      status: 422,
      body: { code: 'invalid_cursor' },
    })
  }
})

t.test(
  'a partner creates, rotates, disables, enables and removes its clients, and the log says who',
  async (t) => {
    const partner = await service.newPartner()
    const { clientId: own } = partner
    const made = await partner.call('POST', '/v1/clients', {
      body: { name: 'Sync', scopes: ['clients:manage', 'needs:read'] },
    })
    t.match(made, { status: 201, body: { name: 'Sync', status: 'enabled', is_yours: false } })
    const { id, client_secret: first } = made.body
    const token = (await tokenOf(id, first)).body
    t.equal(token.scope, 'clients:manage needs:read')
    const rotated = await partner.call('POST', `/v1/clients/${id}/rotate-secret`, {
      body: { keep_old_hours: 0 },
    })
    t.equal(rotated.body.secrets.length, 1)
    t.equal((await tokenOf(id, first)).status, 401)
    t.equal((await tokenOf(id, rotated.body.client_secret)).status, 200)
    t.match(await partner.call('POST', `/v1/clients/${id}/disable`), {
      status: 200,
      body: { status: 'disabled' },
    })
    t.equal((await tokenOf(id, rotated.body.client_secret)).status, 401)
    t.match(await partner.call('POST', `/v1/clients/${id}/enable`), {
      status: 200,
      body: { status: 'enabled' },
    })
    await callAs((await tokenOf(id, rotated.body.client_secret)).body.access_token, 'POST', '/v1/clients', {
      scopes: ['needs:read'],
    })
    t.equal((await partner.call('DELETE', `/v1/clients/${id}`)).status, 204)
    t.equal((await partner.call('GET', `/v1/clients/${id}`)).status, 404)
    t.equal((await tokenOf(id, rotated.body.client_secret)).status, 401)
    const { body: list } = await partner.call('GET', '/v1/clients')
    t.equal(list.data.length, 2)

    const { body: log } = await partner.call('GET', '/v1/clients/log?limit=4')
    const { body: earlier } = await partner.call('GET', `/v1/clients/log?cursor=${log.next_cursor}`)
    t.match([...log.data, ...earlier.data].map((one) => [one.action, one.by_client_id]).reverse(), [
      ['created', null],
      ['created', own],
      ['secret_rotated', own],
      ['disabled', own],
      ['enabled', own],
      ['created', id],
      ['removed', own],
    ])
    t.notMatch(JSON.stringify([list, log, lines]), new RegExp(`${first}|${rotated.body.client_secret}`))
  },
)

t.test('a repeat with the same key makes no second client, and shows no secret', async (t) => {
  const partner = await service.newPartner()
  const request = { body: { scopes: ['needs:read'] }, headers: { 'idempotency-key': 'once' } }
  const first = await partner.call('POST', '/v1/clients', request)
  const again = await partner.call('POST', '/v1/clients', request)
  t.match(first.body.client_secret, /^ss_/)
  t.match(again, { status: 201, body: { id: first.body.id, client_secret: null } })
  const rotation = { body: {}, headers: { 'idempotency-key': 'rotated' } }
  const address = `/v1/clients/${first.body.id}/rotate-secret`
  const rotated = await partner.call('POST', address, rotation)
  t.match(await partner.call('POST', address, rotation), { status: 200, body: { client_secret: null } })
  t.equal((await tokenOf(first.body.id, rotated.body.client_secret)).status, 200)
})

t.test('a client gives no scopes that it lacks, by no way', async (t) => {
  const partner = await service.newPartner()
  const weak = await partner.call('POST', '/v1/clients', { body: { scopes: ['clients:manage'] } })
  const { access_token: token } = (await tokenOf(weak.body.id, weak.body.client_secret)).body
  const strong = partner.clientId
  const refused = { status: 403, body: { code: 'scopes_not_held' } }
  t.match(await callAs(token, 'POST', '/v1/clients', { scopes: ['needs:read'] }), refused)
  t.match(await callAs(token, 'POST', `/v1/clients/${strong}/rotate-secret`, {}), refused)
  await callAs(token, 'POST', `/v1/clients/${strong}/disable`)
  t.match(await callAs(token, 'POST', `/v1/clients/${strong}/enable`), refused)
})

t.test(
  'a new client gets only the scopes that are named, and a refusal lists those one can give',
  async (t) => {
    const partner = await service.newPartner()
    const { body } = await partner.call('POST', '/v1/clients', {
      body: { scopes: ['clients:manage', 'needs:read'] },
    })
    const { access_token: token } = (await tokenOf(body.id, body.client_secret)).body
    for (const [sent, code] of [
      [{}, 'required'],
      [{ scopes: [] }, 'too_small'],
    ] as const)
      t.match(await callAs(token, 'POST', '/v1/clients', sent), {
        status: 422,
        body: {
          errors: [
            { pointer: '/scopes', code, detail: /Your token can give: clients:manage, needs:read\.$/ },
          ],
        },
      })
    const { body: list } = await partner.call('GET', '/v1/clients')
    t.equal(list.data.length, 2, 'no client was created')
  },
)

t.test('refused credentials and tokens say why to whoever holds them, and nothing to others', async (t) => {
  const partner = await service.newPartner()
  const { body } = await partner.call('POST', '/v1/clients', { body: { scopes: ['needs:read'] } })
  const { id, client_secret: old } = body
  const { access_token: token } = (await tokenOf(id, old)).body
  const saysOf = async (secret: string) => (await tokenOf(id, secret)).body.error_description
  const detailOfToken = async () => {
    await service.services.access.readDisabledClients()
    return (await callAs(token, 'GET', '/v1/needs')).body.detail
  }

  const rotated = await partner.call('POST', `/v1/clients/${id}/rotate-secret`, {
    body: { keep_old_hours: 0 },
  })
  const current = rotated.body.client_secret
  t.match(await saysOf(old), /^This secret of the client ended at \d{4}-.*Use the newest secret/)
  t.equal(await detailOfToken(), undefined, 'its tokens go on until they expire')
  await partner.call('POST', `/v1/clients/${id}/disable`)
  t.match(await saysOf(current), /^The client was disabled\..*enable/)
  t.match(await detailOfToken(), /^The client of this token was disabled, so a new token would not help\./)
  t.equal(await saysOf('guessed'), 'The client is unknown, or its secret is wrong.')
  await partner.call('DELETE', `/v1/clients/${id}`)
  t.match(await saysOf(current), /^The client was removed for good\./)
  t.match(await detailOfToken(), /^The client of this token was removed for good\./)
})

t.test('of clients that disable each other at once, one that manages stays', async (t) => {
  for (let round = 0; round < 5; round++) {
    const partner = await service.newPartner()
    const made = await partner.call('POST', '/v1/clients', { body: { scopes: ['clients:manage'] } })
    const { access_token: token } = (await tokenOf(made.body.id, made.body.client_secret)).body
    const replies = await Promise.all([
      partner.call('POST', `/v1/clients/${made.body.id}/disable`),
      callAs(token, 'POST', `/v1/clients/${partner.clientId}/disable`),
    ])
    t.equal(replies.filter(({ status }) => status === 200).length, 1)
    const { rows } = await service.database.pool.query(
      `select count(*)::int as enabled from clients c join (select partner_id from clients where id::text = $1) p
         using (partner_id) where disabled_at is null and 'clients:manage' = any(scopes)`,
      [idToUuid(partner.clientId)],
    )
    t.equal(rows[0].enabled, 1)
  }
  const alone = await service.newPartner()
  for (const [method, more] of [
    ['POST', '/disable'],
    ['DELETE', ''],
  ] as const)
    t.match(await alone.call(method, `/v1/clients/${alone.clientId}${more}`), {
      status: 409,
      body: { code: 'last_managing_client' },
    })
})

t.test('what the operator disabled, only the operator enables', async (t) => {
  const partner = await service.newPartner()
  const { body } = await partner.call('POST', '/v1/clients', { body: { scopes: ['needs:read'] } })
  await asOperator({ db: service.database.db, clock: () => new Date() }, body.id, (ctx) =>
    disableClient(ctx, { id: body.id }),
  )
  t.match(await partner.call('POST', `/v1/clients/${body.id}/enable`), {
    status: 409,
    body: { code: 'disabled_by_operator' },
  })
})

t.test(
  'a sandbox full of clients opens again once one is removed, and live clients are out of its reach',
  async (t) => {
    const partner = await service.newPartner()
    const opened = await Promise.all(Array.from({ length: 20 }, () => partner.call('POST', '/v1/sandbox')))
    t.match(await partner.call('POST', '/v1/sandbox'), { status: 409, body: { code: 'too_many_clients' } })
    const { body: list } = await partner.call('GET', '/v1/sandbox/clients')
    t.equal(list.data.length, 20)
    const [first] = opened
    const token = (await tokenOf(first?.body.client_id, first?.body.client_secret)).body.access_token
    t.equal((await partner.call('DELETE', `/v1/sandbox/clients/${partner.clientId}`)).status, 404)
    t.equal((await partner.call('DELETE', `/v1/sandbox/clients/${first?.body.client_id}`)).status, 204)
    t.equal((await tokenOf(first?.body.client_id, first?.body.client_secret)).status, 401)
    await service.services.access.readDisabledClients()
    t.equal((await callAs(token, 'GET', '/v1/partner')).status, 401)
    t.equal((await partner.call('POST', '/v1/sandbox')).status, 201)
    const stranger = await service.newPartner()
    t.match(await stranger.call('GET', '/v1/sandbox/clients'), {
      status: 404,
      body: { code: 'sandbox_not_found' },
    })
  },
)

t.test(
  'a client has at most five secrets that work, and a rotation without the old ones goes on',
  async (t) => {
    const partner = await service.newPartner()
    const { body: client } = await partner.call('POST', '/v1/clients', { body: { scopes: ['needs:read'] } })
    const rotate = (keep_old_hours: number) =>
      partner.call('POST', `/v1/clients/${client.id}/rotate-secret`, { body: { keep_old_hours } })
    for (let secrets = 2; secrets <= 5; secrets++) t.equal((await rotate(24)).body.secrets.length, secrets)
    t.match(await rotate(24), { status: 409, body: { code: 'too_many_secrets' } })
    t.equal((await tokenOf(client.id, client.client_secret)).status, 200, 'a refusal ends no secret')
    const { body } = await partner.call('GET', `/v1/clients/${client.id}`)
    t.equal(body.secrets.length, 5)
    t.equal((await rotate(0)).body.secrets.length, 1)
  },
)

t.test('a client without a secret that works does not count as one that manages clients', async (t) => {
  const partner = await service.newPartner()
  const { body: other } = await partner.call('POST', '/v1/clients', { body: { scopes: ['clients:manage'] } })
  await service.database.pool.query('update client_secrets set revoked_at = now() where client_id = $1', [
    idToUuid(other.id),
  ])
  t.match(await partner.call('POST', `/v1/clients/${partner.clientId}/disable`), {
    status: 409,
    body: { code: 'last_managing_client' },
  })
  await partner.call('POST', `/v1/clients/${other.id}/rotate-secret`)
  t.equal((await partner.call('POST', `/v1/clients/${partner.clientId}/disable`)).status, 200)
})

t.test(
  'a sandbox has as many clients whichever way they are made, and a repeat does not show a secret',
  async (t) => {
    const partner = await service.newPartner()
    const headers = { 'idempotency-key': 'first-client' }
    const first = await partner.call('POST', '/v1/sandbox', { headers })
    const again = await partner.call('POST', '/v1/sandbox', { headers })
    t.match(again, { status: 201, headers: { 'idempotency-replayed': 'true' } })
    t.same(again.body, { ...first.body, client_secret: null })
    const { body } = await tokenOf(first.body.client_id, first.body.client_secret)
    const add = () => callAs(body.access_token, 'POST', '/v1/clients', { scopes: ['needs:read'] })
    for (let count = 1; count < 20; count++) t.equal((await add()).status, 201)
    t.match(await add(), { status: 409, body: { code: 'too_many_clients' } })
  },
)
