import {
  and,
  arrayContains,
  desc,
  eq,
  gte,
  isNull,
  lte,
  or,
  type SQL,
  type SQLWrapper,
  sql,
} from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/pg-core'
import type { Queryable } from '../../platform/db/index.ts'
import { needs, organizations } from '../postings/index.ts'
import type { NeedSearch } from './need-search.ts'

interface PageQuery {
  where: SQL | undefined
  search: NeedSearch
  limit: number
}

/**
 * Selects the keys of the newest needs that a search finds, as a subquery `page`. Reads only indexes if there is no search.
 */
export function searchPage(db: Queryable, { where, search, limit }: PageQuery) {
  const found = and(where, fitsNeed(search))
  const isThere = (location: SQLWrapper) =>
    and(
      ...search.places.map(
        (spellings) =>
          sql`array[lower(${location} ->> 'country'), lower(${location} ->> 'region'), lower(${location} ->> 'city')] && ${sql.param(spellings)}::text[]`,
      ),
    )
  // Postgres takes the beginning of a word for a frequent one. No index has this order, so it reads the needs that the words
  // find, not the newest needs one by one.
  const newestFirst = search.words.length > 0 ? desc(sql`${needs.id}::text`) : desc(needs.id)
  const keys = { partnerId: needs.partnerId, id: needs.id }
  const seekersPage = (place: SQL | undefined) =>
    db
      .select(keys)
      .from(needs)
      .innerJoin(
        organizations,
        and(eq(organizations.partnerId, needs.partnerId), eq(organizations.id, needs.organizationId)),
      )
      .where(and(found, place, fitsOrganization(search)))
      .orderBy(newestFirst)
      .limit(limit)
  if (search.places.length > 0)
    // Needs at this place, and needs without a place whose organization is there. Each part has an index.
    return unionAll(
      seekersPage(isThere(needs.location)),
      seekersPage(and(isNull(needs.location), isThere(organizations.location))),
    )
      .orderBy(desc(sql`id`))
      .limit(limit)
      .as('page')
  if (search.cause !== null) return seekersPage(undefined).as('page')
  return db.select(keys).from(needs).where(found).orderBy(newestFirst).limit(limit).as('page')
}

/** Matches needs. Words consist only of letters and digits, so none is an operator of a text search. */
function fitsNeed({ words, kind, day, partnerId }: NeedSearch): SQL | undefined {
  const beginnings = words.map((word) => `${word}:*`).join(' & ')
  const { title, description, skills } = needs
  return and(
    partnerId ? eq(needs.partnerId, partnerId) : undefined,
    words.length > 0
      ? sql`needs_words(${title}, ${description}, ${skills}) @@ to_tsquery('simple', ${beginnings})`
      : undefined,
    kind ? arrayContains(needs.accepts, [kind]) : undefined,
    day ? or(isNull(needs.startsOn), lte(needs.startsOn, day)) : undefined,
    day ? or(isNull(needs.endsOn), gte(needs.endsOn, day)) : undefined,
  )
}

function fitsOrganization({ cause }: NeedSearch): SQL | undefined {
  return cause === null ? undefined : arrayContains(organizations.causes, [cause])
}
