import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { runHere } from '../support/command.ts'
import { createTestDatabase } from '../support/database.ts'
import { temporaryFolder } from '../support/folder.ts'
import { runCli } from '../support/process.ts'
import { listen } from '../support/server.ts'

t.test(
  'a wrong setting, a bad folder and a taken port each stop the start with one clear line',
  async (t) => {
    const root = temporaryFolder(t)
    writeFileSync(join(root, 'file'), 'no folder')
    const { connectionString } = await createTestDatabase(t)
    const port = new URL(await listen(t, { DATABASE_URL: connectionString })).port
    const inThisProcess = (env: Record<string, string>) => runHere(['serve'], env)
    const inItsOwn = (env: Record<string, string>) => runCli(['serve'], env)
    const cases: [typeof inItsOwn, Record<string, string>, RegExp][] = [
      [inThisProcess, { PORT: 'many' }, /PORT/],
      [inThisProcess, { LOG_LEVEL: 'loud' }, /LOG_LEVEL/],
      [inThisProcess, { DATA_DIR: join(root, 'file') }, /file/],
      [inThisProcess, { DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' }, /cannot reach the database/],
      [inItsOwn, { PORT: port, DATABASE_URL: connectionString }, new RegExp(`port ${port} is in use`)],
    ]
    for (const [start, env, message] of cases) {
      const { code, stderr } = await start({ LOG_LEVEL: 'silent', PORT: '0', ...env })
      t.equal(code, 1)
      t.match(stderr, message)
      t.equal(stderr.trim().split('\n').length, 1, stderr)
    }
  },
)
