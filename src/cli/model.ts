import {
  DEFAULT_VERSION,
  fitModel,
  listModels,
  type RankingModelRow,
  useModel,
} from '../features/ranking-model/index.ts'
import type { CommandDeps } from './database.ts'

export async function printFittedModel(deps: CommandDeps, options: { json?: boolean }): Promise<void> {
  const row = await fitModel(deps)
  if (options.json) return deps.printJson(shown(row))
  const { report } = row
  const line = (name: string, { logLoss, auc }: { logLoss: number; auc: number }) =>
    `  ${name.padEnd(28)} log loss ${logLoss.toFixed(4)}   AUC ${auc.toFixed(3)}`
  deps.print(
    `Fitted ${row.version} to ${report.outcomes} outcomes. Results on the latest ${report.heldOut}, not used for fitting:`,
  )
  deps.print(line(`current (${report.present.version})`, report.present))
  deps.print(line('fitted', report.fitted))
  deps.print('\nCalibration of the fitted model, by tenths from least to most likely: predicted, observed')
  for (const { predicted, observed, count } of report.fitted.calibration)
    deps.print(`  ${predicted.toFixed(2)}  ${observed.toFixed(2)}  (${count})`)
  deps.print('\nWeights: need side, offer side')
  for (const [name, weight] of Object.entries(row.needWeights))
    deps.print(`  ${name.padEnd(16)} ${weight.toFixed(3)}  ${offerWeight(row, name).toFixed(3)}`)
  deps.print(`\nThis model is not in use yet. To use it: npm run -s cli -- model use ${row.version}`)
}

export async function printUsedModel(deps: CommandDeps, version: string): Promise<void> {
  await useModel(deps, { version })
  deps.print(`Now ranking with ${version}. Running servers use it at once.`)
}

export async function printModels(deps: CommandDeps, options: { json?: boolean }): Promise<void> {
  const { used, models } = await listModels(deps)
  if (options.json) return deps.printJson({ used, models: models.map(shown) })
  for (const version of [...models.map((row) => row.version), DEFAULT_VERSION])
    deps.print(`${version === used ? '*' : ' '} ${version}`)
}

function offerWeight(row: RankingModelRow, name: string): number {
  return Object.entries(row.offerWeights).find(([other]) => other === name)?.[1] ?? 0
}

function shown(row: RankingModelRow) {
  return {
    version: row.version,
    need_weights: row.needWeights,
    offer_weights: row.offerWeights,
    report: row.report,
    created_at: row.createdAt.toISOString(),
  }
}
