import { and, asc, eq, inArray, or, sql } from 'drizzle-orm'
import { perPartner, type Queryable } from '../../../platform/db/index.ts'
import type { OrganizationId, PartnerId } from '../../../shared/ids.ts'
import { type HelperRow, helpers } from '../helpers/helpers.table.ts'
import { type NeedRow, needs } from '../needs/needs.table.ts'
import { organizations } from '../organizations/organizations.table.ts'
import { namingFields } from './named-helpers.repository.ts'
import { replacedIn } from './replaced-in.repository.ts'

/**
 * Helpers that name an organization: how many block it and how many know it. Candidates' helpers are counted as candidates.
 */
interface Naming {
  naming: (Pick<HelperRow, 'partnerId' | 'id'> & {
    /** The fields that named it. */
    changed: string[]
  })[]
  blocks: number
  connections: number
}

/** SQL that moves everything of one organization of a partner to another, and updates the helpers that name it. */
export function createJoinOrganizationRepository(db: Queryable, partnerId: PartnerId) {
  const { connections, blockedOrganizationIds } = helpers
  const isBlocking = (id: OrganizationId) => sql<boolean>`${id} = any(${blockedOrganizationIds})`
  const isConnected = (id: OrganizationId) => sql<boolean>`${id} = any(${connections})`
  const isNaming = (id: OrganizationId) => or(isBlocking(id), isConnected(id))
  const ofOrganizations = (ids: readonly OrganizationId[]) =>
    and(eq(needs.partnerId, partnerId), inArray(needs.organizationId, [...ids]))

  return {
    /** Locks the needs of these organizations in order of id. */
    async lockNeeds(ids: readonly OrganizationId[]): Promise<void> {
      await db
        .select({ id: needs.id })
        .from(needs)
        .where(ofOrganizations(ids))
        .orderBy(asc(needs.id))
        .for('no key update')
    },

    /** Locks the helpers of any partner that block or know the organization, in a fixed order. */
    async lockNaming(id: OrganizationId): Promise<void> {
      await perPartner(db, { partner: helpers.partnerId, where: isNaming(id) }, (where) =>
        db
          .select({ id: helpers.id })
          .from(helpers)
          .where(where)
          .orderBy(helpers.partnerId, helpers.id)
          .for('no key update'),
      )
    },

    /**
     * Waits for transactions that are about to refer to the organization, and blocks further ones until this transaction
     * ends.
     */
    async lockAgainstUse(id: OrganizationId): Promise<void> {
      await db
        .select({ id: organizations.id })
        .from(organizations)
        .where(and(eq(organizations.partnerId, partnerId), eq(organizations.id, id)))
        .for('update')
    },

    /** Moves needs, which keep their ids and external ids. Returns those that moved. */
    moveNeeds: (
      from: OrganizationId,
      into: OrganizationId,
      now: Date,
    ): Promise<Pick<NeedRow, 'id' | 'status'>[]> =>
      db
        .update(needs)
        .set({ organizationId: into, version: sql`${needs.version} + 1`, updatedAt: now })
        .where(ofOrganizations([from]))
        .returning({ id: needs.id, status: needs.status }),

    /** Replaces an organization in the helpers of all partners that block or know it. */
    async moveNaming(from: OrganizationId, into: OrganizationId, now: Date): Promise<Naming> {
      const naming = await db
        .select({
          partnerId: helpers.partnerId,
          id: helpers.id,
          isBlocking: isBlocking(from),
          isConnected: isConnected(from),
        })
        .from(helpers)
        .where(and(isNaming(from), eq(helpers.isCandidate, false)))
      await db
        .update(helpers)
        .set({
          blockedOrganizationIds: replacedIn(blockedOrganizationIds, from, into),
          connections: replacedIn(connections, from, into),
          version: sql`${helpers.version} + 1`,
          updatedAt: now,
        })
        .where(isNaming(from))
      return {
        naming: naming.map((one) => ({
          partnerId: one.partnerId,
          id: one.id,
          changed: namingFields(one, 'blocked_organization_ids'),
        })),
        blocks: naming.filter((one) => one.isBlocking).length,
        connections: naming.filter((one) => one.isConnected).length,
      }
    },
  }
}
