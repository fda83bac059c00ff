import type { CommittedEvent, EventsRepository, Horizon } from '../../platform/events/index.ts'
import { type IdPrefix, isId, sameNumber } from '../../shared/ids.ts'
import { eachInSteps } from '../../shared/in-steps.ts'
import type { Key, MarketRepository } from './market.repository.ts'
import type { MatchEngine, MatchNeed, MatchOffer } from './market-ids.ts'
import { type OfParty, toMarketNeed, toMarketOffer } from './to-market.ts'
import { createTurns, type Turns } from './turns.ts'

const LOAD_PAGE = 250
/** So many changes are read at a time: a statement has a limit to its parameters, and reading holds the event loop. */
const REFRESH_PAGE = 200

type Change = Pick<CommittedEvent, 'partnerId' | 'resourceId'>

/** The parts of the market that the feed updates. */
export interface MarketIndex extends Pick<MatchEngine, 'removeNeed' | 'removeOffer'> {
  putNeed(need: MatchNeed & OfParty): void
  putOffer(offer: MatchOffer & OfParty): void
}

export interface MarketFeed {
  /** Fills the index from the database; from then on `ready` is true. */
  load(): Promise<void>
  readonly ready: boolean
  /** How long ago everything that was committed by then stood in the index. */
  readonly behindMs: number
  /** Applies what this process has just committed, before the response is sent. Never fails: `catchUp` repairs any error. */
  applyOwn(events: CommittedEvent[]): Promise<void>
  /** Applies what others have committed since the last time. */
  catchUp(): Promise<void>
}

/**
 * Keeps the engine's index equal to the database. Every change is an event with the transaction that wrote
 * it; a reader that asks for those of all transactions that it did not see at its last look (the horizon) can't
 * miss one, however slow, and rereads the rows that changed, so that order and repetition do not matter.
 */
export function createMarketFeed(deps: {
  engine: MarketIndex
  turns: Turns
  market: MarketRepository
  events: EventsRepository
  onError: (error: unknown) => void
}): MarketFeed {
  const { engine, turns, market, events } = deps
  let ready = false
  let horizon: Horizon = ''
  let currentAtMs = performance.now()
  /** Events of this process that wait to be applied. */
  let own: CommittedEvent[] = []
  /** Those applied, with their transactions, until they are met among all events. */
  const applied = new Map<string, bigint>()
  /** One at a time: of two reads of a row, the later must also be applied later. */
  const reads = createTurns()

  async function load(): Promise<void> {
    horizon = await events.horizon()
    await inPages(
      market.openNeeds,
      ({ need }) => need,
      (page) => turns.take(() => eachInSteps(page, (record) => engine.putNeed(toMarketNeed(record)))),
    )
    await inPages(
      market.openOffers,
      ({ offer }) => offer,
      (page) =>
        turns.take(() =>
          eachInSteps(page, (record) => (record.isHeld ? undefined : engine.putOffer(toMarketOffer(record)))),
        ),
    )
    await applyNew()
    ready = true
  }

  /** In its turn; whoever asks while the work waits for its turn shares that one. */
  function together(work: () => Promise<void>): () => Promise<void> {
    let waiting: Promise<void> | null = null
    return () => {
      waiting ??= reads.take(() => {
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
      await refreshAll(changes)
      for (const event of changes) applied.set(event.id, event.xid)
    } catch (error) {
      deps.onError(error)
    }
  }

  async function refreshAll(changes: CommittedEvent[]): Promise<void> {
    for (let from = 0; from < changes.length; from += REFRESH_PAGE)
      await refresh(changes.slice(from, from + REFRESH_PAGE))
  }

  /** Rereads what these events are about: an open one is put, anything else is removed. */
  async function refresh(changes: CommittedEvent[]): Promise<void> {
    const { needs: needKeys, offers: offerKeys, organizations, helpers } = keysOfChanges(changes)
    const needRecords = await market.needsOf(needKeys, organizations)
    // A barter offer that is held waits outside of every ranking.
    const offerRecords = (await market.offersOf(offerKeys, helpers)).filter(({ isHeld }) => !isHeld)
    const openNeeds = new Set<string>(needRecords.map(({ need }) => need.id))
    const openOffers = new Set<string>(offerRecords.map(({ offer }) => offer.id))
    await turns.take(async () => {
      for (const { id } of needKeys) if (!openNeeds.has(id)) engine.removeNeed(id)
      for (const { id } of offerKeys) if (!openOffers.has(id)) engine.removeOffer(id)
      await eachInSteps(needRecords, (record) => engine.putNeed(toMarketNeed(record)))
      await eachInSteps(offerRecords, (record) => engine.putOffer(toMarketOffer(record)))
    })
  }

  const applyOwn = together(applyWaiting)
  const catchUp = together(async () => (ready ? applyNew() : undefined))
  return {
    load: () => reads.take(load),
    get ready() {
      return ready
    },
    get behindMs() {
      return performance.now() - currentAtMs
    },
    async applyOwn(committed) {
      // While it loads, the end of the load catches up with this too.
      if (!ready) return
      own.push(...committed)
      await applyOwn()
    },
    catchUp,
  }
}

/** Puts all records, page by page: the next is read meanwhile. */
async function inPages<T>(
  read: (after: Key | null, limit: number) => Promise<T[]>,
  keyOf: (record: T) => Key,
  put: (page: T[]) => Promise<void>,
): Promise<void> {
  let page = await read(null, LOAD_PAGE)
  while (page.length > 0) {
    const last = page.at(-1)
    const next = last && page.length === LOAD_PAGE ? read(keyOf(last), LOAD_PAGE) : Promise.resolve([])
    // Awaited below; until then it may fail unheard.
    next.catch(() => {})
    await put(page)
    page = await next
  }
}

/** The changed ids of these events, by the kinds of record that rankings depend on. */
export function keysOfChanges(changes: readonly Change[]) {
  return {
    needs: keysOf('need', changes),
    organizations: keysOf('org', changes),
    // A candidate's offer follows it, without an event of its own.
    offers: [...keysOf('offer', changes), ...keysOf('candidate', changes).map(offerOf)],
    helpers: keysOf('helper', changes),
  }
}

function offerOf({ partnerId, id }: Key): Key {
  return { partnerId, id: sameNumber('offer', id) }
}

/** The keys of one kind of resource among these changes, each once. */
function keysOf(prefix: IdPrefix, changes: readonly Change[]): Key[] {
  const keys = new Map<string, Key>()
  for (const { partnerId, resourceId: id } of changes) if (isId(prefix, id)) keys.set(id, { partnerId, id })
  return [...keys.values()]
}
