import type { CommittedEvent, EventsRepository, Horizon } from '../../platform/events/index.ts'
import { type IdPrefix, isId, type PartnerId, sameNumber } from '../../shared/ids.ts'
import { forEachSliced } from '../../shared/sliced-work.ts'
import type { Key, MarketRepository, NeedRecord, OfferRecord } from './market.repository.ts'
import type { MatchEngine, MatchNeed, MatchOffer } from './market-ids.ts'
import { createUnreadTexts, type UnreadText, type UnreadTexts } from './meanings/unread-texts.ts'
import type { Readings } from './readings/readings.ts'
import { createSerialQueue, type SerialQueue } from './serial-queue.ts'
import { type PostingParty, toMarketNeed, toMarketOffer } from './to-market.ts'

const LOAD_PAGE = 250
/** Maximum number of changes per read: a statement has a limit on its parameters, and reading blocks the event loop. */
const REFRESH_PAGE = 200

type Change = Pick<CommittedEvent, 'partnerId' | 'resourceId'>

/** Committed changes that the index does not show, or `many` if there are too many. */
export type UnappliedChanges =
  | {
      /** Of postings and parties. */
      ids: ReadonlySet<string>
      /** Whose changes these are, without those that this process is applying: their callers have no answer yet. */
      partnerIds: ReadonlySet<PartnerId>
      askedAtMs: number
    }
  | 'many'

/** Above this number of pending changes, rows are read instead. */
const MOST_UNAPPLIED = 500
/** Changes in which a posting that the index lacks is searched. */
const MOST_SEARCHED = 10_000

/** The parts of the market that the feed updates. */
export interface MarketIndex extends Pick<MatchEngine, 'removeNeed' | 'removeOffer'> {
  putNeed(need: MatchNeed & PostingParty): void
  putOffer(offer: MatchOffer & PostingParty): void
}

/** A saved index. It contains all changes up to its horizon, and maybe later ones. */
export interface SavedIndex {
  horizon: Horizon
  /** Postings whose meaning was unknown or belonged to an earlier text. */
  unread: readonly UnreadText[]
}

export interface SavedIndexFile {
  load(): Promise<SavedIndex | null>
  /** Removes the file, because a student's record may have been erased whose words may be in it. */
  forget(): Promise<void>
}

/** Collects the data of a saved index while it is being saved. */
export interface SaveMark extends SavedIndex {
  end(): void
}

export interface MarketFeed {
  /** Fills the index from the database; from then on `ready` is true. */
  load(): Promise<void>
  readonly ready: boolean
  /** Number of postings put or removed so far, and of meanings read. */
  readonly changes: number
  /** Must be called before the index is saved. Call `end` afterwards. */
  markForSaving(): SaveMark
  /** Age of the index: everything committed before this long ago is in it. */
  readonly behindMs: number
  /**
   * Applies what this process has just committed, before its caller gets a response. Never fails: `followOwn` and
   * `catchUp` repair what it missed.
   */
  applyOwn(events: CommittedEvent[]): Promise<void>
  /** Applies what other processes have committed since the last call. */
  catchUp(): Promise<void>
  /**
   * Returns the committed changes that the index does not show, as of a moment after the call. Concurrent calls share
   * one query.
   */
  unapplied(): Promise<UnappliedChanges>
  /**
   * Applies this partner's changes among those that the index does not show: another process has written them, or this one could
   * not read them. So a ranking shows all that its partner was told before. More than 500 changes are left to `catchUp`.
   */
  followOwn(partnerId: PartnerId, changes: UnappliedChanges): Promise<void>
  /**
   * Returns the keys of postings of others that the index may not have yet: those of these ids that were changed since it read.
   * `events` may read in the caller's transaction, so that nobody waits for a second connection.
   */
  unappliedKeys(events: Pick<EventsRepository, 'resourcesSince'>, ids: readonly string[]): Promise<Key[]>
  /** Reads postings again after their meanings were stored. */
  reread(keys: readonly Key[]): Promise<void>
}

/**
 * Keeps the engine's index equal to the database. Each change is an event that names the transaction that wrote it. Each
 * read asks for the events of every transaction that the previous read could not see (the horizon), so it misses none,
 * however late it commits. Changed rows are reread, so order and repetition do not matter.
 */
