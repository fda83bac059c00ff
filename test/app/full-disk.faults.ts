import { execFileSync } from 'node:child_process'
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { acquireEmbeddedPostgres } from '../../src/platform/db/embedded/embedded-postgres.ts'
import { needBody, organizationBody } from '../support/bodies.ts'
import { temporaryFolder } from '../support/folder.ts'
import { runStatement } from '../support/postgres.ts'
import { newTokens, serve } from '../support/process.ts'

const DISK_MIB = 400
const POSTS = 100
const BYTES_OF_MIB = 1024 * 1024

const disk = temporaryFolder(t)
const skip = mountSmallDisk() ? false : 'mounting a small disk takes the rights of root'

/** Returns false where it is not allowed. */
function mountSmallDisk(): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MIB}m`, 'tmpfs', disk], { stdio: 'ignore' })
  } catch {
    return false
  }
  t.teardown(() => execFileSync('umount', [disk]))
  return true
}

/**
 * Postgres ends where it can't make the next file of its log, so the first one must have room for all that the test writes. How
 * full it is otherwise depends on the migrations.
 */
async function beginLogFile(): Promise<void> {
  const { ownerConnectionString, release } = await acquireEmbeddedPostgres({ dataDir: join(disk, 'data') })
  await runStatement(ownerConnectionString, 'select pg_switch_wal()')
  await release()
}

t.test(
  'with a full disk, reads and tokens go on, writes are refused, and both go on once there is space',
  { skip },
  async (t) => {
    const env = { DATA_DIR: join(disk, 'data') }
    const { address, stdout } = await serve(t, env)
    const newToken = await newTokens(address, env)
    const token = await newToken()

    async function call(method: string, path: string, body?: object) {
      const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
      const reply = await fetch(`${address}${path}`, {
        method,
        headers,
        body: body ? JSON.stringify(body) : null,
      })
      return { status: reply.status, body: (await reply.json()) as { id: string; code?: string } }
    }

    await beginLogFile()
    const { id: organizationId } = (await call('POST', '/v1/organizations', organizationBody())).body
    const post = () => call('POST', '/v1/needs', needBody(organizationId, { description: 'x'.repeat(9000) }))
    const { id: needId } = (await post()).body

    const ballast = join(disk, 'ballast')
    const { bavail, bsize } = statfsSync(disk)
    t.throws(() => writeFileSync(ballast, Buffer.alloc(bavail * bsize + BYTES_OF_MIB)), { code: 'ENOSPC' })
    const posted = new Set<string>()
    for (let count = 0; count < POSTS; count++) {
      const { status, body } = await post()
      posted.add(`${status} ${body.code ?? ''}`)
      for (const path of ['/v1/needs', `/v1/needs/${needId}`, `/v1/needs/${needId}/matches`])
        t.equal((await call('GET', path)).status, 200, path)
    }
    // What the database had kept free still took the first.
    posted.delete('201 ')
    t.same([...posted], ['503 database_unavailable'])
    t.type(await newToken(), 'string')

    rmSync(ballast)
    t.equal((await post()).status, 201)
    t.notMatch(stdout(), /unexpected error/)
  },
)
