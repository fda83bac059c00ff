import { asc, eq, sql } from 'drizzle-orm'
import type { SkillEntry } from '../../engines/skills/index.ts'
import type { Queryable } from '../../platform/db/index.ts'
import { importedSkills } from './imported-skills.table.ts'

/** A statement takes at most 65,535 parameters; seven a row stay well below. */
const INSERT_ROWS = 2000

/** The channel on which servers hear that the imported skills have changed. */
export const SKILLS_CHANNEL = 'smartsource_skills'

export type SkillsRepository = ReturnType<typeof createSkillsRepository>

export function createSkillsRepository(db: Queryable) {
  return {
    async importedEntries(): Promise<SkillEntry[]> {
      return db.select().from(importedSkills).orderBy(asc(importedSkills.source), asc(importedSkills.id))
    },

    /** Takes the place of all that was imported from this source before; run it in a transaction. */
    async replaceImported(source: 'esco' | 'onet', entries: SkillEntry[]): Promise<void> {
      await db.delete(importedSkills).where(eq(importedSkills.source, source))
      for (let start = 0; start < entries.length; start += INSERT_ROWS) {
        const rows = entries.slice(start, start + INSERT_ROWS).map((entry) => ({ ...entry, source }))
        await db.insert(importedSkills).values(rows)
      }
      await db.execute(sql`select pg_notify(${SKILLS_CHANNEL}, '')`)
    },
  }
}
