import { and, asc, desc, eq, gt, gte, lt, or, type SQL, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Queryable } from '../../platform/db/index.ts'
import type { NeedId, PartnerId } from '../../shared/ids.ts'
import { partners } from '../access/index.ts'
import type { PublicNeedRecord } from '../postings/index.ts'
import { type NeedRow, needs, type OrganizationRow, organizations } from '../postings/index.ts'
import { EVERYTHING, type NeedSearch } from './need-search.ts'
import { searchPage } from './public-search.repository.ts'
import { isPublic } from './what-is-public.repository.ts'

/** A need that anybody may read, with the fields of its public view. */
export interface PublicNeed extends PublicNeedRecord {
  organization: PublicNeedRecord['organization'] & Pick<OrganizationRow, 'publicName'>
  need: PublicNeedRecord['need'] & Pick<NeedRow, 'externalId'>
  partner: Pick<typeof partners.$inferSelect, 'offerHelpUrl'>
  /** The latest change of a field that the public view shows. */
  updatedAt: Date
}

export interface PublicPage {
  search: NeedSearch
  limit: number
  after: NeedId | undefined
}

const cut = alias(needs, 'cut')
const LAST_UUID = 'ffffffff-ffff-ffff-ffff-ffffffffffff'

/**
 * Matches ids at which pages of the sitemap begin: those that end in 000, one of 4,096. So pages keep their URLs, whatever
 * else is posted or closed.
 */
function isCut(need: typeof needs | typeof cut): SQL {
  return sql`right(${need.id}::text, 3) = '000'`
}

/** Only these columns are read, so names and contacts can't be shown. */
const columns = {
  need: {
    id: needs.id,
    externalId: needs.externalId,
    organizationId: needs.organizationId,
    title: needs.title,
    description: needs.description,
    skills: needs.skills,
    accepts: needs.accepts,
    modality: needs.modality,
    location: needs.location,
    maxDistanceKm: needs.maxDistanceKm,
    hoursPerWeek: needs.hoursPerWeek,
    startsOn: needs.startsOn,
    endsOn: needs.endsOn,
    deadlineAt: needs.deadlineAt,
    availability: needs.availability,
    requires: needs.requires,
    minimumAge: needs.minimumAge,
    gives: needs.gives,
    budget: needs.budget,
    positions: needs.positions,
    sessions: needs.sessions,
    createdAt: needs.createdAt,
  },
  organization: {
    kind: organizations.kind,
    causes: organizations.causes,
    location: organizations.location,
    timeZone: organizations.timeZone,
    languages: organizations.languages,
    publicName: organizations.publicName,
  },
  partner: { offerHelpUrl: partners.offerHelpUrl },
  updatedAt: sql`greatest(${needs.updatedAt}, ${organizations.updatedAt})`.mapWith(needs.updatedAt),
}

/** Reads public needs across partners, unlike other repositories. */
export function createPublicNeedsRepository(db: Queryable) {
  function selectAmong(
    where: SQL | undefined,
    limit: number,
    search: NeedSearch = EVERYTHING,
  ): Promise<PublicNeed[]> {
    // Finds the page and reads it in one statement, so that both use the same snapshot.
    const page = searchPage(db, { where, search, limit })
    return db
      .select(columns)
      .from(page)
      .innerJoin(needs, and(eq(needs.partnerId, page.partnerId), eq(needs.id, page.id)))
      .innerJoin(
        organizations,
        and(eq(organizations.partnerId, needs.partnerId), eq(organizations.id, needs.organizationId)),
      )
      .innerJoin(partners, eq(partners.id, needs.partnerId))
      .orderBy(desc(needs.id))
  }

  return {
    /**
     * Lists needs, newest first. Ordered by id, which never changes, so that a write while somebody pages neither repeats
     * nor skips one.
     */
    list: (now: Date, { search, limit, after }: PublicPage): Promise<PublicNeed[]> =>
      selectAmong(and(isPublic(now), after && lt(needs.id, after)), limit, search),

    async find(now: Date, id: NeedId): Promise<PublicNeed | undefined> {
      return (await selectAmong(and(isPublic(now), eq(needs.id, id)), 1))[0]
    },

    /** Returns the names that public pages of these needs show, by need. */
    async namesOf(
      now: Date,
      keys: readonly { partnerId: PartnerId; id: NeedId }[],
    ): Promise<ReadonlyMap<NeedId, string>> {
      if (keys.length === 0) return new Map()
      const rows = await db
        .select({ id: needs.id, publicName: organizations.publicName })
        .from(needs)
        .innerJoin(
          organizations,
          and(eq(organizations.partnerId, needs.partnerId), eq(organizations.id, needs.organizationId)),
        )
        .where(
          and(
            isPublic(now),
            or(...keys.map((key) => and(eq(needs.partnerId, key.partnerId), eq(needs.id, key.id)))),
          ),
        )
      return new Map(rows.flatMap(({ id, publicName }) => (publicName === null ? [] : [[id, publicName]])))
    },

    /** Returns the ids at which pages of the sitemap begin, except the first. */
    async cuts(now: Date): Promise<NeedId[]> {
      const rows = await db
        .select({ id: needs.id })
        .from(needs)
        .where(and(isPublic(now), isCut(needs)))
        .orderBy(asc(needs.id))
      return rows.map(({ id }) => id)
    },

    /** Returns the entries of the sitemap page that begins here, up to the next page. */
    pageFrom(now: Date, from: NeedId | undefined, limit: number) {
      const next = db
        .select({ id: cut.id })
        .from(cut)
        .where(and(isPublic(now, cut), isCut(cut), from && gt(cut.id, from)))
        .orderBy(asc(cut.id))
        .limit(1)
      return db
        .select({ id: needs.id, updatedAt: needs.updatedAt })
        .from(needs)
        .where(
          and(
            isPublic(now),
            from && gte(needs.id, from),
            sql`${needs.id} < coalesce((${next}), ${LAST_UUID})`,
          ),
        )
        .orderBy(asc(needs.id))
        .limit(limit)
    },
  }
}
