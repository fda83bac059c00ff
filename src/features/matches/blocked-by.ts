import type { BlockedCount, GateCode } from '../../engines/matching/index.ts'
import {
  type BlockedReason,
  type Message,
  message,
  type ReaderLanguage,
  textOf,
} from '../../shared/messages/index.ts'
import { positionsLeft } from '../postings/index.ts'
import type { NeedRecord, OfferRecord } from './market.repository.ts'
import type { BlockedBy } from './matches.schemas.ts'

/** Maximum number of pairs to count, so that a ranking of a large market stays fast. */
export const MOST_COUNTED = 1000

interface Counts {
  counts: readonly BlockedCount[]
  isComplete: boolean
}

/** Returns why offers are not ranked for a need, one sentence for each gate. */
export function showBlockedOffers(
  record: NeedRecord,
  { counts, isComplete }: Counts,
  language: ReaderLanguage,
): BlockedBy[] {
  const { need, organization } = record
  const own = { modality: need.modality, hasNothingLeft: positionsLeft(record) <= 0 }
  return counts.flatMap((one) => {
    const reason = reasonOf(one.code, own)
    if (!reason) return []
    const detail = message('blocked_offers', {
      ...valuesOf(reason, one, isComplete),
      kinds: one.kinds,
      organization: organization.kind,
    })
    return [show(one, isComplete, detail, language)]
  })
}

/** Returns why needs are not ranked for an offer. */
export function showBlockedNeeds(
  { offer, hoursLeft }: OfferRecord,
  { counts, isComplete }: Counts,
  language: ReaderLanguage,
): BlockedBy[] {
  const own = { modality: offer.modality, hasNothingLeft: hoursLeft !== null && hoursLeft <= 0 }
  return counts.flatMap((one) => {
    const reason = reasonOf(one.code, own)
    if (!reason) return []
    return [show(one, isComplete, message('blocked_needs', valuesOf(reason, one, isComplete)), language)]
  })
}

function show(
  { code, count, alone }: BlockedCount,
  isComplete: boolean,
  detail: Message,
  language: ReaderLanguage,
): BlockedBy {
  return {
    code,
    count,
    count_alone: alone,
    is_minimum: !isComplete,
    detail: textOf(detail, language),
  }
}

function valuesOf(reason: BlockedReason, { count, alone }: BlockedCount, isComplete: boolean) {
  return { reason, count, countAlone: alone, isMinimum: !isComplete }
}

interface Own {
  modality: string
  hasNothingLeft: boolean
}

/** Returns the reason that a gate gives for the other side's postings. Null for gates that are never counted. */
function reasonOf(code: GateCode, own: Own): BlockedReason | null {
  switch (code) {
    case 'modality_differs':
      return own.modality === 'remote' ? 'on_site_only' : 'remote_only'
    case 'fully_committed':
      return own.hasNothingLeft ? 'nothing_left' : 'fully_committed'
    case 'blocked':
    case 'declined':
    case 'nothing_in_common':
      return null
    default:
      return code
  }
}
