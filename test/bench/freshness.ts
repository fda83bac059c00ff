import { mkdtempSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { setTimeout as delay } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { fetchToken, startBenchDatabase } from './bench-database.ts'
import { closeOnSignal } from './close-on-signal.ts'
import { type Change, createProbes, type Service } from './freshness-probes.ts'
import { startService } from './http-processes.ts'
import { latenciesOf, rounded } from './percentiles.ts'
import { wholeNumber } from './whole-number.ts'

// How soon a change is in the ranking of the process that wrote it, and in that of another one on the same database:
// node test/bench/freshness.ts [--postings N] [--changes N] [--rate N] [--bursts N] [--burst N]
// First changes one by one at a steady rate, then bursts of changes all at once. A time runs from the commit, as
// Postgres notes it, to the answer with the first ranking that shows the change: it holds at least one whole request
// for a ranking, which is sent again as soon as it is answered. `from_sent` are the same from the moment when the
// write was sent. Before, the service reads the texts of the market, as it does once with each new text: beside that, its
// rankings and writes would wait for a processor that is busy with other texts than theirs.

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
  wholeNumber(values, 'postings'),
  wholeNumber(values, 'changes'),
  wholeNumber(values, 'rate'),
  wholeNumber(values, 'bursts'),
  wholeNumber(values, 'burst'),
]
const OFFERS_SHARE = 0.75
/** A change that is not seen for this long counts as missed. */
const MISSED_MS = 10_000
const RANKINGS_TIMED = 100
const WARM_UP_CHANGES = 40
const BETWEEN_BURSTS_MS = 500
const BETWEEN_LOOKS_MS = 250

/** What became of one change: all instants in milliseconds of the system's clock, which Postgres shares. */
interface Followed {
  id: string
  sentAt: number
  answeredAt: number
  ownAt: number
  /** Whether the first ranking asked for after the answer showed it. */
  ownAtOnce: boolean
  otherAt: number
}

type Services = { own: Service; other: Service }

const folder = mkdtempSync(join(tmpdir(), 'smartsource-bench-'))
const closers: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })]
closeOnSignal(closers)
try {
  process.stdout.write(`${JSON.stringify(await measure())}\n`)
} finally {
  for (const close of closers.reverse()) await close()
}

async function measure() {
  const { connectionString, partner } = await prepareDatabase()
  const [own, other] = [await start('own', connectionString), await start('other', connectionString)]
  const readingS = await waitUntilTextsAreRead(connectionString)
  const token = await fetchToken(own, partner)
  const services = { own: { address: own, token }, other: { address: other, token } }
  const probes = await createProbes(services.own)
  const rankingsMs: number[] = []
  for (let i = 0; i < RANKINGS_TIMED; i++) rankingsMs.push(await timed(() => probes.idle(services.other)))

  const warmUp = await steadily(services, probes.steady, WARM_UP_CHANGES)
  const steady = await steadily(services, probes.steady, changes)
  const inBursts: Followed[] = []
  for (let i = 0; i < bursts; i++) {
    await delay(BETWEEN_BURSTS_MS)
    inBursts.push(...(await Promise.all(probes.burst(burst).map((change) => follow(services, change)))))
  }
  const committedAt = await readCommits(connectionString, [...warmUp, ...steady, ...inBursts])
  const all = [...steady, ...inBursts]
  const { own: ofOwn, other: ofOther } = timesOf(all, committedAt)
  return {
    changes: all.length,
    postings,
    cpus: availableParallelism(),
    reading_s: rounded(readingS, 1),
    own_p50_ms: ofOwn.p50_ms,
    own_p99_ms: ofOwn.p99_ms,
    other_p50_ms: ofOther.p50_ms,
    other_p95_ms: ofOther.p95_ms,
    other_p99_ms: ofOther.p99_ms,
    max_ms: Math.max(ofOwn.max_ms, ofOther.max_ms),
    missed: all.filter(({ sentAt, ownAt, otherAt }) => Math.max(ownAt, otherAt) - sentAt >= MISSED_MS).length,
    own_not_at_once: all.filter(({ ownAtOnce }) => !ownAtOnce).length,
    steady: { changes: steady.length, per_s: rate, ...timesOf(steady, committedAt) },
    bursts: { changes: inBursts.length, at_once: burst, ...timesOf(inBursts, committedAt) },
    ranking: latenciesOf(rankingsMs),
  }
}

