import t from 'tap'
import { runHere } from '../support/command.ts'
import { createTestDatabase } from '../support/database.ts'
import { listen } from '../support/server.ts'
import { startTestService } from '../support/service.ts'
import { testSecrets } from '../support/settings.ts'

const endpoint = { url: 'https://hooks.example/smartsource' }

t.test('the database stores no signing key and no webhook secret as text', async (t) => {
  const service = await startTestService(t)
  const partner = await service.newPartner()
  const { body } = await partner.call('POST', '/v1/webhook-endpoints', { body: endpoint })
  await partner.call('POST', `/v1/webhook-endpoints/${body.id}/rotate-secret`, { body: {} })
  const { rows } = await service.database.pool.query<{ text: string }>(
    `select secret as text from webhook_secrets union all select private_key_pem from signing_keys`,
  )
  t.equal(rows.length, 3)
  for (const { text } of rows) t.match(text, /^sealed1:/)
  t.notMatch(JSON.stringify(rows), body.secret)
})

t.test(
  'secrets that an earlier version stored as text are encrypted at the start and go on working',
  async (t) => {
    const database = await createTestDatabase(t)
    const service = await startTestService(t, { database })
    const partner = await service.newPartner()
    const { body } = await partner.call('POST', '/v1/webhook-endpoints', { body: endpoint })
    const key = service.services.access.keyring.signing()
    await database.pool.query('update signing_keys set private_key_pem = $1', [key.privateKeyPem])
    await database.pool.query('update webhook_secrets set secret = $1', [body.secret])

    const address = await listen(t, { DATABASE_URL: database.connectionString })
    const jwks = (await (await fetch(`${address}/.well-known/jwks.json`)).json()) as {
      keys: { kid: string }[]
    }
    t.same(
      jwks.keys.map(({ kid }) => kid),
      [key.kid],
    )
    const { rows } = await database.pool.query<{ secret: string }>('select secret from webhook_secrets')
    t.equal(testSecrets.open(rows[0]?.secret ?? '', `webhook_secret ${body.id}`), body.secret)
  },
)

t.test('a start with another key ends with what to do, and with the old key added it succeeds', async (t) => {
  const { connectionString: DATABASE_URL } = await createTestDatabase(t)
  const [first, second] = ['the first key of this database: 1', 'the second key of this database: 2']
  await runHere(['keys', 'rotate'], { DATABASE_URL, SECRETS_KEY: first })
  const refused = await runHere(['keys', 'rotate'], { DATABASE_URL, SECRETS_KEY: second })
  t.match(refused, { code: 1, stderr: /Set SECRETS_KEY to the key that this database was used with/ })
  t.notMatch(refused.stderr, second)
  t.equal((await runHere(['keys', 'rotate'], { DATABASE_URL, SECRETS_KEY: `${second},${first}` })).code, 0)
  t.equal((await runHere(['keys', 'rotate'], { DATABASE_URL, SECRETS_KEY: second })).code, 0)
})

t.test('a key that can be guessed is refused without being quoted', async (t) => {
  const { code, stderr } = await runHere(['keys', 'list'], { SECRETS_KEY: 'hunter2' })
  t.equal(code, 1)
  t.match(stderr, /SECRETS_KEY.*at least 32 characters/)
  t.notMatch(stderr, /hunter2/)
})
