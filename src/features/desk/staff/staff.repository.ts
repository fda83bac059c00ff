import { and, asc, count, eq, gt, ne, or } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import type { Id, PartnerId } from '../../../shared/ids.ts'
import { partners } from '../../access/index.ts'
import type { DeskAction } from '../audit/audit.table.ts'
import { deskLinks, deskSessions, deskStaff, type SessionRow, type StaffRow } from './staff.table.ts'

export type StaffId = Id<'staff'>

/** A session with its person and their partner. */
export interface FoundSession {
  session: SessionRow
  staff: StaffRow
  partner: { name: string; colour: string | null }
}

const partnerColumns = { name: partners.name, colour: partners.deskColour }

/** SQL for the people of a partner's desk, their links and their sessions. */
export function createStaffRepository(db: Queryable, partnerId: PartnerId) {
  const is = (id: StaffId) => and(eq(deskStaff.partnerId, partnerId), eq(deskStaff.id, id))
  const isThere = and(eq(deskStaff.partnerId, partnerId), ne(deskStaff.status, 'removed'))
  const staffOfSession = and(
    eq(deskStaff.partnerId, deskSessions.partnerId),
    eq(deskStaff.id, deskSessions.staffId),
  )

  return {
    async insert(row: StaffRow): Promise<void> {
      await db.insert(deskStaff).values(row)
    },

    /** Lists people, oldest first. */
    list: (): Promise<StaffRow[]> => db.select().from(deskStaff).where(isThere).orderBy(asc(deskStaff.id)),

    async find(id: StaffId): Promise<StaffRow | undefined> {
      return (
        await db
          .select()
          .from(deskStaff)
          .where(and(isThere, is(id)))
      )[0]
    },

    /** Locks the administrators who can sign in, so that two concurrent changes can't remove the last two. */
    async lockAdmins(): Promise<StaffId[]> {
      const isAdmin = and(isThere, eq(deskStaff.role, 'admin'), eq(deskStaff.status, 'active'))
      const rows = db.select({ id: deskStaff.id }).from(deskStaff).where(isAdmin)
      return (await rows.orderBy(asc(deskStaff.id)).for('update')).map(({ id }) => id)
    },

    async update(
      id: StaffId,
      change: Partial<Pick<StaffRow, 'role' | 'status' | 'updatedAt' | 'lastSeenAt'>>,
    ): Promise<void> {
      await db.update(deskStaff).set(change).where(is(id))
    },

    async count(): Promise<number> {
      return (await db.select({ count: count() }).from(deskStaff).where(isThere))[0]?.count ?? 0
    },

    async insertLink(row: Omit<typeof deskLinks.$inferSelect, 'partnerId'>): Promise<void> {
      await db.insert(deskLinks).values({ ...row, partnerId })
    },

    /** Returns the active person whom an unspent link would sign in, and their partner. */
    async findLink(keyHash: Buffer, now: Date) {
      const [row] = await db
        .select({ staff: deskStaff, partner: partnerColumns })
        .from(deskLinks)
        .innerJoin(
          deskStaff,
          and(eq(deskStaff.partnerId, deskLinks.partnerId), eq(deskStaff.id, deskLinks.staffId)),
        )
        .innerJoin(partners, eq(partners.id, deskLinks.partnerId))
        .where(and(isLink(keyHash), gt(deskLinks.expiresAt, now), eq(deskStaff.status, 'active')))
      return row
    },

    /** Spends a link. If it is used twice at once, only one call returns true. */
    async removeLink(keyHash: Buffer): Promise<boolean> {
      const removed = db.delete(deskLinks).where(isLink(keyHash)).returning({ id: deskLinks.staffId })
      return (await removed).length > 0
    },

    async insertSession(row: Omit<SessionRow, 'partnerId'>): Promise<void> {
      await db.insert(deskSessions).values({ ...row, partnerId })
    },

    /** Finds the session of a key or former key, if it was used since then and its person is active. */
    async findSession(keyHash: Buffer, usedSince: Date): Promise<FoundSession | undefined> {
      const isKey = or(eq(deskSessions.keyHash, keyHash), eq(deskSessions.formerKeyHash, keyHash))
      const [row] = await db
        .select({
          ...{ session: deskSessions, staff: deskStaff, partner: partnerColumns },
        })
        .from(deskSessions)
        .innerJoin(deskStaff, staffOfSession)
        .innerJoin(partners, eq(partners.id, deskSessions.partnerId))
        .where(
          and(
            eq(deskSessions.partnerId, partnerId),
            isKey,
            gt(deskSessions.lastUsedAt, usedSince),
            eq(deskStaff.status, 'active'),
          ),
        )
      return row
    },

    /** Sets the next key of a session. Of two concurrent requests, only one gets true. */
    async changeKey(
      { id, keyHash }: Pick<SessionRow, 'id' | 'keyHash'>,
      next: Pick<SessionRow, 'keyHash' | 'keyChangedAt' | 'lastUsedAt'>,
    ): Promise<boolean> {
      const changed = await db
        .update(deskSessions)
        .set({ ...next, formerKeyHash: keyHash })
        .where(and(isSession(id), eq(deskSessions.keyHash, keyHash)))
        .returning({ id: deskSessions.id })
      return changed.length > 0
    },

    async touch(id: SessionRow['id'], lastUsedAt: Date): Promise<void> {
      await db.update(deskSessions).set({ lastUsedAt }).where(isSession(id))
    },

    async keepDone(id: SessionRow['id'], done: DeskAction): Promise<void> {
      await db.update(deskSessions).set({ done }).where(isSession(id))
    },

    /**
     * Tells whether the session has just done this and nobody was told, and marks it as told. Of two concurrent requests,
     * only one gets true.
     */
    async takeDone(id: SessionRow['id'], done: DeskAction): Promise<boolean> {
      const where = and(isSession(id), eq(deskSessions.done, done))
      const taken = db.update(deskSessions).set({ done: null }).where(where)
      return (await taken.returning({ id: deskSessions.id })).length > 0
    },

    async removeSession(id: SessionRow['id']): Promise<void> {
      await db.delete(deskSessions).where(isSession(id))
    },

    /** Signs somebody out everywhere and invalidates their links. */
    async shutOut(staffId: StaffId): Promise<void> {
      const { partnerId: ofSession, staffId: bySession } = deskSessions
      await db.delete(deskSessions).where(and(eq(ofSession, partnerId), eq(bySession, staffId)))
      await db
        .delete(deskLinks)
        .where(and(eq(deskLinks.partnerId, partnerId), eq(deskLinks.staffId, staffId)))
    },
  }

  function isLink(keyHash: Buffer) {
    return and(eq(deskLinks.partnerId, partnerId), eq(deskLinks.keyHash, keyHash))
  }
  function isSession(id: SessionRow['id']) {
    return and(eq(deskSessions.partnerId, partnerId), eq(deskSessions.id, id))
  }
}
