import type { PostingMessages } from '../../../../src/shared/messages/desk/postings.ts'
import type { ValuesOf } from './values-of.ts'

const sides = [{ side: 'need' }, { side: 'offer' }] as const
const statuses = (['open', 'filled', 'paused', 'closed'] as const).map((status) => ({ status }))
const cost = { amountMinor: 4050, currency: 'USD' }

/** Values of each word of this area that needs some. */
export const postings: ValuesOf<PostingMessages> = {
  desk_postings_lead: sides,
  desk_postings_empty: sides,
  desk_post: sides,
  desk_party: sides,
  desk_posting_status: statuses,
  desk_set_status: statuses,
  desk_not_open: sides,
  desk_matches_empty: sides,
  desk_fit: (['strong', 'good', 'possible', 'weak'] as const).map((fit) => ({ fit })),
  desk_match_cost: (['hour', 'project', 'total'] as const).map((unit) => ({ cost, unit })),
}
