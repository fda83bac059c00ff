export { DEFAULT_VERSION, fitModel, modelInUse, RankingModelError, useModel } from './fit-model.ts'
export { createRankingModelsRepository, MODELS_CHANNEL } from './ranking-models.repository.ts'
export { type RankingModelRow, rankingModels } from './ranking-models.table.ts'
