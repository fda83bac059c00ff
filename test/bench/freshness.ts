import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { openDatabase } from '../../src/db/database.ts'
import { acquireEmbeddedPostgres } from '../../src/db/embedded-postgres.ts'
import { migrate } from '../../src/db/migrate.ts'
import { createPartner } from '../../src/partners/index.ts'
import { systemClock } from '../../src/shared/clock.ts'
import { idToUuid } from '../../src/shared/ids.ts'
import { type Change, createProbes, type Service } from './freshness-probes.ts'
import { insertMarket } from './http-data.ts'
import { startService } from './http-processes.ts'
import { latenciesOf, percentile, rounded } from './percentiles.ts'

// How soon a change is in the ranking of the process that wrote it, and in that of another one on the same database:
// node test/bench/freshness.ts [--postings N] [--changes N] [--rate N] [--bursts N] [--burst N]
// First changes one by one at a steady rate, then bursts of changes all at once. All times run from the moment when
// the write is sent to the moment when an answer with a ranking that shows it is there, so they hold the whole write
// and at least one whole ranking; that one is asked for again as soon as it is answered.

const { values } = parseArgs({
  options: {
    postings: { type: 'string', default: '20000' },
    changes: { type: 'string', default: '800' },
    rate: { type: 'string', default: '20' },
    bursts: { type: 'string', default: '6' },
    burst: { type: 'string', default: '40' },
  },
})
const [postings, changes, rate, bursts, burst] = [
  wholeNumber('postings'),
  wholeNumber('changes'),
  wholeNumber('rate'),
  wholeNumber('bursts'),
  wholeNumber('burst'),
]
const OFFERS_SHARE = 0.75
/** A change that is not seen for this long counts as missed. */
const MISSED_MS = 10_000

/** What became of one change. */
interface Seen {
  writtenMs: number
  ownMs: number
  /** Whether the first ranking asked for after the answer showed it. */
  ownAtOnce: boolean
  otherMs: number
  notifiedMs: number
}

const folder = mkdtempSync(join(tmpdir(), 'smartsource-bench-'))
const closers: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
try {
  process.stdout.write(`${JSON.stringify(await measure())}\n`)
} finally {
  for (const close of closers.reverse()) await close()
}

async function measure() {
  const { connectionString, partner } = await prepareDatabase()
  const [own, other] = [await start('own', connectionString), await start('other', connectionString)]
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: partner.clientId,
    client_secret: partner.clientSecret,
  })
  const answer = await fetch(`${own}/oauth/token`, { method: 'POST', body })
  const { access_token: token } = (await answer.json()) as { access_token: string }
  const probes = await createProbes({ address: own, token })
  const services = { own: { address: own, token }, other: { address: other, token } }

  const pollsMs: number[] = []
  for (let i = 0; i < 100; i++) pollsMs.push(await timed(() => probes.idle(services.other)))
  const notifications = await followNotifications(connectionString)
  await steadily(services, () => probes.steady(), Math.min(changes, 40), notifications)
  const steady = await steadily(services, () => probes.steady(), changes, notifications)
  const burstly: Seen[] = []
  for (let i = 0; i < bursts; i++) {
    await delay(500)
    burstly.push(...(await atOnce(services, await probes.burst(burst), notifications)))
  }
  const all = [...steady, ...burstly]
  const of = (seen: Seen[], what: 'writtenMs' | 'ownMs' | 'otherMs') =>
    latenciesOf(seen.map((one) => one[what]))
  const whole = { own: of(all, 'ownMs'), other: of(all, 'otherMs') }
  return {
    changes: all.length,
    postings,
    cpus: availableParallelism(),
    own_p50_ms: whole.own.p50_ms,
    own_p99_ms: whole.own.p99_ms,
    other_p50_ms: whole.other.p50_ms,
    other_p95_ms: whole.other.p95_ms,
    other_p99_ms: whole.other.p99_ms,
    max_ms: Math.max(whole.own.max_ms, whole.other.max_ms),
    missed: all.filter(({ otherMs, ownMs }) => Math.max(otherMs, ownMs) >= MISSED_MS).length,
    own_not_at_once: all.filter(({ ownAtOnce }) => !ownAtOnce).length,
    steady: {
      changes: steady.length,
      write: of(steady, 'writtenMs'),
      own: of(steady, 'ownMs'),
      other: of(steady, 'otherMs'),
      notified_p50_ms: rounded(median(steady.map((one) => one.notifiedMs)), 3),
      other_after_notified_p50_ms: rounded(median(steady.map((one) => one.otherMs - one.notifiedMs)), 3),
    },
    bursts: {
      changes: burstly.length,
      at_once: burst,
      write: of(burstly, 'writtenMs'),
      own: of(burstly, 'ownMs'),
      other: of(burstly, 'otherMs'),
      other_after_own_p99_ms: rounded(
        percentile(
          burstly.map((one) => one.otherMs - one.writtenMs),
          0.99,
        ),
        3,
      ),
    },
    ranking_p50_ms: rounded(median(pollsMs), 3),
  }
}

