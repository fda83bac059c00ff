import type { Database } from '../../platform/db/index.ts'
import { readEsco } from './esco-files.ts'
import { readOnet } from './onet-files.ts'
import { createSkillsRepository } from './skills.repository.ts'

/** Loads a classification from the files of its publisher, in place of what was loaded of it before. */
export async function importSkills(
  deps: { db: Database },
  source: 'esco' | 'onet',
  dir: string,
): Promise<{ skills: number }> {
  const entries = await (source === 'esco' ? readEsco(dir) : readOnet(dir))
  await deps.db.transaction((tx) => createSkillsRepository(tx).replaceImported(source, entries))
  return { skills: entries.length }
}
