import type { Message } from '../../shared/messages/index.ts'
import type { NeedRow, OfferRow } from '../postings/index.ts'

/** The value of each factor to each side, by factor name. */
export interface PairFactors {
  need: Record<string, number>
  offer: Record<string, number>
}

/** What introductions need to know of a pair before they are proposed. The matches feature provides it. */
export interface ExplainedPair {
  need: Pick<NeedRow, 'id' | 'partnerId' | 'organizationId' | 'status'>
  offer: Pick<OfferRow, 'id' | 'partnerId' | 'helperId' | 'status'>
  /** The offer is reserved for a ring. */
  isHeld: boolean
  blockers: readonly { code: string; detail: Message; smallestChange: Message }[]
  factors: PairFactors
}
