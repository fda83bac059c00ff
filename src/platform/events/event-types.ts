/** Event types by resource. `reranked`: only the rank in rankings has changed. */
const verbs = {
  organization: ['posted', 'changed', 'deleted', 'merged', 'reranked'],
  helper: ['posted', 'changed', 'deleted', 'merged', 'credential_expiring', 'reranked'],
  need: ['posted', 'changed', 'deleted', 'reranked'],
  offer: ['posted', 'changed', 'deleted', 'reranked'],
  program: ['posted', 'changed', 'deleted', 'reranked'],
  candidate: ['posted', 'changed', 'deleted', 'merged', 'reranked'],
  cohort: ['posted', 'changed', 'deleted', 'reranked'],
  import: ['cancelled'],
  partner: ['changed'],
  match: ['found'],
  introduction: ['proposed', 'changed', 'accepted', 'declined', 'withdrawn', 'expired'],
  engagement: [
    'begun',
    'changed',
    'planned',
    'hours_logged',
    'hours_changed',
    'hours_withdrawn',
    'hours_confirmed',
    'hours_disputed',
    'done_by_one',
    'completed',
    'ended_early',
    'looked_back',
    'agreement_written',
    'agreement_approved',
    'document_added',
    'document_removed',
    'evaluated',
    'evaluation_due',
  ],
  sprint: ['started', 'changed', 'half_time', 'ended'],
  placement: ['made', 'changed', 'publishing', 'published', 'deleted'],
  ring: ['proposed', 'changed', 'accepted_by_one', 'accepted', 'declined', 'expired', 'broken'],
  webhook_endpoint: ['tested', 'disabled'],
} as const

type Verbs = typeof verbs
export type EventType = { [K in keyof Verbs]: `${K}.${Verbs[K][number]}` }[keyof Verbs]

/** All event types that partners receive, in the order of the list above. */
export const publicEventTypes: readonly string[] = Object.entries(verbs).flatMap(([kind, of]) =>
  of.filter((verb) => verb !== 'reranked').map((verb) => `${kind}.${verb}`),
)

/** All types such as `need.posted`, and wildcards such as `need.*`. */
export const typePatterns: readonly string[] = [
  ...publicEventTypes,
  ...Object.keys(verbs).map((kind) => `${kind}.*`),
]
