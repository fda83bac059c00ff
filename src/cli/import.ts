import { createWriteStream, openAsBlob } from 'node:fs'
import { basename } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as delay } from 'node:timers/promises'
import { SingleBar } from 'cli-progress'
import Table from 'cli-table3'
import { z } from 'zod'
import { print, printJson } from './database.ts'

const POLL_MS = 250
/** The import ran, and some rows were rejected. */
export const EXIT_REJECTED = 3

export interface ImportOptions {
  file: string
  type: string
  url: string
  clientId: string
  clientSecret: string
  dryRun: boolean
  programId: string | undefined
  report: string
  json: boolean
}

const importShown = z.looseObject({
  id: z.string(),
  state: z.string(),
  failure: z.object({ code: z.string(), detail: z.string() }).nullable(),
  columns: z.array(z.object({ header: z.string(), column: z.string().nullable() })).nullable(),
  rows_read: z.int(),
  created: z.int(),
  updated: z.int(),
  unchanged: z.int(),
  rejected: z.int(),
  rows_per_second: z.number().nullable(),
})
type ImportShown = z.output<typeof importShown>

/**
 * Uploads a file, waits for its import, prints what came of it and writes the report of rejected rows. Returns the exit
 * code: 0, 1 where the file could not be read to its end, 3 where rows were rejected.
 */
export async function importFile(options: ImportOptions): Promise<number> {
  const service = createService(options)
  const { file, type, dryRun, programId } = options
  const query = new URLSearchParams({ type, mode: dryRun ? 'dry_run' : 'apply' })
  if (programId !== undefined) query.set('program_id', programId)
  const contentType = /\.(nd)?jsonl?$/i.test(file) ? 'application/x-ndjson' : 'text/csv'
  const body = await openAsBlob(file, { type: contentType })
  const started = await readImport(
    await service(`/v1/imports?${query}`, { method: 'POST', headers: { 'content-type': contentType }, body }),
  )
  const ended = await finished(service, started, options.json)
  if (options.json) printJson(ended)
  else printSummary(ended, options)
  if (ended.rejected > 0) {
    const report = await service(`/v1/imports/${ended.id}/report.csv`)
    if (report.body) await pipeline(Readable.fromWeb(report.body), createWriteStream(options.report))
    if (!options.json)
      print(`The rejected rows, with reasons, are in ${options.report}: correct and import that.`)
  }
  if (ended.state === 'failed') return 1
  return ended.rejected > 0 ? EXIT_REJECTED : 0
}

async function finished(service: Service, started: ImportShown, isQuiet: boolean): Promise<ImportShown> {
  const bar = new SingleBar({
    format: '{value} rows  {bar}  {state}  {rate} rows/s',
    hideCursor: true,
    noTTYOutput: false,
  })
  const isShown = !isQuiet && process.stderr.isTTY
  if (isShown) bar.start(1, 0, { state: started.state, rate: 0 })
  try {
    for (let shown = started; ; await delay(POLL_MS)) {
      shown = await readImport(await service(`/v1/imports/${started.id}`))
      const isOver = shown.state === 'done' || shown.state === 'failed'
      // How many rows there are is only known at the end.
      bar.setTotal(isOver ? shown.rows_read : shown.rows_read + Math.max(1000, shown.rows_read / 4))
      if (isShown) bar.update(shown.rows_read, { state: shown.state, rate: shown.rows_per_second ?? 0 })
      if (isOver) return shown
    }
  } finally {
    bar.stop()
  }
}

function printSummary(shown: ImportShown, { file, dryRun }: ImportOptions): void {
  const ignored = (shown.columns ?? []).filter(({ column }) => column === null).map(({ header }) => header)
  if (ignored.length > 0) print(`Columns that nobody knows, left out: ${ignored.join(', ')}`)
  const table = new Table({ head: [basename(file), 'rows'], style: { head: [] } })
  for (const outcome of ['created', 'updated', 'unchanged', 'rejected'] as const)
    table.push([dryRun && outcome !== 'rejected' ? `would be ${outcome}` : outcome, shown[outcome]])
  table.push(['read', shown.rows_read])
  print(table.toString())
  if (shown.failure) print(`The rest of the file could not be read: ${shown.failure.detail}`)
}

type Service = (path: string, init?: RequestInit) => Promise<Response>

/** Calls the service with a token, and with a new one once that has run out. Throws an error that a person can read. */
function createService({ url, clientId, clientSecret }: ImportOptions): Service {
  let token: string | null = null
  const send: Service = async (path, init) => {
    try {
      return await fetch(new URL(path, url), init)
    } catch (error) {
      const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error
      const code = cause instanceof Error && 'code' in cause ? String(cause.code) : 'no answer'
      throw new Error(`the service at ${url} can't be reached: ${code}`)
    }
  }
  async function newToken(): Promise<string> {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      client_secret: clientSecret,
    })
    const answer = await send('/oauth/token', { method: 'POST', body })
    const { access_token, error } = z
      .object({ access_token: z.string(), error: z.string() })
      .partial()
      .parse(await answer.json())
    if (access_token === undefined) throw new Error(`no token for this client: ${error ?? answer.status}`)
    return access_token
  }
  return async (path, init = {}) => {
    for (let isRetry = false; ; isRetry = true) {
      token ??= await newToken()
      const answer = await send(path, {
        ...init,
        headers: { ...init.headers, authorization: `Bearer ${token}` },
      })
      if (answer.ok) return answer
      if (answer.status !== 401 || isRetry) throw await refusal(answer)
      token = null
    }
  }
}

async function refusal(answer: Response): Promise<Error> {
  const problem = z.looseObject({
    detail: z.string(),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })),
  })
  const read = problem.safeParse(await answer.json().catch(() => null))
  if (!read.success) return new Error(`the service answered ${answer.status}`)
  const faults = read.data.errors.map(({ pointer, detail }) => `${pointer}: ${detail}`)
  return new Error([read.data.detail, ...faults].join(' '))
}

async function readImport(answer: Response): Promise<ImportShown> {
  return importShown.parse(await answer.json())
}
