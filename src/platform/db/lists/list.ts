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

/** An order of a list. Rows with the same key are ordered by id. */
export interface ListSort<R> {
  key: SQLWrapper
  /** Type of the key in the database. */
  type: 'timestamptz' | 'text' | 'integer'
  /** Returns what a cursor stores of a row: text from which the database computes the key. */
  positionOf(row: R): string
  /** Computes the key from that text, unless the text is the key. */
  keyOf?: (position: SQLWrapper) => SQLWrapper
}

/** Declaration of a list: its filters, orders and search. Routes and repositories both follow it. */
export interface List<R extends ListedRow> {
  table: ListedTable
  filters: Readonly<Record<string, ListFilter>>
  /** Orders by name. `created_at` is ordered by id, which is equivalent, unless a span of it is requested. */
  sorts: Readonly<Record<string, ListSort<R>>>
  /** Words of a row as a `tsvector`, or null if rows cannot be searched. */
  words: ListWords | null
  /** Whether the newest rows come first by default. */
  isNewestFirst?: boolean
}

export interface ListWords {
  /** Columns of the partners that own the row. */
  tenants: readonly PgColumn[]
  vector: SQLWrapper
  /** Text from which the vector is built, possibly with more. */
  text: SQLWrapper
  /** What is searched, for the reference: `title, description and skills`. */
  what: string
}

interface ListDeclaration<R extends TimedRow> {
  table: TimedTable
  filters: Readonly<Record<string, ListFilter>>
  /** Text columns to sort by, in addition to the times. */
  texts?: Readonly<Record<string, ListSort<R>>>
  words?: ListWords
  isNewestFirst?: boolean
}

/** Declares a list. Every list can be filtered and sorted by its times. */
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
          // The rows of a table with this column contain it.
          positionOf: (row: R) => (row.updatedAt ?? row.createdAt).toISOString(),
        },
      }),
      ...texts,
    },
  }
}
