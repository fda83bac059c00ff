import { spawn } from 'node:child_process'
import { existsSync, globSync, mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { acquireTestPostgres, ensureTemplate } from './postgres.ts'

// Runs test files with one Postgres for all of them:
//   node test/support/run.ts together|alone GLOB [tap's arguments] [test files]
// Named files run in a process each. Without one all files of the glob run: in a process each (alone), or in a few
// processes that each run many (together).
const [mode, glob = '', ...args] = process.argv.slice(2)
const GROUPS_DIR = '.tap/together'
const GROUPS = 8

const postgres = await acquireTestPostgres()
try {
  await ensureTemplate(postgres)
  process.exitCode = await run('tap', [...args, ...scripts()])
} finally {
  await postgres.release()
}

function scripts(): string[] {
  if (args.some((arg) => existsSync(arg))) return []
  const files = globSync(glob).sort()
  return mode === 'together' ? writeGroups(files) : files
}

/** Writes a script for each group of neighbouring files, all groups of about the same size in bytes. */
function writeGroups(files: string[]): string[] {
  const sizes = files.map((file) => statSync(file).size)
  const total = sizes.reduce((sum, size) => sum + size, 0)
  const groups = Array.from({ length: GROUPS }, (): string[] => [])
  let before = 0
  files.forEach((file, at) => {
    groups[Math.floor((before / total) * GROUPS)]?.push(file)
    before += sizes[at] ?? 0
  })
  rmSync(GROUPS_DIR, { recursive: true, force: true })
  mkdirSync(GROUPS_DIR, { recursive: true })
  return groups
    .filter((group) => group.length > 0)
    .map((group, at) => {
      const script = join(GROUPS_DIR, `group-${at + 1}.ts`)
      const source = `import { runTogether } from '../../test/support/run-together.ts'\nrunTogether(${JSON.stringify(group, null, 2)})\n`
      writeFileSync(script, source)
      return script
    })
}

function run(command: string, args: string[]): Promise<number> {
  const env = {
    NODE_COMPILE_CACHE: resolve('.tap/compile-cache'),
    ...process.env,
    TEST_DATABASE_URL: postgres.ownerConnectionString,
  }
  const child = spawn(command, args, { stdio: 'inherit', env, shell: process.platform === 'win32' })
  // Ctrl-C reaches tap too; this process stays to stop the database.
  process.on('SIGINT', () => {})
  process.on('SIGTERM', () => child.kill('SIGTERM'))
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
