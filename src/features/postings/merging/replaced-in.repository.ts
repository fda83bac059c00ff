import { type SQL, type SQLWrapper, sql } from 'drizzle-orm'

/** A list of ids with one in the place of another, each once. */
export function replacedIn(list: SQLWrapper, from: string, into: string): SQL {
  return sql`array(
    select held from unnest(array_replace(${list}, ${from}::text, ${into}::text)) with ordinality as list (held, place)
    group by held order by min(place))`
}
