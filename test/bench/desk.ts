import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { inviteAsOperator } from '../../src/features/desk/index.ts'
import { openDatabase } from '../../src/platform/db/database.ts'
import { systemClock } from '../../src/shared/clock.ts'
import { uuidToId } from '../../src/shared/ids.ts'
import { type BenchDatabase, startKeptDatabase } from './bench-database.ts'
import { closeOnSignal } from './close-on-signal.ts'
import { startService } from './http-processes.ts'
import { percentile, rounded } from './percentiles.ts'

// How long pages of the desk take, one after another, beside a page that shows nothing of the market (`team`):
// node test/bench/desk.ts [--offers N] [--needs N] [--pages N] [--folder DIR]. The figures are taken once the texts of all postings are
// read, which otherwise takes most of the processor beside the pages. That takes long at first; with a folder, later runs find them read. Each need and offer is asked for once before its time is taken
// as `again`. `cpu_ms` is the processor time of the service for a page; it does not depend on what else runs.

const { values } = parseArgs({
  options: {
    offers: { type: 'string', default: '80000' },
    needs: { type: 'string', default: '20000' },
    pages: { type: 'string', default: '60' },
    folder: { type: 'string' },
  },
})
const size = { offers: Number(values.offers), needs: Number(values.needs) }
const pages = Number(values.pages)

const WARM_UP = 8
const MS_PER_TICK = 10
const LOOK_AGAIN_MS = 5000

const folder = values.folder ?? mkdtempSync(join(tmpdir(), 'smartsource-bench-'))
mkdirSync(folder, { recursive: true })
const closers: (() => unknown)[] = values.folder
  ? []
  : [() => rmSync(folder, { recursive: true, force: true })]
closeOnSignal(closers)

async function measure(): Promise<void> {
  const made = await startKeptDatabase(folder, closers, size)
  const { key, offerIds } = await prepare(made)
  const server = await startService(join(folder, 'service.log'), {
    DATABASE_URL: made.connectionString,
    DATA_DIR: join(folder, 'service'),
  })
  closers.push(() => server.stop())
  await untilTextsAreRead(made)
  const get = await signIn(server.address, key)
  const some = <T>(all: readonly T[]): T[] =>
    Array.from({ length: pages }, (_, at) => all[Math.floor((at * all.length) / pages)]).flatMap(
      (one) => one ?? [],
    )
  const needs = some(made.needIds).map((id) => `/desk/needs/${uuidToId('need', id)}`)
  const offers = some(offerIds).map((id) => `/desk/offers/${id}`)
  const same = (path: string) => Array.from({ length: pages }, () => path)
  const asked: Record<string, string[]> = {
    team: same('/desk/team'),
    need: needs,
    need_again: needs,
    need_near: needs.map((one) => `${one}/near`),
    offer: offers,
    offer_again: offers,
    offer_near: offers.map((one) => `${one}/near`),
    home: same('/desk'),
    needs: same('/desk/needs'),
    needs_by_words: same('/desk/needs?q=book'),
    offers: same('/desk/offers'),
    insights: same('/desk/insights'),
    introductions: same('/desk/introductions'),
  }
  const figures: Record<string, unknown> = { size, pages }
  for (const paths of Object.values(asked)) for (const path of paths.slice(0, WARM_UP)) await get(path)
  for (const [name, paths] of Object.entries(asked)) {
    const timesMs = []
    const beganMs = processorMs(server.pid)
    for (const path of paths) timesMs.push(await get(path))
    figures[name] = {
      cpu_ms: rounded((processorMs(server.pid) - beganMs) / paths.length, 1),
      p50_ms: rounded(percentile(timesMs, 0.5), 1),
      p90_ms: rounded(percentile(timesMs, 0.9), 1),
      max_ms: rounded(percentile(timesMs, 1), 1),
    }
  }
  process.stdout.write(`${JSON.stringify(figures)}\n`)
}

async function untilTextsAreRead({ connectionString }: BenchDatabase): Promise<void> {
  const { db, close } = openDatabase({ connectionString, poolSize: 1, onError: () => {} })
  try {
    for (;;) {
      const { rows } = await db.execute<{ unread: number }>(`
        select (select count(*) from needs where not exists (
            select from need_meanings where partner_id = needs.partner_id and need_id = needs.id))::int
          + (select count(*) from offers where not exists (
            select from offer_meanings where partner_id = offers.partner_id and offer_id = offers.id))::int as unread`)
      if (rows[0]?.unread === 0) return
      await delay(LOOK_AGAIN_MS)
    }
  } finally {
    await close()
  }
}

/** What a process has used since it began. */
function processorMs(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  return (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK
}

/** A link for an administrator, and offers that pages are asked of. */
async function prepare({ connectionString, partner }: BenchDatabase) {
  const { db, close } = openDatabase({ connectionString, poolSize: 2, onError: () => {} })
  try {
    const ctx = { actor: { partnerId: partner.partnerId }, db, clock: systemClock }
    const { key } = await inviteAsOperator(ctx, { name: 'Bench', role: 'admin' })
    const { rows } = await db.execute<{ id: string }>('select id from offers order by id')
    return { key, offerIds: rows.map(({ id }) => uuidToId('offer', id)) }
  } finally {
    await close()
  }
}

/** Returns what asks for a page and returns the milliseconds until all of it was there. */
async function signIn(address: string, key: string): Promise<(path: string) => Promise<number>> {
  const origin = { origin: address, 'sec-fetch-site': 'same-origin' }
  const answer = await fetch(`${address}/desk/sign-in/${key}`, {
    method: 'POST',
    headers: origin,
    redirect: 'manual',
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (!cookie) throw new Error(`the sign-in answers ${answer.status}`)
  return async (path) => {
    const beganMs = performance.now()
    const page = await fetch(`${address}${path}`, { headers: { cookie }, redirect: 'manual' })
    const text = await page.text()
    if (page.status === 503)
      process.stderr.write(`${path}: ${/role="alert">([^<]*)/.exec(text)?.[1] ?? text}\n`)
    if (page.status !== 200 && page.status !== 503) throw new Error(`${path} answers ${page.status}`)
    return performance.now() - beganMs
  }
}

try {
  await measure()
} finally {
  for (const close of closers.reverse()) await close()
}
