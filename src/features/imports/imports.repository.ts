import { and, asc, desc, eq, gt, inArray, isNotNull, lt, or, type SQL, sql } from 'drizzle-orm'
import { countUpTo, insertAll, type Queryable } from '../../platform/db/index.ts'
import { type Id, idToUuid, type PartnerId, uuidToId } from '../../shared/ids.ts'
import {
  type Correction,
  type ImportRow,
  type ImportRun,
  type ImportType,
  importChunks,
  importCorrections,
  importRows,
  imports,
  importTurns,
  type KeptRecords,
  type Outcome,
} from './imports.table.ts'

export type ImportId = Id<'import'>

/** Which imports a list shows, newest first. */
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
  const rowsOf = (partnerId: PartnerId, id: ImportId) =>
    and(eq(importRows.partnerId, partnerId), eq(importRows.importId, id))
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
    async insert(row: ImportRun): Promise<void> {
      await db.insert(imports).values(row)
    },

    async find(partnerId: PartnerId, id: ImportId, lock?: 'update'): Promise<ImportRun | undefined> {
      const query = db.select().from(imports).where(is(partnerId, id))
      const [row] = await (lock ? query.for(lock) : query)
      return row
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

    /** Changes an import that is in this state. Returns false if it no longer is: it was cancelled, or has ended. */
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

    /** The partner of an import that has not ended. */
    async ownerOfUnfinished(id: ImportId): Promise<PartnerId | undefined> {
      const where = and(eq(imports.id, id), inArray(imports.status, [...UNFINISHED]))
      return (await db.select({ partnerId: imports.partnerId }).from(imports).where(where))[0]?.partnerId
    },

    async hasUnfinished(partnerId: PartnerId): Promise<boolean> {
      const where = and(eq(imports.partnerId, partnerId), inArray(imports.status, [...UNFINISHED]))
      return (await db.select({ id: imports.id }).from(imports).where(where).limit(1)).length > 0
    },

    /** The imports of a partner that have not ended, and the size of their files together. */
    async waitingOf(partnerId: PartnerId): Promise<{ imports: number; bytes: number }> {
      const { rows } = await db.execute<{ imports: number; bytes: string }>(sql`
        select count(*)::int as imports, coalesce(sum(bytes), 0) as bytes from ${imports}
        where partner_id = ${idToUuid(partnerId)} and state in ('receiving', 'queued', 'running')`)
      const [row] = rows
      return { imports: row?.imports ?? 0, bytes: Number(row?.bytes ?? 0) }
    },

    /** Imports that can still be corrected and have rejected rows or notices. Few are kept at a time. */
    countToCorrect(partnerId: PartnerId, now: Date, most: number): Promise<number> {
      const hasSome = sql`(${imports.rejected} > 0 or ${imports.noticed} > 0)`
      const where = and(
        eq(imports.partnerId, partnerId),
        gt(imports.keptUntil, now),
        isNotNull(imports.endedAt),
      )
      return countUpTo(db, sql`select from ${imports} where ${where} and ${hasSome}`, most)
    },

    /** Imports queued or running, up to `most`. */
    countWaiting(most: number): Promise<number> {
      return countUpTo(db, sql`select from ${imports} where ${imports.status} in ('queued', 'running')`, most)
    },

    /**
     * Claims an import that no process runs, or whose process has not renewed its claim in time: the oldest of the partner
     * who was served longest ago, of those that can go on. It reads only imports that have not ended (`imports_to_run`).
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

    /** Whether an import of another partner could be claimed. */
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

    /** Removes uploads that broke off before `stale`, and imports that ended before `ended`. */
    async removeOld(stale: Date, ended: Date): Promise<void> {
      await db
        .delete(imports)
        .where(
          or(and(eq(imports.status, 'receiving'), lt(imports.updatedAt, stale)), lt(imports.endedAt, ended)),
        )
    },

    /**
     * Stores a piece of an upload. `received` is the size of the file so far. Returns false if the import was cancelled,
     * which waits for this statement.
     */
    async addChunk(
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

    /** Sizes of the pieces of a file in bytes, in their order. */
    async chunkSizes(partnerId: PartnerId, id: ImportId): Promise<number[]> {
      const rows = await db
        .select({ bytes: sql<number>`octet_length(${importChunks.data})` })
        .from(importChunks)
        .where(chunksOf(partnerId, id))
        .orderBy(asc(importChunks.number))
      return rows.map(({ bytes }) => bytes)
    },

    /** Removes the file of an import, with what was corrected in it. */
    removeFile: deleteFile,

    /**
     * Deletes files that are kept to be read again, with what was corrected in them: all of a partner but the latest `but`.
     * A file that is being read stays.
     */
    async dropKeptFiles(partnerId: PartnerId, { but }: { but: number }): Promise<void> {
      const kept = await db
        .select({ id: imports.id })
        .from(imports)
        .where(and(eq(imports.partnerId, partnerId), isNotNull(imports.keptUntil)))
        .orderBy(desc(imports.id))
        .offset(but)
      await dropFiles(kept.map(({ id }) => ({ partnerId, id })))
    },

    /** Deletes the files that were kept until now, at most `limit`. Returns how many. */
    async dropFilesKeptUntil(now: Date, limit: number): Promise<number> {
      const due = await db
        .select({ partnerId: imports.partnerId, id: imports.id })
        .from(imports)
        .where(and(isNotNull(imports.endedAt), lt(imports.keptUntil, now)))
        .limit(limit)
      await dropFiles(due)
      return due.length
    },

    /** Gives the file of an import, with its corrections, to another, and removes the first. */
    async moveFile(partnerId: PartnerId, { from, to }: { from: ImportId; to: ImportId }): Promise<void> {
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

    /** A later correction of a cell takes the place of an earlier one. */
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

    addRows: (rows: readonly ImportRow[]): Promise<void> => insertAll(db, importRows, rows),

    rows(partnerId: PartnerId, id: ImportId, page: RowFilter): Promise<ImportRow[]> {
      const ofOutcome = page.outcome && eq(importRows.outcome, page.outcome)
      const noticed = page.hasNotices ? isNotNull(importRows.notices) : undefined
      const reported = page.isReported
        ? or(eq(importRows.outcome, 'rejected'), isNotNull(importRows.notices))
        : undefined
      return db
        .select()
        .from(importRows)
        .where(and(rowsOf(partnerId, id), ofOutcome, noticed, reported, gt(importRows.number, page.after)))
        .orderBy(asc(importRows.number))
        .limit(page.limit)
    },

    /** The records that an import created or changed, at most so many. */
    async writtenBy(
      partnerId: PartnerId,
      id: ImportId,
      most: number,
    ): Promise<{ id: string; outcome: Outcome }[]> {
      const rows = await db
        .select({ resourceId: importRows.resourceId, outcome: importRows.outcome })
        .from(importRows)
        .where(and(rowsOf(partnerId, id), inArray(importRows.outcome, ['created', 'updated'])))
        .limit(most)
      return rows.flatMap(({ resourceId, outcome }) =>
        resourceId === null ? [] : [{ id: resourceId, outcome }],
      )
    },

    async setUndone(
      { partnerId, id }: Pick<ImportRun, 'partnerId' | 'id'>,
      { undoneAt, kept }: { undoneAt: Date; kept: KeptRecords | null },
    ): Promise<void> {
      await db.update(imports).set({ undoneAt, kept, updatedAt: undoneAt }).where(is(partnerId, id))
    },

    /**
     * Erases people from reports: all rows of their import, and rows of others that have their id or external id, or a cell or an
     * e-mail address of theirs.
     */
    async erasePeople(
      partnerId: PartnerId,
      importId: ImportId,
      { resourceIds, externalIds, texts }: Person,
    ): Promise<void> {
      const held = sql`${sql.param(texts.map((text) => text.normalize('NFC').toLowerCase()))}::text[]`
      const ids = sql`${sql.param([...externalIds])}::text[]`
      const isAbout = or(
        eq(importRows.importId, importId),
        sql`${importRows.resourceId} = any(${sql.param([...resourceIds])}::text[])`,
        sql`${importRows.externalId} = any(${ids})`,
        sql`exists (select from unnest(${importRows.cells}) cell where lower(normalize(btrim(cell))) = any(${held}))`,
        sql`exists (
          select from unnest(${importRows.cells}) cell, regexp_matches(lower(normalize(cell)), ${ADDRESS}, 'g') found
          where found[1] = any(${held}))`,
      )
      await db
        .update(importRows)
        .set(ERASED_ROW)
        .where(and(eq(importRows.partnerId, partnerId), isAbout))
      await forgetNotices(
        db,
        partnerId,
        sql`exists (
          select from regexp_matches(${importRows.notices}::text, ${WORD}, 'g') found where found[1] = any(${ids}))`,
      )
    },

    /** Rows about a person: by resource, by external id, or by any of the texts in their cells. */
    ofPerson: (partnerId: PartnerId, person: Person): Promise<ImportRow[]> =>
      db.select().from(importRows).where(isAbout(partnerId, person)).limit(MAX_ROWS_OF_PERSON),

    /** Erases the person from their rows. The outcome of each row stays. */
    async erasePerson(partnerId: PartnerId, person: Person): Promise<void> {
      await db.update(importRows).set(ERASED_ROW).where(isAbout(partnerId, person))
      const { externalIds } = person
      if (externalIds.length === 0) return
      await forgetNotices(
        db,
        partnerId,
        sql`exists (
          select from unnest(${sql.param([...externalIds])}::text[]) held
          where strpos(${importRows.notices}::text, held) > 0)`,
      )
    },
  }
}

/** When an import is looked for, and whether this process has read all postings by then. */
export interface ClaimAt {
  now: Date
  hasIndex: boolean
}

/** Types whose rows may name postings of other partners, which a process knows once it has read them. */
const NEED_INDEX = ['candidate_preferences'] as const satisfies readonly ImportType[]

function isClaimable(row: SQL, { now, hasIndex }: ClaimAt): SQL {
  return sql`${row}.state in ('queued', 'running')
    and (${hasIndex}::boolean or ${row}.type <> all(${sql.param([...NEED_INDEX])}::text[]))
    and (${row}.claimed_until is null or ${row}.claimed_until < ${now.toISOString()}::timestamptz)`
}

export interface RowFilter {
  limit: number
  /** Number of the last row of the page before. */
  after: number
  outcome?: Outcome | undefined
  hasNotices?: boolean
  /** Only rows that the report lists: rejected ones, and those with notices. */
  isReported?: boolean
}

/** The person to erase from rows. `texts` are searched for in the cells. */
export interface Person {
  resourceIds: readonly string[]
  externalIds: readonly string[]
  texts: readonly string[]
}

const MAX_ROWS_OF_PERSON = 1000
const ERASED = [{ column: null, code: 'erased', message: 'The person was erased.', value: null }]

const ERASED_ROW = {
  externalId: null,
  cells: null,
  notices: null,
  faults: sql`case when ${importRows.outcome} = 'rejected' then ${JSON.stringify(ERASED)}::jsonb end`,
}
/** Notices that name another record. */
const NAMES_ANOTHER = '$[*] ? (@.code == "same_email" || @.code == "similar_id")'
/** In the syntax of Postgres. */
const ADDRESS = '([^\\s<>,;"():]+@[^\\s<>,;"():]+)'
const WORD = '([^\\s,;"“”()]+)'

/** A notice about two records that look like one person names the other by its external id: where it names one of some people. */
async function forgetNotices(db: Queryable, partnerId: PartnerId, namesThem: SQL): Promise<void> {
  const isSuch = sql`${importRows.notices} @? ${NAMES_ANOTHER}::jsonpath and ${namesThem}`
  await db
    .update(importRows)
    .set({ notices: null })
    .where(and(eq(importRows.partnerId, partnerId), isSuch))
}

function isAbout(partnerId: PartnerId, { resourceIds, externalIds, texts }: Person) {
  const lower = texts.map((text) => text.normalize('NFC').toLowerCase())
  return and(
    eq(importRows.partnerId, partnerId),
    or(
      inArray(importRows.resourceId, [...resourceIds]),
      inArray(importRows.externalId, [...externalIds]),
      sql`exists (
        select from unnest(${sql.param(lower)}::text[]) held
        where strpos(lower(normalize(array_to_string(${importRows.cells}, ' '))), held) > 0)`,
    ),
  )
}
