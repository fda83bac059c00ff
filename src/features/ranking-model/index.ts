export { DEFAULT_VERSION, fitModel, modelInUse, useModel } from './fit-model.ts'
export { createRankingModelsRepository, MODELS_CHANNEL } from './ranking-models.repository.ts'
export type { RankingModelRow } from './ranking-models.table.ts'
