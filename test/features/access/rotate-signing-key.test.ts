import { createPublicKey, verify } from 'node:crypto'
import t from 'tap'
import { createPartnersRepository, rotateSigningKey } from '../../../src/features/access/index.ts'
import { scopes } from '../../../src/platform/http/scopes.ts'
import { callerOf } from '../../support/caller-of.ts'
import { until } from '../../support/process.ts'
import { startReplica } from '../../support/replicas.ts'
import { startTestService } from '../../support/service.ts'
import { testSecrets } from '../../support/settings.ts'

const LEAD_MS = 10 * 60_000

async function startWithKeys() {
  let now = new Date()
  const clock = () => now
  const wait = (ms: number) => {
    now = new Date(now.getTime() + ms)
  }
  const service = await startTestService(t, { clock })
  const partner = await service.newPartner()
  const { db } = service.database
  return {
    ...service,
    repository: createPartnersRepository(db),
    rotate: () => {
      wait(60_000)
      return rotateSigningKey({ db, clock, secrets: testSecrets })
    },
    wait,
    newToken: () => service.services.access.tokens.issue({ ...partner, scopes }),
    async status(token: string) {
      const headers = { authorization: `Bearer ${token}` }
      return (await service.inject({ method: 'GET', url: '/v1/needs', headers })).status
    },
    async jwks(): Promise<Record<string, string>[]> {
      return (await service.inject({ method: 'GET', url: '/.well-known/jwks.json' })).body.keys
    },
  }
}

const headerOf = (jwt: string) => JSON.parse(Buffer.from(jwt.split('.')[0] ?? '', 'base64url').toString())

function verifies(jwt: string, keys: Record<string, string>[]): boolean {
  const key = keys.find(({ kid }) => kid === headerOf(jwt).kid)
  if (!key) return false
  const [header, body, signature = ''] = jwt.split('.')
  const publicKey = createPublicKey({ key, format: 'jwk' })
  return verify(null, Buffer.from(`${header}.${body}`), publicKey, Buffer.from(signature, 'base64url'))
}

t.test(
  'a new key is shown at once, signs ten minutes later, and the old one goes on verifying',
  async (t) => {
    const service = await startWithKeys()
    const [old] = await service.jwks()
    const before = service.newToken()
    const badge = service.services.access.signCredential({ sub: 'badge' })
    const { kid, signsFrom } = await service.rotate()
    await service.services.access.readSigningKeys()
    t.same((await service.jwks()).map((key) => key.kid).sort(), [kid, old?.kid].sort())

    service.wait(LEAD_MS - 1)
    t.equal(headerOf(service.newToken()).kid, old?.kid)
    service.wait(1)
    t.same(service.services.runtime.clock(), signsFrom)
    t.equal(headerOf(service.newToken()).kid, kid)
    t.equal(headerOf(service.services.access.signCredential({ sub: 'badge' })).kid, kid)
    for (const token of [before, service.newToken()]) t.equal(await service.status(token), 200)

    service.wait(365 * 24 * 3_600_000)
    t.equal(await service.status(before), 401, 'its time is over')
    t.ok(verifies(badge, await service.jwks()), 'a badge has no end')
  },
)

t.test('every running process gets to know a new key before it signs', async (t) => {
  const service = await startWithKeys()
  const source = { connectionString: service.database.connectionString, revive: async () => {} }
  const other = await startReplica(t, source)
  const { kid } = await service.rotate()
  await until(() => other.access.keyring.all().some((key) => key.kid === kid))
  await service.services.access.readSigningKeys()
  service.wait(LEAD_MS)
  const token = service.newToken()
  t.equal(headerOf(token).kid, kid)
  t.ok(await callerOf(other.access.tokens, token))
})

t.test('a key that is removed verifies nothing any more, and the newest signs at once', async (t) => {
  const service = await startWithKeys()
  const [old] = await service.jwks()
  const token = service.newToken()
  t.equal(await service.status(token), 200, 'and is remembered')
  t.equal(await service.repository.removeSigningKey(old?.kid ?? ''), false, 'the only one stays')
  const { kid } = await service.rotate()
  t.equal(await service.repository.removeSigningKey('another'), false)
  t.equal(await service.repository.removeSigningKey(old?.kid ?? ''), true)
  await service.services.access.readSigningKeys()
  t.equal(await service.status(token), 401)
  t.equal(headerOf(service.newToken()).kid, kid)
  t.equal(await service.status(service.newToken()), 200)
})
