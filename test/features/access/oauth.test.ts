import { createPublicKey, verify } from 'node:crypto'
import t from 'tap'
import {
  createPartnersRepository,
  operatorOf,
  revokeSecret,
  rotateSecret,
} from '../../../src/features/access/index.ts'
import { type Reply, startTestService } from '../../support/service.ts'

let now = new Date('2027-01-04T12:00:00Z')
const service = await startTestService(t, { clock: () => now })
const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString()
const ask = (fields: Record<string, string>, headers: Record<string, string> = {}): Promise<Reply> =>
  service.inject({
    method: 'POST',
    url: '/oauth/token',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    payload: form(fields),
  })
const grant = { grant_type: 'client_credentials' }
const listNeeds = (token: string) =>
  service.inject({ method: 'GET', url: '/v1/needs', headers: { authorization: `Bearer ${token}` } })

t.test('client and secret get a bearer token of 15 minutes, by form or by HTTP Basic', async (t) => {
  const { clientId, clientSecret } = await service.newPartner()
  const basic = Buffer.from(`${clientId}:${clientSecret}`).toString('base64')
  for (const reply of [
    await ask({ ...grant, client_id: clientId, client_secret: clientSecret }),
    await ask(grant, { authorization: `Basic ${basic}` }),
  ]) {
    t.match(reply, { status: 200, body: { token_type: 'Bearer', expires_in: 900 } })
    t.equal(reply.headers['cache-control'], 'no-store')
    t.equal((await listNeeds(reply.body.access_token)).status, 200)
  }
})

t.test('a token ends after 15 minutes', async (t) => {
  const { clientId, clientSecret } = await service.newPartner()
  const { body } = await ask({ ...grant, client_id: clientId, client_secret: clientSecret })
  now = new Date(now.getTime() + 899_000)
  t.equal((await listNeeds(body.access_token)).status, 200)
  now = new Date(now.getTime() + 1000)
  t.match(await listNeeds(body.access_token), { status: 401, body: { code: 'unauthenticated' } })
})

t.test('a wrong secret, an unknown client and another grant are refused as RFC 6749 says', async (t) => {
  const { clientId, clientSecret } = await service.newPartner()
  const wrong = await ask({ ...grant, client_id: clientId, client_secret: 'ss_wrong' })
  t.match(wrong, { status: 401, body: { error: 'invalid_client' } })
  t.ok(wrong.headers['www-authenticate'])
  t.match(await ask({ ...grant, client_id: 'client_0', client_secret: 'x' }), {
    status: 401,
    body: { error: 'invalid_client' },
  })
  t.match(await ask(grant), { status: 401, body: { error: 'invalid_client' } })
  const password = await ask({ grant_type: 'password', client_id: clientId, client_secret: clientSecret })
  t.match(password, { status: 400, body: { error: 'unsupported_grant_type' } })
})

t.test('an empty field counts as left out, also beside HTTP Basic', async (t) => {
  const { clientId, clientSecret } = await service.newPartner()
  const authorization = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`
  const empty = { client_id: '', client_secret: '', scope: '' }
  t.equal((await ask({ ...grant, ...empty }, { authorization })).status, 200)
  t.match(await ask({ ...grant, grant_type: '' }, { authorization }), {
    status: 400,
    body: { error: 'invalid_request' },
  })
})

t.test('what is no proper form is refused in the form of RFC 6749 too', async (t) => {
  const { clientId, clientSecret } = await service.newPartner()
  const good = { ...grant, client_id: clientId, client_secret: clientSecret }
  const send = (payload: string, type = 'application/x-www-form-urlencoded', authorization?: string) =>
    service.inject({
      method: 'POST',
      url: '/oauth/token',
      headers: { 'content-type': type, ...(authorization && { authorization }) },
      payload,
    })
  const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`
  for (const reply of [
    await ask({}),
    await send(`${form(good)}&scope=needs:read&scope=offers:read`),
    await send(`${form(good)}&client_id=${clientId}`),
    await send('{"grant_type":', 'application/json'),
    await send('[1]', 'application/json'),
    await send('grant_type', 'text/plain'),
    await send(form(good), 'application/x-www-form-urlencoded', basic),
  ]) {
    t.match(reply, { status: 400, body: { error: 'invalid_request', error_description: String } })
    t.equal(reply.headers['cache-control'], 'no-store')
  }
  const broken = await send(form(grant), 'application/x-www-form-urlencoded', 'Basic !!!')
  t.match(broken, { status: 401, body: { error: 'invalid_client' } })
})

t.test('what RFC 6749 has no words for is a problem', async (t) => {
  const tooLarge = await ask({ ...grant, scope: 'x'.repeat(20_000) })
  t.match(tooLarge, {
    status: 413,
    headers: { 'content-type': /problem\+json/, 'request-id': /^req_/, 'cache-control': 'no-store' },
    body: { code: 'body_too_large' },
  })
})