export function createMarketFeed(deps: {
  engine: MarketIndex
  engineQueue: SerialQueue
  market: MarketRepository
  events: EventsRepository
  /** Fills the index from a file. Returns null if rows must be read instead. */
  saved?: SavedIndexFile | undefined
  /** Notified of postings that were read and whose meaning is unknown or may be of an earlier text. */
  meanings?:
    | { isOf(model: string): boolean; want(side: 'need' | 'offer', key: Key, by: { isOwn: boolean }): void }
    | undefined
  /** Filled with postings whose meaning in the index is missing or may be of an earlier text. */
  unreadTexts?: UnreadTexts | undefined
  /** Infers the skills of texts, and stores the results. Without it the engine infers them. */
  readings?: Pick<Readings, 'complete' | 'keep'> | undefined
  onError: (error: unknown) => void
}): MarketFeed {
  const { engine, engineQueue, market, events, meanings, readings } = deps
  const unread = deps.unreadTexts ?? createUnreadTexts()
  let ready = false
  let horizon: Horizon = ''
  let currentAtMs = performance.now()
  let changeCount = 0
  /**
   * Unread texts of each save in progress. Rows are saved one after the other, so a saved one may be older than its
   * meaning.
   */
  const marks = new Set<Map<string, UnreadText>>()
  /** Events of this process that are not yet applied. */
  let own: CommittedEvent[] = []
  /** Ids of these events, until the index shows them or could not read them. */
  const inHand = new Set<string>()
  /** Applied events and their transactions, until `catchUp` reads them too. */
  const applied = new Map<string, bigint>()
  /** Serializes reads: of two reads of a row, the later one must also be applied later. */
  const reads = createSerialQueue()
  const looks = createSerialQueue()

  function isMeaningWanted({ meaning }: NeedRecord | OfferRecord): boolean {
    return !meaning?.isCurrent || !meanings?.isOf(meaning.model)
  }

  function trackMeaning(
    side: 'need' | 'offer',
    record: NeedRecord | OfferRecord,
    { partnerId, id }: Key,
    isOwn: boolean,
  ): void {
    if (!meanings) return
    if (!isMeaningWanted(record)) {
      unread.forget(id)
      return
    }
    const one: UnreadText = { side, key: { partnerId, id } }
    unread.note(one)
    for (const mark of marks) mark.set(id, one)
    meanings.want(side, one.key, { isOwn })
  }

  /**
   * Adds the inferred skills unless they are known. They are stored once the meaning is known, because it affects them.
   */
  function read<P extends MatchNeed | MatchOffer>(
    side: 'need' | 'offer',
    record: NeedRecord | OfferRecord,
    posting: P,
  ): P {
    if (!readings || posting.readSkills) return posting
    const completed = readings.complete(posting)
    if (!meanings || !isMeaningWanted(record)) readings.keep(side, completed, completed)
    return completed
  }

  /** `isOwn`: this process has just written it. */
  function putNeed(record: NeedRecord, isOwn = false): void {
    changeCount++
    engine.putNeed(read('need', record, toMarketNeed(record)))
    trackMeaning('need', record, record.need, isOwn)
  }

  function putOffer(record: OfferRecord, isOwn = false): void {
    changeCount++
    engine.putOffer(read('offer', record, toMarketOffer(record)))
    trackMeaning('offer', record, record.offer, isOwn)
  }

  async function load(): Promise<void> {
    const saved = await deps.saved?.load()
    horizon = saved ? saved.horizon : await events.horizon()
    if (!saved) await readRows()
    for (const one of saved?.unread ?? []) {
      unread.note(one)
      meanings?.want(one.side, one.key, { isOwn: false })
    }
    await applyNew()
    ready = true
  }

  async function readRows(): Promise<void> {
    await inPages(
      market.openNeeds,
      ({ need }) => need,
      (page) => engineQueue.run(() => forEachSliced(page, (record) => putNeed(record))),
    )
    await inPages(
      market.openOffers,
      ({ offer }) => offer,
      (page) =>
        engineQueue.run(() =>
          forEachSliced(page, (record) => (record.isHeld ? undefined : putOffer(record))),
        ),
    )
  }

  /** Returns a function that queues the work. Calls made before it starts share one run. */
  function queueShared<T>(queue: SerialQueue, work: () => Promise<T>): () => Promise<T> {
    let waiting: Promise<T> | null = null
    return () => {
      waiting ??= queue.run(() => {
        waiting = null
        return work()
      })
      return waiting
    }
  }

  async function applyNew(): Promise<void> {
    const askedAtMs = performance.now()
    const page = await events.since(horizon)
    await refreshAll(page.events.filter((event) => !applied.has(event.id)))
    horizon = page.horizon
    currentAtMs = askedAtMs
    for (const event of page.events) applied.delete(event.id)
    for (const [id, xid] of applied) if (xid < page.oldestOpen) applied.delete(id)
  }

  async function applyWaiting(): Promise<void> {
    const changes = own
    own = []
    try {
      await refreshAll(changes, true)
      for (const event of changes) applied.set(event.id, event.xid)
    } catch (error) {
      deps.onError(error)
    } finally {
      for (const event of changes) inHand.delete(event.id)
    }
  }

  async function refreshAll(changes: readonly Change[], isOwn = false): Promise<void> {
    for (let from = 0; from < changes.length; from += REFRESH_PAGE)
      await refresh(changes.slice(from, from + REFRESH_PAGE), isOwn)
  }

  /** Rereads the rows that changed. Puts open ones into the index and removes all others. */
  async function refresh(changes: readonly Change[], isOwn: boolean): Promise<void> {
    const { needs: needKeys, offers: offerKeys, organizations, helpers } = changedKeys(changes)
    const [needRecords, foundOffers] = await Promise.all([
      market.needsOf(needKeys, organizations),
      market.offersOf(offerKeys, helpers),
    ])
    // Held barter offers are left out of every ranking.
    const offerRecords = foundOffers.filter(({ isHeld }) => !isHeld)
    const openNeeds = new Set<string>(needRecords.map(({ need }) => need.id))
    const openOffers = new Set<string>(offerRecords.map(({ offer }) => offer.id))
    const mayBeErased = changes.some(
      ({ partnerId, resourceId: id }) =>
        isId('candidate', id) && !openOffers.has(offerOf({ partnerId, id }).id),
    )
    if (mayBeErased) await deps.saved?.forget()
    await engineQueue.run(async () => {
      changeCount += needKeys.length + offerKeys.length
      for (const { id } of needKeys) if (!openNeeds.has(id)) engine.removeNeed(id)
      for (const { id } of offerKeys) if (!openOffers.has(id)) engine.removeOffer(id)
      for (const { id } of [...needKeys, ...offerKeys])
        if (!openNeeds.has(id) && !openOffers.has(id)) unread.forget(id)
      await forEachSliced(needRecords, (record) => putNeed(record, isOwn))
      await forEachSliced(offerRecords, (record) => putOffer(record, isOwn))
    })
  }

  async function look(): Promise<UnappliedChanges> {
    const askedAtMs = performance.now()
    // A catch-up that ends during the query moves the horizon and empties `applied`.
    const appliedBefore = new Set(applied.keys())
    const found = await events.resourcesSince(horizon, MOST_UNAPPLIED + applied.size)
    if (!found) return 'many'
    const changes = found.filter((event) => !appliedBefore.has(event.id) && !applied.has(event.id))
    const ids = new Set(keysOf(changes).map(({ id }) => id))
    const partnerIds = new Set(
      keysOf(changes.filter(({ id }) => !inHand.has(id))).map(({ partnerId }) => partnerId),
    )
    return { ids, partnerIds, askedAtMs }
  }

  const applyOwn = queueShared(reads, applyWaiting)
  const catchUp = queueShared(reads, async () => (ready ? applyNew() : undefined))
  return {
    load: () => reads.run(load),
    get ready() {
      return ready
    },
    get changes() {
      return changeCount
    },
    markForSaving() {
      const mark = new Map<string, UnreadText>(unread.list().map((one) => [one.key.id, one]))
      marks.add(mark)
      return {
        horizon,
        get unread() {
          return [...mark.values()]
        },
        end: () => marks.delete(mark),
      }
    },
    get behindMs() {
      return performance.now() - currentAtMs
    },
    async applyOwn(committed) {
      // `load` reads these changes too, when it ends.
      if (!ready) return
      own.push(...committed)
      for (const event of committed) inHand.add(event.id)
      await applyOwn()
    },
    catchUp,
    unapplied: queueShared(looks, look),
    async followOwn(partnerId, changes) {
      if (changes !== 'many' && changes.partnerIds.has(partnerId)) await catchUp()
    },
    async unappliedKeys(reader, ids) {
      const { needs, offers } = changedKeys((await reader.resourcesSince(horizon, MOST_SEARCHED)) ?? [])
      return [...needs, ...offers].filter(({ id }) => ids.includes(id))
    },
    async reread(keys) {
      // `load` reads these changes too, when it ends, because it reads the rows later.
      await reads.run(() => refreshAll(keys.map(({ partnerId, id }) => ({ partnerId, resourceId: id }))))
    },
  }
}

