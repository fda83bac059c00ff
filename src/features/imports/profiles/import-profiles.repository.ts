import { and, asc, eq, gt } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import type { PartnerId } from '../../../shared/ids.ts'
import { type ImportProfile, importProfiles } from './import-profiles.table.ts'

type Key = Pick<ImportProfile, 'partnerId' | 'name'>

export function createImportProfilesRepository(db: Queryable) {
  const is = ({ partnerId, name }: Key) =>
    and(eq(importProfiles.partnerId, partnerId), eq(importProfiles.name, name))

  return {
    /** Inserts a profile. Returns false if the partner has one with this name. */
    async insert(row: ImportProfile): Promise<boolean> {
      return (await db.insert(importProfiles).values(row).onConflictDoNothing()).rowCount === 1
    },

    async replace({ partnerId, name, ...change }: ImportProfile): Promise<void> {
      await db.update(importProfiles).set(change).where(is({ partnerId, name }))
    },

    async remove(partnerId: PartnerId, name: string): Promise<void> {
      await db.delete(importProfiles).where(is({ partnerId, name }))
    },

    async find(partnerId: PartnerId, name: string, lock?: 'update'): Promise<ImportProfile | undefined> {
      const query = db.select().from(importProfiles).where(is({ partnerId, name }))
      return (await (lock ? query.for(lock) : query))[0]
    },

    /** Lists profiles by name. */
    list(partnerId: PartnerId, limit: number, after: string | undefined): Promise<ImportProfile[]> {
      const beyond = after === undefined ? undefined : gt(importProfiles.name, after)
      return db
        .select()
        .from(importProfiles)
        .where(and(eq(importProfiles.partnerId, partnerId), beyond))
        .orderBy(asc(importProfiles.name))
        .limit(limit)
    },
  }
}
