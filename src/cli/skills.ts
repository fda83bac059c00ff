import { findUnknownLabels } from '../features/postings/index.ts'
import { importSkills } from '../features/skills/index.ts'
import type { CommandDeps } from './database.ts'

export async function printImportedSkills(
  deps: CommandDeps,
  options: { source: 'esco' | 'onet'; dir: string; json?: boolean | undefined },
): Promise<void> {
  const { skills } = await importSkills(deps, options)
  if (options.json) return deps.printJson({ source: options.source, skills })
  deps.print(
    `Loaded ${skills} skills of ${options.source === 'esco' ? 'ESCO' : 'O*NET'}. Running servers use them at once.`,
  )
}

export async function printUnknownLabels(
  deps: CommandDeps,
  options: { limit: number; json?: boolean },
): Promise<void> {
  const labels = await findUnknownLabels(deps.db, options.limit)
  if (options.json) return deps.printJson(labels)
  if (labels.length === 0) return deps.print('Every label in use matches a skill.')
  for (const { label, times } of labels) deps.print(`${String(times).padStart(6)}  ${label}`)
}
