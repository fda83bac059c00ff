import type { ErrorCode } from '../../error-codes.ts'

/** What errors say that are no faults of a value, without a value of their own. */
export const refusalSayings = [
  'no_token',
  'not_a_token',
  'token_invalid',
  'token_expired',
  'token_of_disabled',
  'token_of_removed',
  'if_match_needed',
  'if_match_form',
  'weak_etag',
  'changed_since',
  'key_form',
  'key_in_use',
  'key_reused',
  'compressed',
  'too_large',
  'wrong_length',
  'address_too_long',
  'database_away',
  'overloaded',
  'loading',
  'failed',
  'need_no_longer_open',
  'need_taken',
  'offer_cannot_begin',
  'offer_gone',
  'no_match',
  'sessions_missed',
  'already_introduced',
  'withdrawn_when_filled',
  'introduction_expired',
] as const

/** Statuses of needs, offers and introductions with which nothing more can be done. */
type Status = string
export const refusalSides = ['need', 'offer'] as const
type Side = (typeof refusalSides)[number]

/** Titles of problems, and what errors say that are no faults of a value. Names of the API are the same in every language. */
export interface RefusalMessages {
  refusal_title: { of: ErrorCode }
  refusal_said: { what: (typeof refusalSayings)[number] }
  refusal_scope: { scope: string }
  refusal_rate: { quotas: readonly { requests: number; seconds: number }[] }
  refusal_open_requests: { most: number; of: 'client' | 'address' }
  refusal_route: { meant: string | null }
  refusal_method: { allowed: string; method: string }
  refusal_media_type: { types: readonly string[] }
  refusal_status: { of: 'need' | 'offer'; status: Status }
  refusal_answered: { status: Status }
  refusal_external_id: { name: string }
  refusal_turn: { of: Side; isAnswer: boolean }
}
