import type { Database } from '../../platform/db/index.ts'
import type { Context } from '../../platform/events/index.ts'
import {
  type Named,
  type PublicNeedView,
  type PublicOfferView,
  toPublicNeedView,
  toPublicOfferView,
} from '../postings/index.ts'
import { MOST_RANKINGS, type Rankings } from './cached-rankings.ts'
import { createMarketRepository, type Key, type NeedRecord, type OfferRecord } from './market.repository.ts'
import type { MarketFeed, UnappliedChanges } from './market-feed.ts'
import type { MatchNeed, MatchOffer } from './market-ids.ts'
import { type CachedPosting, createPostingMemory, justRead, type RowSource } from './posting-memory.ts'
import { toMarketNeed, toMarketOffer } from './to-market.ts'

/** A posting as pages use it: its row, and the objects made from it. */
export interface Known<R, P, V> {
  readonly record: R
  /** The posting in the engine's form. */
  readonly posting: P
  /** The posting as other partners see it. */
  readonly view: V
  /** Names of the posting and its party, as far as they were read for their own partner. */
  readonly names: Map<string, Named>
}
export type KnownNeed = Known<NeedRecord, MatchNeed, PublicNeedView> & { readonly rankings: Rankings }
export type KnownOffer = Known<OfferRecord, MatchOffer, PublicOfferView>

type Reading = Pick<Context, 'db'>
export type Following = Reading & { actor: Pick<Context['actor'], 'partnerId'> }

export interface KnownPostings {
  /** Returns those of these needs that exist, as they were when the request first asked for postings, or later. */
  needs(ctx: Reading, keys: readonly Key[]): Promise<CachedPosting<KnownNeed>[]>
  offers(ctx: Reading, keys: readonly Key[]): Promise<CachedPosting<KnownOffer>[]>
  /** The same for the posting that is ranked for. */
  need(ctx: Reading, key: Key): Promise<KnownNeed | undefined>
  offer(ctx: Reading, key: Key): Promise<KnownOffer | undefined>
  /** Must be called before a ranking: then it shows all changes whose success its partner was told before, by any process. */
  followOwn(ctx: Following): Promise<void>
  /** Must be called for each posting that the index puts or removes. */
  forget(id: string): void
  readonly bytes: number
}

/** Bytes of a posting besides its texts: its objects, and what the engine caches once it is explained. */
const BYTES_OF_POSTING = 3000
/** Texts are stored about this often: in the row, as words, and as evidence. Characters may take two bytes. */
const BYTES_OF_CHARACTER = 4
/** Share of the memory for needs. Pages show many offers for each need. */
const SHARE_OF_NEEDS = 0.25
const BYTES_OF_RANKINGS = MOST_RANKINGS * 5000

/**
 * Reads the postings of pages and caches them, so that a page does not read unchanged rows. Each request asks once which
 * committed changes the index does not show yet; requests that wait at that moment share the answer. A posting comes from
 * the cache only if these changes include neither it nor its party. Postings that the index changes are removed from
 * the cache. So a page shows each posting as if its row had been read when the page was asked for, or later.
 */
export function createKnownPostings(deps: {
  db: Database
  feed: Pick<MarketFeed, 'unapplied' | 'followOwn'>
  maxBytes: number
}): KnownPostings {
  const { db, feed, maxBytes } = deps
  const market = createMarketRepository(db)
  const ofNeeds = maxBytes * SHARE_OF_NEEDS
  const needs = createPostingMemory({ know: toKnownNeed, describe: describeNeed, maxBytes: ofNeeds })
  const offers = createPostingMemory({
    know: toKnownOffer,
    describe: describeOffer,
    maxBytes: maxBytes - ofNeeds,
  })
  const { unapplied } = feed
  /** Of each request. */
  const answers = new WeakMap<Reading, Promise<UnappliedChanges>>()
  // A transaction must also see its own writes, and must not wait for a second connection.
  const isInTransaction = (ctx: Reading) => ctx.db !== db

  function askOnce(ctx: Reading): Promise<UnappliedChanges> {
    const answer = answers.get(ctx) ?? unapplied()
    answers.set(ctx, answer)
    return answer
  }
  async function sourceOf<R>(ctx: Reading, readRows: (keys: Key[]) => Promise<R[]>): Promise<RowSource<R>> {
    return { unapplied, asked: await askOnce(ctx), readRows }
  }

  return {
    async needs(ctx, keys) {
      if (keys.length === 0) return []
      if (isInTransaction(ctx))
        return (await createMarketRepository(ctx.db).needsByKey([...keys])).map(toKnownNeed).map(justRead)
      return needs.read(keys, await sourceOf(ctx, market.needsByKey))
    },
    async offers(ctx, keys) {
      if (keys.length === 0) return []
      if (isInTransaction(ctx))
        return (await createMarketRepository(ctx.db).offersByKey([...keys])).map(toKnownOffer).map(justRead)
      return offers.read(keys, await sourceOf(ctx, market.offersByKey))
    },
    async need(ctx, key) {
      if (isInTransaction(ctx))
        return (await createMarketRepository(ctx.db).needsByKey([key])).map(toKnownNeed)[0]
      return needs.readOne(key, await sourceOf(ctx, market.needsByKey))
    },
    async offer(ctx, key) {
      if (isInTransaction(ctx))
        return (await createMarketRepository(ctx.db).offersByKey([key])).map(toKnownOffer)[0]
      return offers.readOne(key, await sourceOf(ctx, market.offersByKey))
    },
    async followOwn(ctx) {
      if (!isInTransaction(ctx)) await feed.followOwn(ctx.actor.partnerId, await askOnce(ctx))
    },
    forget(id) {
      needs.forget(id)
      offers.forget(id)
    },
    get bytes() {
      return needs.bytes + offers.bytes
    },
  }
}

/** Creates the form that pages use, from a row that was read or would be written. */
export function toKnownNeed(record: NeedRecord): KnownNeed {
  return {
    record,
    posting: toMarketNeed(record),
    view: toPublicNeedView(record),
    names: new Map(),
    rankings: new Map(),
  }
}

/** Creates the form that pages use, from a row that was read or would be written. */
export function toKnownOffer(record: OfferRecord): KnownOffer {
  return { record, posting: toMarketOffer(record), view: toPublicOfferView(record), names: new Map() }
}

function describeNeed({ record: { need }, view }: KnownNeed) {
  const { id, partnerId, organizationId: partyId } = need
  return {
    id,
    partnerId,
    partyId,
    isListed: need.status === 'open',
    bytes: bytesOf(view) + BYTES_OF_RANKINGS,
  }
}

function describeOffer({ record: { offer, isHeld }, view }: KnownOffer) {
  const { id, partnerId, helperId: partyId } = offer
  const isListed = offer.status === 'open' && !isHeld
  return { id, partnerId, partyId, isListed, bytes: bytesOf(view) }
}

function bytesOf(view: PublicNeedView | PublicOfferView): number {
  return BYTES_OF_POSTING + BYTES_OF_CHARACTER * JSON.stringify(view).length
}
