import t from 'tap'
import { createTestDatabase } from '../support/database.ts'
import { countLeaders } from '../support/leaders.ts'
import { serve, until } from '../support/process.ts'

t.test('when the process that does the periodic work hangs, another does it', async (t) => {
  const { connectionString } = await createTestDatabase(t)
  const env = { DATABASE_URL: connectionString, PUBLIC_URL: 'http://test.example' }
  const first = await serve(t, env)
  await until(async () => (await countLeaders([first.address])) === 1)
  const second = await serve(t, env)
  t.equal(await countLeaders([first.address, second.address]), 1)
  first.child.kill('SIGSTOP')
  await until(async () => (await countLeaders([second.address])) === 1)
  first.child.kill('SIGCONT')
  await until(async () => (await countLeaders([first.address])) === 0)
  t.equal(await countLeaders([second.address]), 1)
})
