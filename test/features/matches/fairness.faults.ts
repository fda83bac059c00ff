import t from 'tap'
import { helperBody, needBody, offerBody, organizationBody } from '../../support/bodies.ts'
import { createTestDatabase } from '../../support/database.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { newToken, serve, until } from '../../support/process.ts'

const OFFERS = 3000
const PREVIEWS = 64
const POLLS = 100
/** Loose, for a machine with other work on it. Without turns a request took more than 50 times as long. */
const MAX_SLOWDOWN = 10
/** What a request may always take on a busy machine. */
const ALWAYS_ALLOWED_MS = 300

const database = await createTestDatabase(t)
const env = {
  DATABASE_URL: database.connectionString,
  DATA_DIR: temporaryFolder(t),
  RATE_LIMIT_PER_MINUTE: '1000000',
  OPEN_REQUESTS_PER_CLIENT: '0',
  // The same for both processes, so that tokens of one are good for the other.
  PUBLIC_URL: 'http://test.example',
}
const { address } = await serve(t, env)
const [greedy, modest] = [await newToken(address, env), await newToken(address, env)]

async function post(token: string, path: string, body: unknown): Promise<{ id: string }> {
  const reply = await fetch(`${address}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!reply.ok) throw new Error(await reply.text())
  return (await reply.json()) as { id: string }
}

const helper = await post(greedy, '/v1/helpers', helperBody())
await post(greedy, '/v1/offers', offerBody(helper.id))
// Many offers, which a second process reads when it starts.
await database.pool.query(
  `insert into offers select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid()))).*
   from offers o, generate_series(1, $1)`,
  [OFFERS],
)
const service = await serve(t, env)
await until(async () => (await fetch(`${service.address}/readyz`)).status === 200)
const organizations = {
  greedy: await post(greedy, '/v1/organizations', organizationBody()),
  modest: await post(modest, '/v1/organizations', organizationBody()),
}
const need = await post(modest, '/v1/needs', needBody(organizations.modest.id))

/** Sends a request again and again. Returns the statuses and how long the service says it took: this process is busy too. */
async function poll(path: string) {
  const before = service.stdout().length
  for (let count = 0; count < POLLS; count++) {
    const reply = await fetch(`${service.address}${path}`, { headers: { authorization: `Bearer ${modest}` } })
    await reply.text()
  }
  const logged = await until(() => {
    const lines = service.stdout().slice(before).trim().split('\n')
    const requests = lines.flatMap((line) => (line.includes('"method":"GET"') ? [JSON.parse(line)] : []))
    return requests.length === POLLS ? requests : null
  })
  const times_ms = logged.map(({ elapsed_ms }) => Number(elapsed_ms)).sort((a, b) => a - b)
  const statuses = new Map<number, number>()
  for (const { status } of logged) statuses.set(status, (statuses.get(status) ?? 0) + 1)
  const at = (share: number) => times_ms.at(Math.ceil(share * POLLS) - 1) ?? 0
  return { statuses: Object.fromEntries(statuses), p99_ms: at(0.99), p50_ms: at(0.5) }
}

/** Keeps up so many previews. Returns a function that ends them and tells their statuses. */
function keepUpPreviews() {
  let isOver = false
  const statuses = new Map<number, number>()
  const body = JSON.stringify({ need: needBody(organizations.greedy.id), limit: 100 })
  const all = Array.from({ length: PREVIEWS }, async () => {
    while (!isOver) {
      const reply = await fetch(`${service.address}/v1/matches/preview`, {
        method: 'POST',
        headers: { authorization: `Bearer ${greedy}`, 'content-type': 'application/json' },
        body,
      })
      await reply.text()
      statuses.set(reply.status, (statuses.get(reply.status) ?? 0) + 1)
    }
  })
  return async () => {
    isOver = true
    await Promise.all(all)
    return Object.fromEntries(statuses)
  }
}

for (const path of [`/v1/needs/${need.id}/matches`, '/v1/needs']) {
  t.test(`${PREVIEWS} previews at a time of one partner do not hold up another’s ${path}`, async (t) => {
    await poll(path)
    const quiet = await poll(path)
    const stop = keepUpPreviews()
    const attacked = await poll(path)
    const previews = await stop()
    t.comment(
      `p99 ${attacked.p99_ms.toFixed(0)} ms, quiet ${quiet.p99_ms.toFixed(0)} ms; p50 ${attacked.p50_ms.toFixed(0)} ms, quiet ${quiet.p50_ms.toFixed(0)} ms; previews ${JSON.stringify(previews)}`,
    )
    t.same(attacked.statuses, { 200: POLLS })
    t.ok(attacked.p99_ms < Math.max(MAX_SLOWDOWN * quiet.p99_ms, ALWAYS_ALLOWED_MS))
  })
}
