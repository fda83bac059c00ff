import { and, asc, count, desc, eq, gt, gte, or, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/db/index.ts'
import type { Id, PartnerId } from '../../shared/ids.ts'
import type { PartnerKey } from '../access/index.ts'
import { engagements } from '../engagements/index.ts'
import { candidates } from '../internships/index.ts'
import { helpers, organizations } from '../postings/index.ts'
import { type CalendarRow, calendars } from './calendars.table.ts'
import type { Subject } from './find-subject.ts'

export type CalendarId = Id<'calendar'>

export function createCalendarsRepository(db: Queryable) {
  const is = (partnerId: PartnerId, id: CalendarId) =>
    and(eq(calendars.partnerId, partnerId), eq(calendars.id, id))
  return {
    async insert(row: CalendarRow): Promise<void> {
      await db.insert(calendars).values(row)
    },

    async find(partnerId: PartnerId, id: CalendarId): Promise<CalendarRow | undefined> {
      return (await db.select().from(calendars).where(is(partnerId, id)))[0]
    },

    async findByKey({ partnerId, hash }: PartnerKey): Promise<CalendarRow | undefined> {
      const where = and(eq(calendars.partnerId, partnerId), eq(calendars.keyHash, hash))
      return (await db.select().from(calendars).where(where))[0]
    },

    /** Counts a partner's calendars. Only one transaction per partner counts at a time. */
    async countLocked(partnerId: PartnerId): Promise<number> {
      await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`calendars ${partnerId}`}, 0))`)
      const [row] = await db
        .select({ count: count() })
        .from(calendars)
        .where(eq(calendars.partnerId, partnerId))
      return row?.count ?? 0
    },

    list(
      partnerId: PartnerId,
      { limit, after }: { limit: number; after: CalendarId | undefined },
    ): Promise<CalendarRow[]> {
      return db
        .select()
        .from(calendars)
        .where(and(eq(calendars.partnerId, partnerId), after && gt(calendars.id, after)))
        .orderBy(asc(calendars.id))
        .limit(limit)
    },

    async remove(partnerId: PartnerId, id: CalendarId): Promise<boolean> {
      const removed = await db.delete(calendars).where(is(partnerId, id)).returning({ id: calendars.id })
      return removed.length > 0
    },

    /**
     * Lists the latest `limit` engagements that are active or ended since a moment, with the names of both sides. A name is
     * null after its record was erased.
     */
    engagementsOf(
      partnerId: PartnerId,
      subject: Subject,
      { endedSince, limit }: { endedSince: Date; limit: number },
    ) {
      return db
        .select({
          engagement: engagements,
          organization: organizations.name,
          helper: { name: helpers.name, preferredName: helpers.preferredName, kind: helpers.kind },
        })
        .from(engagements)
        .leftJoin(
          organizations,
          and(
            eq(organizations.partnerId, engagements.needPartnerId),
            eq(organizations.id, engagements.organizationId),
          ),
        )
        .leftJoin(
          helpers,
          and(eq(helpers.partnerId, engagements.offerPartnerId), eq(helpers.id, engagements.helperId)),
        )
        .where(
          and(
            isAbout(db, partnerId, subject),
            or(eq(engagements.status, 'active'), gte(engagements.endedAt, endedSince)),
          ),
        )
        .orderBy(desc(engagements.id))
        .limit(limit)
    },
  }
}

function isAbout(db: Queryable, partnerId: PartnerId, subject: Subject): SQL | undefined {
  const { needPartnerId, offerPartnerId, organizationId, helperId } = engagements
  switch (subject.kind) {
    case 'partner':
      return or(eq(needPartnerId, partnerId), eq(offerPartnerId, partnerId))
    case 'organization':
      return and(eq(needPartnerId, partnerId), eq(organizationId, subject.id))
    case 'helper':
      return and(eq(offerPartnerId, partnerId), eq(helperId, subject.id))
    case 'program': {
      // A candidate's helper shares its number.
      const ofProgram = db
        .select({ id: candidates.id })
        .from(candidates)
        .where(and(eq(candidates.partnerId, partnerId), eq(candidates.programId, subject.id)))
      return and(eq(offerPartnerId, partnerId), sql`${helperId} in ${ofProgram}`)
    }
  }
}
