export { createEngine } from './engine.ts'
export { DEFAULT_MODEL } from './factor-weights.ts'
export { FACTOR_NAMES } from './factors/index.ts'
export type {
  Engine,
  EngineSettings,
  Explanation,
  FactorName,
  MarketNeed,
  MarketOffer,
  Model,
  PayFloor,
  Place,
  Ranked,
  RankOptions,
  ReturnSkill,
  Terms,
  TrackRecord,
  WeeklyWindows,
} from './market.ts'
export { harmonicMean } from './score.ts'
