import { DEFAULT_MODEL, type Model } from '../../engines/matching/index.ts'
import type { Database, Queryable } from '../../platform/db/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { evaluate, splitByTime } from './evaluate.ts'
import { fitWeights, type Outcome, predictor, type SideWeights } from './fit-weights.ts'
import { createRankingModelsRepository } from './ranking-models.repository.ts'
import type { RankingModelRow, Report } from './ranking-models.table.ts'

/** Fewer tell more of chance than of helpers. */
const LEAST_OUTCOMES = 200

export const DEFAULT_VERSION = DEFAULT_MODEL.version

/** The version is not known, or there is too little to learn from. The message is one line, for a person. */
export class RankingModelError extends Error {}

/** The weights in use: fitted ones, or the default. */
export async function modelInUse(db: Queryable): Promise<Model> {
  const row = await createRankingModelsRepository(db).inUse()
  return row ? { version: row.version, need: row.needWeights, offer: row.offerWeights } : DEFAULT_MODEL
}

/**
 * Fits weights to all outcomes but the latest quarter, judges them beside the present ones by that quarter, and stores
 * them as a new version, which is not used yet. Throws RankingModelError where there are too few outcomes.
 */
export async function fitModel({ db, clock }: { db: Database; clock: Clock }): Promise<RankingModelRow> {
  const repository = createRankingModelsRepository(db)
  const outcomes = await repository.outcomes()
  if (outcomes.length < LEAST_OUTCOMES)
    throw new RankingModelError(
      `${outcomes.length} outcomes are too few: at least ${LEAST_OUTCOMES} are needed`,
    )
  const { training, holdOut } = splitByTime(outcomes)
  const present = await modelInUse(db)
  const presentWeights = { need: normalized(present.need), offer: normalized(present.offer) }
  const fitted = fit(training, presentWeights)
  const judge = (weights: SideWeights) => {
    const predict = predictor(training, weights)
    return evaluate(holdOut.map((outcome) => ({ probability: predict(outcome), good: outcome.good })))
  }
  const report: Report = {
    outcomes: training.length,
    heldOut: holdOut.length,
    present: { version: present.version, ...judge(presentWeights) },
    fitted: judge(fitted),
  }
  const createdAt = clock()
  const row: RankingModelRow = {
    // To the millisecond: two fits within one second are two versions.
    version: `fit-${createdAt.toISOString().replace(/[-:.]/g, '')}`,
    needWeights: fitted.need,
    offerWeights: fitted.offer,
    report,
    createdAt,
    usedAt: null,
  }
  await repository.insert(row)
  return row
}

/** Ranks with a version from now on, in every process. Throws RankingModelError for one that is not there. */
export async function useModel(
  { db, clock }: { db: Database; clock: Clock },
  version: string,
): Promise<void> {
  await db.transaction(async (tx) => {
    const isDefault = version === DEFAULT_VERSION
    const isThere = await createRankingModelsRepository(tx).use(isDefault ? null : version, clock())
    if (!isThere)
      throw new RankingModelError(`there is no version ${version}; run model list to see the versions`)
  })
}

function fit(training: readonly Outcome[], present: SideWeights): SideWeights {
  try {
    return fitWeights(training, present)
  } catch (error) {
    if (error instanceof RangeError) throw new RankingModelError(`can't fit: ${error.message}`)
    throw error
  }
}

function normalized(weights: SideWeights['need']): SideWeights['need'] {
  const total = Object.values(weights).reduce((sum, one) => sum + one, 0)
  const shares = Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, weight / total]))
  // The same names.
  return shares as SideWeights['need']
}
