import { spawn } from 'node:child_process'
import { acquireTestPostgres, ensureTemplate } from './postgres.ts'

// Runs the tests with one Postgres for all of them: node test/support/run.ts [tap's arguments]
const postgres = await acquireTestPostgres()
try {
  await ensureTemplate(postgres.connectionString)
  process.exitCode = await run('tap', process.argv.slice(2))
} finally {
  await postgres.release()
}

function run(command: string, args: string[]): Promise<number> {
  const env = { ...process.env, TEST_DATABASE_URL: postgres.connectionString }
  const child = spawn(command, args, { stdio: 'inherit', env, shell: process.platform === 'win32' })
  // Ctrl-C reaches tap too; this process stays to stop the database.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
