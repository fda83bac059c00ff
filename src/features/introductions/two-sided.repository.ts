import { and, eq, ne, or, type SQL, sql } from 'drizzle-orm'
import type { AnyPgColumn, PgColumn } from 'drizzle-orm/pg-core'
import {
  type Counted,
  choice,
  compareRows,
  countListed,
  findsFew,
  holdsPairs,
  idsOf,
  is,
  type List,
  type ListAsked,
  type ListedAmong,
  type ListedRow,
  type ListFilter,
  listParts,
  type Queryable,
  readList,
} from '../../platform/db/index.ts'
import { idToUuid, type PartnerId } from '../../shared/ids.ts'
import { metadataFilter } from '../../shared/metadata.ts'
import { idOf } from '../../shared/wire.ts'
import { isOfRecord } from '../postings/index.ts'
import { sideSchema } from './introductions.table.ts'

type PartyColumns = Record<
  | 'needPartnerId'
  | 'offerPartnerId'
  | 'needId'
  | 'offerId'
  | 'organizationId'
  | 'helperId'
  | 'needMetadata'
  | 'offerMetadata',
  PgColumn
>

/** A list of rows that two sides share. */
export type TwoSidedList<R extends ListedRow> = List<R> & {
  table: Pick<PartyColumns, 'needPartnerId' | 'offerPartnerId'>
}

/** Returns the filters of such a list by side and party. Each party has an index, since it finds few rows. */
export function partyFilters(table: PartyColumns): Readonly<Record<string, ListFilter>> {
  const ofNeed = holdsPairs(table.needMetadata, table.needPartnerId, metadataFilter)
  const ofOffer = holdsPairs(table.offerMetadata, table.offerPartnerId, metadataFilter)
  return {
    metadata: {
      value: metadataFilter,
      isFound: true,
      // Each condition begins with the partner, so that the other side's metadata is never compared.
      where: (pairs, partnerId) => or(ofNeed.where(pairs, partnerId), ofOffer.where(pairs, partnerId)),
    },
    role: choice(sideSchema, 'Return only those in which this side is yours. Default: either side'),
    need_id: is(table.needId, idOf('need'), 'Return only those of this need, yours or not'),
    offer_id: is(table.offerId, idOf('offer'), 'Return only those of this offer, yours or not'),
    organization_id: isOfRecord(
      table.organizationId,
      'organization',
      'Return only those of this organization',
    ),
    helper_id: isOfRecord(table.helperId, 'helper', 'Return only those of this helper'),
    sprint_id: idsOf(table.needId, idOf('sprint'), 'Return only those of the needs of this sprint'),
    program_id: idsOf(
      table.helperId,
      idOf('program'),
      'Return only those of the students of this program of yours',
    ),
  }
}

/** Matches rows with this partner on either side. */
export function isParty(
  table: Record<'needPartnerId' | 'offerPartnerId', AnyPgColumn>,
  partnerId: PartnerId,
): SQL | undefined {
  return or(eq(table.needPartnerId, partnerId), eq(table.offerPartnerId, partnerId))
}

/**
 * Returns the conditions of one side. Word searches use another form, which keeps the planner from using an index of the
 * side.
 */
function sideOf(column: PgColumn, partnerId: PartnerId): ListedAmong & { ofWords: SQL } {
  return { own: eq(column, partnerId), ofWords: sql`${column}::text = ${idToUuid(partnerId)}` }
}

/** Returns the conditions of each side of a list. Each side has indexes that begin with its partner. No row is in both. */
function sidesOf<R extends ListedRow>(
  { table }: TwoSidedList<R>,
  partnerId: PartnerId,
  { filters = {} }: Pick<ListAsked, 'filters'>,
): ListedAmong[] {
  const needSide = sideOf(table.needPartnerId, partnerId)
  const offerSide = sideOf(table.offerPartnerId, partnerId)
  if (filters.role === 'need') return [needSide]
  if (filters.role === 'offer') return [offerSide]
  // Both conditions mean the same: statistics know one, partial indexes the other.
  const isOfOthers = and(ne(table.needPartnerId, partnerId), ne(table.needPartnerId, table.offerPartnerId))
  return [needSide, { ...offerSide, also: isOfOthers }]
}

/** Reads the first rows of both sides. */
export async function listTwoSided<R extends ListedRow>(
  db: Queryable,
  list: TwoSidedList<R>,
  partnerId: PartnerId,
  asked: ListAsked,
): Promise<R[]> {
  const sides = sidesOf(list, partnerId, asked).map((among) =>
    readList(db, list, partnerId, { asked, among }),
  )
  const rows = (await Promise.all(sides)).flat()
  return sides.length === 1 ? rows : rows.sort(compareRows(list, asked)).slice(0, asked.limit)
}

/** Counts the rows of both sides, up to `most`. */
export async function countTwoSided<R extends ListedRow>(
  db: Queryable,
  list: TwoSidedList<R>,
  {
    partnerId,
    asked: { filters, q },
    most,
  }: { partnerId: PartnerId; asked: Pick<ListAsked, 'filters' | 'q'>; most: number },
): Promise<Counted> {
  // Only these parameters: a page starts after a row, but its total does not.
  const asked = { filters, q, limit: most }
  const { found, along, byFilters, sifted } = listParts(list, partnerId, asked)
  const sides = sidesOf(list, partnerId, asked)
  const count = (wheres: (SQL | undefined)[], isSearch: boolean) => {
    const parts = wheres.map((where) => sql`select 1 from ${list.table} where ${where}`)
    return countListed(db, sql.join(parts, sql` union all `), { most, isSearch })
  }
  if (sifted) {
    const few = await Promise.all(sides.map(({ own }) => findsFew(db, list, and(own, along, byFilters))))
    if (few.every(Boolean))
      return count(
        sides.map(({ own, also }) => and(own, also, along, sifted)),
        false,
      )
  }
  const isSearch = q !== undefined
  return count(
    sides.map(({ own, ofWords, also }) => and(isSearch ? ofWords : own, also, along, found)),
    isSearch,
  )
}
