import type { Message } from '../../shared/messages/index.ts'
import type {
  NeedRow,
  OfferRow,
  PublicNeedView,
  PublicOfferView,
  SessionId,
  SessionLeft,
} from '../postings/index.ts'

/** The value of each factor to each side, by factor name. */
export interface PairFactors {
  need: Record<string, number>
  offer: Record<string, number>
}

/**
 * What both sides knew when an introduction was proposed. Rows keep it as it was, so a field that public views gain later is
 * missing here, and codes of summaries must stay known.
 */
export interface Proposal {
  need: PublicNeedView
  offer: PublicOfferView
  score: number
  /** The parts of the sentence for each side. */
  summary: { need: readonly Message[]; offer: readonly Message[] }
}

/** What introductions need to know of a pair before they are proposed. The matches feature provides it. */
export interface ExplainedPair {
  need: Pick<NeedRow, 'id' | 'partnerId' | 'organizationId' | 'status'>
  offer: Pick<OfferRow, 'id' | 'partnerId' | 'helperId' | 'status'>
  /** Of the need, with what is left of each. */
  sessions: readonly SessionLeft[]
  /** Those that the offer can attend. */
  sessionsFitting: readonly SessionId[]
  /** The offer is reserved for a ring. */
  isHeld: boolean
  blockers: readonly { code: string; detail: Message; smallestChange: Message }[]
  factors: PairFactors
  proposal: Proposal
}
