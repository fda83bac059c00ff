import { and, asc, eq, ne, sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/db/index.ts'
import type { Id, PartnerId } from '../../shared/ids.ts'
import { needs } from './needs/needs.table.ts'
import { offers } from './offers/offers.table.ts'

/** A posting with its title and parent. */
export interface TitledRecord {
  id: Id<'need' | 'offer'>
  externalId: string | null
  title: string
  /** The organization or helper that it belongs to. */
  parentId: string
}

/** Length of the indexed beginning of a title. */
const INDEXED_CHARS = 60

const tables = {
  needs: { table: needs, parent: needs.organizationId },
  offers: { table: offers, parent: offers.helperId },
}

/** Finds needs or offers of a partner by title, ignoring case and closed ones. */
export async function findByTitles(
  db: Queryable,
  partnerId: PartnerId,
  { type, titles }: { type: keyof typeof tables; titles: readonly string[] },
): Promise<TitledRecord[]> {
  const { table, parent } = tables[type]
  const folded = [...new Set(titles.map((title) => title.trim().toLowerCase()))]
  if (folded.length === 0) return []
  const begins = sql`left(lower(${table.title}), ${sql.raw(String(INDEXED_CHARS))})`
  const rows = await db
    .select({ id: table.id, externalId: table.externalId, title: table.title, parentId: parent })
    .from(table)
    .where(
      and(
        eq(table.partnerId, partnerId),
        sql`${begins} = any(${sql.param(folded.map((title) => title.slice(0, INDEXED_CHARS)))}::text[])`,
        ne(table.status, 'closed'),
      ),
    )
    .orderBy(asc(table.id))
  return rows.filter(({ title }) => folded.includes(title.trim().toLowerCase()))
}
