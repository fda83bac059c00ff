import type { EventsRepository } from '../../../platform/events/index.ts'
import { runSliced } from '../../../shared/sliced-work.ts'
import { HOUR_MS } from '../../../shared/time.ts'
import type { MarketFeed, SavedIndex } from '../market-feed.ts'
import type { SavableBarter, SavableMarkets } from '../markets.ts'
import type { SerialQueue } from '../serial-queue.ts'
import {
  type FilePart,
  type OpenIndexFile,
  openIndexFile,
  removeIndexFile,
  writeIndexFile,
} from './index-file.ts'
import { UnusableFileError } from './part-file.ts'

/** Above this number of events, reading all rows again is faster than following the events. */
const MOST_EVENTS = 50_000
/** Far less than the time for which events are kept. */
const MOST_AGE_MS = 7 * 24 * HOUR_MS
const SEEN_EVENTS = 500

export interface SavedFile {
  bytes: number
  ms: number
}

export interface IndexKeeper {
  /** Fills both indexes from the file. Returns null, with empty indexes, if it can't be used. Never throws. */
  load(): Promise<SavedIndex | null>
  /** Removes the file, and discards one that is being written. Later saves work as usual. */
  forget(): Promise<void>
  /**
   * Saves the index if it has changed since the last call, otherwise returns null. Concurrent calls share one run.
   * Throws once the signal is aborted.
   */
  save(feed: MarketFeed, signal?: AbortSignal): Promise<SavedFile | null>
}

/** Keeps a file of the index, so that a starting process need not read all rows. */
export function createIndexKeeper(deps: {
  folder: string
  markets: SavableMarkets
  barter: SavableBarter
  engineQueue: SerialQueue
  events: EventsRepository
  /** Identifies the program and its relevant settings. */
  identity: () => Promise<string>
  clock: () => Date
  log: { info(data: object, message: string): void }
}): IndexKeeper {
  const { folder, markets, barter, engineQueue, events, clock, log } = deps
  let running: Promise<SavedFile | null> | null = null
  let savedChanges = 0
  let forgotten = 0
  let identity: Promise<string> | undefined

  function identityNow(): Promise<string> {
    identity ??= deps.identity()
    return Promise.all([identity, events.database()]).then((parts) => parts.join(' '))
  }

  async function requireUsable({ start, end }: OpenIndexFile): Promise<void> {
    if (start.identity !== (await identityNow()))
      throw new UnusableFileError('it is of another version, other settings or another database')
    if (clock().getTime() - start.savedAtMs > MOST_AGE_MS) throw new UnusableFileError('it is too old')
    if (!(await events.canFollow(start.horizon, end.seen, MOST_EVENTS)))
      throw new UnusableFileError('too much has happened since, or the database is an older one')
  }

  async function loadFrom(file: OpenIndexFile): Promise<SavedIndex> {
    await requireUsable(file)
    for await (const one of file.parts()) await engineQueue.run(() => runSliced(loadPart(one)))
    await engineQueue.run(() => {
      markets.endLoading()
      barter.endLoading()
    })
    return { horizon: file.start.horizon, unread: file.end.unread }
  }

  function loadPart({ index, part }: FilePart): Generator<void, void> {
    return index === 'matches' ? markets.loadInSteps(part) : barter.loadInSteps(part)
  }

  function* allParts(): Generator<FilePart, void> {
    for (const part of markets.save()) yield { index: 'matches', part }
    for (const part of barter.save()) yield { index: 'barter', part }
  }

  async function load(): Promise<SavedIndex | null> {
    const beganMs = performance.now()
    try {
      const file = await openIndexFile(folder)
      if (!file) return null
      const saved = await loadFrom(file).finally(file.close)
      log.info({ ms: Math.round(performance.now() - beganMs) }, 'the index was read from its file')
      return saved
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error)
      log.info({ reason }, 'the file of the index was not used: it is read from rows')
      await engineQueue.run(() => {
        markets.clear()
        barter.clear()
      })
      if (error instanceof UnusableFileError) await removeIndexFile(folder).catch(() => {})
      return null
    }
  }

  async function write(feed: MarketFeed, signal: AbortSignal | undefined): Promise<SavedFile | null> {
    const { changes } = feed
    const forgottenBefore = forgotten
    if (!feed.ready || changes === savedChanges) return null
    const beganMs = performance.now()
    const mark = feed.markForSaving()
    const parts = allParts()
    try {
      const bytes = await writeIndexFile(
        folder,
        { identity: await identityNow(), savedAtMs: clock().getTime(), horizon: mark.horizon },
        () => {
          signal?.throwIfAborted()
          // Rankings and changes run between two parts.
          return engineQueue.run((): FilePart | null => parts.next().value ?? null)
        },
        async () => {
          const seen = await events.newest(SEEN_EVENTS)
          if (forgotten !== forgottenBefore) throw new Error('a record was erased meanwhile')
          return { seen, unread: mark.unread }
        },
      )
      if (forgotten !== forgottenBefore) await removeIndexFile(folder)
      savedChanges = forgotten === forgottenBefore ? changes : -1
      return { bytes, ms: performance.now() - beganMs }
    } finally {
      mark.end()
      await engineQueue.run(() => void parts.return())
    }
  }

  return {
    load,
    async forget() {
      forgotten++
      savedChanges = -1
      await removeIndexFile(folder).catch(() => {})
    },
    save(feed, signal) {
      running ??= write(feed, signal).finally(() => {
        running = null
      })
      return running
    },
  }
}