t.test('a token has the scopes asked for, and never more than the client', async (t) => {
  const { clientId, clientSecret } = await service.newPartner({ scopes: ['needs:read', 'offers:read'] })
  const client = { ...grant, client_id: clientId, client_secret: clientSecret }
  const { body } = await ask({ ...client, scope: 'needs:read' })
  t.equal(body.scope, 'needs:read')
  t.equal((await listNeeds(body.access_token)).status, 200)
  const offers = await service.inject({
    method: 'GET',
    url: '/v1/offers',
    headers: { authorization: `Bearer ${body.access_token}` },
  })
  t.match(offers, { status: 403, body: { code: 'scope_missing' } })
  t.match(await ask({ ...client, scope: 'needs:write' }), { status: 400, body: { error: 'invalid_scope' } })
  t.equal((await ask({ ...client, scope: 'needs:read needs:write' })).body.scope, 'needs:read')
  t.match(await ask({ ...client, scope: 'needs:read no:such' }), {
    status: 400,
    body: { error: 'invalid_scope' },
  })
  t.match(await ask({ ...client, scope: ' ' }), {
    status: 400,
    body: { error: 'invalid_scope', error_description: /names nothing/ },
  })
  t.equal((await ask({ ...client, scope: '' })).body.scope, 'needs:read offers:read')
  t.match(await ask({ ...client, scope: 'no:such' }), { status: 400, body: { error: 'invalid_scope' } })
})

t.test('the keys at jwks.json verify a token, and hold no private part', async (t) => {
  const { token } = await service.newPartner()
  const { body } = await service.inject({ method: 'GET', url: '/.well-known/jwks.json' })
  const [jwk] = body.keys
  t.match(jwk, { kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA', use: 'sig' })
  t.equal(jwk.d, undefined)
  const [head = '', payload = '', signature = ''] = token.split('.')
  t.equal(JSON.parse(Buffer.from(head, 'base64url').toString()).kid, jwk.kid)
  const key = createPublicKey({ key: jwk, format: 'jwk' })
  t.ok(verify(null, Buffer.from(`${head}.${payload}`), key, Buffer.from(signature, 'base64url')))
})

t.test('the metadata names this server’s own addresses', async (t) => {
  const { body } = await service.inject({ method: 'GET', url: '/.well-known/oauth-authorization-server' })
  t.match(body, {
    issuer: 'http://test.example',
    token_endpoint: 'http://test.example/oauth/token',
    jwks_uri: 'http://test.example/.well-known/jwks.json',
    grant_types_supported: ['client_credentials'],
  })
})

t.test('after a rotation both secrets work until the old one ends', async (t) => {
  const { clientId, clientSecret } = await service.newPartner()
  const services = { db: service.database.db, clock: () => now }
  const { clientSecret: fresh } = await rotateSecret(services, clientId, 2)
  const status = async (secret: string) =>
    (await ask({ ...grant, client_id: clientId, client_secret: secret })).status
  t.same([await status(clientSecret), await status(fresh)], [200, 200])
  now = new Date(now.getTime() + 2 * 3_600_000)
  t.same([await status(clientSecret), await status(fresh)], [401, 200])
})

t.test('a revoked secret gets no more tokens, and the last token ends within 15 minutes', async (t) => {
  const { partnerId, clientId, clientSecret } = await service.newPartner()
  const { body } = await ask({ ...grant, client_id: clientId, client_secret: clientSecret })
  const repository = createPartnersRepository(service.database.db)
  const ctx = { actor: operatorOf(partnerId), db: service.database.db, clock: () => now }
  const secretId = (await repository.listPartners()).find((row) => row.partner.id === partnerId)?.secret?.id
  t.ok(secretId && (await revokeSecret(ctx, { id: secretId })))
  t.equal((await ask({ ...grant, client_id: clientId, client_secret: clientSecret })).status, 401)
  t.equal((await listNeeds(body.access_token)).status, 200, 'the token does not depend on the secret')
  now = new Date(now.getTime() + 15 * 60_000)
  t.equal((await listNeeds(body.access_token)).status, 401)
})

t.test('secrets are stored hashed, with their last use', async (t) => {
  const { clientId, clientSecret } = await service.newPartner()
  await ask({ ...grant, client_id: clientId, client_secret: clientSecret })
  const { rows } = await service.database.pool.query('select * from client_secrets')
  t.notMatch(
    JSON.stringify(rows) + Buffer.concat(rows.map((row) => row.secret_hash)).toString('latin1'),
    clientSecret,
  )
  t.ok(rows.some((row) => row.last_used_at !== null))
})
