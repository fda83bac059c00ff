import { and, eq, sql } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import type { HelperId, PartnerId } from '../../../shared/ids.ts'
import { organizations } from '../organizations/organizations.table.ts'

type OrganizationKey = Pick<typeof organizations.$inferSelect, 'partnerId' | 'id'>

export function createBlocksRepository(db: Queryable) {
  const { id, partnerId: partner, helperId, blockedHelperIds, version } = organizations
  return {
    /** Has organizations of all partners that blocked one helper block another in its place. Returns which. */
    async move(from: HelperId, into: HelperId, now: Date): Promise<OrganizationKey[]> {
      const blocking = sql`select ${partner}, ${id} from ${organizations}
        where ${from} = any(${blockedHelperIds}) order by ${partner}, ${id} for no key update`
      return db
        .update(organizations)
        .set({
          blockedHelperIds: sql`array(
            select held from unnest(array_replace(${blockedHelperIds}, ${from}::text, ${into}::text)) with ordinality as list (held, place)
            group by held order by min(place))`,
          version: sql`${version} + 1`,
          updatedAt: now,
        })
        .where(sql`(${partner}, ${id}) in (${blocking})`)
        .returning({ partnerId: partner, id })
    },

    /** The organizations of the partner that are one of these helpers. */
    linkedTo: (partnerId: PartnerId, helperIds: readonly [HelperId, HelperId]) =>
      db
        .select({ id, helperId })
        .from(organizations)
        .where(
          and(
            eq(partner, partnerId),
            sql`${helperId} in (${sql.param(helperIds[0], helperId)}, ${sql.param(helperIds[1], helperId)})`,
          ),
        )
        .orderBy(id)
        .for('no key update'),

    async link(partnerId: PartnerId, from: HelperId, into: HelperId, now: Date): Promise<void> {
      await db
        .update(organizations)
        .set({ helperId: into, version: sql`${version} + 1`, updatedAt: now })
        .where(and(eq(partner, partnerId), eq(helperId, from)))
    },
  }
}
