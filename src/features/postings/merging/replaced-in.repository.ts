import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/** Replaces an id in a list and removes duplicates. */
export function replacedIn(list: SQLWrapper, from: string, into: string): SQL {
  return sql`array(
    select held from unnest(array_replace(${list}, ${from}::text, ${into}::text)) with ordinality as list (held, place)
    group by held order by min(place))`
}
