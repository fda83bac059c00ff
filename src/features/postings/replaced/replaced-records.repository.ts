import { and, eq, lt, sql } from 'drizzle-orm'
import { insertAll, type Queryable } from '../../../platform/db/index.ts'
import type { Id, PartnerId } from '../../../shared/ids.ts'
import { type ReplacedRecord, replacedRecords } from './replaced-records.table.ts'

type ImportId = Id<'import'>

interface ReturnedRecord {
  id: string
  /** `before` is the version before the undone import, `version` the version now. */
  before: number
  version: number
}

export function createReplacedRecordsRepository(db: Queryable) {
  const ofImport = (partnerId: PartnerId, importId: ImportId) =>
    and(eq(replacedRecords.partnerId, partnerId), eq(replacedRecords.importId, importId))
  const isAmong = (ids: readonly string[]) =>
    sql`${replacedRecords.resourceId} = any(${sql.param([...ids])}::text[])`

  return {
    /** Stores records that an import replaces for the first time. */
    keep: (rows: readonly ReplacedRecord[]): Promise<void> => insertAll(db, replacedRecords, rows),

    /** Returns the replaced records of an import, restricted to these ids. */
    of(partnerId: PartnerId, importId: ImportId, ids: readonly string[]): Promise<ReplacedRecord[]> {
      return db
        .select()
        .from(replacedRecords)
        .where(and(ofImport(partnerId, importId), isAmong(ids)))
    },

    async hasAny(partnerId: PartnerId, importId: ImportId): Promise<boolean> {
      const rows = await db
        .select({ id: replacedRecords.resourceId })
        .from(replacedRecords)
        .where(ofImport(partnerId, importId))
        .limit(1)
      return rows.length > 0
    },

    /** Updates versions if a row of the same import changes a record again: the state before the first change is kept. */
    async updateVersions(
      partnerId: PartnerId,
      importId: ImportId,
      versions: ReadonlyMap<string, number>,
    ): Promise<Set<string>> {
      const ids = [...versions.keys()]
      const { rows } = await db.execute<{ resource_id: string }>(sql`
        update replaced_records set version = case when replaced_records.version = given.version - 1
          then given.version else replaced_records.version end
        from unnest(${sql.param(ids)}::text[], ${sql.param([...versions.values()])}::integer[]) given (id, version)
        where ${ofImport(partnerId, importId)} and resource_id = given.id
        returning resource_id`)
      return new Set(rows.map(({ resource_id }) => resource_id))
    },

    /** Updates the versions of earlier imports after a record was restored, because it is again as they made it. */
    async updateRestored(partnerId: PartnerId, returned: readonly ReturnedRecord[]): Promise<void> {
      const of = <T>(pick: (one: ReturnedRecord) => T) => sql.param(returned.map(pick))
      await db.execute(sql`
        update replaced_records set version = given.version
        from unnest(${of(({ id }) => id)}::text[], ${of(({ before }) => before)}::integer[],
          ${of(({ version }) => version)}::integer[]) given (id, before, version)
        where ${eq(replacedRecords.partnerId, partnerId)} and resource_id = given.id
          and replaced_records.version = given.before`)
    },

    async forgetImport(partnerId: PartnerId, importId: ImportId): Promise<void> {
      await db.delete(replacedRecords).where(ofImport(partnerId, importId))
    },

    /** Deletes the previous states of these records, because they are erased. */
    async forget(partnerId: PartnerId, ids: readonly string[]): Promise<void> {
      await db.delete(replacedRecords).where(and(eq(replacedRecords.partnerId, partnerId), isAmong(ids)))
    },

    async forgetBefore(before: Date): Promise<void> {
      await db.delete(replacedRecords).where(lt(replacedRecords.replacedAt, before))
    },
  }
}
