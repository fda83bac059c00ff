import { rankingHoldsUntil } from '../../engines/matching/index.ts'
import type { NeedId } from '../../shared/ids.ts'
import type { ReaderLanguage } from '../../shared/messages/index.ts'
import { MINUTE_MS } from '../../shared/time.ts'
import type { KnownNeed, KnownOffer } from './known-postings.ts'
import type { Key } from './market.repository.ts'
import type { StandingMatches } from './market-ids.ts'
import type { MatchQuery, OfferMatch } from './matches.schemas.ts'
import type { CachedPosting } from './posting-memory.ts'
import type { MatchPage } from './ranking-page.ts'

/** A page, or a part of one, and the offers on it. */
export interface ShownOffers<P> {
  page: P
  offers: readonly KnownOffer[]
}

/** What a page depends on, besides the market and time. */
interface Asked {
  needId: NeedId
  kind: string
  query: MatchQuery
  language: ReaderLanguage
  /** The token's scopes. They decide which names it may read. */
  scopes: ReadonlySet<string>
}

interface Made extends ShownOffers<MatchPage<OfferMatch>> {
  need: KnownNeed
  /** The ranking that its rows come from. */
  standing: StandingMatches
  /** Whether it shows near misses too, which depend on all offers of the market. */
  showsNear: boolean
  asOfMs: number
}

export interface KeptPage extends ShownOffers<MatchPage<OfferMatch>> {
  keys: readonly Key[]
  /** Returns whether the page would contain the same rows, as they are now. */
  isMadeOf(now: { need: KnownNeed; offers: readonly CachedPosting<KnownOffer>[] }): boolean
  /** Returns whether the page would come from this ranking. */
  isRankedAs(now: StandingMatches): boolean
}

export interface KeptPages {
  /**
   * Returns a cached page if it is still valid at this instant. The caller must still compare its postings and ranking.
   */
  recall(asked: Asked, asOfMs: number): KeptPage | undefined
  keep(asked: Asked, made: Made): void
  readonly bytes: number
}

/** The cursor of a page is valid for a day from when the page was made, so pages are renewed long before. */
const KEPT_MS = 5 * MINUTE_MS
/** Bytes of a row as objects, as JSON and compressed in two ways, and for each character of its description. */
const BYTES_OF_ROW = 7800
const BYTES_OF_CHARACTER = 2

/**
 * Caches whole pages for needs, up to `maxBytes`. A page stays valid as long as its ranking has the same rows and
 * statistics, no instant that affects the ranking has passed, and each posting on it is the one that a new page would
 * take from memory. Near misses depend on all offers, so a page with them also requires that no offer has changed.
 */
export function createKeptPages({ maxBytes }: { maxBytes: number }): KeptPages {
  /** Least recently used first. */
  const kept = new Map<string, { page: KeptPage; made: Made; holdsUntilMs: number; bytes: number }>()
  let bytes = 0

  function drop(key: string): void {
    bytes -= kept.get(key)?.bytes ?? 0
    kept.delete(key)
  }

  return {
    recall(asked, asOfMs) {
      const key = keyOf(asked)
      const found = kept.get(key)
      if (!found) return undefined
      const { made, holdsUntilMs, page } = found
      if (asOfMs < made.asOfMs || asOfMs >= holdsUntilMs) {
        drop(key)
        return undefined
      }
      kept.delete(key)
      kept.set(key, found)
      return page
    },
    keep(asked, made) {
      if (!isKept(asked.query)) return
      const key = keyOf(asked)
      drop(key)
      const { posting } = made.need
      const sessions = posting.sessions ?? []
      const ranksUntilMs = rankingHoldsUntil({ deadlineAtMs: posting.deadlineAtMs, sessions }, made.asOfMs)
      const one = {
        page: toKept(made),
        made,
        holdsUntilMs: Math.min(ranksUntilMs, made.asOfMs + KEPT_MS),
        bytes: bytesOf(made),
      }
      kept.set(key, one)
      bytes += one.bytes
      for (const oldest of kept.keys()) {
        if (bytes <= maxBytes) break
        drop(oldest)
      }
    },
    get bytes() {
      return bytes
    },
  }
}

/**
 * Only first pages are cached, because later pages use an earlier instant. Introductions change without a change of the
 * market.
 */
function isKept({ cursor, exclude_introduced }: MatchQuery): boolean {
  return cursor === undefined && !exclude_introduced
}

function keyOf({ needId, kind, query, language, scopes }: Asked): string {
  return JSON.stringify([needId, kind, language, query, [...scopes].sort()])
}

function toKept({ page, need, offers, standing, showsNear }: Made): KeptPage {
  return {
    page,
    offers,
    keys: offers.map(({ record: { offer } }) => ({ partnerId: offer.partnerId, id: offer.id })),
    isMadeOf(now) {
      const among = new Set(now.offers.map(({ known }) => known))
      return now.need === need && offers.every((one) => among.has(one))
    },
    isRankedAs: ({ ranked, statistics, offersRevision }) =>
      ranked === standing.ranked &&
      statistics === standing.statistics &&
      (!showsNear || offersRevision === standing.offersRevision),
  }
}

function bytesOf({ offers }: Made): number {
  return offers.reduce(
    (sum, { view }) => sum + BYTES_OF_ROW + BYTES_OF_CHARACTER * view.description.length,
    BYTES_OF_ROW,
  )
}