/** Puts all records page by page, reading the next page meanwhile. */
async function inPages<T>(
  read: (after: Key | null, limit: number) => Promise<T[]>,
  keyOf: (record: T) => Key,
  put: (page: T[]) => Promise<void>,
): Promise<void> {
  let page = await read(null, LOAD_PAGE)
  while (page.length > 0) {
    const last = page.at(-1)
    const next = last && page.length === LOAD_PAGE ? read(keyOf(last), LOAD_PAGE) : Promise.resolve([])
    // Awaited below. Until then a rejection must not count as unhandled.
    next.catch(() => {})
    await put(page)
    page = await next
  }
}

/** Returns the keys of everything that changed and that rankings depend on, by kind. */
export function changedKeys(changes: readonly Change[]) {
  return {
    needs: keysOfKind('need', changes),
    organizations: keysOfKind('org', changes),
    // A candidate's offer changes with it, without an event of its own.
    offers: [...keysOfKind('offer', changes), ...keysOfKind('candidate', changes).map(offerOf)],
    helpers: keysOfKind('helper', changes),
  }
}

function keysOf(changes: readonly Change[]): Key[] {
  return Object.values(changedKeys(changes)).flat()
}

function offerOf({ partnerId, id }: Key): Key {
  return { partnerId, id: sameNumber('offer', id) }
}

/** Returns the keys of one kind of resource among these changes, without duplicates. */
function keysOfKind(prefix: IdPrefix, changes: readonly Change[]): Key[] {
  const keys = new Map<string, Key>()
  for (const { partnerId, resourceId: id } of changes) if (isId(prefix, id)) keys.set(id, { partnerId, id })
  return [...keys.values()]
}
