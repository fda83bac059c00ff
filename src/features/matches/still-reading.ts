import { setTimeout } from 'node:timers/promises'
import { message, type ReaderLanguage, textOf } from '../../shared/messages/index.ts'
import type { Key, NeedRecord, OfferRecord } from './market.repository.ts'
import type { StillReading } from './matches.schemas.ts'
import type { RankingContext, RankingPorts } from './matching-ports.ts'

/** A ranking waits so long for the meaning of its own posting, and is made without it after that. */
const OWN_TEXT_MS = 150

type Ports = Pick<RankingPorts, 'feed' | 'meanings' | 'unreadTexts'>

type Read = Pick<NeedRecord | OfferRecord, 'meaning'>

export interface Anchor {
  side: 'need' | 'offer'
  record: Read
}

/** Whether the meaning of a posting is to be made yet, or is of an earlier text. */
export function isStillUnread({ meanings }: Pick<Ports, 'meanings'>, { meaning }: Read): boolean {
  if (meanings === undefined) return false
  if (!meaning?.isCurrent) return true
  // No model made anything of it, or none is asked: a preview does not leave the service.
  return meaning.vector !== null && !meanings.isOf(meaning.model)
}

/**
 * Has the meaning of a posting that is about to be ranked made before all others, and waits for it a moment. Returns whether the
 * posting is to be read again.
 */
export async function waitForText({ feed, meanings }: Ports, anchor: Anchor, key: Key): Promise<boolean> {
  if (!meanings || !feed.ready || !isStillUnread({ meanings }, anchor.record)) return false
  await Promise.race([
    meanings.makeFirst(anchor.side, key),
    setTimeout(OWN_TEXT_MS, undefined, { ref: false }),
  ])
  return true
}

/** Adds to a page that it may change without any change of a posting, if it may. */
export function sayStillReading<P extends object>(
  page: P,
  {
    isOwn,
    ctx,
    ports,
    ranked,
    language,
  }: {
    /** The text of the posting that is ranked for. */
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
