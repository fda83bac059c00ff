import type { Taxonomy } from '../../engines/skills/index.ts'
import type { Context } from '../../platform/events/index.ts'
import type { Caller } from '../../platform/http/index.ts'
import type { KeptPages } from './kept-pages.ts'
import type { KnownPostings } from './known-postings.ts'
import type { MarketFeed } from './market-feed.ts'
import type { Matcher } from './matcher.ts'
import type { Meanings } from './meanings/meanings.ts'
import type { UnreadTexts } from './meanings/unread-texts.ts'

/** Dependencies of all operations on matches. */
export interface MatchingPorts {
  matcher: Matcher
  feed: { readonly ready: boolean }
}

/** Dependencies of what reads one pair. */
export interface PairPorts extends MatchingPorts {
  feed: Pick<MarketFeed, 'ready' | 'unappliedKeys'>
}

/** Dependencies of rankings. */
export interface RankingPorts extends MatchingPorts {
  taxonomy: Pick<Taxonomy, 'resolve' | 'search'>
  known: KnownPostings
  keptPages: KeptPages
  /** Undefined if texts are not compared by meaning. */
  meanings: Pick<Meanings, 'isOf' | 'makeFirst'> | undefined
  unreadTexts: Pick<UnreadTexts, 'hasIn'>
}

/** A ranking includes names of the caller's own postings if its token may read them. */
export type RankingContext = Context & { actor: Pick<Caller, 'partnerId' | 'scopes'> }
