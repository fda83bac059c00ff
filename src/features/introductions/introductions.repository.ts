import { and, asc, count, eq, inArray, isNotNull, lte, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Counted, ListAsked, Queryable } from '../../platform/db/index.ts'
import {
  type HelperId,
  type IntroductionId,
  idToUuid,
  type NeedId,
  type OfferId,
  type PartnerId,
} from '../../shared/ids.ts'
import { asOthersSee, helpers, needs, offers, organizations } from '../postings/index.ts'
import type { Proposal } from './explained-pair.ts'
import { introductionsListed } from './introductions.list.ts'
import { type IntroductionRow, introductions } from './introductions.table.ts'
import type { SidesMetadata } from './own-metadata.ts'
import { trackRecords } from './track-records.table.ts'
import { countTwoSided, isParty, listTwoSided } from './two-sided.repository.ts'

type NeedSide = Pick<IntroductionRow, 'needPartnerId' | 'needId'>
type OfferSide = Pick<IntroductionRow, 'offerPartnerId' | 'helperId'>

/** Restricts expiry to one need and one helper, or to one sandbox. */
export interface ExpiringAmong {
  pair?: NeedSide & OfferSide
  sandbox?: PartnerId
}

export function createIntroductionsRepository(db: Queryable) {
  const proposed = eq(introductions.status, 'proposed')
  const openOrAccepted = inArray(introductions.status, ['proposed', 'accepted'])
  const ofNeed = ({ needPartnerId, needId }: NeedSide) =>
    and(eq(introductions.needPartnerId, needPartnerId), eq(introductions.needId, needId))
  const ofHelper = ({ offerPartnerId, helperId }: OfferSide) =>
    and(eq(introductions.offerPartnerId, offerPartnerId), eq(introductions.helperId, helperId))

  async function counted(where: SQL | undefined): Promise<number> {
    const [row] = await db.select({ count: count() }).from(introductions).where(where)
    return row?.count ?? 0
  }

  return {
    async insert(row: IntroductionRow): Promise<void> {
      await db.insert(introductions).values(row)
    },

    /** Locks a need, so that others can't count or answer for it until the transaction ends. */
    async lockNeed({ needPartnerId, needId }: NeedSide) {
      const [row] = await db
        .select({
          status: needs.status,
          positions: needs.positions,
          hoursPerWeek: needs.hoursPerWeek,
          sessions: needs.sessions,
          organizationId: needs.organizationId,
        })
        .from(needs)
        .where(and(eq(needs.partnerId, needPartnerId), eq(needs.id, needId)))
        .for('no key update')
      return row
    },

    /**
     * Returns the status of an offer and keeps it from being deleted until the transaction ends. Undefined if it is gone.
     */
    async offerStatus({ offerPartnerId, offerId }: Pick<IntroductionRow, 'offerPartnerId' | 'offerId'>) {
      const [row] = await db
        .select({ status: offers.status })
        .from(offers)
        .where(and(eq(offers.partnerId, offerPartnerId), eq(offers.id, offerId)))
        .for('key share')
      return row?.status
    },

    /** Locks the helper of an offer. Undefined if the offer is gone, or if its helper was merged while this waited. */
    async lockHelper({
      offerPartnerId,
      offerId,
    }: Pick<IntroductionRow, 'offerPartnerId' | 'offerId'>): Promise<HelperId | undefined> {
      const ofOffer = and(eq(helpers.partnerId, offers.partnerId), eq(helpers.id, offers.helperId))
      const [row] = await db
        .select({ id: helpers.id })
        .from(offers)
        .innerJoin(helpers, ofOffer)
        .where(and(eq(offers.partnerId, offerPartnerId), eq(offers.id, offerId)))
        .for('no key update', { of: helpers })
      return row?.id
    },

    countOpenOfNeed: (side: NeedSide) => counted(and(ofNeed(side), proposed)),
    countOpenOfHelper: (side: OfferSide) => counted(and(ofHelper(side), proposed)),

    async find(
      partnerId: PartnerId,
      id: IntroductionId,
      lock?: 'update',
    ): Promise<IntroductionRow | undefined> {
      const query = db
        .select()
        .from(introductions)
        .where(and(eq(introductions.id, id), isParty(introductions, partnerId)))
      const [row] = await (lock ? query.for(lock) : query)
      return row
    },

    list: (partnerId: PartnerId, asked: ListAsked): Promise<IntroductionRow[]> =>
      listTwoSided(db, introductionsListed, partnerId, asked),

    /** Counts the rows that match the filters, up to `most`. */
    count: (partnerId: PartnerId, asked: Pick<ListAsked, 'filters' | 'q'>, most: number): Promise<Counted> =>
      countTwoSided(db, introductionsListed, { partnerId, asked, most }),

    async update(
      id: IntroductionId,
      change: Pick<IntroductionRow, 'updatedAt'> &
        Partial<
          Pick<IntroductionRow, 'status' | 'reason' | 'answeredAt' | 'engagementId' | keyof SidesMetadata>
        >,
    ): Promise<IntroductionRow> {
      const [row] = await db
        .update(introductions)
        .set({ ...change, version: sql`${introductions.version} + 1` })
        .where(eq(introductions.id, id))
        .returning()
      if (!row) throw new Error('an introduction that was locked is gone')
      return row
    },

    /** Locks an introduction, before the work that it began. */
    async lock(id: IntroductionId): Promise<void> {
      await db
        .select({ id: introductions.id })
        .from(introductions)
        .where(eq(introductions.id, id))
        .for('update')
    },

    /** Stores when the work ended that an introduction began. */
    async setWorkEnded(id: IntroductionId, workEndedAt: Date): Promise<void> {
      await db.update(introductions).set({ workEndedAt }).where(eq(introductions.id, id))
    },

    /** Ends all open introductions of a filled need. */
    async withdrawOfNeed(side: NeedSide, now: Date): Promise<IntroductionRow[]> {
      return db
        .update(introductions)
        .set({
          status: 'withdrawn',
          reason: 'need_filled',
          answeredAt: now,
          updatedAt: now,
          version: sql`${introductions.version} + 1`,
        })
        .where(and(ofNeed(side), proposed))
        .returning()
    },

    /** Ends all open introductions of these offers. */
    async withdrawOfOffers(
      offerPartnerId: PartnerId,
      offerIds: readonly OfferId[],
      reason: string,
      now: Date,
    ): Promise<IntroductionRow[]> {
      if (offerIds.length === 0) return []
      return db
        .update(introductions)
        .set({
          status: 'withdrawn',
          reason,
          answeredAt: now,
          updatedAt: now,
          version: sql`${introductions.version} + 1`,
        })
        .where(
          and(
            eq(introductions.offerPartnerId, offerPartnerId),
            sql`${introductions.offerId} = any(${sql.param(offerIds.map(idToUuid))}::uuid[])`,
            proposed,
          ),
        )
        .returning()
    },

    /** Erases the stored proposals of these offers, unless both sides have agreed. */
    async eraseProposals(offerPartnerId: PartnerId, offerIds: readonly OfferId[]): Promise<void> {
      if (offerIds.length === 0) return
      await db
        .update(introductions)
        .set({ proposal: null })
        .where(
          and(
            eq(introductions.offerPartnerId, offerPartnerId),
            sql`${introductions.offerId} = any(${sql.param(offerIds.map(idToUuid))}::uuid[])`,
            ne(introductions.status, 'accepted'),
            isNotNull(introductions.proposal),
          ),
        )
    },

    /** Returns the accepted introduction of a need and an offer, if one side is this partner's. */
    async accepted(
      partnerId: PartnerId,
      { needId, offerId }: Pick<IntroductionRow, 'needId' | 'offerId'>,
    ): Promise<Pick<IntroductionRow, 'needPartnerId' | 'offerPartnerId'> | undefined> {
      const [row] = await db
        .select({
          needPartnerId: introductions.needPartnerId,
          offerPartnerId: introductions.offerPartnerId,
        })
        .from(introductions)
        .where(
          and(
            eq(introductions.needId, needId),
            eq(introductions.offerId, offerId),
            eq(introductions.status, 'accepted'),
            isParty(introductions, partnerId),
          ),
        )
      return row
    },

    /** Lists the offers to which a need has an open or accepted introduction. */
    async offersOf(need: { partnerId: PartnerId; id: NeedId }): Promise<OfferId[]> {
      const rows = await db
        .select({ id: introductions.offerId })
        .from(introductions)
        .where(and(ofNeed({ needPartnerId: need.partnerId, needId: need.id }), openOrAccepted))
      return rows.map(({ id }) => id)
    },

    /** Lists the needs to which an offer has an open or accepted introduction. */
    async needsOf(offer: { partnerId: PartnerId; id: OfferId }): Promise<NeedId[]> {
      const rows = await db
        .select({ id: introductions.needId })
        .from(introductions)
        .where(
          and(
            eq(introductions.offerPartnerId, offer.partnerId),
            eq(introductions.offerId, offer.id),
            openOrAccepted,
          ),
        )
      return rows.map(({ id }) => id)
    },

    findAll: (partnerId: PartnerId, ids: readonly IntroductionId[]): Promise<IntroductionRow[]> =>
      db
        .select()
        .from(introductions)
        .where(and(inArray(introductions.id, [...ids]), isParty(introductions, partnerId))),

    /** Returns the stored proposals by introduction. */
    async proposals(ids: readonly IntroductionId[]): Promise<Map<IntroductionId, Proposal | null>> {
      const rows = await db
        .select({ id: introductions.id, proposal: introductions.proposal })
        .from(introductions)
        .where(inArray(introductions.id, [...ids]))
      return new Map(rows.map(({ id, proposal }) => [id, proposal]))
    },

    /** Lists all introductions of a helper, whatever their status. */
    ofHelper: (side: OfferSide): Promise<IntroductionRow[]> =>
      db.select().from(introductions).where(ofHelper(side)).orderBy(asc(introductions.id)),

    /** Erases what was written about or to a helper, and its track record. */
    async eraseHelper(side: OfferSide): Promise<void> {
      await db
        .update(introductions)
        .set({ message: null, proposal: null, needMetadata: {}, offerMetadata: {} })
        .where(ofHelper(side))
      await db
        .delete(trackRecords)
        .where(
          and(eq(trackRecords.partnerId, side.offerPartnerId), eq(trackRecords.id, idToUuid(side.helperId))),
        )
    },

    /** Ends introductions that nobody answered in time, optionally those of one need and one helper or of a sandbox. */
    async expire(now: Date, limit: number, { pair, sandbox }: ExpiringAmong): Promise<IntroductionRow[]> {
      const due = db
        .select({ id: introductions.id })
        .from(introductions)
        .where(
          and(
            proposed,
            lte(introductions.expiresAt, now),
            pair && or(ofNeed(pair), ofHelper(pair)),
            // A sandbox is on both sides of its introductions.
            sandbox && eq(introductions.offerPartnerId, sandbox),
          ),
        )
        .orderBy(asc(introductions.expiresAt))
        .limit(limit)
        .for('update', { skipLocked: true })
      return db
        .update(introductions)
        .set({ status: 'expired', updatedAt: now, version: sql`${introductions.version} + 1` })
        .where(inArray(introductions.id, due))
        .returning()
    },

    /** Returns the names and contacts of both parties. */
    async contactsOf(row: IntroductionRow) {
      const [organization] = await db
        .select({ id: organizations.id, name: organizations.name, contact: organizations.contact })
        .from(organizations)
        .where(and(eq(organizations.partnerId, row.needPartnerId), eq(organizations.id, row.organizationId)))
      const [helper] = await db
        .select({
          id: helpers.id,
          name: helpers.name,
          preferredName: helpers.preferredName,
          contact: helpers.contact,
        })
        .from(helpers)
        .where(and(eq(helpers.partnerId, row.offerPartnerId), eq(helpers.id, row.helperId)))
      return { organization, helper: helper && { id: helper.id, ...asOthersSee(helper) } }
    },
  }
}
