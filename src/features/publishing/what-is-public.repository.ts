import { and, eq, gt, gte, isNull, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import { utcDay } from '../../shared/time.ts'
import { partners } from '../access/index.ts'
import { needs } from '../postings/index.ts'

/** Of the needs or of an alias. */
type NeedColumns = Record<
  'status' | 'visibility' | 'isPublic' | 'deadlineAt' | 'endsOn' | 'partnerId',
  SQLWrapper
>

/** The one place that says which needs anybody may read. */
export function isPublic(now: Date, need: NeedColumns = needs): SQL | undefined {
  return and(
    eq(need.status, 'open'),
    eq(need.visibility, 'network'),
    sql`${need.isPublic}`,
    or(isNull(need.deadlineAt), gt(need.deadlineAt, now)),
    or(isNull(need.endsOn), gte(need.endsOn, utcDay(now))),
    sql`not is_sandbox(${need.partnerId})`,
    // As an exclusion it is a look-up in memory for each entry of the index, and never a reason to read another index.
    sql`${need.partnerId} not in (select ${partners.id} from ${partners} where not ${partners.publicFeed})`,
  )
}
