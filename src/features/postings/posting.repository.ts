import { and, asc, eq, getTableName, or, sql } from 'drizzle-orm'
import {
  type Counted,
  createListReader,
  insertAll,
  insertUnlessTaken,
  type List,
  type ListAsked,
  type Queryable,
  upsertAll,
} from '../../platform/db/index.ts'
import { type Id, type IdPrefix, idToUuid, type PartnerId } from '../../shared/ids.ts'
import type { PostedRow, PostedTable } from './posted.table.ts'

export interface PostedKey {
  id: Id<IdPrefix>
  externalId: string | null
}

export interface KeyRepository {
  /** Finds rows by id or external id, and keeps them from being deleted until the transaction ends. */
  findKeys(
    partnerId: PartnerId,
    among: { ids?: readonly Id<IdPrefix>[]; externalIds?: readonly string[] },
  ): Promise<PostedKey[]>
}

/** The list of a posted resource. */
export type PostedList<R extends PostedRow> = List<R> & { table: PostedTable }

/** SQL of a posted resource's table. Every query begins with the partner. */
export interface PostingRepository<R extends PostedRow> extends KeyRepository {
  /** Inserts a row. Returns false, without inserting, if another row has this external id. */
  insert(row: R): Promise<boolean>
  /** Inserts new rows, by default those of version 1, and replaces the others. */
  writeAll(rows: readonly R[], isNew?: (row: R) => boolean): Promise<void>
  find(
    partnerId: PartnerId,
    id: R['id'],
    /** `no key update` to write the row, `key share` to keep it from being deleted. */
    lock?: 'no key update' | 'key share',
  ): Promise<R | undefined>
  findAll(partnerId: PartnerId, ids: readonly R['id'][]): Promise<R[]>
  /** Lists the ids of all rows of the partner. */
  idsOf(partnerId: PartnerId): Promise<R['id'][]>
  /** Finds a row and locks it for writing. */
  findByExternalId(partnerId: PartnerId, externalId: string): Promise<R | undefined>
  /** Finds rows by external id or id and locks them for writing, always in order of id. */
  findAllByKey(
    partnerId: PartnerId,
    keys: { externalIds: readonly string[]; ids: readonly Id<IdPrefix>[] },
  ): Promise<R[]>
  list(partnerId: PartnerId, asked: ListAsked): Promise<R[]>
  /** Counts the rows that match the filters, up to `most`. */
  count(partnerId: PartnerId, asked: Pick<ListAsked, 'filters' | 'q'>, most: number): Promise<Counted>
  update(row: R): Promise<void>
  remove(partnerId: PartnerId, id: R['id']): Promise<void>
  /** Locks rows against any use, in order of id. Returns the version of each existing row. */
  lockToRemove(partnerId: PartnerId, ids: readonly Id<IdPrefix>[]): Promise<ReadonlyMap<string, number>>
  removeAll(partnerId: PartnerId, ids: readonly Id<IdPrefix>[]): Promise<void>
}

export function createPostingRepository<R extends PostedRow>(
  db: Queryable,
  list: PostedList<R>,
): PostingRepository<R> {
  const { table } = list
  // Drizzle can't infer a row through a generic table. R is the table's own row type; a test compares every table with the
  // migrated database.
  const asRows = (rows: unknown) => rows as R[]
  const tableName = getTableName(table)
  // The id of any posted table; see asRows.
  const toId = (uuid: string) => table.id.mapFromDriverValue(uuid) as R['id']
  const ofPartner = (partnerId: PartnerId) => eq(table.partnerId, partnerId)
  const isRow = (partnerId: PartnerId, id: R['id']) => and(ofPartner(partnerId), eq(table.id, id))
  const isAmong = (ids: readonly Id<IdPrefix>[]) =>
    sql`${table.id} = any(${sql.param(ids.map(idToUuid))}::uuid[])`
  const hasExternalId = (externalIds: readonly string[]) =>
    sql`${table.externalId} = any(${sql.param([...externalIds])}::text[])`

  return {
    insert(row) {
      return insertUnlessTaken(db, table, row, [table.partnerId, table.externalId])
    },

    async writeAll(rows, isNew = ({ version }) => version === 1) {
      await insertAll(db, table, rows.filter(isNew))
      await upsertAll(
        db,
        table,
        rows.filter((row) => !isNew(row)),
      )
    },

    async findKeys(partnerId, { ids = [], externalIds = [] }) {
      // A named statement, planned once per connection, because every posting looks up its parent.
      const { rows } = await db.$client.query<{ id: string; external_id: string | null }>({
        name: `keys_of_${tableName}`,
        text: `
          select id, external_id from "${tableName}"
          where partner_id = $1 and (id = any($2::uuid[]) or external_id = any($3::text[]))
          order by id for key share`,
        values: [idToUuid(partnerId), ids.map(idToUuid), externalIds],
      })
      return rows.map(({ id, external_id }): PostedKey => ({ id: toId(id), externalId: external_id }))
    },

    async findAllByKey(partnerId, { externalIds, ids }) {
      const isNamed = hasExternalId(externalIds)
      const where = and(ofPartner(partnerId), ids.length > 0 ? or(isNamed, isAmong(ids)) : isNamed)
      return asRows(await db.select().from(table).where(where).orderBy(asc(table.id)).for('no key update'))
    },

    async find(partnerId, id, lock) {
      const query = db.select().from(table).where(isRow(partnerId, id)).$dynamic()
      return asRows(await (lock ? query.for(lock) : query))[0]
    },

    async findAll(partnerId, ids) {
      const where = and(ofPartner(partnerId), isAmong(ids))
      return asRows(await db.select().from(table).where(where))
    },

    async idsOf(partnerId) {
      const rows = await db.select({ id: table.id }).from(table).where(ofPartner(partnerId))
      // The column of any posted table; see asRows.
      return rows.map(({ id }) => id as R['id'])
    },

    async findByExternalId(partnerId, externalId) {
      const where = and(ofPartner(partnerId), eq(table.externalId, externalId))
      return asRows(await db.select().from(table).where(where).for('no key update'))[0]
    },

    ...createListReader(db, list, table.partnerId),

    async update({ partnerId, id, ...change }) {
      await db.update(table).set(change).where(isRow(partnerId, id))
    },

    async remove(partnerId, id) {
      await db.delete(table).where(isRow(partnerId, id))
    },

    async lockToRemove(partnerId, ids) {
      const rows = await db
        .select({ id: table.id, version: table.version })
        .from(table)
        .where(and(ofPartner(partnerId), isAmong(ids)))
        .orderBy(asc(table.id))
        .for('update')
      return new Map(rows.map(({ id, version }) => [String(id), Number(version)]))
    },

    async removeAll(partnerId, ids) {
      await db.delete(table).where(and(ofPartner(partnerId), isAmong(ids)))
    },
  }
}
