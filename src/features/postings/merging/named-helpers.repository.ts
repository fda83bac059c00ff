import { and, eq, inArray, or, sql } from 'drizzle-orm'
import { perPartner, type Queryable } from '../../../platform/db/index.ts'
import type { HelperId, PartnerId } from '../../../shared/ids.ts'
import { organizations } from '../organizations/organizations.table.ts'
import { replacedIn } from './replaced-in.repository.ts'

/** Organizations that name a helper: how many block it and how many know it. */
interface Naming {
  naming: (Pick<typeof organizations.$inferSelect, 'partnerId' | 'id'> & {
    /** The fields that named it. */
    changed: string[]
  })[]
  blocks: number
  connections: number
}

/** SQL for organizations that name a helper. */
export function createNamedHelpersRepository(db: Queryable) {
  const { id, partnerId: partner, helperId, blockedHelperIds, connections, version } = organizations
  const isNaming = (helper: HelperId) =>
    sql`(${helper} = any(${blockedHelperIds}) or ${helper} = any(${connections}))`
  return {
    /**
     * Locks the partner's organizations linked to one of these helpers, and all that name the ended one, in a fixed order.
     */
    async lock(partnerId: PartnerId, from: HelperId, into: HelperId): Promise<void> {
      const isLinked = and(eq(partner, partnerId), inArray(helperId, [from, into]))
      await perPartner(db, { partner, where: or(isLinked, isNaming(from)) }, (where) =>
        db.select({ id }).from(organizations).where(where).orderBy(partner, id).for('no key update'),
      )
    },

    /** Replaces a helper in the organizations of all partners that block or know it. */
    async move(from: HelperId, into: HelperId, now: Date): Promise<Naming> {
      const isBlocking = sql<boolean>`${from} = any(${blockedHelperIds})`
      const isConnected = sql<boolean>`${from} = any(${connections})`
      const naming = await db
        .select({ partnerId: partner, id, isBlocking, isConnected })
        .from(organizations)
        .where(isNaming(from))
      await db
        .update(organizations)
        .set({
          blockedHelperIds: replacedIn(blockedHelperIds, from, into),
          connections: replacedIn(connections, from, into),
          version: sql`${version} + 1`,
          updatedAt: now,
        })
        .where(isNaming(from))
      return {
        naming: naming.map((one) => ({
          partnerId: one.partnerId,
          id: one.id,
          changed: namingFields(one, 'blocked_helper_ids'),
        })),
        blocks: naming.filter((one) => one.isBlocking).length,
        connections: naming.filter((one) => one.isConnected).length,
      }
    },

    /** Lists the partner's organizations that are linked to one of these helpers. */
    linkedTo: (partnerId: PartnerId, helperIds: readonly [HelperId, HelperId]) =>
      db
        .select({ id, helperId })
        .from(organizations)
        .where(and(eq(partner, partnerId), inArray(helperId, [...helperIds])))
        .orderBy(id),

    /** Links the organization of one helper to the other helper. Returns it. */
    link: (partnerId: PartnerId, from: HelperId, into: HelperId, now: Date) =>
      db
        .update(organizations)
        .set({ helperId: into, version: sql`${version} + 1`, updatedAt: now })
        .where(and(eq(partner, partnerId), eq(helperId, from)))
        .returning({ id }),
  }
}

/** Returns the fields in which a record names another one. */
export function namingFields(
  { isBlocking, isConnected }: { isBlocking: boolean; isConnected: boolean },
  blockedField: string,
): string[] {
  return [...(isBlocking ? [blockedField] : []), ...(isConnected ? ['connections'] : [])]
}
