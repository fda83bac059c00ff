import { and, asc, eq, gt, inArray, isNotNull, or, type SQL, sql } from 'drizzle-orm'
import { insertAll, type Queryable } from '../../platform/db/index.ts'
import type { PartnerId } from '../../shared/ids.ts'
import type { ImportId } from './imports.repository.ts'
import { type ImportRow, importRows, type Outcome } from './imports.table.ts'

/** Stores the rows of reports and erases people from them. */
export function createImportRowsRepository(db: Queryable) {
  const rowsOf = (partnerId: PartnerId, id: ImportId) =>
    and(eq(importRows.partnerId, partnerId), eq(importRows.importId, id))

  return {
    add: (rows: readonly ImportRow[]): Promise<void> => insertAll(db, importRows, rows),

    list(partnerId: PartnerId, id: ImportId, page: RowFilter): Promise<ImportRow[]> {
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

    /** Returns at most `most` records that an import created or changed. */
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

    /**
     * Erases people from reports: all rows of their import, and rows of other imports that contain their id, external id,
     * one of their cells or an e-mail address.
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

    /** Returns rows about a person, found by resource, by external id, or by the texts in their cells. */
    ofPerson: (partnerId: PartnerId, person: Person): Promise<ImportRow[]> =>
      db.select().from(importRows).where(isAbout(partnerId, person)).limit(MAX_ROWS_OF_PERSON),

    /** Erases a person from their rows. The outcome of each row stays. */
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

export interface RowFilter {
  limit: number
  /** Number of the last row of the previous page. */
  after: number
  outcome?: Outcome | undefined
  hasNotices?: boolean
  /** Only rows that the report lists: rejected rows and rows with notices. */
  isReported?: boolean
}

/** A person to erase from rows. `texts` are searched for in the cells. */
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
/** Matches notices that name another record. */
const NAMES_ANOTHER = '$[*] ? (@.code == "same_email" || @.code == "similar_id")'
/** Regular expressions in Postgres syntax. */
const ADDRESS = '([^\\s<>,;"():]+@[^\\s<>,;"():]+)'
const WORD = '([^\\s,;"“”()]+)'

/** Deletes notices about look-alike records that name one of these people by external id. */
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
