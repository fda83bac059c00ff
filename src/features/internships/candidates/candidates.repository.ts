import { and, asc, eq, or, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { insertAll, type Queryable } from '../../../platform/db/index.ts'
import { keyOfEmail } from '../../../shared/email-address.ts'
import {
  type CandidateId,
  type HelperId,
  idToUuid,
  isId,
  type PartnerId,
  type ProgramId,
  sameNumber,
} from '../../../shared/ids.ts'
import {
  createLikeSearch,
  createPostingRepository,
  fewOfEach,
  foldInDatabase,
  helpers,
  offers,
  organizations,
} from '../../postings/index.ts'
import { programs } from '../programs/programs.table.ts'
import { candidateList } from './candidates.list.ts'
import { type CandidateRow, candidates, erasedCandidates, isRanked } from './candidates.table.ts'

/** A candidate to whom a text refers. */
interface CalledCandidate {
  text: string
  id: CandidateId
  externalId: string | null
}

/** Length of the indexed beginning of a name. */
const INDEXED_CHARS = 100

/** Selects candidates with these e-mail addresses or folded names. `key` is the one that found it. */
function calledBy(
  partnerId: PartnerId,
  { emails, names, programId }: { emails: string[]; names: string[]; programId: ProgramId | undefined },
): SQL {
  const programIds =
    programId === undefined
      ? sql`select ${programs.id} from ${programs} where ${eq(programs.partnerId, partnerId)}`
      : sql`select ${idToUuid(programId)}::uuid`
  const where = sql`${eq(candidates.partnerId, partnerId)} and ${candidates.programId} = any(array(${programIds}))`
  const from = sql`${candidates}`
  const columns = (key: SQL) =>
    sql`${candidates.id} as id, ${candidates.externalId} as external_id, ${key} as key`
  const email = sql`lower(${candidates.profile} ->> 'email')`
  const name = sql`folded_name(${candidates.profile} ->> 'name')`
  const withEmail = {
    from,
    where,
    value: email,
    wanted: emails,
    each: sql`${candidates.programId}, ${email}`,
  }
  const withName = {
    from,
    where: sql`${where} and ${name} = any(${sql.param(names)}::text[])`,
    value: sql`left(${name}, ${sql.raw(String(INDEXED_CHARS))})`,
    wanted: names.map((one) => [...one].slice(0, INDEXED_CHARS).join('')),
    each: sql`${candidates.programId}, ${name}`,
  }
  return sql`${fewOfEach(columns(email), withEmail)} union all ${fewOfEach(columns(name), withName)}`
}

export function createCandidatesRepository(db: Queryable) {
  async function removeDerived(partnerId: PartnerId, id: CandidateId): Promise<void> {
    const helperId = sameNumber('helper', id)
    const offerId = sameNumber('offer', id)
    await db.delete(offers).where(and(eq(offers.partnerId, partnerId), eq(offers.id, offerId)))
    await db.delete(helpers).where(and(eq(helpers.partnerId, partnerId), eq(helpers.id, helperId)))
  }

  return {
    ...createPostingRepository<CandidateRow>(db, candidateList),
    ...createLikeSearch(db, candidates, { email: sql`lower(${candidates.profile} ->> 'email')` }),

    /** Removes the candidate's helper and offer. */
    removeDerived,

    async ofProgram(partnerId: PartnerId, programId: ProgramId): Promise<CandidateRow[]> {
      return db
        .select()
        .from(candidates)
        .where(and(eq(candidates.partnerId, partnerId), eq(candidates.programId, programId)))
        .orderBy(asc(candidates.id))
        .for('no key update')
    },

    /** Lists the helpers of a program's candidates. */
    async helpersOfProgram(partnerId: PartnerId, programId: ProgramId): Promise<HelperId[]> {
      const rows = await db
        .select({ id: candidates.id })
        .from(candidates)
        .where(and(eq(candidates.partnerId, partnerId), eq(candidates.programId, programId)))
      return rows.map(({ id }) => sameNumber('helper', id))
    },

    /** Finds candidates by external id or id. */
    async withKeys(partnerId: PartnerId, keys: readonly string[]): Promise<CandidateRow[]> {
      const ids = keys.filter((key) => isId('candidate', key)).map(idToUuid)
      const isNamed = or(
        sql`${candidates.externalId} = any(${sql.param([...keys])}::text[])`,
        sql`${candidates.id} = any(${sql.param(ids)}::uuid[])`,
      )
      return db
        .select()
        .from(candidates)
        .where(and(eq(candidates.partnerId, partnerId), isNamed))
    },

    async namesOf(partnerId: PartnerId, ids: readonly CandidateId[]) {
      return db
        .select({
          id: candidates.id,
          externalId: candidates.externalId,
          name: sql<string>`${candidates.profile} ->> 'name'`,
        })
        .from(candidates)
        .where(
          and(
            eq(candidates.partnerId, partnerId),
            sql`${candidates.id} = any(${sql.param(ids.map(idToUuid))}::uuid[])`,
          ),
        )
    },

    /**
     * Finds candidates by e-mail address or name, in one program or all of them: up to `MOST_OF_EACH` per text and program.
     */
    async called(
      partnerId: PartnerId,
      texts: readonly string[],
      programId?: ProgramId,
    ): Promise<CalledCandidate[]> {
      const { email: emails = [], name: names = [] } = Object.groupBy(texts, (text) =>
        text.includes('@') ? 'email' : 'name',
      )
      const folded = await foldInDatabase(db, names, (name) => sql`folded_name(${name})`)
      const keys = new Map<string, string | undefined>([
        ...emails.map((text) => [text, keyOfEmail(text)] as const),
        ...names.map((text, nth) => [text, folded[nth]] as const),
      ])
      const found = await db
        .select({
          id: sql`found.id`.mapWith(candidates.id),
          externalId: sql<string | null>`found.external_id`,
          key: sql<string>`found.key`,
        })
        .from(
          sql`(${calledBy(partnerId, { emails: emails.map(keyOfEmail), names: folded, programId })}) found`,
        )
        .orderBy(sql`found.id`)
      const byKey = Map.groupBy(found, ({ key }) => key)
      return [...keys].flatMap(([text, key]) =>
        (byKey.get(key ?? '') ?? []).map(({ id, externalId }) => ({ text, id, externalId })),
      )
    },

    /** Lists the candidates of a cohort: those named, or all of its program. */
    async membersOf(cohort: {
      partnerId: PartnerId
      programId: ProgramId
      candidateIds: CandidateId[] | null
    }) {
      const { partnerId, programId, candidateIds } = cohort
      const named =
        candidateIds && sql`${candidates.id} = any(${sql.param(candidateIds.map(idToUuid))}::uuid[])`
      return db
        .select({ id: candidates.id, isRanked })
        .from(candidates)
        .where(and(eq(candidates.partnerId, partnerId), named ?? eq(candidates.programId, programId)))
        .orderBy(asc(candidates.id))
    },

    /** Removes a candidate with its helper and offer, and leaves a tombstone. */
    async erase(partnerId: PartnerId, id: CandidateId, erasedAt: Date): Promise<void> {
      const helperId = sameNumber('helper', id)
      await db
        .update(organizations)
        .set({ helperId: null })
        .where(and(eq(organizations.partnerId, partnerId), eq(organizations.helperId, helperId)))
      await db.delete(candidates).where(and(eq(candidates.partnerId, partnerId), eq(candidates.id, id)))
      await removeDerived(partnerId, id)
      await db.insert(erasedCandidates).values({ partnerId, id, erasedAt })
    },

    /** Removes candidates that nothing uses, each like `erase`. */
    async eraseAll(partnerId: PartnerId, ids: readonly CandidateId[], erasedAt: Date): Promise<void> {
      const isAmong = (id: PgColumn) => sql`${id} = any(${sql.param(ids.map(idToUuid))}::uuid[])`
      await db.delete(candidates).where(and(eq(candidates.partnerId, partnerId), isAmong(candidates.id)))
      await db.delete(offers).where(and(eq(offers.partnerId, partnerId), isAmong(offers.id)))
      await db.delete(helpers).where(and(eq(helpers.partnerId, partnerId), isAmong(helpers.id)))
      const tombstones = ids.map((id) => ({ partnerId, id, erasedAt }))
      await insertAll(db, erasedCandidates, tombstones)
    },

    async isErased(partnerId: PartnerId, id: CandidateId): Promise<boolean> {
      const where = and(eq(erasedCandidates.partnerId, partnerId), eq(erasedCandidates.id, id))
      return (await db.select().from(erasedCandidates).where(where)).length > 0
    },
  }
}
