import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Queryable } from '../../platform/db/index.ts'
import type { Id, IdPrefix, PartnerId } from '../../shared/ids.ts'
import type { PostedTable } from './posted.table.ts'

/** The values by which similar records are searched. */
export interface Likeness {
  /** In lower case. */
  emails: readonly string[]
  /** External ids in lower case, without spaces, dashes and leading zeros. */
  forms: readonly string[]
}

/** A record found by an e-mail address or an id. */
export interface LikeRecord {
  id: Id<IdPrefix>
  externalId: string | null
  email: string | null
  /** Normalized e-mail addresses of records that were merged into it. */
  formerEmails: string[]
}

export interface LikeSearch {
  /** Finds records that have, or had before a merge, one of these e-mails or forms: about `MOST_OF_EACH` for each. */
  findLike(partnerId: PartnerId, likeness: Likeness): Promise<LikeRecord[]>
}

/** Limits the records per e-mail, so that an address shared by a whole office does not make every batch read all of them. */
export const MOST_OF_EACH = 5

/**
 * Searches a table whose indexes begin with the partner and the `email` or the form of the id. `only` is a further
 * condition.
 */
export function createLikeSearch(
  db: Queryable,
  table: PostedTable & Record<'formerEmails', PgColumn>,
  { email, only = sql`true` }: { email: SQL; only?: SQL },
): LikeSearch {
  const form = sql`ltrim(regexp_replace(lower(normalize(${table.externalId}, nfkc)), '[[:space:]_\\u2010-\\u2015-]', '', 'g'), '0')`
  return {
    async findLike(partnerId, { emails, forms }) {
      const ofPartner = eq(table.partnerId, partnerId)
      const idsWith = (value: SQL, wanted: readonly string[]) => sql`
        select found.id from unnest(${sql.param([...new Set(wanted)])}::text[]) wanted(value)
        cross join lateral (
          select ${table.id} as id from ${table}
          where ${ofPartner} and ${only} and ${value} = wanted.value
          order by ${table.partnerId}, ${value}, ${table.id} limit ${MOST_OF_EACH}) found`
      const idsOnceWith = sql`
        select ${table.id} from ${table}
        where ${ofPartner} and ${only} and ${table.formerEmails} <> '{}' and ${table.formerEmails} && ${sql.param([...emails])}::text[]`
      const rows = await db
        .select({
          id: table.id,
          externalId: table.externalId,
          email: sql<string | null>`${email}`,
          formerEmails: table.formerEmails,
        })
        .from(table)
        .where(
          and(
            ofPartner,
            sql`${table.id} in (${idsWith(email, emails)} union all ${idsWith(form, forms)} union all ${idsOnceWith})`,
          ),
        )
        .orderBy(table.id)
      // The columns of any posted table; see createPostingRepository.
      return rows as LikeRecord[]
    },
  }
}
