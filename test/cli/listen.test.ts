import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import { createClient, orThrow, verifyWebhook } from 'smartsource/client'
import t, { type Test } from 'tap'
import { runHere } from '../support/command.ts'
import { createTestDatabase } from '../support/database.ts'
import { type RunningCli, spawnCli, until } from '../support/process.ts'
import { startReceiver } from '../support/receiver.ts'
import { listen } from '../support/server.ts'

const { connectionString } = await createTestDatabase(t)
const env = { DATABASE_URL: connectionString }
const address = await listen(t, env)

async function newPartner() {
  const made = await runHere(['partner', 'create', '--name', 'Site', '--kind', 'site', '--json'], env)
  const { client_id: clientId, client_secret: clientSecret } = JSON.parse(made.stdout)
  const api = createClient({ url: address, clientId, clientSecret })
  const contact = { name: 'Ines Marsh', email: 'ines@example.com' }
  const kind = 'small_business' as const
  return {
    clientId,
    clientSecret,
    async post(name: string): Promise<string> {
      const body = { name, kind, contact, time_zone: 'America/Los_Angeles', languages: ['en'] }
      return orThrow(await api.POST('/v1/organizations', { body })).id
    },
    async postHelper(name: string): Promise<string> {
      const body = {
        name,
        kind: 'person' as const,
        contact,
        time_zone: 'America/Los_Angeles',
        languages: ['en'],
      }
      return orThrow(await api.POST('/v1/helpers', { body })).id
    },
  }
}

/** Begins to listen, without the settings of the service, as on another machine. */
async function startListening(
  t: Test,
  { clientId, clientSecret }: { clientId: string; clientSecret: string },
  ...args: string[]
): Promise<RunningCli> {
  const running = spawnCli(['listen', '--client-id', clientId, '--url', address, ...args], {
    SMARTSOURCE_CLIENT_SECRET: clientSecret,
    DATABASE_URL: 'postgres://nowhere.invalid/none',
  })
  t.teardown(() => running.child.kill('SIGKILL'))
  await until(() => `${running.stdout()}${running.stderr()}`.includes('until Ctrl-C'))
  return running
}

const secretOf = (running: RunningCli) => /Signing with (whsec_\S+)/.exec(running.stdout())?.[1] ?? ''

t.test('events that happen from now on arrive as signed webhooks, and Ctrl-C ends it well', async (t) => {
  const partner = await newPartner()
  await partner.post('Earlier')
  const receiver = await startReceiver(t)
  const running = await startListening(t, partner, '--forward-to', receiver.url, '--events', 'organization.*')
  const first = await partner.post('First')
  await partner.postHelper('Ada')
  const last = await partner.post('Last')
  await until(() => receiver.received.some(({ resourceId }) => resourceId === last))

  t.same(
    receiver.received.map(({ resourceId }) => resourceId),
    [first, last],
  )
  for (const { headers, body } of receiver.received) {
    const message = await verifyWebhook({ body, headers, secrets: secretOf(running) })
    t.equal(message.type, 'organization.posted')
    t.equal(message.data.event_id, headers['webhook-id'])
  }
  t.match(running.stdout(), new RegExp(`Z {2}organization\\.posted {2}${last} {2}200 after \\d+ ms`))
  running.child.kill('SIGINT')
  await once(running.child, 'close')
  t.equal(running.child.exitCode, 0)
  t.match(running.stdout(), /Stopped\.\n$/)
  t.equal(running.stderr(), '')
})

t.test('with --since earlier events arrive too, and what the receiver answers is printed', async (t) => {
  const partner = await newPartner()
  await partner.post('Too early')
  const since = new Date()
  await until(() => Date.now() > since.getTime())
  const one = await partner.post('One')
  const receiver = await startReceiver(t)
  receiver.answer = (response) => response.writeHead(500).end()
  const args = ['--forward-to', receiver.url.replace('http://', ''), '--since', new Date().toISOString()]
  const late = await startListening(t, partner, ...args)
  const running = await startListening(
    t,
    partner,
    '--forward-to',
    receiver.url,
    '--since',
    since.toISOString(),
  )
  await until(() => running.stdout().includes('500 after'))
  t.same(
    receiver.received.map(({ resourceId }) => resourceId),
    [one],
  )
  const two = await partner.post('Two')
  await until(() => late.stdout().includes('500 after') && running.stdout().includes(two))
  t.notMatch(late.stdout(), one)
})

