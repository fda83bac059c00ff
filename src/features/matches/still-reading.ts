import { setTimeout } from 'node:timers/promises'
import { message, type ReaderLanguage, textOf } from '../../shared/messages/index.ts'
import type { Key, NeedRecord, OfferRecord } from './market.repository.ts'
import type { StillReading } from './matches.schemas.ts'
import type { RankingContext, RankingPorts } from './matching-ports.ts'

/** Maximum time that a ranking waits for the meaning of its own posting. After that it is made without it. */
const OWN_TEXT_MS = 150

type Ports = Pick<RankingPorts, 'feed' | 'meanings' | 'unreadTexts'>

type Read = Pick<NeedRecord | OfferRecord, 'meaning'>

export interface Anchor {
  side: 'need' | 'offer'
  record: Read
}

/** Returns whether the meaning of a posting is not computed yet, or belongs to an earlier text. */
export function isStillUnread({ meanings }: Pick<Ports, 'meanings'>, { meaning }: Read): boolean {
  if (meanings === undefined) return false
  if (!meaning?.isCurrent) return true
  // A meaning without a vector is final: the model returned none, or the text is a preview that must not leave the
  // service.
  return meaning.vector !== null && !meanings.isOf(meaning.model)
}

/**
 * Requests the meaning of a posting that is about to be ranked before all others, and waits for it briefly. Returns
 * whether the posting must be read again.
 */
export async function waitForText({ feed, meanings }: Ports, anchor: Anchor, key: Key): Promise<boolean> {
  if (!meanings || !feed.ready || !isStillUnread({ meanings }, anchor.record)) return false
  await Promise.race([
    meanings.makeFirst(anchor.side, key),
    setTimeout(OWN_TEXT_MS, undefined, { ref: false }),
  ])
  return true
}

/** Adds a note to a page that may still change although no posting changes. */
export function addStillReading<P extends object>(
  page: P,
  {
    isOwn,
    ctx,
    ports,
    ranked,
    language,
  }: {
    /** Whether the text of the posting itself is still being read. */
    isOwn: boolean
    ctx: Pick<RankingContext, 'actor'>
    ports: Ports
    ranked: 'need' | 'offer'
    language: ReaderLanguage
  },
): P & { still_reading?: StillReading } {
  if (!isOwn && !ports.unreadTexts.hasIn(ctx.actor.partnerId, ranked)) return page
  const detail = textOf(message(isOwn ? 'own_text_still_read' : 'other_texts_still_read', {}), language)
  return { ...page, still_reading: { own_text: isOwn, detail } }
}
