import { and, type SQL, type SQLWrapper, sql } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import { idToUuid, type PartnerId } from '../../../shared/ids.ts'
import type { ListedRow, ListSort, ListWords } from './list.ts'

const MAX_WORDS = 8

/** Whether a row's words hold all of these, or begin with them, in any case and with or without accents. */
export function searchWords({ tenants, vector }: ListWords, partnerId: PartnerId, q: string): SQL {
  const words = wordsIn(q)
  if (words.length === 0) return sql`false`
  const beginnings = words.map((word) => `${word}:*`).join(' & ')
  const owners = sql.join([...tenants], sql`, `)
  return sql`array[${owners}] @> array[${idToUuid(partnerId)}::uuid] and ${vector} @@ to_tsquery('simple', folded_text(${beginnings}))`
}

/** Only letters, digits and accents stand in the words, so that none is an operator of a text search. */
function wordsIn(q: string): string[] {
  return (q.normalize('NFC').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).slice(0, MAX_WORDS)
}

/** Words that no part of a text search takes apart or folds. */
const PLAIN = /^[a-z][a-z0-9]*$/

/**
 * A quick test that every row with these words passes: whether they stand anywhere in its text. Taking a text apart takes five
 * times as long.
 */
export function mayHoldWords({ text }: ListWords, q: string): SQL | undefined {
  const plain = wordsIn(q)
    .map((word) => word.toLowerCase())
    .filter((word) => PLAIN.test(word))
  return and(...plain.map((word) => sql`strpos(lower(folded_text(${text})), ${word}) > 0`))
}

/** The words of these columns, in a function of the database that an index holds behind the partner. */
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

/** Enough to tell titles apart, and little enough for an index. */
const SORTED_CHARACTERS = 60

/** The order of a text, whatever the case of its letters, by its first 60 characters. */
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

/** A text within a `jsonb` column. */
export function textIn(column: PgColumn, field: string): SQL {
  return sql`${column} ->> ${sql.raw(`'${field}'`)}`
}
