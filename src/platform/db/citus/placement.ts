/**
 * Where rows live on Citus. Tables whose key begins with the partner are distributed by it, so all rows of a tenant lie on one
 * shard. These do not follow that rule, each for its reason, and neither do tables whose foreign keys lead to them.
 */
export const onCoordinator: Readonly<Record<string, string>> = {
  // The order of events is that of the coordinator's transactions.
  events: 'its transactions number it',
  event_positions: 'written with the numbering',
  // Queues: one statement takes the next piece of work of any partner.
  imports: 'a queue of all partners',
  import_turns: 'orders the queue of imports',
  clearings: 'a queue of all partners',
  webhook_endpoints: 'their deliveries are a queue, filled by the numbering of events',
  // Counted or written together with rows that two tenants share.
  track_records: 'counted from introductions and engagements',
  ring_holds: 'belongs to a ring of several tenants',
  credit_accounts: 'balanced by entries of several tenants',
  // Locks and logins.
  email_claims: 'a lock that a function of the database takes',
  leases: 'a lock that processes take in turn',
  rate_counts: 'small, and of all partners in one statement',
  clients: 'few rows, read by every process',
}

/** Copied to every node: distributed rows point to them. */
export const onEveryNode: readonly string[] = ['partners']

/** Tables of the coordinator that Citus has to know. */
export const knownOnCoordinator: readonly string[] = ['whole_commits']
