import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync, watch } from 'node:fs'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { helperBody, needBody, offerBody, organizationBody } from '../../../support/bodies.ts'
import { createTestDatabase } from '../../../support/database.ts'
import { temporaryFolder } from '../../../support/folder.ts'
import { newToken, serve, until } from '../../../support/process.ts'

const NAME = 'market.index'
/** So many that writing them takes a while. */
const OFFERS = 8000
const READ_FILE = 'the index was read from its file'

t.test('a process that is killed while it writes its index leaves the file before, or none', async (t) => {
  const { connectionString, pool } = await createTestDatabase(t)
  const folder = temporaryFolder(t)
  // One name for all, so that a token of one is a token of all.
  const shared = { DATABASE_URL: connectionString, PUBLIC_URL: 'http://killed.example' }
  const env = { ...shared, INDEX_CACHE_DIR: folder }
  const first = await ready(t, env)
  const token = await newToken(first.address, env)
  const organizationId = await send(token, first.address, '/v1/organizations', organizationBody())
  const helperId = await send(token, first.address, '/v1/helpers', helperBody())
  await send(token, first.address, '/v1/offers', offerBody(helperId))
  await pool.query(
    `insert into offers select (jsonb_populate_record(o, jsonb_build_object('id', gen_random_uuid()))).*
     from offers o, generate_series(1, $1)`,
    [OFFERS],
  )
  const needId = await send(token, first.address, '/v1/needs', needBody(organizationId))
  await end(first)

  // Without a file: the next start reads rows.
  const path = join(folder, NAME)
  await killWhileSaving(t, { env, folder, token, organizationId, without: [NAME] })
  t.notOk(readdirSync(folder).includes(NAME), 'a part of a file is no file')
  const fromRows = await ready(t, env)
  t.notMatch(fromRows.stdout(), READ_FILE)
  await send(token, fromRows.address, '/v1/needs', needBody(organizationId, { title: 'Saved' }))
  await end(fromRows)

  // With one: the next start reads it, and what has happened since.
  const before = readFileSync(path)
  await killWhileSaving(t, { env, folder, token, organizationId, without: [] })
  t.ok(readFileSync(path).equals(before), 'the file before is untouched')
  const fromFile = await ready(t, env)
  t.match(fromFile.stdout(), READ_FILE)
  const fresh = await ready(t, { ...shared, INDEX_CACHE_DIR: 'off' })
  t.same(
    await ranking(token, fromFile.address, needId),
    await ranking(token, fresh.address, needId),
    'it ranks as one that has read all rows',
  )
})

type Served = Awaited<ReturnType<typeof serve>>

async function ready(t: Test, env: Record<string, string>): Promise<Served> {
  const process = await serve(t, env)
  await until(async () => (await fetch(`${process.address}/readyz`)).status === 200)
  return process
}

async function end({ child }: Served): Promise<void> {
  child.kill('SIGTERM')
  await once(child, 'exit')
}

/** Starts a process without some files, changes something, and kills it as soon as it has begun to write what it knows. */
async function killWhileSaving(
  t: Test,
  given: {
    env: Record<string, string>
    folder: string
    token: string
    organizationId: string
    without: readonly string[]
  },
): Promise<void> {
  const { env, folder, token, organizationId, without } = given
  for (const name of without) rmSync(join(folder, name), { force: true })
  const process = await ready(t, env)
  await send(token, process.address, '/v1/needs', needBody(organizationId, { title: 'Not saved' }))
  const watcher = watch(folder, (_, name) => {
    if (name?.startsWith(`${NAME}.new-`)) process.child.kill('SIGKILL')
  })
  process.child.kill('SIGTERM')
  await once(process.child, 'exit')
  watcher.close()
  t.equal(process.child.signalCode, 'SIGKILL')
  t.ok(
    readdirSync(folder).some((name) => name.startsWith(`${NAME}.new-`)),
    'it was killed while it wrote',
  )
}

async function send(token: string, address: string, path: string, body: unknown): Promise<string> {
  const reply = await fetch(address + path, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (reply.status !== 201) throw new Error(`${reply.status} ${await reply.text()}`)
  return ((await reply.json()) as { id: string }).id
}

async function ranking(token: string, address: string, needId: string) {
  const reply = await fetch(`${address}/v1/needs/${needId}/matches?limit=100`, {
    headers: { authorization: `Bearer ${token}` },
  })
  const page = (await reply.json()) as { data: { offer_id: string; score: number }[] }
  return page.data.map(({ offer_id: id, score }) => ({ id, score }))
}
