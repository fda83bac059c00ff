import type { Context } from '../../platform/events/index.ts'
import { evaluate, splitByTime } from './evaluate.ts'
import { fitWeights, type Outcome, predictor, type SideWeights } from './fit-weights.ts'
import { RankingModelError } from './ranking-model-error.ts'
import { createRankingModelsRepository } from './ranking-models.repository.ts'
import type { RankingModelRow, Report } from './ranking-models.table.ts'
import { readModelInUse } from './use-model.ts'

/** With fewer, chance outweighs what can be learned. */
const LEAST_OUTCOMES = 200

/**
 * Fits weights to all outcomes but the latest quarter, compares them with the current weights on that quarter, and
 * stores them as a new version that is not used yet. Throws RankingModelError if there are too few outcomes.
 */
export async function fitModel({ db, clock }: Pick<Context, 'db' | 'clock'>): Promise<RankingModelRow> {
  const repository = createRankingModelsRepository(db)
  const outcomes = await repository.outcomes()
  if (outcomes.length < LEAST_OUTCOMES)
    throw new RankingModelError(
      `${outcomes.length} outcomes are too few: at least ${LEAST_OUTCOMES} are needed`,
    )
  const { training, holdOut } = splitByTime(outcomes)
  const present = await readModelInUse({ db })
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
    // To the millisecond, so that two fits within one second get two versions.
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
  // Cast: the names are the same.
  return shares as SideWeights['need']
}
