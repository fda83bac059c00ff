import type { Taxonomy } from '../../engines/skills/index.ts'
import type { Context } from '../../platform/events/index.ts'
import type { Caller } from '../../platform/http/index.ts'
import type { NeedId, OfferId, PartnerId } from '../../shared/ids.ts'
import type { FairQueue } from './fair-queue.ts'
import type { KeptPages } from './kept-pages.ts'
import type { KnownPostings } from './known-postings.ts'
import type { Key } from './market.repository.ts'
import type { MatchEngine } from './market-ids.ts'
import type { Meanings } from './meanings/meanings.ts'
import type { UnreadTexts } from './meanings/unread-texts.ts'

/** What the verbs of matches share. */
export interface MatchingPorts {
  engine: MatchEngine
  /** All work of the engine goes through this queue. */
  engineQueue: FairQueue
  feed: { readonly ready: boolean }
}

/** What rankings also need: they are narrowed by skills. */
export interface RankingPorts extends MatchingPorts {
  taxonomy: Pick<Taxonomy, 'resolve' | 'search'>
  known: KnownPostings
  keptPages: KeptPages
  /** Undefined if texts are not compared by meaning. */
  meanings: Pick<Meanings, 'isOf' | 'makeFirst'> | undefined
  unreadTexts: Pick<UnreadTexts, 'hasIn'>
}

/** A ranking names the caller's own postings as far as its token may read them. */
export type RankingContext = Context & { actor: Pick<Caller, 'partnerId' | 'scopes'> }

/** Returns the keys of those of these needs that are in the index. */
export function indexedNeedKeys(engine: MatchEngine, ids: readonly NeedId[]): Key[] {
  return ids.flatMap((id) => toKey(engine.partnerOfNeed(id), id))
}

/** Returns the keys of those of these offers that are in the index. */
export function indexedOfferKeys(engine: MatchEngine, ids: readonly OfferId[]): Key[] {
  return ids.flatMap((id) => toKey(engine.partnerOfOffer(id), id))
}

function toKey(partnerId: PartnerId | undefined, id: Key['id']): Key[] {
  return partnerId === undefined ? [] : [{ partnerId, id }]
}
