import {
  type PostingMessages,
  requirements,
  whenWords,
} from '../../../../src/shared/messages/desk/postings.ts'
import type { ValuesOf } from './values-of.ts'

const sides = [{ side: 'need' }, { side: 'offer' }] as const
const statuses = (['open', 'filled', 'paused', 'closed'] as const).map((status) => ({ status }))
const cost = { amountMinor: 4050, currency: 'USD' }

/** Values of each word of this area that needs some. */
export const postings: ValuesOf<PostingMessages> = {
  desk_compare_most: [{ chosen: 6, shown: 4 }],
  desk_when: whenWords.map((word) => ({ word })),
  desk_requirement: requirements.map((which) => ({ which })),
  desk_least_age: [{ age: 16 }],
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
  desk_edit_posting: sides,
  desk_choose_party: sides,
  desk_no_parties: sides,
  desk_short_day: [{ day: '2026-11-30' }],
  desk_readiness: [{ score: 60 }],
  desk_near_lead: [{ count: 1 }, { count: 2 }],
  desk_preview_found: [{ count: 0 }, { count: 1 }, { count: 5 }],
  desk_form_terms_of: (['volunteer', 'intern', 'barter', 'paid'] as const).map((kind) => ({ kinds: [kind] })),
  desk_pay_unit: [{ unit: 'hour' }, { unit: 'project' }],
  desk_visible_to: [{ to: 'network' }, { to: 'partner' }],
  desk_brief_move: (['revenue', 'mission', 'time_freed', 'none'] as const).map((moves) => ({ moves })),
  desk_brief_decides: (['decides', 'proposes', 'follows'] as const).map((autonomy) => ({ autonomy })),
}
