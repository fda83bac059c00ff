import { and, arrayContains, desc, eq, gt, inArray, isNotNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { countUpTo, type Queryable } from '../../platform/db/index.ts'
import { type Id, idToUuid, type PartnerId, uuidToId } from '../../shared/ids.ts'
import { type ImportRun, type ImportType, imports, importTurns, type KeptRecords } from './imports.table.ts'

export type ImportId = Id<'import'>

/** Filters of the list of imports, newest first. */
export interface ImportFilter {
  limit: number
  before: ImportId | undefined
  type?: readonly ImportType[] | undefined
  status?: readonly ImportRun['status'][] | undefined
  mode?: ImportRun['mode'] | undefined
}

/** States of an import that has not ended. */
const UNFINISHED = ['receiving', 'queued', 'running'] as const

export function createImportsRepository(db: Queryable) {
  const is = (partnerId: PartnerId, id: ImportId) => and(eq(imports.partnerId, partnerId), eq(imports.id, id))
  return {
    async insert(row: ImportRun): Promise<void> {
      await db.insert(imports).values(row)
    },

    async find(partnerId: PartnerId, id: ImportId, lock?: 'update'): Promise<ImportRun | undefined> {
      const query = db.select().from(imports).where(is(partnerId, id))
      const [row] = await (lock ? query.for(lock) : query)
      return row
    },

    /** Finds the import that has replaced a deleted one. */
    async findReplacing(partnerId: PartnerId, id: ImportId): Promise<ImportId | undefined> {
      const ofPartner = eq(imports.partnerId, partnerId)
      const [row] = await db
        .select({ id: imports.id })
        .from(imports)
        .where(and(ofPartner, arrayContains(imports.replaces, [id])))
      return row?.id
    },

    list(partnerId: PartnerId, { limit, before, type, status, mode }: ImportFilter): Promise<ImportRun[]> {
      return db
        .select()
        .from(imports)
        .where(
          and(
            eq(imports.partnerId, partnerId),
            before && lt(imports.id, before),
            type && inArray(imports.type, [...type]),
            status && inArray(imports.status, [...status]),
            mode && eq(imports.mode, mode),
          ),
        )
        .orderBy(desc(imports.id))
        .limit(limit)
    },

    /** Changes an import if it is in this state. Returns false if it is not, because it was cancelled or has ended. */
    async updateIf(
      status: ImportRun['status'],
      { partnerId, id }: Pick<ImportRun, 'partnerId' | 'id'>,
      change: Partial<ImportRun>,
    ): Promise<boolean> {
      const where = and(is(partnerId, id), eq(imports.status, status))
      return (await db.update(imports).set(change).where(where)).rowCount === 1
    },

    async remove(partnerId: PartnerId, id: ImportId): Promise<void> {
      await db.delete(imports).where(is(partnerId, id))
    },

    /** Removes an import whose upload broke off. */
    async removeReceiving(partnerId: PartnerId, id: ImportId): Promise<void> {
      await db.delete(imports).where(and(is(partnerId, id), eq(imports.status, 'receiving')))
    },

    /** Returns the partner of an import that has not ended. */
    async ownerOfUnfinished(id: ImportId): Promise<PartnerId | undefined> {
      const where = and(eq(imports.id, id), inArray(imports.status, [...UNFINISHED]))
      return (await db.select({ partnerId: imports.partnerId }).from(imports).where(where))[0]?.partnerId
    },

    async hasUnfinished(partnerId: PartnerId): Promise<boolean> {
      const where = and(eq(imports.partnerId, partnerId), inArray(imports.status, [...UNFINISHED]))
      return (await db.select({ id: imports.id }).from(imports).where(where).limit(1)).length > 0
    },

    /** Counts a partner's unfinished imports and adds up the size of their files. */
    async waitingOf(partnerId: PartnerId): Promise<{ imports: number; bytes: number }> {
      const { rows } = await db.execute<{ imports: number; bytes: string }>(sql`
        select count(*)::int as imports, coalesce(sum(bytes), 0) as bytes from ${imports}
        where partner_id = ${idToUuid(partnerId)} and state in ('receiving', 'queued', 'running')`)
      const [row] = rows
      return { imports: row?.imports ?? 0, bytes: Number(row?.bytes ?? 0) }
    },

    /**
     * Counts imports that can still be corrected and have rejected rows or notices, up to `most`. Few are kept at a time.
     */
    countToCorrect(partnerId: PartnerId, now: Date, most: number): Promise<number> {
      const hasSome = sql`(${imports.rejected} > 0 or ${imports.noticed} > 0)`
      const where = and(
        eq(imports.partnerId, partnerId),
        gt(imports.keptUntil, now),
        isNotNull(imports.endedAt),
      )
      return countUpTo(db, sql`select 1 from ${imports} where ${where} and ${hasSome}`, most)
    },

    /** Counts queued and running imports, up to `most`. */
    countWaiting(most: number): Promise<number> {
      return countUpTo(
        db,
        sql`select 1 from ${imports} where ${imports.status} in ('queued', 'running')`,
        most,
      )
    },

    /**
     * Claims an import that no process runs, or whose process has not renewed its claim in time. Takes the oldest of the
     * partner served longest ago, among those that can continue. Reads only unfinished imports (index `imports_to_run`).
     */
    async claim({ now, hasIndex }: ClaimAt, until: Date): Promise<ImportRun | undefined> {
      const nowText = sql`${now.toISOString()}::timestamptz`
      const { rows } = await db.execute<{ partner_id: string; id: string }>(sql`
        with due as (
          select i.partner_id, i.id from ${imports} i left join ${importTurns} t on t.partner_id = i.partner_id
          where ${isClaimable(sql`i`, { now, hasIndex })}
          order by t.served_at nulls first, i.id limit 1
          for update of i skip locked),
        served as (
          insert into ${importTurns} (partner_id, served_at) select partner_id, ${nowText} from due
          on conflict (partner_id) do update set served_at = excluded.served_at)
        update ${imports} i set state = 'running', claimed_until = ${until.toISOString()}::timestamptz,
          started_at = coalesce(i.started_at, ${nowText}), attempts = i.attempts + 1, updated_at = ${nowText}
        from due where i.partner_id = due.partner_id and i.id = due.id
        returning i.partner_id, i.id`)
      const [row] = rows
      return row && this.find(uuidToId('partner', row.partner_id), uuidToId('import', row.id))
    },

    /** Tells whether an import of another partner could be claimed. */
    async othersWait(partnerId: PartnerId, at: ClaimAt): Promise<boolean> {
      const { rows } = await db.execute<{ waiting: boolean }>(sql`
        select exists (
          select from ${imports} i where ${isClaimable(sql`i`, at)} and i.partner_id <> ${idToUuid(partnerId)}
        ) as waiting`)
      return rows[0]?.waiting === true
    },

    /** Lets any process claim an import, unless another has continued it beyond `rowsRead`. */
    async release({ partnerId, id }: ImportRun, rowsRead: number): Promise<void> {
      await db
        .update(imports)
        .set({ claimedUntil: null })
        .where(and(is(partnerId, id), eq(imports.status, 'running'), eq(imports.rowsRead, rowsRead)))
    },

    /** Removes uploads that broke off before `stale` and imports that ended before `ended`. */
    async removeOld(stale: Date, ended: Date): Promise<void> {
      await db
        .delete(imports)
        .where(
          or(and(eq(imports.status, 'receiving'), lt(imports.updatedAt, stale)), lt(imports.endedAt, ended)),
        )
    },

    async setUndone(
      { partnerId, id }: Pick<ImportRun, 'partnerId' | 'id'>,
      { undoneAt, kept }: { undoneAt: Date; kept: KeptRecords | null },
    ): Promise<void> {
      await db.update(imports).set({ undoneAt, kept, updatedAt: undoneAt }).where(is(partnerId, id))
    },
  }
}

/** The time of a claim, and whether this process has read all postings. */
export interface ClaimAt {
  now: Date
  hasIndex: boolean
}

/** Types whose rows may name other partners' postings, which a process knows only once it has read them. */
const NEED_INDEX = ['candidate_preferences'] as const satisfies readonly ImportType[]

function isClaimable(row: SQL, { now, hasIndex }: ClaimAt): SQL {
  return sql`${row}.state in ('queued', 'running')
    and (${hasIndex}::boolean or ${row}.type <> all(${sql.param([...NEED_INDEX])}::text[]))
    and (${row}.claimed_until is null or ${row}.claimed_until < ${now.toISOString()}::timestamptz)`
}
