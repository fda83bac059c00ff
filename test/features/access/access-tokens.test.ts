import { createHmac, sign } from 'node:crypto'
import fastify from 'fastify'
import t from 'tap'
import { newSigningKey } from '../../../src/features/access/index.ts'
import type { App } from '../../../src/platform/http/app-type.ts'
import { identifyCallers } from '../../../src/platform/http/authentication.ts'
import { startTestService } from '../../support/service.ts'

let now = new Date('2027-01-04T12:00:00Z')
const nowS = () => Math.floor(now.getTime() / 1000)
const service = await startTestService(t, { clock: () => now })
const { token, clientId } = await service.newPartner()
const [head = '', payload = '', signature = ''] = token.split('.')
const [header, claims] = [decoded(head), decoded(payload)]
const key = keyOf(header.kid)
const foreign = newSigningKey(now)

t.test('the same header and claims, signed here again, are accepted', async (t) => {
  t.equal((await listNeeds(signed(header, claims))).status, 200)
})

const refused: Record<string, string> = {
  'with alg none and no signature': `${encoded({ ...header, alg: 'none' })}.${payload}.`,
  'with alg none and a signature': `${encoded({ ...header, alg: 'none' })}.${payload}.${signature}`,
  'without alg': signed({ ...header, alg: undefined }, claims),
  'signed with HS256 and the public key as the secret': mac({ ...header, alg: 'HS256' }),
  'signed with HS256 whose header says EdDSA': mac(header),
  'whose header says HS256 under an EdDSA signature': signed({ ...header, alg: 'HS256' }, claims),
  'with an unknown kid': signed({ ...header, kid: foreign.kid }, claims, foreign.privateKeyPem),
  'signed with a foreign key under a known kid': signed(header, claims, foreign.privateKeyPem),
  'with a key of its own in the header': signed(
    { ...header, kid: undefined, jwk: foreign.publicJwk },
    claims,
    foreign.privateKeyPem,
  ),
  'without kid': signed({ ...header, kid: undefined }, claims),
  'whose kid is not text': signed({ ...header, kid: [header.kid] }, claims),
  'whose kid is a name that every object has': signed({ ...header, kid: 'constructor' }, claims),
  'of type JWT': signed({ ...header, typ: 'JWT' }, claims),
  'without a type': signed({ ...header, typ: undefined }, claims),
  'with a critical extension': signed({ ...header, crit: ['exp'] }, claims),
  'for another audience': signed(header, { ...claims, aud: 'https://other.example' }),
  'for this audience among others': signed(header, { ...claims, aud: [claims.aud, 'https://other.example'] }),
  'from another issuer': signed(header, { ...claims, iss: 'https://other.example' }),
  'from another issuer for that issuer': signed(header, {
    ...claims,
    iss: 'https://other.example',
    aud: 'https://other.example',
  }),
  ...Object.fromEntries(
    ['iss', 'aud', 'exp', 'iat', 'client_id', 'partner_id', 'scope'].map((name) => [
      `without ${name}`,
      signed(header, { ...claims, [name]: undefined }),
    ]),
  ),
  'that expires now': signed(header, { ...claims, exp: nowS() }),
  'whose exp is not a number': signed(header, { ...claims, exp: '9999999999' }),
  'whose nbf is in the future': signed(header, { ...claims, nbf: nowS() + 1 }),
  'whose nbf is not a number': signed(header, { ...claims, nbf: 'now' }),
  'whose client is another kind of id': signed(header, { ...claims, client_id: claims.partner_id }),
  'that is a signed badge': service.services.access.signCredential({ sub: 'badge' }),
  'that is a signed badge with the claims of a token': service.services.access.signCredential(claims),
  'with changed claims': `${head}.${encoded({ ...claims, scope: 'needs:write' })}.${signature}`,
  'with a changed signature': `${head}.${payload}.${signature.startsWith('A') ? 'B' : 'A'}${signature.slice(1)}`,
  'without a signature': `${head}.${payload}.`,
  'with a part too many': `${token}.${signature}`,
  'of 12,000 characters': `${head}.${'A'.repeat(12_000)}.${signature}`,
  'of 5,000 characters, signed here': signed(header, { ...claims, jti: 'x'.repeat(4000) }),
  'whose claims are not an object': signed(header, []),
  'that is garbage': 'x.y.z',
  'that is one word': 'token',
  'that is empty': '',
}

