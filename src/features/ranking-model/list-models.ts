import type { Context } from '../../platform/events/index.ts'
import { createRankingModelsRepository } from './ranking-models.repository.ts'
import type { RankingModelRow } from './ranking-models.table.ts'
import { readModelInUse } from './use-model.ts'

/** Lists all fitted models, latest first, and the version in use, which may be the default. */
export async function listModels({
  db,
}: Pick<Context, 'db'>): Promise<{ used: string; models: RankingModelRow[] }> {
  const { version } = await readModelInUse({ db })
  return { used: version, models: await createRankingModelsRepository(db).list() }
}
