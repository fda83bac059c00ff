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

/** Limits the candidates per name; more are not told apart. */
const MOST_OF_EACH = 5

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
     * Finds candidates by e-mail address or name, in one program or all of them: about `MOST_OF_EACH` per text and program.
     */
    async called(
      partnerId: PartnerId,
      texts: readonly string[],
      programId?: ProgramId,
    ): Promise<CalledCandidate[]> {
      const programIds =
        programId === undefined
          ? sql`select ${programs.id} from ${programs} where ${eq(programs.partnerId, partnerId)}`
          : sql`select ${idToUuid(programId)}::uuid`
      const isEmail = Object.groupBy(texts, (text) => (text.includes('@') ? 'email' : 'name'))
      const name = sql`folded_name(${candidates.profile} ->> 'name')`
      const idsWith = (isWanted: SQL, wanted: readonly string[] = []) => sql`
        select wanted.text, found.id from unnest(
          ${sql.param([...new Set(wanted)])}::text[], ${sql.param([...new Set(wanted)].map(keyOfEmail))}::text[]
        ) wanted(text, email)
        cross join (${programIds}) program(id)
        cross join lateral (
          select ${candidates.id} as id from ${candidates}
          where ${eq(candidates.partnerId, partnerId)} and ${candidates.programId} = program.id and ${isWanted}
          limit ${MOST_OF_EACH}) found`
      const found = sql`(
        ${idsWith(sql`lower(${candidates.profile} ->> 'email') = wanted.email`, isEmail.email)}
        union all
        ${idsWith(sql`left(${name}, 100) = left(folded_name(wanted.text), 100) and ${name} = folded_name(wanted.text)`, isEmail.name)}
      ) called`
      return db
        .select({ text: sql<string>`called.text`, id: candidates.id, externalId: candidates.externalId })
        .from(candidates)
        .innerJoin(found, sql`called.id = ${candidates.id}`)
        .where(eq(candidates.partnerId, partnerId))
        .orderBy(asc(candidates.id))
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
