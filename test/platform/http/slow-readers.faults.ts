import { once } from 'node:events'
import { connect } from 'node:net'
import t from 'tap'
import { temporaryFolder } from '../../support/folder.ts'
import { serve } from '../../support/process.ts'

const READERS = 100
/** Sent over one connection at once. Node answers them all, and keeps the answers that cannot leave yet. */
const REQUESTS = 6
const MAX_GROWTH_MIB = 60
const BYTES_OF_MIB = 1024 * 1024

const { address } = await serve(t, { DATA_DIR: temporaryFolder(t) })

async function residentMib(): Promise<number> {
  const metrics = await (await fetch(`${address}/metrics`)).text()
  const [, bytes] = /^process_resident_memory_bytes (\d+)/m.exec(metrics) ?? []
  return Number(bytes) / BYTES_OF_MIB
}

/** Asks for the document and reads only the first byte. */
async function openReader() {
  const { hostname, port } = new URL(address)
  const socket = connect(Number(port), hostname)
  t.teardown(() => socket.destroy())
  socket.write('GET /openapi.json HTTP/1.1\r\nhost: x\r\n\r\n'.repeat(REQUESTS))
  await once(socket, 'readable')
  socket.read(1)
}

t.test(
  `${READERS} readers who ask ${REQUESTS} times and leave the answers unread share one copy of the reference`,
  async (t) => {
    for (let warmUp = 0; warmUp < 20; warmUp++) await (await fetch(`${address}/openapi.json`)).arrayBuffer()
    const before = await residentMib()
    for (let opened = 0; opened < READERS; opened += 20)
      await Promise.all(Array.from({ length: 20 }, openReader))
    const growth = (await residentMib()) - before
    t.comment(`resident memory: ${before.toFixed(0)} MiB, grown by ${growth.toFixed(0)} MiB`)
    t.ok(growth < MAX_GROWTH_MIB, `${growth.toFixed(0)} MiB`)
  },
)
