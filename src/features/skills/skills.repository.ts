import { asc, eq, sql } from 'drizzle-orm'
import type { SkillEntry } from '../../engines/skills/index.ts'
import type { Queryable } from '../../platform/db/index.ts'
import { importedSkills } from './imported-skills.table.ts'

/** Postgres allows 65,535 parameters in a statement. Seven for each row stay well below. */
const INSERT_ROWS = 2000

/** Servers listen on this channel to reload the imported skills when they change. */
export const SKILLS_CHANNEL = 'smartsource_skills'

export type SkillsRepository = ReturnType<typeof createSkillsRepository>

/** Imported skills belong to no partner: all share them. */
export function createSkillsRepository(db: Queryable) {
  return {
    async listImported(): Promise<SkillEntry[]> {
      return db.select().from(importedSkills).orderBy(asc(importedSkills.source), asc(importedSkills.id))
    },

    /** Replaces everything imported from this source. Call it in a transaction. */
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
