import { and, asc, eq, sql } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import { type Id, type IdPrefix, idToUuid, type PartnerId, prefixes, uuidToId } from '../../../shared/ids.ts'
import { type MergedKind, mergedRecords } from './merged-records.table.ts'

export interface MergedRecord {
  id: Id<IdPrefix>
  externalId: string | null
  intoId: Id<IdPrefix>
}

/** SQL for merged records of one kind. */
export function createMergedRecordsRepository(db: Queryable, kind: MergedKind) {
  const { partnerId: partner, id, externalId, intoId } = mergedRecords
  const isOf = (partnerId: PartnerId) => and(eq(partner, partnerId), eq(mergedRecords.kind, kind))
  const select = () => db.select({ id, externalId, intoId }).from(mergedRecords)
  const show = (row: { id: string; externalId: string | null; intoId: string }): MergedRecord => ({
    id: uuidToId(prefixes[kind], row.id),
    externalId: row.externalId,
    intoId: uuidToId(prefixes[kind], row.intoId),
  })

  return {
    /** Records that a record was merged into another. Records merged into it earlier point to the kept one too. */
    async add(partnerId: PartnerId, record: MergedRecord, mergedAt: Date): Promise<void> {
      const into = idToUuid(record.intoId)
      await db
        .update(mergedRecords)
        .set({ intoId: into })
        .where(and(isOf(partnerId), eq(intoId, idToUuid(record.id))))
      await db.insert(mergedRecords).values({
        partnerId,
        kind,
        id: idToUuid(record.id),
        externalId: record.externalId,
        intoId: into,
        mergedAt,
      })
    },

    async find(partnerId: PartnerId, recordId: Id<IdPrefix>): Promise<MergedRecord | undefined> {
      const [row] = await select().where(and(isOf(partnerId), eq(id, idToUuid(recordId))))
      return row && show(row)
    },

    async findAll(partnerId: PartnerId, ids: readonly Id<IdPrefix>[]): Promise<MergedRecord[]> {
      const isAmong = sql`${id} = any(${sql.param(ids.map(idToUuid))}::uuid[])`
      return (await select().where(and(isOf(partnerId), isAmong))).map(show)
    },

    /** Finds merged records of any partner. */
    async findAllOfAny(ids: readonly Id<IdPrefix>[]): Promise<MergedRecord[]> {
      const isAmong = sql`${id} = any(${sql.param(ids.map(idToUuid))}::uuid[])`
      return (await select().where(and(eq(mergedRecords.kind, kind), isAmong))).map(show)
    },

    async findByExternalIds(partnerId: PartnerId, externalIds: readonly string[]): Promise<MergedRecord[]> {
      const isNamed = sql`${externalId} = any(${sql.param([...externalIds])}::text[])`
      return (await select().where(and(isOf(partnerId), isNamed))).map(show)
    },

    /** Lists all records that were merged into this one. */
    async into(partnerId: PartnerId, keptId: Id<IdPrefix>): Promise<MergedRecord[]> {
      const where = and(isOf(partnerId), eq(intoId, idToUuid(keptId)))
      return (await select().where(where).orderBy(asc(id))).map(show)
    },

    /** Erases the external ids of all records that were merged into this one. */
    async eraseInto(partnerId: PartnerId, keptId: Id<IdPrefix>): Promise<void> {
      await db
        .update(mergedRecords)
        .set({ externalId: null })
        .where(and(isOf(partnerId), eq(intoId, idToUuid(keptId))))
    },
  }
}
