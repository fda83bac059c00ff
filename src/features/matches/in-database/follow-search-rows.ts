import { setTimeout as delay } from 'node:timers/promises'
import type { Database, Queryable } from '../../../platform/db/index.ts'
import { type CommittedEvent, createEventsRepository } from '../../../platform/events/index.ts'
import type { Clock } from '../../../shared/clock.ts'
import { DAY_MS } from '../../../shared/time.ts'
import type { Key } from '../market-columns.repository.ts'
import type { MarketFeed } from '../market-feed.ts'
import { foldCounts } from './counts.repository.ts'
import { createSearchProgressRepository, type Progress } from './search-progress.repository.ts'
import type { SearchRowWriter } from './write-search-rows.ts'

const PAGE = 100
/** If more events than this are missing, all rows are rebuilt. */
const MOST_CHANGES = 100_000
/** Less than the time for which events are kept. */
const FOLLOWED_DAYS = 60
const WAIT_MS = 250

type Change = Pick<CommittedEvent, 'partnerId' | 'resourceId'>

export interface SearchRowFeed extends Omit<MarketFeed, 'markForSaving'> {
  /** Writes rows for these events in their transaction. */
  write(db: Queryable, changes: readonly Change[]): Promise<void>
}

/**
 * Keeps the search rows equal to the postings. A transaction that changes a posting also writes its row. Afterwards one
 * process reads all events again, as an index in memory does. This corrects rows that two concurrent transactions could
 * not see from each other, and includes changes by processes that keep no rows.
 */
export function createSearchRowFeed(deps: {
  db: Database
  clock: Clock
  writer: SearchRowWriter
  /** Identifies the program version. Rows of another version are rebuilt. */
  program: () => Promise<string>
  /** Called after written rows were committed. */
  onCommitted: () => void
  /** Postings whose rows are written in one transaction. */
  pageSize?: number
}): SearchRowFeed {
  const { db, clock, writer, pageSize = PAGE } = deps
  let isReady = false
  let changes = 0
  let checkedAtMs = performance.now()

  async function load(): Promise<void> {
    const program = await deps.program()
    const now = clock()
    await createSearchProgressRepository(db).begin(
      program,
      await createEventsRepository(db).horizon(),
      now,
      new Date(now.getTime() - FOLLOWED_DAYS * DAY_MS),
    )
    while (!(await createSearchProgressRepository(db).isComplete(program)))
      // Another process may be working on it.
      if (!(await fillNext())) await delay(WAIT_MS)
    isReady = true
    await catchUp()
  }

  /** Writes the rows of the next postings. Returns false if another process does, or none are left. */
  async function fillNext(): Promise<boolean> {
    const isFilled = await db.transaction(async (tx) => {
      const progress = createSearchProgressRepository(tx)
      const at = await progress.lock()
      if (!at || at.isComplete) return false
      await (at.side ? fillSide(tx, at.side, at.after) : removeGone(tx))
      return true
    })
    deps.onCommitted()
    return isFilled
  }

  async function fillSide(tx: Queryable, side: 'need' | 'offer', after: Progress['after']): Promise<void> {
    const progress = createSearchProgressRepository(tx)
    const keys = await progress.openPostings(side, after, pageSize)
    await write(tx, keys.map(toChange))
    const last = keys.at(-1)
    if (last) return progress.moveTo(side, last, false)
    await progress.moveTo(side === 'need' ? 'offer' : null, null, false)
  }

  async function removeGone(tx: Queryable): Promise<void> {
    const progress = createSearchProgressRepository(tx)
    for (const side of ['need', 'offer'] as const) {
      const gone = await progress.withoutOpenPosting(side, pageSize)
      if (gone.length > 0) return write(tx, gone.map(toChange))
    }
    await progress.moveTo(null, null, true)
  }

  async function catchUp(): Promise<void> {
    if (!isReady) return
    const askedAtMs = performance.now()
    await db.transaction(follow)
    deps.onCommitted()
    while (await foldCounts(db));
    checkedAtMs = askedAtMs
  }

  async function follow(tx: Queryable): Promise<void> {
    const progress = createSearchProgressRepository(tx)
    const at = await progress.lock()
    if (!at?.isComplete) return
    const events = createEventsRepository(tx)
    if (!(await events.resourcesSince(at.horizon, MOST_CHANGES)))
      return progress.restart(await events.horizon(), clock())
    const page = await events.since(at.horizon)
    await write(tx, page.events)
    if (page.horizon !== at.horizon) await progress.followedTo(page.horizon, clock())
  }

  async function write(tx: Queryable, changed: readonly Change[]): Promise<void> {
    changes += changed.length
    for (let from = 0; from < changed.length; from += PAGE)
      await writer.write(tx, changed.slice(from, from + PAGE))
  }

  return {
    load,
    write,
    catchUp,
    get ready() {
      return isReady
    },
    get changes() {
      return changes
    },
    get behindMs() {
      return performance.now() - checkedAtMs
    },
    async applyOwn() {
      deps.onCommitted()
    },
    // Pages must read their rows.
    unapplied: async () => 'many',
    // A change writes its rows in its own transaction.
    followOwn: async () => {},
    // The rows that are searched change with the postings, or a moment later for rows of earlier versions.
    unappliedKeys: async () => [],
    async reread(keys) {
      await db.transaction((tx) => write(tx, keys.map(toChange)))
    },
  }
}

function toChange({ partnerId, id }: Key): Change {
  return { partnerId, resourceId: id }
}
