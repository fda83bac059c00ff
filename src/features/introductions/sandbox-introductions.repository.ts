import { and, asc, eq, gt, or, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/db/index.ts'
import { type IntroductionId, idToUuid, type PartnerId } from '../../shared/ids.ts'
import { helpers } from '../postings/index.ts'
import { introductions } from './introductions.table.ts'

/** An introduction that waits for the helper's side. */
export interface WaitingIntroduction {
  id: IntroductionId
  /** The partner of the helper. */
  partnerId: PartnerId
}

/** Finds open introductions to helpers in sandboxes by the prefix of their `external_id`. */
export function createSandboxIntroductionsRepository(db: Queryable) {
  const ofHelper = and(
    eq(helpers.partnerId, introductions.offerPartnerId),
    eq(helpers.id, introductions.helperId),
  )
  const waitsFor = (prefix: string): SQL | undefined =>
    and(
      // Written out, so that the plan of a prepared statement can use the index of these rows.
      sql`${introductions.status} = 'proposed'`,
      sql`is_sandbox(${introductions.offerPartnerId})`,
      eq(introductions.proposedBy, 'need'),
      sql`starts_with(${helpers.externalId}, ${prefix})`,
    )

  return {
    /** Tells whether any introduction waits for a helper whose `external_id` has one of these prefixes. */
    async isAnyWaiting(prefixes: readonly string[]): Promise<boolean> {
      const [found] = await db
        .select({ id: introductions.id })
        .from(introductions)
        .innerJoin(helpers, ofHelper)
        .where(or(...prefixes.map(waitsFor)))
        .limit(1)
        .prepare('sandbox_introductions_waiting')
        .execute()
      return found !== undefined
    },

    /** Returns a page in order of id, after one of them. */
    list(prefix: string, after: IntroductionId | null, limit: number): Promise<WaitingIntroduction[]> {
      return db
        .select({ id: introductions.id, partnerId: introductions.offerPartnerId })
        .from(introductions)
        .innerJoin(helpers, ofHelper)
        .where(and(waitsFor(prefix), after ? gt(introductions.id, after) : undefined))
        .orderBy(asc(introductions.id))
        .limit(limit)
    },

    /** Lets them expire this long after they were proposed, if that is sooner. */
    async expireSooner(prefix: string, afterMs: number): Promise<void> {
      const expiresAt = sql`${introductions.createdAt} + ${afterMs} * interval '1 millisecond'`
      const isLater = sql`${introductions.expiresAt} > ${expiresAt}`
      // Two statements, since Citus can't compute times in an update that reads helpers.
      const waiting = await db
        .select({ id: introductions.id })
        .from(introductions)
        .innerJoin(helpers, ofHelper)
        .where(and(waitsFor(prefix), isLater))
      if (waiting.length === 0) return
      const ids = waiting.map(({ id }) => idToUuid(id))
      await db
        .update(introductions)
        .set({ expiresAt })
        .where(
          and(
            sql`${introductions.id} = any(${sql.param(ids)}::uuid[])`,
            eq(introductions.status, 'proposed'),
            isLater,
          ),
        )
    },
  }
}