t.test('a machine that does not answer is reported, and the next event is sent all the same', async (t) => {
  const partner = await newPartner()
  const receiver = await startReceiver(t)
  receiver.answer = (response, { resourceId }) =>
    resourceId === one ? response.destroy() : response.writeHead(204).end()
  const since = new Date().toISOString()
  const one = await partner.post('One')
  const two = await partner.post('Two')
  const running = await startListening(t, partner, '--forward-to', receiver.url, '--since', since, '--json')
  await until(() => running.stdout().split('\n').length > 2)
  const lines = running.stdout().trim().split('\n')
  t.match(
    lines.map((line) => JSON.parse(line)),
    [
      { resource_id: one, status: null, failure: /UND_ERR_SOCKET|ECONNRESET/ },
      { resource_id: two, status: 204, elapsed_ms: Number, type: 'organization.posted' },
    ],
  )
})

t.test('it goes on where it was once the service can be reached again', async (t) => {
  const partner = await newPartner()
  const receiver = await startReceiver(t)
  const line = await startLine(t, Number(new URL(address).port))
  const running = await startListening(
    t,
    partner,
    '--forward-to',
    receiver.url,
    '--url',
    line.address,
    '--since',
    new Date().toISOString(),
  )
  const before = await partner.post('Before')
  await until(() => receiver.received.length === 1)
  line.cut()
  const meanwhile = await partner.post('Meanwhile')
  await until(() => running.stdout().includes('Cannot reach'))
  line.mend()
  await until(() => receiver.received.length === 2)
  t.same(
    receiver.received.map(({ resourceId }) => resourceId),
    [before, meanwhile],
  )
  t.match(running.stdout(), /Cannot reach \S+ \(\w+\)\. Trying again …\nConnected again\.\n/)
})

t.test('wrong options are refused by name, and wrong credentials as such', async (t) => {
  const partner = await newPartner()
  const run = (...args: string[]) =>
    runHere(['listen', '--url', address, ...args], { SMARTSOURCE_CLIENT_SECRET: 'wrong' })
  const good = ['--client-id', partner.clientId, '--forward-to', 'localhost:4567']
  t.match(await run('--client-id', partner.clientId), { code: 2, stderr: /--forward-to/ })
  t.match(await run('--client-id', partner.clientId, '--forward-to', 'ftp://x'), {
    code: 2,
    stderr: /address such as/,
  })
  for (const port of [25, 6000])
    t.match(await run('--client-id', partner.clientId, '--forward-to', `localhost:${port}`), {
      code: 2,
      stderr: new RegExp(`Port ${port} belongs to another protocol.*such as 4567`),
    })
  t.match(await run(...good, '--events', 'need.postd'), {
    code: 2,
    stderr: /need\.postd is no event type.*need\.posted/,
  })
  t.match(await run(...good, '--since', 'yesterday'), { code: 2, stderr: /time such as/ })
  t.match(await run(...good), {
    code: 1,
    stderr:
      /^smartsource: no token for this client: invalid_client\. The client is unknown, or its secret is wrong\.\n$/,
  })
  t.match(await runHere(['listen', ...good]), { code: 2, stderr: /SMARTSOURCE_CLIENT_SECRET/ })
})

/** A line to a port of this machine that can be cut. */
async function startLine(t: Test, port: number) {
  const sockets = new Set<Socket>()
  let isCut = false
  const server = createServer((near) => {
    if (isCut) return near.destroy()
    const far = connect(port, '127.0.0.1')
    for (const socket of [near, far]) sockets.add(socket.on('error', () => socket.destroy()))
    near.pipe(far).pipe(near)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const end = () => {
    for (const socket of sockets) socket.destroy()
    sockets.clear()
  }
  t.teardown(() => {
    end()
    server.close()
  })
  const bound = server.address()
  return {
    address: `http://127.0.0.1:${typeof bound === 'object' ? bound?.port : ''}`,
    cut() {
      isCut = true
      end()
    },
    mend() {
      isCut = false
    },
  }
}
