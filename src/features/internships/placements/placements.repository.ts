import {
  and,
  asc,
  count,
  desc,
  eq,
  exists,
  getTableColumns,
  gt,
  gte,
  inArray,
  isNotNull,
  isNull,
  lt,
  sql,
} from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { createListReader, insertAll, type Queryable } from '../../../platform/db/index.ts'
import type { CandidateId, Id, PartnerId } from '../../../shared/ids.ts'
import { placementsListed } from './placements.list.ts'
import { type PlacementResult, type PlacementRow, placementResults, placements } from './placements.table.ts'

export type PlacementId = Id<'placement'>
type Key = Pick<PlacementRow, 'partnerId' | 'id'>

export function createPlacementsRepository(db: Queryable) {
  const is = ({ partnerId, id }: Key) => and(eq(placements.partnerId, partnerId), eq(placements.id, id))
  const ofPlacement = ({ partnerId, id }: Key) =>
    and(eq(placementResults.partnerId, partnerId), eq(placementResults.placementId, id))
  const toPublish = and(
    isNotNull(placementResults.needId),
    isNull(placementResults.introductionId),
    isNull(placementResults.refusal),
  )

  return {
    ...createListReader(db, placementsListed, placements.partnerId),

    async insert(row: PlacementRow, results: readonly PlacementResult[]): Promise<void> {
      await db.insert(placements).values(row)
      await insertAll(db, placementResults, results)
    },

    async find(partnerId: PartnerId, id: PlacementId, lock?: 'update'): Promise<PlacementRow | undefined> {
      const query = db.select().from(placements).where(is({ partnerId, id }))
      const [row] = await (lock ? query.for(lock) : query)
      return row
    },

    /** Lists placements of a cohort that were made since a moment. */
    async madeSince(
      partnerId: PartnerId,
      { cohortId, since, most }: { cohortId: Id<'cohort'>; since: Date; most: number },
    ): Promise<PlacementId[]> {
      const rows = await db
        .select({ id: placements.id })
        .from(placements)
        .where(
          and(
            eq(placements.partnerId, partnerId),
            eq(placements.cohortId, cohortId),
            gte(placements.createdAt, since),
          ),
        )
        .limit(most)
      return rows.map(({ id }) => id)
    },

    listOfCohort(
      partnerId: PartnerId,
      cohortId: Id<'cohort'>,
      limit: number,
      before: PlacementId | undefined,
    ): Promise<PlacementRow[]> {
      return db
        .select()
        .from(placements)
        .where(
          and(
            eq(placements.partnerId, partnerId),
            eq(placements.cohortId, cohortId),
            before && lt(placements.id, before),
          ),
        )
        .orderBy(desc(placements.id))
        .limit(limit)
    },

    results(
      key: Key,
      page: {
        limit?: number
        after?: CandidateId | undefined
        outcome?: 'placed' | 'unplaced' | undefined
      } = {},
    ): Promise<PlacementResult[]> {
      const ofOutcome =
        page.outcome &&
        (page.outcome === 'placed' ? isNotNull(placementResults.needId) : isNull(placementResults.needId))
      const query = db
        .select()
        .from(placementResults)
        .where(and(ofPlacement(key), ofOutcome, page.after && gt(placementResults.candidateId, page.after)))
        .orderBy(asc(placementResults.candidateId))
      return page.limit === undefined ? query : query.limit(page.limit)
    },

    async setStatus(key: Key, change: Pick<PlacementRow, 'status' | 'publishedAt'>): Promise<void> {
      await db.update(placements).set(change).where(is(key))
    },

    /** Counts the pairs that could not be introduced. */
    async countRefused(key: Key): Promise<number> {
      const [found] = await db
        .select({ value: count() })
        .from(placementResults)
        .where(and(ofPlacement(key), isNotNull(placementResults.refusal)))
      return found?.value ?? 0
    },

    /** Deletes a placement with its results. */
    async remove(key: Key): Promise<void> {
      await db.delete(placementResults).where(ofPlacement(key))
      await db.delete(placements).where(is(key))
    },

    /**
     * Lists the placements of the cohort that are published or being published. Locks all placements of the cohort until
     * the transaction ends, always in the same order.
     */
    async lockPublished(partnerId: PartnerId, cohortId: Id<'cohort'>): Promise<PlacementId[]> {
      const rows = await db
        .select({ id: placements.id, status: placements.status })
        .from(placements)
        .where(and(eq(placements.partnerId, partnerId), eq(placements.cohortId, cohortId)))
        .orderBy(asc(placements.id))
        .for('update')
      return rows.flatMap(({ id, status }) => (status === 'publishing' || status === 'published' ? [id] : []))
    },

    /** Lists the pairs of other placements for the students of this one, except those that could not be introduced. */
    async publishedElsewhere(key: Key, others: readonly PlacementId[]): Promise<PlacementResult[]> {
      const mine = alias(placementResults, 'mine')
      const isMine = and(
        eq(mine.partnerId, placementResults.partnerId),
        eq(mine.candidateId, placementResults.candidateId),
        eq(mine.placementId, key.id),
        isNotNull(mine.needId),
      )
      return db
        .select(getTableColumns(placementResults))
        .from(placementResults)
        .where(
          and(
            eq(placementResults.partnerId, key.partnerId),
            inArray(placementResults.placementId, [...others]),
            isNotNull(placementResults.needId),
            isNull(placementResults.refusal),
            exists(db.select({ one: sql`1` }).from(mine).where(isMine)),
          ),
        )
    },

    publishing: (): Promise<PlacementRow[]> =>
      db.select().from(placements).where(eq(placements.status, 'publishing')).orderBy(asc(placements.id)),

    /**
     * Returns the next pair that should become an introduction and that no other process has locked. Locks it until the
     * transaction ends.
     */
    async nextToPublish(key: Key): Promise<PlacementResult | undefined> {
      const [row] = await db
        .select()
        .from(placementResults)
        .where(and(ofPlacement(key), toPublish))
        .orderBy(asc(placementResults.candidateId))
        .limit(1)
        .for('update', { skipLocked: true })
      return row
    },

    async hasToPublish(key: Key): Promise<boolean> {
      const { rows } = await db.execute<{ left: boolean }>(
        sql`select exists (select from ${placementResults} where ${ofPlacement(key)} and ${toPublish}) as left`,
      )
      return rows[0]?.left === true
    },

    async setPublished(
      result: PlacementResult,
      change: Partial<Pick<PlacementResult, 'introductionId' | 'refusal'>>,
    ): Promise<void> {
      await db
        .update(placementResults)
        .set(change)
        .where(
          and(
            ofPlacement({ partnerId: result.partnerId, id: result.placementId }),
            eq(placementResults.candidateId, result.candidateId),
            isNull(placementResults.introductionId),
          ),
        )
    },
  }
}
