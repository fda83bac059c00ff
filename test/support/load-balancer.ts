import { once } from 'node:events'
import { Agent, createServer, request } from 'node:http'
import type { Test } from 'tap'

const LOOK_MS = 100

/** Sends each request to the next process whose `/readyz` answered 200 when it last looked. It repeats nothing. */
export async function startLoadBalancer(t: Test) {
  const ready = new Map<string, boolean>()
  const agent = new Agent({ keepAlive: true })
  let turn = 0

  const look = () =>
    Promise.all(
      [...ready.keys()].map(async (address) => {
        const isReady = await fetch(`${address}/readyz`).then(
          ({ ok }) => ok,
          () => false,
        )
        if (ready.has(address)) ready.set(address, isReady)
      }),
    )
  const server = createServer((incoming, answer) => {
    const addresses = [...ready].flatMap(([address, isReady]) => (isReady ? [address] : []))
    const address = addresses[turn++ % addresses.length]
    if (!address) return void answer.writeHead(502).end()
    const outgoing = request(
      `${address}${incoming.url}`,
      { method: incoming.method, headers: incoming.headers, agent },
      (reply) => {
        const { connection: _connection, ...headers } = reply.headers
        answer.writeHead(reply.statusCode ?? 502, headers)
        reply.pipe(answer)
      },
    )
    outgoing.on('error', () => answer.writeHead(502).end())
    incoming.pipe(outgoing)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const timer = setInterval(() => void look(), LOOK_MS)
  t.teardown(() => {
    clearInterval(timer)
    agent.destroy()
    server.closeAllConnections()
    server.close()
  })
  const at = server.address()
  if (typeof at !== 'object' || !at) throw new Error('it listens on no port')
  return {
    address: `http://127.0.0.1:${at.port}`,
    add: (process: string) => ready.set(process, false),
    remove: (process: string) => ready.delete(process),
    isReady: (process: string) => ready.get(process) ?? false,
  }
}
