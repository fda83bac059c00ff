import { once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'
import type { Test } from 'tap'

/** An address that leads to one server after the other, as that of a load balancer before a primary does. */
export async function startMovableAddress(t: Test, firstPort: number) {
  let port = firstPort
  const open = new Set<Socket>()
  const server = createServer((client) => {
    const target = connect(port, '127.0.0.1')
    for (const [from, to] of [
      [client, target],
      [target, client],
    ] as const) {
      open.add(from)
      from.on('error', () => to.destroy())
      from.on('close', () => {
        open.delete(from)
        to.destroy()
      })
      from.pipe(to)
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.teardown(() => {
    for (const socket of open) socket.destroy()
    server.close()
  })
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('it listens on no port')
  return {
    /** The same address behind this one. */
    before(connectionString: string): string {
      const url = new URL(connectionString)
      url.port = String(address.port)
      return url.toString()
    },
    moveTo(nextPort: number): void {
      port = nextPort
    },
  }
}
