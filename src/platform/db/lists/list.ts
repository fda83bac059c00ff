import type { SQLWrapper } from 'drizzle-orm'
import type { PgColumn, PgTable } from 'drizzle-orm/pg-core'
import { type ListFilter, span } from './filters.ts'

/** The columns that a list needs. */
export type ListedTable = PgTable & Record<'id', PgColumn>
type TimedTable = ListedTable & Record<'createdAt', PgColumn> & { updatedAt?: PgColumn }
export interface ListedRow {
  id: string
}
interface TimedRow extends ListedRow {
  createdAt: Date
  updatedAt?: Date
}

/** An order of a list. Rows with the same key go by id. */
export interface ListSort<R> {
  key: SQLWrapper
  /** The type of the key in the database. */
  type: 'timestamptz' | 'text' | 'integer'
  /** What a cursor holds of a row: text from which the database makes the key. */
  positionOf(row: R): string
  /** Makes the key from that text, if it is not the key. */
  keyOf?: (position: SQLWrapper) => SQLWrapper
}

/** One list, said once: what it can be narrowed to, sorted by and searched for. Routes and repositories both follow it. */
export interface List<R extends ListedRow> {
  table: ListedTable
  filters: Readonly<Record<string, ListFilter>>
  /** By name. `created_at` goes by id, which has the same order, unless a span of it is asked for. */
  sorts: Readonly<Record<string, ListSort<R>>>
  /** The words of a row, as a `tsvector`, if rows can be searched for words. */
  words: ListWords | null
  /** Whether the newest come first if no order is asked for. */
  isNewestFirst?: boolean
}

export interface ListWords {
  /** The partners whose row it is. */
  tenants: readonly PgColumn[]
  vector: SQLWrapper
  /** What the vector is made of, and maybe more. */
  text: SQLWrapper
  /** What is searched, for the reference: `title, description and skills`. */
  what: string
}

interface ListDeclaration<R extends TimedRow> {
  table: TimedTable
  filters: Readonly<Record<string, ListFilter>>
  /** Texts to sort by, beside the times. */
  texts?: Readonly<Record<string, ListSort<R>>>
  words?: ListWords
  isNewestFirst?: boolean
}

/** Declares a list. Every list can be narrowed to spans of its times and sorted by them. */
export function createList<R extends TimedRow>(declared: ListDeclaration<R>): List<R> {
  const { table, filters, texts = {}, words = null, isNewestFirst = false } = declared
  const { createdAt, updatedAt } = table
  const created = span(createdAt, 'created_at', 'created')
  const updated = updatedAt && span(updatedAt, 'updated_at', 'changed', '. Nothing is missed while you page')
  return {
    table,
    words,
    isNewestFirst,
    filters: {
      ...filters,
      created_since: created.since,
      created_before: created.before,
      ...(updated && { updated_since: updated.since, updated_before: updated.before }),
    },
    sorts: {
      created_at: { key: createdAt, type: 'timestamptz', positionOf: (row) => row.createdAt.toISOString() },
      ...(updatedAt && {
        updated_at: {
          key: updatedAt,
          type: 'timestamptz' as const,
          // A table with the column has it in its rows.
          positionOf: (row: R) => (row.updatedAt ?? row.createdAt).toISOString(),
        },
      }),
      ...texts,
    },
  }
}