for (const [what, one] of Object.entries(refused)) {
  t.test(`a token ${what} is refused`, async (t) => {
    const reply = await listNeeds(one)
    t.match(reply, { status: 401, body: { code: 'unauthenticated' } })
    t.equal(reply.headers['www-authenticate'], 'Bearer realm="smartsource"')
  })
}

t.test('a token whose nbf is now is accepted, by the clock of the service', async (t) => {
  t.equal((await listNeeds(signed(header, { ...claims, nbf: nowS() }))).status, 200)
})

t.test('a remembered token is refused once it has expired, by the clock of the service', async (t) => {
  const start = now
  t.teardown(() => {
    now = start
  })
  t.equal((await listNeeds(token)).status, 200)
  now = new Date(claims.exp * 1000 - 1)
  t.equal((await listNeeds(token)).status, 200)
  now = new Date(claims.exp * 1000)
  t.equal((await listNeeds(token)).status, 401)
})

t.test('only the Bearer scheme with one token names a caller', async (t) => {
  const status = async (authorization: string) =>
    (await service.inject({ method: 'GET', url: '/v1/needs', headers: { authorization } })).status
  t.same(await Promise.all([`Bearer ${token}`, `bearer ${token}`].map(status)), [200, 200])
  const others = [
    token,
    `Basic ${token}`,
    `Bearer  ${token}`,
    `Bearer ${token} ${token}`,
    `Bearer ${token},x`,
  ]
  for (const one of others) t.equal(await status(one), 401, one.slice(0, 12))
  const inQuery = await service.inject({ method: 'GET', url: `/v1/needs?access_token=${token}` })
  t.equal(inQuery.status, 401, 'a token in the address is not read')
})

t.test('a refused token leaves public routes open', async (t) => {
  const headers = { authorization: `Bearer ${refused['without exp']}` }
  t.equal((await service.inject({ method: 'GET', url: '/public/needs.json', headers })).status, 200)
})

t.test('the scopes of a token that the service does not know are ignored', async (t) => {
  const one = signed(header, { ...claims, scope: 'no:such needs:read' })
  t.equal((await listNeeds(one)).status, 200)
  t.equal((await listNeeds(signed(header, { ...claims, scope: 'no:such' }))).status, 403)
})

t.test(
  'a token that is too long, or has an unknown kid, is refused before a signature is checked',
  async (t) => {
    const app: App = fastify()
    t.teardown(() => app.close())
    const asked: unknown[] = []
    await identifyCallers(app, {
      publicKeyOf(kid) {
        asked.push(kid)
        return kid === key.kid ? key.publicKeyPem : undefined
      },
      callerOf: service.services.access.tokens.callerOf,
    })
    app.get('/', async (request) => ({ caller: request.actor?.clientId ?? null }))
    const callerBehind = async (one: string) =>
      (await app.inject({ url: '/', headers: { authorization: `Bearer ${one}` } })).json().caller

    t.equal(await callerBehind(token), clientId)
    t.equal(await callerBehind(refused['of 5,000 characters, signed here'] ?? ''), null)
    t.same(asked, [key.kid], 'no key was asked for')
    t.equal(await callerBehind(refused['with an unknown kid'] ?? ''), null)
    t.same(asked, [key.kid, foreign.kid])
  },
)

function listNeeds(one: string) {
  return service.inject({ method: 'GET', url: '/v1/needs', headers: { authorization: `Bearer ${one}` } })
}

function keyOf(kid: unknown) {
  const found = service.services.access.keyring.all().find((one) => one.kid === kid)
  if (!found) throw new Error('the token is signed with a key of the service')
  return found
}

function encoded(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url')
}

function decoded(part: string) {
  return JSON.parse(Buffer.from(part, 'base64url').toString())
}

/** A token with this header and these claims, signed with Ed25519. */
function signed(ofHeader: object, ofClaims: object, privateKeyPem = key.privateKeyPem): string {
  const text = `${encoded(ofHeader)}.${encoded(ofClaims)}`
  return `${text}.${sign(null, Buffer.from(text), privateKeyPem).toString('base64url')}`
}

/** A token with this header, authenticated with the public key as a shared secret. */
function mac(ofHeader: object): string {
  const text = `${encoded(ofHeader)}.${payload}`
  return `${text}.${createHmac('sha256', key.publicKeyPem).update(text).digest('base64url')}`
}
