import { and, asc, count, desc, eq, inArray, max, or, sql, sum } from 'drizzle-orm'
import { type Counted, type ListAsked, perPartner, type Queryable } from '../../platform/db/index.ts'
import { type HelperId, type Id, idToUuid, type NeedId, type PartnerId } from '../../shared/ids.ts'
import {
  countTwoSided,
  createIntroductionsRepository,
  type IntroductionRow,
  introductions,
  isParty,
  listTwoSided,
  type OfferOfHelper,
  type Side,
} from '../introductions/index.ts'
import { helpers, needs, offers, organizations, shownName } from '../postings/index.ts'
import { recountEngagements } from './engagement-records.repository.ts'
import { engagementsListed } from './engagements.list.ts'
import { planInput } from './engagements.schemas.ts'
import {
  type EngagementRow,
  engagementHours,
  engagements,
  type RetrospectiveRow,
  retrospectives,
} from './engagements.table.ts'

export type EngagementId = Id<'engagement'>
type NeedSide = Pick<IntroductionRow, 'needPartnerId' | 'needId'>

export function createEngagementsRepository(db: Queryable) {
  /** Returns the hours of each of these engagements that both sides confirmed. */
  async function confirmedHoursOf(ids: readonly EngagementId[]): Promise<ReadonlyMap<EngagementId, number>> {
    const { engagementId, hours, status } = engagementHours
    const rows = await db
      .select({ engagementId, hours: sum(hours).mapWith(Number) })
      .from(engagementHours)
      .where(and(inArray(engagementId, [...ids]), eq(status, 'confirmed')))
      .groupBy(engagementId)
    return new Map(rows.map((row) => [row.engagementId, row.hours ?? 0]))
  }

  return {
    async insert(row: EngagementRow): Promise<void> {
      await db.insert(engagements).values(row)
    },

    /**
     * Counts the accepted introductions of a need, except those whose work ended early, because their positions are free
     * again.
     */
    async countTakenPositions({ needPartnerId, needId }: NeedSide): Promise<number> {
      const [row] = await db
        .select({ count: count() })
        .from(introductions)
        .leftJoin(engagements, eq(engagements.introductionId, introductions.id))
        .where(
          and(
            eq(introductions.needPartnerId, needPartnerId),
            eq(introductions.needId, needId),
            eq(introductions.status, 'accepted'),
            sql`${engagements.status} is distinct from 'ended_early'`,
          ),
        )
      return row?.count ?? 0
    },

    /** Lists a partner's engagements with these ids, and those of its helpers, newest first. */
    findNamed(
      partnerId: PartnerId,
      { ids, helperIds }: { ids: readonly EngagementId[]; helperIds: readonly HelperId[] },
    ): Promise<EngagementRow[]> {
      const ofHelpers = and(
        eq(engagements.offerPartnerId, partnerId),
        inArray(engagements.helperId, [...new Set(helperIds)]),
      )
      const named = and(isParty(engagements, partnerId), inArray(engagements.id, [...new Set(ids)]))
      return db.select().from(engagements).where(or(named, ofHelpers)).orderBy(desc(engagements.id))
    },

    /** Locks a need, so that others can't count or answer for it until the transaction ends. */
    lockNeed: (side: NeedSide) => createIntroductionsRepository(db).lockNeed(side),

    /** Locks the needs of a helper's work in progress, in order of id. */
    async lockNeedsOf(partnerId: PartnerId, helperId: HelperId): Promise<void> {
      const underWay = and(isOfHelper(partnerId, helperId), eq(engagements.status, 'active'))
      const ofWork = db
        .select({ partnerId: engagements.needPartnerId, id: engagements.needId })
        .from(engagements)
        .where(underWay)
      // On Citus, engagements are on another node than needs.
      const keys = db.isDistributed ? givenKeys(await ofWork) : sql`${ofWork}`
      const isAmong = sql`(${needs.partnerId}, ${needs.id}) in ${keys}`
      await perPartner(db, { partner: needs.partnerId, where: isAmong }, (where) =>
        db.select({ id: needs.id }).from(needs).where(where).orderBy(asc(needs.id)).for('no key update'),
      )
    },

    /** Returns the need of an engagement if it is filled and neither its last day nor its deadline has passed. */
    async filledNeed({ needPartnerId, needId, introductionId }: EngagementRow, now: Date) {
      const isOver = sql`(${needs.endsOn} < ${now.toISOString().slice(0, 10)} or ${needs.deadlineAt} <= ${now})`
      const [row] = await db
        .select({
          positions: needs.positions,
          sessions: needs.sessions,
          isOfRing: sql<boolean>`${introductions.reason} is not distinct from 'ring'`,
        })
        .from(needs)
        .innerJoin(introductions, eq(introductions.id, introductionId))
        .where(
          and(
            eq(needs.partnerId, needPartnerId),
            eq(needs.id, needId),
            eq(needs.status, 'filled'),
            sql`${isOver} is not true`,
          ),
        )
      return row
    },

    /** Returns the fields of the need and the offer with which an engagement starts. */
    async beginningOf(introduction: IntroductionRow) {
      const { needPartnerId, needId, offerPartnerId, offerId } = introduction
      const [need] = await db
        .select({ title: needs.title, skills: needs.skills, startsOn: needs.startsOn, endsOn: needs.endsOn })
        .from(needs)
        .where(and(eq(needs.partnerId, needPartnerId), eq(needs.id, needId)))
      const [offer] = await db
        .select({ kind: offers.kind })
        .from(offers)
        .where(and(eq(offers.partnerId, offerPartnerId), eq(offers.id, offerId)))
      return { need, offer }
    },

    async find(partnerId: PartnerId, id: EngagementId, lock?: 'update'): Promise<EngagementRow | undefined> {
      const query = db
        .select()
        .from(engagements)
        .where(and(eq(engagements.id, id), isParty(engagements, partnerId)))
      const [row] = await (lock ? query.for(lock) : query)
      return row
    },

    findAll: (partnerId: PartnerId, ids: readonly EngagementId[]): Promise<EngagementRow[]> =>
      db
        .select()
        .from(engagements)
        .where(and(inArray(engagements.id, [...ids]), isParty(engagements, partnerId))),

    list: (partnerId: PartnerId, asked: ListAsked): Promise<EngagementRow[]> =>
      listTwoSided(db, engagementsListed, partnerId, asked),

    /** Counts the rows that match the filters, up to `most`. */
    count: (partnerId: PartnerId, asked: Pick<ListAsked, 'filters'>, most: number): Promise<Counted> =>
      countTwoSided(db, engagementsListed, { partnerId, asked, most }),

    async update(
      id: EngagementId,
      change: Partial<EngagementRow> & { updatedAt: Date },
    ): Promise<EngagementRow> {
      const [row] = await db
        .update(engagements)
        .set({ ...change, version: sql`${engagements.version} + 1` })
        .where(eq(engagements.id, id))
        .returning()
      if (!row) throw new Error('an engagement that was locked is gone')
      return row
    },

    /** Returns when a side last did something for the work; null if it has done nothing since the start. */
    async lastActiveAt({ id, needActiveAt, offerActiveAt }: EngagementRow, side: Side): Promise<Date | null> {
      const { engagementId, loggedBy, createdAt, answeredAt } = engagementHours
      // One side logs hours, the other answers.
      const activeAt = sql`case when ${loggedBy} = ${side} then ${createdAt} else ${answeredAt} end`
      const [hours] = await db
        .select({ activeAt: max(activeAt).mapWith(createdAt) })
        .from(engagementHours)
        .where(eq(engagementId, id))
      const planned = side === 'need' ? needActiveAt : offerActiveAt
      return laterOf(planned, hours?.activeAt ?? null)
    },

    /** Lists all engagements of a helper, whatever their status. */
    ofHelper: (partnerId: PartnerId, helperId: HelperId): Promise<EngagementRow[]> =>
      db.select().from(engagements).where(isOfHelper(partnerId, helperId)).orderBy(asc(engagements.id)),

    /** Lists a helper's completed engagements with the hours that both sides confirmed, latest first. */
    async completedOf(partnerId: PartnerId, helperId: HelperId) {
      const rows = await db
        .select({ engagement: engagements, organization: organizations.name })
        .from(engagements)
        .leftJoin(
          organizations,
          and(
            eq(organizations.partnerId, engagements.needPartnerId),
            eq(organizations.id, engagements.organizationId),
          ),
        )
        .where(and(isOfHelper(partnerId, helperId), eq(engagements.status, 'completed')))
        .orderBy(desc(engagements.endedAt), asc(engagements.id))
      const hours = await confirmedHoursOf(rows.map(({ engagement }) => engagement.id))
      return rows.map(({ engagement, organization }) => ({
        engagement,
        organization: organization ?? NO_NAME.organization,
        confirmedHours: hours.get(engagement.id) ?? 0,
      }))
    },

    /** Ends a helper's active engagements without fault and erases what was written about the helper. */
    async eraseHelper(partnerId: PartnerId, helperId: HelperId, now: Date): Promise<EngagementRow[]> {
      const ended = await db
        .update(engagements)
        .set({
          status: 'ended_early',
          endedBy: 'offer',
          endReason: 'work_changed',
          endedAt: now,
          updatedAt: now,
          version: sql`${engagements.version} + 1`,
        })
        .where(and(isOfHelper(partnerId, helperId), eq(engagements.status, 'active')))
        .returning()
      await db
        .update(engagements)
        .set({ plan: WITHOUT_TEXTS, needMetadata: {}, offerMetadata: {} })
        .where(isOfHelper(partnerId, helperId))
      const ids = db.select({ id: engagements.id }).from(engagements).where(isOfHelper(partnerId, helperId))
      await db
        .update(engagementHours)
        .set({ disputeReason: null, correctionReason: null })
        .where(inArray(engagementHours.engagementId, ids))
      return ended
    },

    /**
     * Moves the work of one offer of a partner to another, with its hours and retrospectives. Returns the moved engagements.
     */
    async joinOffers(
      partnerId: PartnerId,
      { from, into }: { from: OfferOfHelper; into: OfferOfHelper },
      now: Date,
    ): Promise<EngagementRow[]> {
      const moved = await db
        .update(engagements)
        .set({ ...into, updatedAt: now, version: sql`${engagements.version} + 1` })
        .where(isOfHelper(partnerId, from.helperId))
        .returning()
      await recountEngagements(db, [{ partnerId, id: into.helperId }])
      return moved
    },

    async insertRetrospective(row: RetrospectiveRow): Promise<void> {
      await db.insert(retrospectives).values(row)
    },

    async retrospectivesOf(engagementId: EngagementId): Promise<RetrospectiveRow[]> {
      return db.select().from(retrospectives).where(eq(retrospectives.engagementId, engagementId))
    },

    async namesOf(row: EngagementRow) {
      const [organization] = await db
        .select({ name: organizations.name })
        .from(organizations)
        .where(and(eq(organizations.partnerId, row.needPartnerId), eq(organizations.id, row.organizationId)))
      const [helper] = await db
        .select({ name: helpers.name, preferredName: helpers.preferredName })
        .from(helpers)
        .where(and(eq(helpers.partnerId, row.offerPartnerId), eq(helpers.id, row.helperId)))
      return {
        organization: organization?.name ?? NO_NAME.organization,
        helper: helper ? shownName(helper) : NO_NAME.helper,
      }
    },
  }
}

/** Shown after the organization or helper was erased. */
const NO_NAME = { organization: 'Organization', helper: 'Helper' }
const NO_PLAN = planInput.parse({})
/** Keeps the times, so that calendars can show what is cancelled. */
const WITHOUT_TEXTS = sql`${JSON.stringify(NO_PLAN)}::jsonb || jsonb_build_object(
  'starts_on', ${engagements.plan} -> 'starts_on', 'ends_on', ${engagements.plan} -> 'ends_on',
  'check_ins', ${engagements.plan} -> 'check_ins')`

function laterOf(a: Date | null, b: Date | null): Date | null {
  return a && b ? new Date(Math.max(a.getTime(), b.getTime())) : (a ?? b)
}

function isOfHelper(partnerId: PartnerId, helperId: HelperId) {
  return and(eq(engagements.offerPartnerId, partnerId), eq(engagements.helperId, helperId))
}

const givenKeys = (keys: readonly { partnerId: PartnerId; id: NeedId }[]) => sql`(select * from unnest(
  ${sql.param(keys.map(({ partnerId }) => idToUuid(partnerId)))}::uuid[],
  ${sql.param(keys.map(({ id }) => idToUuid(id)))}::uuid[]))`
