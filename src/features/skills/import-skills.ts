import type { Database } from '../../platform/db/index.ts'
import { readEsco } from './esco-files.ts'
import { readOnet } from './onet-files.ts'
import { createSkillsRepository } from './skills.repository.ts'

/**
 * Imports a public classification from its downloaded files in `dir`. Replaces what was imported from the same source
 * before. Throws TaxonomyError if the files cannot be read.
 */
export async function importSkills(
  ctx: { db: Database },
  { source, dir }: { source: 'esco' | 'onet'; dir: string },
): Promise<{ skills: number }> {
  // Read before the transaction: large files take longer than a transaction may be idle.
  const entries = await (source === 'esco' ? readEsco(dir) : readOnet(dir))
  await ctx.db.transaction((tx) => createSkillsRepository(tx).replaceImported(source, entries))
  return { skills: entries.length }
}
