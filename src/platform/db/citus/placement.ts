/**
 * Tables that stay on the Citus coordinator, each with the reason. All other tables whose key begins with the
 * partner are distributed by it, so that all rows of a tenant are on one shard. Tables with foreign keys to
 * these tables stay on the coordinator too.
 */
export const onCoordinator: Readonly<Record<string, string>> = {
  // Events are ordered by the coordinator's transactions.
  events: 'its transactions number it',
  event_positions: 'written with the numbering',
  // Queues: one statement takes the next item of any partner.
  imports: 'a queue of all partners',
  import_turns: 'orders the queue of imports',
  clearings: 'a queue of all partners',
  webhook_endpoints: 'their deliveries are a queue, filled by the numbering of events',
  // Counted or written together with rows that belong to two tenants.
  track_records: 'counted from introductions and engagements',
  ring_holds: 'belongs to a ring of several tenants',
  credit_accounts: 'balanced by entries of several tenants',
  // Locks and logins.
  email_claims: 'a lock that a function of the database takes',
  leases: 'a lock that processes take in turn',
  rate_counts: 'small, and of all partners in one statement',
  clients: 'few rows, read by every process',
}

/** Reference tables, copied to every node because distributed rows reference them. */
export const onEveryNode: readonly string[] = ['partners']

/** Coordinator tables that Citus must know. */
export const knownOnCoordinator: readonly string[] = ['whole_commits']
