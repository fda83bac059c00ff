import t from 'tap'
import { runHere } from '../../support/command.ts'
import { createTestDatabase } from '../../support/database.ts'
import { newToken, until } from '../../support/process.ts'
import { listen } from '../../support/server.ts'

const { connectionString } = await createTestDatabase(t)
const env = { DATABASE_URL: connectionString, PUBLIC_URL: 'http://test.example' }
const addresses = await Promise.all([listen(t, env), listen(t, env)])
const [first] = addresses

const statusOf = async (address: string, token: string) =>
  (await fetch(`${address}/v1/needs`, { headers: { authorization: `Bearer ${token}` } })).status
const everywhere = async (token: string, status: number) =>
  (await Promise.all(addresses.map((one) => statusOf(one, token)))).every((one) => one === status)

async function newClient() {
  const { stdout } = await runHere(['partner', 'create', '--name', 'P', '--kind', 'site', '--json'], env)
  const { client_id, client_secret } = JSON.parse(stdout)
  const body = new URLSearchParams({ grant_type: 'client_credentials', client_id, client_secret })
  const tokenReply = () => fetch(`${first}/oauth/token`, { method: 'POST', body })
  const { access_token } = (await (await tokenReply()).json()) as { access_token: string }
  return { clientId: client_id as string, token: access_token, tokenReply }
}

t.test(
  'a disabled client is refused in every process at once, gets no token, and can be enabled again',
  async (t) => {
    const { clientId, token, tokenReply } = await newClient()
    const other = await newToken(first, env)
    t.ok(await everywhere(token, 200), 'its token was accepted, and is remembered as verified')

    t.match(await runHere(['partner', 'disable-client', '--client-id', clientId], env), { code: 0 })
    const refused = await tokenReply()
    t.equal(refused.status, 401)
    t.match(await refused.json(), { error: 'invalid_client' })
    await until(() => everywhere(token, 401))
    t.ok(await everywhere(other, 200), 'other clients go on')
    const { stdout } = await runHere(['partner', 'list'], env)
    t.match(stdout, new RegExp(`${clientId}.*client disabled`))

    t.equal((await runHere(['partner', 'enable-client', '--client-id', clientId], env)).code, 0)
    await until(() => everywhere(token, 200))
    t.equal((await tokenReply()).status, 200)
  },
)

t.test('a process that starts knows the disabled clients before it answers', async (t) => {
  const { clientId, token } = await newClient()
  await runHere(['partner', 'disable-client', '--client-id', clientId], env)
  t.equal(await statusOf(await listen(t, env), token), 401)
})

t.test('an unknown client is an error that says so', async (t) => {
  const { code, stderr } = await runHere(
    ['partner', 'disable-client', '--client-id', 'client_01h455vb4pex5vsknk084sn02r'],
    env,
  )
  t.equal(code, 1)
  t.match(stderr, /no client has this id/)
})