/** One change after another, begun at fixed moments unless the one before takes longer. */
async function steadily(
  services: { own: Service; other: Service },
  next: () => Change,
  count: number,
  notifications: { first(): Promise<number> },
): Promise<Seen[]> {
  const begunMs = performance.now()
  const seen: Seen[] = []
  for (let i = 0; i < count; i++) {
    await delay(Math.max(0, begunMs + (i * 1000) / rate - performance.now()))
    seen.push(await follow(services, next(), notifications))
  }
  return seen
}

/** All changes at once; a ranking of each side shows many of them, and is asked for once for all. */
async function atOnce(
  services: { own: Service; other: Service },
  changesAtOnce: Change[],
  notifications: { first(): Promise<number> },
): Promise<Seen[]> {
  return Promise.all(changesAtOnce.map((change) => follow(services, change, notifications)))
}

async function follow(
  services: { own: Service; other: Service },
  change: Change,
  notifications: { first(): Promise<number> },
): Promise<Seen> {
  const begunMs = performance.now()
  const since = () => performance.now() - begunMs
  const notified = notifications.first().then((atMs) => atMs - begunMs)
  const other = shown(services.other, change, begunMs)
  await change.write(services.own)
  const writtenMs = since()
  const ownAtOnce = await change.isShown(services.own)
  if (!ownAtOnce) await shown(services.own, change, begunMs)
  const ownMs = since()
  return { writtenMs, ownMs, ownAtOnce, otherMs: await other, notifiedMs: await notified }
}

/** Milliseconds from the beginning until the ranking shows the change; MISSED_MS where it never does. */
async function shown(service: Service, change: Change, begunMs: number): Promise<number> {
  for (;;) {
    const isShown = await change.isShown(service)
    const elapsedMs = performance.now() - begunMs
    if (isShown) return elapsedMs
    if (elapsedMs > MISSED_MS) return MISSED_MS
  }
}

/** When the database told of a change: what a process can't know sooner. */
async function followNotifications(connectionString: string) {
  const client = new pg.Client({ connectionString })
  await client.connect()
  closers.push(() => client.end())
  let waiting: ((atMs: number) => void)[] = []
  client.on('notification', () => {
    for (const tell of waiting.splice(0)) tell(performance.now())
  })
  await client.query('listen smartsource_market')
  return {
    first: () =>
      new Promise<number>((resolve) => {
        waiting = [...waiting, resolve]
      }),
  }
}

/** A Postgres of the run's own, set as the service sets it, with one partner and its market. */
async function prepareDatabase() {
  const postgres = await acquireEmbeddedPostgres({ dataDir: join(folder, 'data') })
  closers.push(() => postgres.release())
  const { connectionString } = postgres
  await migrate(connectionString)
  const database = openDatabase({ connectionString, poolSize: 1, onError: () => {} })
  const given = { db: database.db, clock: systemClock }
  const partner = await createPartner(given, { name: 'Bench', kind: 'site' }).finally(() => database.close())
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const offers = Math.max(1, Math.round(postings * OFFERS_SHARE))
    const needs = Math.max(1, postings - offers)
    await insertMarket(client, { partner: idToUuid(partner.partnerId), offers, needs })
    return { connectionString, partner }
  } finally {
    await client.end()
  }
}

async function start(name: string, connectionString: string): Promise<string> {
  // The issuer of tokens: what one process gives is good for the other.
  const settings = {
    DATABASE_URL: connectionString,
    RATE_LIMIT_PER_MINUTE: '1000000000',
    PUBLIC_URL: 'http://bench.example',
  }
  const service = await startService(join(folder, `${name}.log`), settings)
  closers.push(() => service.stop())
  return service.address
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const begunMs = performance.now()
  await work()
  return performance.now() - begunMs
}

function median(timesMs: number[]): number {
  return percentile(timesMs, 0.5)
}

function wholeNumber(name: keyof typeof values): number {
  const text = values[name]
  if (!/^[1-9]\d{0,7}$/.test(text)) throw new Error(`--${name} must be a whole number from 1`)
  return Number(text)
}
