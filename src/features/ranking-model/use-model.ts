import { DEFAULT_MODEL, type Model } from '../../engines/matching/index.ts'
import type { Database } from '../../platform/db/index.ts'
import type { Context } from '../../platform/events/index.ts'
import { RankingModelError } from './ranking-model-error.ts'
import { createRankingModelsRepository } from './ranking-models.repository.ts'

export const DEFAULT_VERSION = DEFAULT_MODEL.version

/** Returns the weights in use: fitted ones, or the default. */
export async function readModelInUse({ db }: Pick<Context, 'db'>): Promise<Model> {
  const row = await createRankingModelsRepository(db).inUse()
  return row ? { version: row.version, need: row.needWeights, offer: row.offerWeights } : DEFAULT_MODEL
}

/** Ranks with a version from now on, in every process. Throws RankingModelError if it does not exist. */
export async function useModel(
  { db, clock }: { db: Database } & Pick<Context, 'clock'>,
  { version }: { version: string },
): Promise<void> {
  await db.transaction(async (tx) => {
    const isDefault = version === DEFAULT_VERSION
    const exists = await createRankingModelsRepository(tx).use(isDefault ? null : version, clock())
    if (!exists)
      throw new RankingModelError(`there is no version ${version}; run model list to see the versions`)
  })
}
