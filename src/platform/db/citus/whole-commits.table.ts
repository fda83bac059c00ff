import { integer, pgTable } from 'drizzle-orm/pg-core'

/** Always empty. Citus knows it as a table of the coordinator, so that a transaction that names it commits on all nodes or on none. */
export const wholeCommits = pgTable('whole_commits', {
  id: integer().primaryKey(),
})
