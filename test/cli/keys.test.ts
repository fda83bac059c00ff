import t from 'tap'
import { runHere } from '../support/command.ts'
import { createTestDatabase } from '../support/database.ts'
import { until } from '../support/process.ts'
import { listen } from '../support/server.ts'

const { connectionString } = await createTestDatabase(t)
const env = { DATABASE_URL: connectionString }
const address = await listen(t, env)
const cli = (...args: string[]) => runHere(['keys', ...args], env)

async function shownKeys(): Promise<string[]> {
  const { keys } = (await (await fetch(`${address}/.well-known/jwks.json`)).json()) as {
    keys: { kid: string }[]
  }
  return keys.map(({ kid }) => kid).sort()
}

t.test('rotate, list and remove reach the running server', async (t) => {
  const [first = ''] = await shownKeys()
  t.match(await cli('remove', '--kid', first), { code: 1 }, 'the only one stays')
  t.match(await cli('remove', '--kid', '-no-such'), { code: 1, stderr: /no key has this id/ })
  const { kid } = JSON.parse((await cli('rotate', '--json')).stdout)
  await until(async () => (await shownKeys()).length === 2)
  t.same(
    JSON.parse((await cli('list', '--json')).stdout).map((key: { kid: string }) => key.kid),
    [kid, first],
  )
  t.equal((await cli('remove', '--kid', first)).code, 0)
  await until(async () => (await shownKeys()).length === 1)
  t.same(await shownKeys(), [kid])
})
