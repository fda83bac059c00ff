import { integer, pgTable } from 'drizzle-orm/pg-core'

/**
 * An empty table that Citus knows on the coordinator. A transaction that names it commits on all nodes or on
 * none.
 */
export const wholeCommits = pgTable('whole_commits', {
  id: integer().primaryKey(),
})
