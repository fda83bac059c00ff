import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { programBody } from '../support/bodies.ts'
import { fetchToken, startBenchDatabase } from './bench-database.ts'
import { startService } from './http-processes.ts'
import { candidateFile } from './import-data.ts'
import { rounded } from './percentiles.ts'

// How fast candidates are imported from a spreadsheet, beside a bare COPY of the same rows into the same columns:
// node test/bench/import.ts [--rows N]
// The service runs as `serve` does, and puts the candidates into its index too. `copy` is into tables without any
// index or key, `copy_indexed` into tables with those of the real ones. Memory is the most that the service held, in
// dry runs, which leave nothing in the index, of a tenth of the rows and of all.

const { values } = parseArgs({ options: { rows: { type: 'string', default: '100000' } } })
const rows = Number(values.rows)
const TABLES = ['candidates', 'helpers', 'offers']
const POLL_MS = 25

const folder = mkdtempSync(join(tmpdir(), 'smartsource-bench-'))
const closers: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
try {
  process.stdout.write(`${JSON.stringify(await measure())}\n`)
} finally {
  for (const close of closers.reverse()) await close()
}

interface Import {
  status: string
  rows_read: number
  created: number
  unchanged: number
  rejected: number
  started_at: string
  ended_at: string
}

async function measure() {
  const { connectionString, partner } = await startBenchDatabase(folder, closers)
  const service = await startService(join(folder, 'service.log'), {
    DATABASE_URL: connectionString,
    RATE_LIMIT_PER_MINUTE: '1000000000',
  })
  closers.push(() => service.stop())
  const authorization = `Bearer ${await fetchToken(service.address, partner)}`
  const call = async (path: string, init: RequestInit & { duplex?: 'half' } = {}) => {
    const headers = { authorization, ...init.headers }
    const answer = await fetch(service.address + path, { ...init, headers })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    return answer
  }
  const program = await call('/v1/programs', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(programBody()),
  })
  const { id } = (await program.json()) as { id: string }

  const run = async (mode: string, count: number) => {
    const begunMs = performance.now()
    const uploaded = await call(`/v1/imports?type=candidates&mode=${mode}&program_id=${id}`, {
      method: 'POST',
      headers: { 'content-type': 'text/csv' },
      body: Readable.toWeb(Readable.from(candidateFile(count))) as ReadableStream,
      duplex: 'half',
    })
    const uploadedMs = performance.now() - begunMs
    const address = String(uploaded.headers.get('location'))
    let mostBytes = 0
    for (;;) {
      const shown = (await (await call(address)).json()) as Import
      mostBytes = Math.max(mostBytes, memoryOf(service.pid))
      if (shown.status === 'failed') throw new Error('the import failed')
      if (shown.status === 'done') return { shown, uploadedMs, mostBytes, rowsPerS: rateOf(shown) }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    }
  }

  const small = await run('dry_run', Math.ceil(rows / 10))
  const dry = await run('dry_run', rows)
  const applied = await run('apply', rows)
  if (applied.shown.created !== rows) throw new Error(`${applied.shown.created} were created`)
  const again = await run('apply', rows)
  if (again.shown.unchanged !== rows) throw new Error(`${again.shown.unchanged} were unchanged`)
  const copy = await copyRate(connectionString, '')
  const indexed = await copyRate(connectionString, 'including all')
  return {
    rows,
    cpus: availableParallelism(),
    upload_s: rounded(applied.uploadedMs / 1000, 2),
    rows_per_s: applied.rowsPerS,
    unchanged_per_s: again.rowsPerS,
    dry_run_per_s: dry.rowsPerS,
    copy_per_s: copy,
    ratio: rounded(applied.rowsPerS / copy, 3),
    copy_indexed_per_s: indexed,
    ratio_indexed: rounded(applied.rowsPerS / indexed, 3),
    memory_mb: { tenth: toMb(small.mostBytes), all: toMb(dry.mostBytes) },
  }
}

function rateOf({ started_at, ended_at, rows_read }: Import): number {
  return Math.round(rows_read / ((Date.parse(ended_at) - Date.parse(started_at)) / 1000))
}

/** Resident, of Linux; 0 elsewhere. */
function memoryOf(pid: number): number {
  try {
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}

function toMb(bytes: number): number {
  return Math.round(bytes / 1024 / 1024)
}

/** Copies the tables' rows into others of the same columns, all in one transaction. */
async function copyRate(connectionString: string, like: string): Promise<number> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const texts: Buffer[][] = []
    for (const table of TABLES) {
      const pieces: Buffer[] = []
      for await (const piece of client.query(copyTo(`copy ${table} to stdout`))) pieces.push(piece)
      texts.push(pieces)
      await client.query(`create table bare_${table} (like ${table} ${like})`)
    }
    const begunMs = performance.now()
    await client.query('begin')
    for (const [at, table] of TABLES.entries())
      await pipeline(Readable.from(texts[at] ?? []), client.query(copyFrom(`copy bare_${table} from stdin`)))
    await client.query('commit')
    return Math.round(rows / ((performance.now() - begunMs) / 1000))
  } finally {
    for (const table of TABLES) await client.query(`drop table if exists bare_${table}`)
    await client.end()
  }
}
