import type { Message } from '../../shared/messages/index.ts'
import type {
  NeedRow,
  OfferRow,
  PublicNeedView,
  PublicOfferView,
  SessionId,
  SessionLeft,
} from '../postings/index.ts'

/** Value of each factor to each side, by name of the factor. */
export interface PairFactors {
  need: Record<string, number>
  offer: Record<string, number>
}

/**
 * What both sides knew when an introduction was proposed. Rows keep it unchanged, so fields that public views gained later
 * are missing, and codes of summaries must stay known.
 */
export interface Proposal {
  need: PublicNeedView
  offer: PublicOfferView
  score: number
  /** The parts of the sentence for each side. */
  summary: { need: readonly Message[]; offer: readonly Message[] }
}

/** What introductions need to know about a pair before it is proposed. The matches feature provides it. */
export interface ExplainedPair {
  need: Pick<NeedRow, 'id' | 'partnerId' | 'organizationId' | 'status'>
  offer: Pick<OfferRow, 'id' | 'partnerId' | 'helperId' | 'status'>
  /** Sessions of the need with the positions left of each. */
  sessions: readonly SessionLeft[]
  /** Sessions that the offer can attend. */
  sessionsFitting: readonly SessionId[]
  /** Whether the offer is reserved for a ring. */
  isHeld: boolean
  blockers: readonly { code: string; detail: Message; smallestChange: Message }[]
  factors: PairFactors
  proposal: Proposal
}
