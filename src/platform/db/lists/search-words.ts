import { and, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { idToUuid, type PartnerId } from '../../../shared/ids.ts'
import type { ListedRow, ListSort, ListWords } from './list.ts'

const MAX_WORDS = 8

/**
 * Returns the condition that a row contains all of these words or beginnings of words, regardless of case and
 * accents.
 */
export function searchWords({ tenants, vector }: ListWords, partnerId: PartnerId, q: string): SQL {
  const words = wordsIn(q)
  if (words.length === 0) return sql`false`
  const beginnings = words.map((word) => `${word}:*`).join(' & ')
  const owners = sql.join([...tenants], sql`, `)
  return sql`array[${owners}] @> array[${idToUuid(partnerId)}::uuid] and ${vector} @@ to_tsquery('simple', folded_text(${beginnings}))`
}

/** Keeps only letters, digits and accents, so that no character is an operator of a text search. */
function wordsIn(q: string): string[] {
  return (q.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).slice(0, MAX_WORDS)
}

/** Words that a text search neither splits nor folds. */
const PLAIN = /^[a-z][a-z0-9]*$/

/**
 * Returns a cheap test that every row with these words passes: whether they occur anywhere in its text.
 * Parsing a text takes five times as long.
 */
export function mayHoldWords({ text }: ListWords, q: string): SQL | undefined {
  const plain = wordsIn(q)
    .map((word) => word.toLowerCase())
    .filter((word) => PLAIN.test(word))
  return and(...plain.map((word) => sql`strpos(lower(folded_text(${text})), ${word}) > 0`))
}

/** Declares the words of these columns, computed by a database function that is indexed after the partner. */
export function wordsOf(
  tenant: PgColumn | readonly PgColumn[],
  name: string,
  columns: readonly SQLWrapper[],
  what: string,
): ListWords {
  const joined = sql.join([...columns], sql`, `)
  return {
    tenants: [tenant].flat(),
    vector: sql`${sql.raw(name)}(${joined})`,
    text: sql`concat_ws(' ', ${joined})`,
    what,
  }
}

/** Long enough to distinguish titles, and short enough for an index. */
const SORTED_CHARACTERS = 60

/** Declares the order by the first 60 characters of a text, regardless of case. */
export function byText<R extends ListedRow>(
  column: PgColumn | SQLWrapper,
  textOf: (row: R) => string,
): ListSort<R> {
  const keyOf = (text: SQLWrapper) => sql`left(lower(${text}), ${sql.raw(String(SORTED_CHARACTERS))})`
  return {
    key: keyOf(column),
    type: 'text',
    positionOf: (row) => [...textOf(row)].slice(0, SORTED_CHARACTERS).join(''),
    keyOf,
  }
}

/** Returns a text field of a `jsonb` column. */
export function textIn(column: PgColumn, field: string): SQL {
  return sql`${column} ->> ${sql.raw(`'${field}'`)}`
}
