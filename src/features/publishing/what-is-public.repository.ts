import { and, eq, gt, gte, isNull, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { utcDay } from '../../shared/time.ts'
import { partners } from '../access/index.ts'
import { needs } from '../postings/index.ts'

/** Columns of the table of needs or of an alias. */
type NeedColumns = Record<
  'status' | 'visibility' | 'isPublic' | 'deadlineAt' | 'endsOn' | 'partnerId',
  SQLWrapper
>

/** Matches the needs that anybody may read. All public reads use this. */
export function isPublic(now: Date, need: NeedColumns = needs): SQL | undefined {
  return and(
    eq(need.status, 'open'),
    eq(need.visibility, 'network'),
    sql`${need.isPublic}`,
    or(isNull(need.deadlineAt), gt(need.deadlineAt, now)),
    or(isNull(need.endsOn), gte(need.endsOn, utcDay(now))),
    sql`not is_sandbox(${need.partnerId})`,
    // Written as an exclusion, it is a look-up in memory for each index entry and never makes Postgres choose another index.
    sql`${need.partnerId} not in (select ${partners.id} from ${partners} where not ${partners.publicFeed})`,
  )
}
