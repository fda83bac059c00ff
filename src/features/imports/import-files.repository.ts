import { and, asc, desc, eq, isNotNull, lt, sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/db/index.ts'
import type { PartnerId } from '../../shared/ids.ts'
import type { ImportId } from './imports.repository.ts'
import { type Correction, type ImportRun, importChunks, importCorrections, imports } from './imports.table.ts'

/** Stores import files in pieces, and the cells that were corrected in them. */
export function createImportFilesRepository(db: Queryable) {
  const is = (partnerId: PartnerId, id: ImportId) => and(eq(imports.partnerId, partnerId), eq(imports.id, id))
  const chunksOf = (partnerId: PartnerId, id: ImportId) =>
    and(eq(importChunks.partnerId, partnerId), eq(importChunks.importId, id))

  const correctionsOf = (partnerId: PartnerId, id: ImportId) =>
    and(eq(importCorrections.partnerId, partnerId), eq(importCorrections.importId, id))

  async function deleteFile(partnerId: PartnerId, id: ImportId): Promise<void> {
    await db.delete(importChunks).where(chunksOf(partnerId, id))
    await db.delete(importCorrections).where(correctionsOf(partnerId, id))
  }

  async function dropFiles(ofImports: readonly Pick<ImportRun, 'partnerId' | 'id'>[]): Promise<void> {
    for (const { partnerId, id } of ofImports) {
      const ended = and(is(partnerId, id), isNotNull(imports.endedAt))
      const { rowCount } = await db.update(imports).set({ keptUntil: null }).where(ended)
      if (rowCount !== 0) await deleteFile(partnerId, id)
    }
  }

  return {
    /**
     * Stores a piece of an upload. `received` is the size of the file so far, in bytes. Returns false if the import was
     * cancelled; a cancellation waits for this statement.
     */
    async add(
      { partnerId, id }: Pick<ImportRun, 'partnerId' | 'id'>,
      { number, data, received }: { number: number; data: Buffer; received: number },
    ): Promise<boolean> {
      const { rowCount } = await db.execute(sql`
        with receiving as (
          update ${imports} set bytes = greatest(bytes, ${received}::bigint)
          where ${is(partnerId, id)} and ${imports.status} = 'receiving' returning partner_id, id)
        insert into ${importChunks} (partner_id, import_id, number, data)
        select partner_id, id, ${number}::integer, ${data}::bytea from receiving`)
      return rowCount === 1
    },

    async chunk(partnerId: PartnerId, id: ImportId, number: number): Promise<Buffer | undefined> {
      const where = and(chunksOf(partnerId, id), eq(importChunks.number, number))
      return (await db.select({ data: importChunks.data }).from(importChunks).where(where))[0]?.data
    },

    /** Returns the sizes of a file's pieces in bytes, in order. */
    async chunkSizes(partnerId: PartnerId, id: ImportId): Promise<number[]> {
      const rows = await db
        .select({ bytes: sql<number>`octet_length(${importChunks.data})` })
        .from(importChunks)
        .where(chunksOf(partnerId, id))
        .orderBy(asc(importChunks.number))
      return rows.map(({ bytes }) => bytes)
    },

    /** Deletes the file of an import and its corrections. */
    remove: deleteFile,

    /** Deletes the partner's kept files and their corrections, except the latest `but`. A file that is being read stays. */
    async dropKept(partnerId: PartnerId, { but }: { but: number }): Promise<void> {
      const kept = await db
        .select({ id: imports.id })
        .from(imports)
        .where(and(eq(imports.partnerId, partnerId), isNotNull(imports.keptUntil)))
        .orderBy(desc(imports.id))
        .offset(but)
      await dropFiles(kept.map(({ id }) => ({ partnerId, id })))
    },

    /** Deletes at most `limit` files whose time to be kept has passed. Returns how many. */
    async dropKeptUntil(now: Date, limit: number): Promise<number> {
      const due = await db
        .select({ partnerId: imports.partnerId, id: imports.id })
        .from(imports)
        .where(and(isNotNull(imports.endedAt), lt(imports.keptUntil, now)))
        .limit(limit)
      await dropFiles(due)
      return due.length
    },

    /** Moves the file of an import, with its corrections, to another import and deletes the first import. */
    async move(partnerId: PartnerId, { from, to }: { from: ImportId; to: ImportId }): Promise<void> {
      await db.update(importChunks).set({ importId: to }).where(chunksOf(partnerId, from))
      await db.update(importCorrections).set({ importId: to }).where(correctionsOf(partnerId, from))
      await db.delete(imports).where(is(partnerId, from))
    },

    corrections: (partnerId: PartnerId, id: ImportId): Promise<Correction[]> =>
      db
        .select({
          number: importCorrections.number,
          position: importCorrections.position,
          cell: importCorrections.cell,
        })
        .from(importCorrections)
        .where(correctionsOf(partnerId, id)),

    /** Stores corrections. A later correction of a cell replaces an earlier one. */
    async correct(partnerId: PartnerId, importId: ImportId, cells: readonly Correction[]): Promise<void> {
      if (cells.length === 0) return
      await db
        .insert(importCorrections)
        .values(cells.map((one) => ({ ...one, partnerId, importId })))
        .onConflictDoUpdate({
          target: [
            importCorrections.partnerId,
            importCorrections.importId,
            importCorrections.number,
            importCorrections.position,
          ],
          set: { cell: sql`excluded.cell` },
        })
    },
  }
}
