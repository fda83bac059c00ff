import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { acquireTestPostgres, ensureTemplate } from './postgres.ts'
import { withoutCounts } from './recorded-statements.ts'

// Writes the texts of all queries that the service sends while its tests run: those of the release that is made now.
const file = new URL('../platform/db/released-queries.json', import.meta.url)
const preload = new URL('./query-recorder.ts', import.meta.url).href
const postgres = await acquireTestPostgres()
const folder = mkdtempSync(join(tmpdir(), 'smartsource-queries-'))
try {
  await ensureTemplate(postgres)
  const tests = globSync('test/**/*.test.ts').filter((test) =>
    readFileSync(test, 'utf8').includes('startTestService('),
  )
  for (const test of tests) await runTest(test)
  const noted = readdirSync(folder).flatMap((name): string[] =>
    JSON.parse(readFileSync(join(folder, name), 'utf8')),
  )
  const queries = new Set(noted.map(withoutCounts))
  writeFileSync(file, `${JSON.stringify([...queries].sort(), null, 2)}\n`)
} finally {
  rmSync(folder, { recursive: true })
  await postgres.release()
}

async function runTest(test: string): Promise<void> {
  const env = {
    TAP_TIMEOUT: '150',
    ...process.env,
    TEST_DATABASE_URL: postgres.ownerConnectionString,
    RECORD_QUERIES_IN: folder,
  }
  const child = spawn(process.execPath, ['--import', preload, test], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env,
  })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`${test} fails: without it not all queries are known`)
}
