import { and, asc, eq, inArray, isNull, lte, or, sql } from 'drizzle-orm'
import {
  countUpTo,
  createListReader,
  type ListAsked,
  perPartner,
  type Queryable,
} from '../../../platform/db/index.ts'
import { type Id, idToUuid, type PartnerId } from '../../../shared/ids.ts'
import { type IntroductionRow, introductions } from '../../introductions/index.ts'
import type { Held } from '../../matches/index.ts'
import { needs, offers } from '../../postings/index.ts'
import { type PartnerRingRow, partnerRings } from './partner-rings.table.ts'
import { ringsListed } from './rings.list.ts'
import { type RingParty, type RingRow, ringParties, rings } from './rings.table.ts'

export type RingId = Id<'ring'>
export type Ring = RingRow & { parties: RingParty[] }

/** A ring in the list of one of its partners. */
export type PartnerRing = PartnerRingRow & { parties: RingParty[] }

export function createRingsRepository(db: Queryable) {
  const ofPartner = (partnerId: PartnerId) =>
    inArray(
      rings.id,
      db.select({ id: ringParties.ringId }).from(ringParties).where(eq(ringParties.partnerId, partnerId)),
    )

  const partnersRings = createListReader(db, ringsListed, partnerRings.partnerId)

  async function partiesOf(ids: readonly RingId[]): Promise<(id: RingId) => RingParty[]> {
    const parties = await db
      .select()
      .from(ringParties)
      .where(inArray(ringParties.ringId, [...ids]))
      .orderBy(asc(ringParties.position))
    return (id) => parties.filter(({ ringId }) => ringId === id)
  }

  async function withParties(rows: RingRow[]): Promise<Ring[]> {
    const parties = await partiesOf(rows.map(({ id }) => id))
    return rows.map((row) => ({ ...row, parties: parties(row.id) }))
  }

  return {
    async insert({ parties, ...row }: Ring): Promise<void> {
      await db.insert(rings).values(row)
      await db.insert(ringParties).values(parties)
    },

    /** Finds a ring in which a partner has a party. */
    async find(partnerId: PartnerId, id: RingId, lock?: 'update'): Promise<Ring | undefined> {
      const query = db
        .select()
        .from(rings)
        .where(and(eq(rings.id, id), ofPartner(partnerId)))
      return (await withParties(await (lock ? query.for(lock) : query)))[0]
    },

    /** Finds rings of any partner. */
    async findAll(ids: readonly RingId[]): Promise<Ring[]> {
      return withParties(
        await db
          .select()
          .from(rings)
          .where(sql`${rings.id} = any(${sql.param(ids.map(idToUuid))}::uuid[])`)
          .orderBy(asc(rings.id)),
      )
    },

    async list(partnerId: PartnerId, asked: ListAsked): Promise<PartnerRing[]> {
      const rows = await partnersRings.list(partnerId, asked)
      const parties = await partiesOf(rows.map(({ id }) => id))
      return rows.map((row) => ({ ...row, parties: parties(row.id) }))
    },

    /** Counts the rings that match the filters, up to `most`. */
    count: partnersRings.count,

    /** Counts open rings with a party of the partner that has not accepted, up to `most`. */
    countToAnswer: (partnerId: PartnerId, most: number): Promise<number> =>
      countUpTo(
        db,
        sql`select 1 from ${ringParties}
          where ${eq(ringParties.partnerId, partnerId)} and ${eq(ringParties.status, 'proposed')}
            and ${ringParties.isListed} and ${ringParties.acceptedAt} is null`,
        most,
      ),

    async update(id: RingId, change: Partial<RingRow> & { updatedAt: Date }): Promise<void> {
      await db
        .update(rings)
        .set({ ...change, version: sql`${rings.version} + 1` })
        .where(eq(rings.id, id))
    },

    async acceptFor(id: RingId, partnerId: PartnerId, now: Date): Promise<void> {
      await db
        .update(ringParties)
        .set({ acceptedAt: now })
        .where(
          and(
            eq(ringParties.ringId, id),
            eq(ringParties.partnerId, partnerId),
            sql`${ringParties.acceptedAt} is null`,
          ),
        )
    },

    async setEngagement({ ringId, position }: RingParty, engagementId: Id<'engagement'>): Promise<void> {
      await db
        .update(ringParties)
        .set({ engagementId })
        .where(and(eq(ringParties.ringId, ringId), eq(ringParties.position, position)))
    },

    /** Returns which of these are open, and locks them until the transaction ends. */
    async lockOpen(held: readonly Held[]): Promise<Set<string>> {
      const open = new Set<string>()
      for (const [table, prefix] of [[needs, 'need'] as const, [offers, 'offer'] as const]) {
        const keys = held.filter(({ id }) => id.startsWith(`${prefix}_`))
        if (keys.length === 0) continue
        const isAmong = sql`(${table.partnerId}, ${table.id}) in (select * from unnest(
          ${sql.param(keys.map(({ partnerId }) => idToUuid(partnerId)))}::uuid[],
          ${sql.param(keys.map(({ id }) => idToUuid(id)))}::uuid[]))`
        const rows = await perPartner(db, { partner: table.partnerId, where: isAmong }, (where) =>
          db
            .select({ id: table.id, status: table.status })
            .from(table)
            .where(where)
            .orderBy(asc(table.id))
            .for('no key update'),
        )
        for (const { id, status } of rows) if (status === 'open') open.add(id)
      }
      return open
    },

    /** Lists and locks proposed rings that have expired, of all partners or proposed by one. */
    async overdue(now: Date, limit: number, proposedBy?: PartnerId): Promise<Ring[]> {
      const rows = await db
        .select()
        .from(rings)
        .where(
          and(
            eq(rings.status, 'proposed'),
            lte(rings.expiresAt, now),
            proposedBy && eq(rings.proposedBy, proposedBy),
          ),
        )
        .orderBy(asc(rings.expiresAt))
        .limit(limit)
        .for('update', { skipLocked: true })
      return withParties(rows)
    },

    /** Lists rings that a partner proposed and that are unanswered, or that were declined or expired since a moment. */
    async recentOf(partnerId: PartnerId, since: Date): Promise<Ring[]> {
      const rows = await db
        .select()
        .from(rings)
        .where(
          and(
            eq(rings.proposedBy, partnerId),
            inArray(rings.status, ['proposed', 'declined', 'expired']),
            // As in the index `rings_of_proposer`.
            sql`coalesce(${rings.endedAt}, ${rings.expiresAt}) > ${since.toISOString()}::timestamptz`,
          ),
        )
      return withParties(rows)
    },

    /** Loads and locks the introductions of a pair that are proposed, or accepted with work that has not ended. */
    openOrAtWork: (needId: Id<'need'>, offerId: Id<'offer'>): Promise<IntroductionRow[]> =>
      db
        .select()
        .from(introductions)
        .where(
          and(
            eq(introductions.needId, needId),
            eq(introductions.offerId, offerId),
            or(
              eq(introductions.status, 'proposed'),
              and(eq(introductions.status, 'accepted'), isNull(introductions.workEndedAt)),
            ),
          ),
        )
        .orderBy(asc(introductions.id))
        .for('update'),

    /** Lists the rings of these engagements. Their parties can't change until the transaction ends. */
    async ofEngagements(engagementIds: readonly Id<'engagement'>[]): Promise<Ring[]> {
      const rows = await db
        .select()
        .from(rings)
        .where(
          inArray(
            rings.id,
            db
              .select({ id: ringParties.ringId })
              .from(ringParties)
              .where(inArray(ringParties.engagementId, [...engagementIds])),
          ),
        )
        .orderBy(asc(rings.id))
        .for('key share')
      return withParties(rows)
    },
  }
}