function timesOf(followed: Followed[], committedAt: Map<Followed, number>) {
  const committed = (one: Followed) => committedAt.get(one) ?? Number.NaN
  const from = (end: (one: Followed) => number, start: (one: Followed) => number) =>
    latenciesOf(followed.map((one) => end(one) - start(one)))
  const sent = (one: Followed) => one.sentAt
  const own = (one: Followed) => one.ownAt
  const other = (one: Followed) => one.otherAt
  return {
    own: from(own, committed),
    other: from(other, committed),
    sent_to_commit: from(committed, sent),
    commit_to_answer: from((one) => one.answeredAt, committed),
    from_sent: { own: from(own, sent), other: from(other, sent) },
  }
}

/** One change after another, begun at fixed moments unless the one before takes longer. */
async function steadily(services: Services, next: () => Change, count: number): Promise<Followed[]> {
  const begunMs = performance.now()
  const followed: Followed[] = []
  for (let i = 0; i < count; i++) {
    await delay(Math.max(0, begunMs + (i * 1000) / rate - performance.now()))
    followed.push(await follow(services, next()))
  }
  return followed
}

async function follow(services: Services, change: Change): Promise<Followed> {
  const sentAt = nowMs()
  const otherAt = shownAt(services.other, change, sentAt)
  const id = await change.write(services.own)
  const answeredAt = nowMs()
  const ownAtOnce = await change.isShown(services.own)
  const ownAt = ownAtOnce ? nowMs() : await shownAt(services.own, change, sentAt)
  return { id, sentAt, answeredAt, ownAt, ownAtOnce, otherAt: await otherAt }
}

/** When a ranking shows the change; MISSED_MS after it was sent where none does until then. */
async function shownAt(service: Service, change: Change, sentAt: number): Promise<number> {
  while (!(await change.isShown(service))) if (nowMs() - sentAt > MISSED_MS) return sentAt + MISSED_MS
  return nowMs()
}

/** When each change was committed: the changes of a posting and its events are in the same order. */
async function readCommits(connectionString: string, followed: Followed[]): Promise<Map<Followed, number>> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const { rows } = await client.query<{ id: string; at: string }>(`
      select resource_id as id, extract(epoch from pg_xact_commit_timestamp(xid::xid)) * 1000 as at
      from events order by xid`)
    const commits = Map.groupBy(rows, (row) => row.id)
    return new Map(followed.map((one) => [one, Number(commits.get(one.id)?.shift()?.at)]))
  } finally {
    await client.end()
  }
}

/** Waits until the meaning and the skills of each posting are known. Returns how many seconds that took. */
async function waitUntilTextsAreRead(connectionString: string): Promise<number> {
  const begunMs = performance.now()
  const client = new pg.Client({ connectionString })
  await client.connect()
  const countUnread = async () => {
    const { rows } = await client.query<{ unread: number }>(`
      select (
        (select count(*) from needs n where not exists (select from need_meanings m where m.need_id = n.id)
          or not exists (select from need_readings r where r.need_id = n.id)) +
        (select count(*) from offers o where not exists (select from offer_meanings m where m.offer_id = o.id)
          or not exists (select from offer_readings r where r.offer_id = o.id)))::int as unread`)
    return rows[0]?.unread ?? 0
  }
  try {
    while ((await countUnread()) > 0) await delay(BETWEEN_LOOKS_MS)
    return (performance.now() - begunMs) / 1000
  } finally {
    await client.end()
  }
}

/** A Postgres of the run's own, set as the service sets it but to note commits; with one partner and its market. */
async function prepareDatabase() {
  const offers = Math.max(1, Math.round(postings * OFFERS_SHARE))
  const market = { offers, needs: Math.max(1, postings - offers) }
  return startBenchDatabase(folder, closers, { market, settings: { track_commit_timestamp: 'on' } })
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

/** Wall-clock time to a fraction of a millisecond. */
function nowMs(): number {
  return performance.timeOrigin + performance.now()
}
