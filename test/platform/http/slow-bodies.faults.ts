import t from 'tap'
import { temporaryFolder } from '../../support/folder.ts'
import { pollNeeds } from '../../support/polls.ts'
import { newToken, serve } from '../../support/process.ts'
import { sendSlowly } from '../../support/slow-bodies.ts'

const CONNECTIONS = 110
const POLLS = 150

const env = {
  DATA_DIR: temporaryFolder(t),
  OVERLOAD_REQUESTS: '100',
  OPEN_REQUESTS_PER_CLIENT: '50',
  OPEN_REQUESTS_PER_ADDRESS: '20',
}
const { address } = await serve(t, env)
const [victim, attacker] = [await newToken(address, env), await newToken(address, env)]

const poll = () => pollNeeds(address, victim, { polls: POLLS, pause_ms: 20 })

await poll()
const quiet = await poll()
const attacks = {
  'to an unknown address': { path: '/nope' },
  'to the token endpoint': { path: '/oauth/token' },
  'without a token': { path: '/v1/needs' },
  'with the token of one client': { path: '/v1/needs', token: attacker },
}
for (const [name, sender] of Object.entries(attacks)) {
  t.test(`${CONNECTIONS} bodies that come one byte a second ${name} harm no other partner`, async (t) => {
    const stop = sendSlowly(
      address,
      Array.from({ length: CONNECTIONS }, () => sender),
    )
    const { statuses, p99_ms } = await poll()
    const opened = stop()
    t.comment(`${opened} connections; p99 ${p99_ms.toFixed(1)} ms, quiet ${quiet.p99_ms.toFixed(1)} ms`)
    t.same(statuses, { 200: POLLS })
  })
}
