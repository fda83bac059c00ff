import type { Message } from '../../shared/messages/index.ts'
import type { FactorName } from './factors/factor-names.ts'
import type { Fit } from './fits.ts'
import type { EngineIds, Importance, Money } from './postings.ts'
import type { Sides } from './sides.ts'

export type GateCode =
  | 'kind_not_accepted'
  | 'place_out_of_reach'
  | 'place_unknown'
  | 'modality_differs'
  | 'no_shared_language'
  | 'dates_do_not_overlap'
  | 'deadline_passed'
  | 'no_session_fits'
  | 'too_few_hours'
  | 'fully_committed'
  | 'must_skill_missing'
  | 'requirement_not_held'
  | 'over_budget'
  | 'below_pay_floor'
  | 'paid_only'
  | 'guardian_consent_missing'
  | 'volunteer_for_profit'
  | 'not_open_to_organization'
  | 'not_visible'
  | 'blocked'
  | 'declined'
  | 'nothing_in_common'

export interface Blocker {
  code: GateCode
  detail: Message
  /** The smallest change to one side that would open this gate. */
  smallestChange: Message
}

export interface Factor {
  name: FactorName
  /** [0, 1]. */
  value: number
  /** Value for each side. */
  forNeed: number
  forOffer: number
  /** This factor's share in this pair's score: the score is the sum of value × weight over all factors. */
  weight: number
  /** value × weight. */
  contribution: number
  /** Sentences. Empty if the factor tells a reader nothing, for example because its facts are unknown. */
  reason: Message[]
}

export type NoticeCode =
  | 'volunteer_for_profit'
  | 'unpaid_intern_for_profit'
  | 'credit_required'
  | 'nothing_to_give'
  | 'budget_missing'
  | 'above_budget'
  | 'budget_not_compared'
  | 'currency_differs'
  | 'pay_floor_unknown'
  | 'pay_floor_not_compared'
  | 'credential_expires'
  | 'time_zones_far_apart'
  | 'remote_helper_for_hybrid_work'
  | 'few_hours_left'
  | 'skill_not_in_taxonomy'

export interface Cost {
  /** Null if no money changes hands. */
  money: (Money & { unit: 'hour' | 'project' | 'total'; perWeek: Money | null }) | null
  /** Estimated hours to close the gaps in skills; null if there are none. */
  hoursToTrain: number | null
  /** What the organization gives in return: barter. Empty otherwise. */
  inKind: { label: string; hoursPerWeek: number | null; alreadyDoing: boolean }[]
}

export interface Explanation<Ids extends EngineIds = EngineIds> {
  /** Version of the weights. */
  model: string
  needId: Ids['need']
  offerId: Ids['offer']
  /** Score of an eligible pair; of a blocked one, what it would be without its blockers. */
  score: number
  fit: Fit
  eligible: boolean
  blockers: Blocker[]
  factors: Factor[]
  /**
   * `inferred` is true if only the words of a side express the skill. `confidence` says how surely, and `because` lists
   * the parts of the texts that express it.
   */
  matchedSkills: {
    wanted: string
    offered: string
    relatedness: number
    inferred: boolean
    confidence: number
    because: { need: readonly string[]; offer: readonly string[] }
  }[]
  missingSkills: { label: string; importance: Importance }[]
  cost: Cost
  notices: { code: NoticeCode; detail: Message }[]
  /** The parts of one sentence that sums up the pair, for the reader of each side. */
  summary: Sides<Message[]>
}
