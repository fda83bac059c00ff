import t from 'tap'
import { refusedPortFault } from '../../src/shared/fetch-ports.ts'

/** An address that leads nowhere, so that nothing is sent. */
const addressAt = (port: number) => new URL(`http://[100::1]:${port}/`)

async function isRefusedByFetch(port: number): Promise<boolean> {
  const stopping = new AbortController()
  const failure = fetch(addressAt(port), { signal: stopping.signal }).then(
    () => null,
    (error: Error) => error.cause,
  )
  setImmediate(() => stopping.abort())
  const cause = await failure
  return cause instanceof Error && cause.message === 'bad port'
}

t.test('a port is refused exactly if fetch refuses it', async (t) => {
  const refused = Array.from({ length: 11_000 }, (_, port) => port).filter((port) =>
    refusedPortFault(addressAt(port)),
  )
  t.equal(refused.length, 82)
  const asked = new Set([...refused.flatMap((port) => [port - 1, port, port + 1]), 80, 443, 3000, 4567, 8080])
  for (const port of asked)
    t.equal(refusedPortFault(addressAt(port)) !== undefined, await isRefusedByFetch(port), `port ${port}`)
  t.equal(refusedPortFault(new URL('http://localhost/hooks')), undefined)
})
