import { eq, type SQL, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { Queryable } from '../../platform/db/index.ts'
import type { Id, IdPrefix, PartnerId } from '../../shared/ids.ts'
import { fewOfEach } from './few-of-each.repository.ts'
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
  /** Finds records that have, or had before a merge, one of these e-mails or forms: up to `MOST_OF_EACH` for each. */
  findLike(partnerId: PartnerId, likeness: Likeness): Promise<LikeRecord[]>
}

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
  const columns = sql`${table.id} as id, ${table.externalId} as external_id, ${email} as email, ${table.formerEmails} as former_emails`
  return {
    async findLike(partnerId, { emails, forms }) {
      const where = sql`${eq(table.partnerId, partnerId)} and ${only}`
      const having = (value: SQL, wanted: readonly string[]) =>
        fewOfEach(columns, { from: sql`${table}`, where, value, wanted })
      const found = sql`(
        select id, external_id, email, former_emails from (${having(email, emails)}) by_email
        union select id, external_id, email, former_emails from (${having(form, forms)}) by_form
        union select ${columns} from ${table}
        where ${where} and ${table.formerEmails} <> '{}' and ${table.formerEmails} && ${sql.param([...emails])}::text[]
      ) found`
      const rows = await db
        .select({
          id: sql`found.id`.mapWith(table.id),
          externalId: sql<string | null>`found.external_id`,
          email: sql<string | null>`found.email`,
          formerEmails: sql`found.former_emails`.mapWith(table.formerEmails),
        })
        .from(found)
        .orderBy(sql`found.id`)
      // The columns of any posted table; see createPostingRepository.
      return rows as LikeRecord[]
    },
  }
}
