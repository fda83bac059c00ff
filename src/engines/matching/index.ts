export { sessionsFitting } from './attendance.ts'
export type { Point } from './distance.ts'
export { createEngine } from './engine.ts'
export type {
  Blocked,
  BlockedCount,
  BlockedOptions,
  Engine,
  EngineSettings,
  Model,
  PairFilters,
  PayFloor,
  PostedText,
  Ranked,
  RankOptions,
  SavableEngine,
  Standing,
} from './engine-interface.ts'
export type { Blocker, Explanation, GateCode } from './explanation.ts'
export { DEFAULT_MODEL } from './factor-weights.ts'
export { FACTOR_NAMES, type FactorName } from './factors/factor-names.ts'
export { FITS, type Fit } from './fits.ts'
export { GATE_CODES } from './gates/gates.ts'
export { harmonicMean } from './limits.ts'
export { effectiveOpenTo } from './open-to.ts'
export { READ_FACTORS, type ReadFactor } from './portion/bound-lines.ts'
export { type Counted, countedOf } from './portion/counted-of.ts'
export { type Finders, findersOf, seedsOf } from './portion/finders.ts'
export {
  createMarketPortions,
  type MarketCounts,
  type MarketPortion,
  type MarketPortions,
  type Unlearned,
} from './portion/market-portion.ts'
export type { Asked, AskedSkill, NearSkill, Question } from './portion/question.ts'
export { SCORE_RULES } from './portion/score-rules.ts'
export { type SearchColumns, searchColumnsOf } from './portion/search-columns.ts'
export { bitOfText, numberOf, type SignatureOf } from './portion/signature.ts'
export type { StoredPosting } from './portion/stored-posting.ts'
export { postedTextOf } from './posted-text.ts'
export type {
  EngineIds,
  InferredSkill,
  MarketNeed,
  MarketOffer,
  Meaning,
  OfferKind,
  Place,
  ReturnSkill,
  Session,
  Terms,
  TrackRecord,
  WeeklyWindows,
} from './postings.ts'
export { rankingHoldsUntil } from './ranking-holds.ts'
export { FLAGS } from './rows/flags.ts'
export { MEANING_DIMENSIONS } from './rows/layout.ts'
export { PART_KINDS, type PartKind, type SavedPart } from './saved-part.ts'
export type { Reach } from './search/search.ts'
export type { DirectionOf } from './skill-direction.ts'
export { answeredBy } from './wording/answered-words.ts'
