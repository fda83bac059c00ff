import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { parse } from 'csv-parse/sync'
import { programBody } from '../support/bodies.ts'
import { workbookParts, zipOf } from '../support/workbook.ts'
import { type BenchDatabase, fetchToken, startBenchDatabase } from './bench-database.ts'
import { startService } from './http-processes.ts'
import { candidateFile } from './import-data.ts'

// The most memory that the service holds while it reads a file, for a tenth of the rows and for all of them:
// node test/bench/import-memory.ts [--rows N]
// Each file goes to a service of its own, in a dry run, since applied rows would also be in its index. `idle` is what the
// service held before. A limit of the heap is given as for `serve`: NODE_OPTIONS=--max-old-space-size=160

const { values } = parseArgs({ options: { rows: { type: 'string', default: '100000' } } })
const rows = Number(values.rows)
const POLL_MS = 100
const SETTLE_MS = 3000
const TYPES = {
  csv: 'text/csv',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

const folder = mkdtempSync(join(tmpdir(), 'smartsource-bench-'))
const closers: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
try {
  const { connectionString, partner } = await startBenchDatabase(folder, closers)
  for (const format of ['csv', 'xlsx'] as const)
    for (const count of [Math.ceil(rows / 10), rows]) {
      const held = await measure({ connectionString, partner }, format, count)
      process.stdout.write(`${JSON.stringify({ format, rows: count, ...held })}\n`)
    }
} finally {
  for (const close of closers.reverse()) await close()
}

async function measure(
  { connectionString, partner }: Pick<BenchDatabase, 'connectionString' | 'partner'>,
  format: 'csv' | 'xlsx',
  count: number,
) {
  const service = await startService(join(folder, 'service.log'), {
    DATABASE_URL: connectionString,
    RATE_LIMIT_PER_MINUTE: '1000000000',
  })
  try {
    // The service may just have become ready on a busy machine.
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
    const token = await fetchToken(service.address, partner)
    const call = async (path: string, init: RequestInit = {}): Promise<Response> => {
      const headers = { authorization: `Bearer ${token}`, ...init.headers }
      const answer = await fetch(service.address + path, { ...init, headers })
      // The machine may be busy with something else.
      if (answer.status === 503) {
        await new Promise((resolve) => setTimeout(resolve, POLL_MS))
        return call(path, init)
      }
      if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
      return answer
    }
    const program = await call('/v1/programs', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(programBody()),
    })
    const { id } = (await program.json()) as { id: string }
    const idle = mostHeld(service.pid)
    const uploaded = await call(`/v1/imports?type=candidates&mode=dry_run&program_id=${id}`, {
      method: 'POST',
      headers: { 'content-type': TYPES[format] },
      body: new Uint8Array(fileOf(format, count)),
    })
    const address = String(uploaded.headers.get('location'))
    for (;;) {
      const shown = (await (await call(address)).json()) as {
        status: string
        rows_read: number
        created: number
      }
      if (shown.status === 'failed' || shown.created < shown.rows_read)
        throw new Error(
          JSON.stringify({
            shown,
            rows: await (await call(`${address}/rows?outcome=rejected&limit=2`)).json(),
          }),
        )
      if (shown.status === 'done') return { idle_mb: idle, most_mb: mostHeld(service.pid) }
      await new Promise((resolve) => setTimeout(resolve, POLL_MS))
    }
  } finally {
    await service.stop()
  }
}

/** The most that the process ever held, resident, in MiB. Of Linux; 0 elsewhere. */
function mostHeld(pid: number): number {
  try {
    const held = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return Math.round(Number(held ?? 0) / 1024)
  } catch {
    return 0
  }
}

/** The same students in either format. The workbook has shared strings, as Excel writes them. */
function fileOf(format: 'csv' | 'xlsx', count: number): Buffer {
  const text = Buffer.concat([...candidateFile(count)])
  if (format === 'csv') return text
  const places = new Map<string, number>()
  const sheetRows: string[] = []
  const records: string[][] = parse(text)
  for (const [at, cells] of records.entries()) {
    const xml = cells.map((cell) => {
      const place = places.get(cell) ?? places.size
      places.set(cell, place)
      return `<c t="s"><v>${place}</v></c>`
    })
    sheetRows.push(`<row r="${at + 1}">${xml.join('')}</row>`)
  }
  const strings = [...places.keys()].map((one) => `<si><t>${one}</t></si>`).join('')
  return zipOf(workbookParts({ sheets: [{ name: 'Students', rows: sheetRows.join('') }], strings }))
}
