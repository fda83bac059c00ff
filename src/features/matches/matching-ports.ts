import type { Taxonomy } from '../../engines/skills/index.ts'
import type { Context } from '../../platform/events/index.ts'
import type { Caller } from '../../platform/http/index.ts'
import type { KeptPages } from './kept-pages.ts'
import type { KnownPostings } from './known-postings.ts'
import type { Matcher } from './matcher.ts'
import type { Meanings } from './meanings/meanings.ts'
import type { UnreadTexts } from './meanings/unread-texts.ts'

/** What the verbs of matches share. */
export interface MatchingPorts {
  matcher: Matcher
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
