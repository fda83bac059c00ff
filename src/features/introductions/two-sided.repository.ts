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

/** What such a list can be narrowed to: a side, and whose rows. Each party has an index, since it finds few rows. */
export function partyFilters(table: PartyColumns): Readonly<Record<string, ListFilter>> {
  const ofNeed = holdsPairs(table.needMetadata, table.needPartnerId, metadataFilter)
  const ofOffer = holdsPairs(table.offerMetadata, table.offerPartnerId, metadataFilter)
  return {
    metadata: {
      value: metadataFilter,
      isFound: true,
      // Each begins with the partner, so that pairs of the other side are never compared.
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

/** Whether either side is a partner's. */
export function isParty(
  table: Record<'needPartnerId' | 'offerPartnerId', AnyPgColumn>,
  partnerId: PartnerId,
): SQL | undefined {
  return or(eq(table.needPartnerId, partnerId), eq(table.offerPartnerId, partnerId))
}

/** Words name the partner of either side. What they find is no longer looked for by an index of the side. */
function sideOf(column: PgColumn, partnerId: PartnerId): ListedAmong & { ofWords: SQL } {
  return { own: eq(column, partnerId), ofWords: sql`${column}::text = ${idToUuid(partnerId)}` }
}

/** The rows of each side that a list has. Each side has indexes that begin with its partner. No row is in both. */
function sidesOf<R extends ListedRow>(
  { table }: TwoSidedList<R>,
  partnerId: PartnerId,
  { filters = {} }: Pick<ListAsked, 'filters'>,
): ListedAmong[] {
  const needSide = sideOf(table.needPartnerId, partnerId)
  const offerSide = sideOf(table.offerPartnerId, partnerId)
  if (filters.role === 'need') return [needSide]
  if (filters.role === 'offer') return [offerSide]
  // Both say the same: statistics know the one, partial indexes the other.
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
  // Of what is asked only this: a page goes on behind a row, and its total does not.
  const asked = { filters, q, limit: most }
  const { found, along, byFilters, sifted } = listParts(list, partnerId, asked)
  const sides = sidesOf(list, partnerId, asked)
  const count = (wheres: (SQL | undefined)[], isSearch: boolean) => {
    const parts = wheres.map((where) => sql`select from ${list.table} where ${where}`)
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
