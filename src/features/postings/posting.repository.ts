import { and, asc, Column, eq, is, or, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/db/index.ts'
import { insertAll, upsertAll } from '../../platform/db/index.ts'
import { type Id, type IdPrefix, idToUuid, type PartnerId } from '../../shared/ids.ts'
import type { PostedRow, PostedTable } from './posted.table.ts'

export interface ListFilter {
  limit: number
  externalId?: string | undefined
  /** Orders by change instead of by id, from this instant on. */
  updatedSince?: Date | undefined
  /** Position of the last row that was seen. */
  after?: { id: Id<IdPrefix>; updatedAt: Date } | undefined
  /** Equal values in further columns, each served by an index that begins with the partner. */
  where?: Record<string, string>
}

export interface PostedKey {
  id: Id<IdPrefix>
  externalId: string | null
}

/** Tells which rows are there, and keeps them from being deleted until the transaction ends. */
export interface KeyRepository {
  keysOf(
    db: Queryable,
    partnerId: PartnerId,
    among: { ids?: readonly Id<IdPrefix>[]; externalIds?: readonly string[] },
  ): Promise<PostedKey[]>
}

/** SQL of a posted resource's table. Every query names the partner first. */
export interface PostingRepository<R extends PostedRow> extends KeyRepository {
  insert(db: Queryable, row: R): Promise<void>
  /** Inserts those that are new, by default in their first version, and replaces the others. */
  writeAll(db: Queryable, rows: readonly R[], isNew?: (row: R) => boolean): Promise<void>
  find(
    db: Queryable,
    partnerId: PartnerId,
    id: R['id'],
    /** `no key update` to write it, `key share` to keep it from being deleted. */
    lock?: 'no key update' | 'key share',
  ): Promise<R | undefined>
  findAll(db: Queryable, partnerId: PartnerId, ids: readonly R['id'][]): Promise<R[]>
  /** Ids of all that the partner has. */
  idsOf(db: Queryable, partnerId: PartnerId): Promise<R['id'][]>
  findByExternalId(db: Queryable, partnerId: PartnerId, externalId: string): Promise<R | undefined>
  /** Locked for writing, always in the order of their ids. */
  findAllByExternalId(db: Queryable, partnerId: PartnerId, externalIds: readonly string[]): Promise<R[]>
  list(db: Queryable, partnerId: PartnerId, filter: ListFilter): Promise<R[]>
  update(db: Queryable, row: R): Promise<void>
  remove(db: Queryable, partnerId: PartnerId, id: R['id']): Promise<void>
}

export function createPostingRepository<R extends PostedRow>(table: PostedTable): PostingRepository<R> {
  // Drizzle can't infer a row through a generic table: R is the table's own row type, checked by a test
  // that compares every table with the migrated database.
  const asRows = (rows: unknown) => rows as R[]
  const columns: Record<string, unknown> = { ...table }
  const isRow = (partnerId: PartnerId, id: R['id']) => and(eq(table.partnerId, partnerId), eq(table.id, id))

  return {
    async insert(db, row) {
      await db.insert(table).values({ ...row })
    },

    async writeAll(db, rows, isNew = ({ version }) => version === 1) {
      await insertAll(db, table, rows.filter(isNew))
      await upsertAll(
        db,
        table,
        rows.filter((row) => !isNew(row)),
      )
    },

    async keysOf(db, partnerId, { ids = [], externalIds = [] }) {
      const uuids = ids.map(idToUuid)
      const rows = await db
        .select({ id: table.id, externalId: table.externalId })
        .from(table)
        .where(
          and(
            eq(table.partnerId, partnerId),
            or(
              sql`${table.id} = any(${sql.param(uuids)}::uuid[])`,
              sql`${table.externalId} = any(${sql.param([...externalIds])}::text[])`,
            ),
          ),
        )
        .orderBy(asc(table.id))
        .for('key share')
      // The columns of any posted table; see asRows.
      return rows as PostedKey[]
    },

    async findAllByExternalId(db, partnerId, externalIds) {
      const where = and(
        eq(table.partnerId, partnerId),
        sql`${table.externalId} = any(${sql.param([...externalIds])}::text[])`,
      )
      return asRows(await db.select().from(table).where(where).orderBy(asc(table.id)).for('no key update'))
    },

    async find(db, partnerId, id, lock) {
      const query = db.select().from(table).where(isRow(partnerId, id)).$dynamic()
      return asRows(await (lock ? query.for(lock) : query))[0]
    },

    async findAll(db, partnerId, ids) {
      const among = sql`${table.id} = any(${sql.param(ids.map(idToUuid))}::uuid[])`
      return asRows(
        await db
          .select()
          .from(table)
          .where(and(eq(table.partnerId, partnerId), among)),
      )
    },

    async idsOf(db, partnerId) {
      const rows = await db.select({ id: table.id }).from(table).where(eq(table.partnerId, partnerId))
      // The column of any posted table; see asRows.
      return rows.map(({ id }) => id as R['id'])
    },

    async findByExternalId(db, partnerId, externalId) {
      const where = and(eq(table.partnerId, partnerId), eq(table.externalId, externalId))
      return asRows(await db.select().from(table).where(where).for('no key update'))[0]
    },

    async list(db, partnerId, filter) {
      const conditions: (SQL | undefined)[] = [eq(table.partnerId, partnerId)]
      if (filter.externalId !== undefined) conditions.push(eq(table.externalId, filter.externalId))
      for (const [name, value] of Object.entries(filter.where ?? {})) {
        const column = columns[name]
        if (!is(column, Column)) throw new Error(`no column ${name}`)
        conditions.push(eq(column, value))
      }
      if (filter.updatedSince)
        conditions.push(sql`${table.updatedAt} >= ${filter.updatedSince.toISOString()}`)
      if (filter.after) {
        const { id, updatedAt } = filter.after
        conditions.push(
          filter.updatedSince
            ? sql`(${table.updatedAt}, ${table.id}) > (${updatedAt.toISOString()}::timestamptz, ${sql.param(id, table.id)})`
            : sql`${table.id} > ${sql.param(id, table.id)}`,
        )
      }
      const order = filter.updatedSince ? [asc(table.updatedAt), asc(table.id)] : [asc(table.id)]
      const query = db
        .select()
        .from(table)
        .where(and(...conditions))
      return asRows(await query.orderBy(...order).limit(filter.limit))
    },

    async update(db, row) {
      await db
        .update(table)
        .set({ ...row })
        .where(isRow(row.partnerId, row.id))
    },

    async remove(db, partnerId, id) {
      await db.delete(table).where(isRow(partnerId, id))
    },
  }
}
