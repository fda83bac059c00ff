/** What the checks of postings, skills, documents and the desk's colour say without a value. */
export const postingFaultSayings = [
  'session_ends',
  'session_long',
  'session_twice',
  'session_time',
  'session_begun',
  'session_unknown',
  'day_passed',
  'time_passed',
  'other_external_id',
  'needs_place',
  'ages_disagree',
  'https',
  'no_password',
  'search_or_browse',
  'search_one_page',
  'labels_or_sentences',
  'need_or_offer_id',
  'requirement',
  'colour',
] as const

/** Why the address of a webhook endpoint is refused. */
export const endpointFaults = [
  'not_a_url',
  'scheme_not_allowed',
  'credentials_not_allowed',
  'port_not_allowed',
  'not_a_host',
  'inside_address',
  'too_long',
] as const

/** Faults of postings and of merging them. `name` is the name of a resource in the API. */
export interface PostingFaultMessages {
  fault_of_posting: { what: (typeof postingFaultSayings)[number] }
  fault_session_positions: { most: number }
  fault_positions_differ: { sum: number }
  fault_clocks_skip: { zone: string; from: string; to: string }
  fault_clocks_twice: { zone: string; first: string; second: string }
  /** `isExternal`: the record was named by its external id. */
  fault_merged: { name: string; id: string; isExternal: boolean }
  fault_merged_into: { id: string }
  fault_merge_itself: { name: string }
  fault_same_row: { name: string }
  fault_external_id_taken: { name: string }
  fault_too_many_moved: { from: string; kept: string; most: number }
  /** `helper` is null if it is one of the two records to merge. */
  fault_names_helper: { id: string; helper: string | null }
  fault_in_program: { id: string; program: string }
  fault_both_accepted: { kept: string; moved: string; need: string }
  fault_same_party: { record: 'introduction' | 'ring'; id: string; isOpen: boolean }
  fault_raise_limit: { id: string }
  fault_endpoint: { what: (typeof endpointFaults)[number]; firstPort: number; most: number }
  fault_colour_light: { darker: string }
}
