import { and, asc, count, eq, inArray, lte, not, or, sql } from 'drizzle-orm'
import { countUpTo, createListReader, perPartner, type Queryable } from '../../platform/db/index.ts'
import { type Id, idToUuid, type NeedId, type OrganizationId, type PartnerId } from '../../shared/ids.ts'
import { introductions } from '../introductions/index.ts'
import { sprintsListed } from './sprints.list.ts'
import { type SprintRow, sprints } from './sprints.table.ts'

export type SprintId = Id<'sprint'>

export function createSprintsRepository(db: Queryable) {
  return {
    ...createListReader(db, sprintsListed, sprints.partnerId),

    async insert(row: SprintRow): Promise<void> {
      await db.insert(sprints).values(row)
    },

    /** Counts sprints under way that end before a moment, up to `most`. */
    countEndingBefore(partnerId: PartnerId, moment: Date, most: number): Promise<number> {
      const where = and(
        eq(sprints.partnerId, partnerId),
        not(sprints.endTold),
        lte(sprints.deadlineAt, moment),
      )
      return countUpTo(db, sql`select 1 from ${sprints} where ${where}`, most)
    },

    async find(partnerId: PartnerId, id: SprintId): Promise<SprintRow | undefined> {
      const [row] = await db
        .select()
        .from(sprints)
        .where(and(eq(sprints.partnerId, partnerId), eq(sprints.id, id)))
      return row
    },

    /** Moves the sprints of one organization to another. Returns those that moved. */
    async joinOrganizations(
      partnerId: PartnerId,
      { from, into }: { from: OrganizationId; into: OrganizationId },
      now: Date,
    ): Promise<SprintRow[]> {
      return db
        .update(sprints)
        .set({ organizationId: into, updatedAt: now, version: sql`${sprints.version} + 1` })
        .where(and(eq(sprints.partnerId, partnerId), eq(sprints.organizationId, from)))
        .returning()
    },

    /** Counts the introductions of these needs by status. */
    async introductionsOf(partnerId: PartnerId, needIds: NeedId[]) {
      return db
        .select({ needId: introductions.needId, status: introductions.status, count: count() })
        .from(introductions)
        .where(and(eq(introductions.needPartnerId, partnerId), inArray(introductions.needId, needIds)))
        .groupBy(introductions.needId, introductions.status)
    },

    /**
     * Marks due sprints as reported, of all partners or one, and returns them. Skips locked rows, which another process
     * handles.
     */
    async takeDue(
      now: Date,
      limit: number,
      of?: PartnerId,
    ): Promise<{ before: SprintRow; after: SprintRow }[]> {
      const isHalfTime = and(eq(sprints.halfTimeTold, false), lte(sprints.halfTimeAt, now))
      const isDue = and(
        eq(sprints.endTold, false),
        of && eq(sprints.partnerId, of),
        or(lte(sprints.deadlineAt, now), isHalfTime),
      )
      const due = await perPartner(db, { partner: sprints.partnerId, where: isDue, limit }, (where, left) =>
        db
          .select()
          .from(sprints)
          .where(where)
          .orderBy(asc(sprints.halfTimeAt))
          .limit(left)
          .for('update', { skipLocked: true }),
      )
      if (due.length === 0) return []
      const after = await db
        .update(sprints)
        .set({
          halfTimeTold: true,
          endTold: sql`${sprints.deadlineAt} <= ${now.toISOString()}::timestamptz`,
          updatedAt: now,
          version: sql`${sprints.version} + 1`,
        })
        .where(
          sql`(${sprints.partnerId}, ${sprints.id}) in (select * from unnest(
            ${sql.param(due.map(({ partnerId }) => idToUuid(partnerId)))}::uuid[],
            ${sql.param(due.map(({ id }) => idToUuid(id)))}::uuid[]))`,
        )
        .returning()
      return due.flatMap((before) => {
        const row = after.find(({ id }) => id === before.id)
        return row ? [{ before, after: row }] : []
      })
    },
  }
}
