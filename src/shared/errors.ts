import { inEnglish, type Message, message, textOf } from './messages/index.ts'

/**
 * All error codes, stable for partners. `http/problem.ts` maps every code to a status; nothing here knows
 * HTTP.
 */
export type ErrorCode =
  | 'validation_failed'
  | 'malformed_request'
  | 'json_too_deep'
  | 'json_too_many_keys'
  | 'invalid_cursor'
  | 'cursor_expired'
  | 'unauthenticated'
  | 'scope_missing'
  | 'route_not_found'
  | 'method_not_allowed'
  | 'organization_not_found'
  | 'helper_not_found'
  | 'need_not_found'
  | 'offer_not_found'
  | 'skill_not_found'
  | 'client_not_found'
  | 'introduction_not_found'
  | 'introduction_standing'
  | 'introduction_not_open'
  | 'introduction_not_yours_to_answer'
  | 'not_a_match'
  | 'too_many_introductions'
  | 'too_many_proposals'
  | 'declined_recently'
  | 'need_not_open'
  | 'fully_committed'
  | 'session_not_open'
  | 'guardian_consent_missing'
  | 'offer_not_open'
  | 'engagement_not_found'
  | 'engagement_not_active'
  | 'engagement_not_completed'
  | 'engagement_not_ended'
  | 'not_silent_long_enough'
  | 'not_your_side'
  | 'hours_not_found'
  | 'hours_answered'
  | 'hours_not_confirmed'
  | 'correction_open'
  | 'retrospective_given'
  | 'not_an_internship'
  | 'agreement_not_found'
  | 'agreement_changed'
  | 'document_not_found'
  | 'too_many_documents'
  | 'no_evaluation'
  | 'evaluation_not_due'
  | 'evaluation_given'
  | 'sprint_not_found'
  | 'program_not_found'
  | 'program_has_candidates'
  | 'candidate_not_found'
  | 'candidate_erased'
  | 'record_merged'
  | 'merge_blocked'
  | 'kept_by_candidate'
  | 'import_not_found'
  | 'import_profile_not_found'
  | 'import_running'
  | 'import_ended'
  | 'import_undone'
  | 'import_not_undoable'
  | 'import_in_use'
  | 'too_many_imports'
  | 'upload_incomplete'
  | 'encoding_not_supported'
  | 'cohort_not_found'
  | 'cohort_has_placements'
  | 'placement_not_found'
  | 'placement_published'
  | 'candidates_published'
  | 'locked_pairs_impossible'
  | 'helper_taken'
  | 'ring_not_found'
  | 'ring_not_open'
  | 'not_a_ring'
  | 'held_in_ring'
  | 'credit_limit'
  | 'clearing_not_found'
  | 'webhook_endpoint_not_found'
  | 'delivery_not_found'
  | 'too_many_endpoints'
  | 'calendar_not_found'
  | 'too_many_calendars'
  | 'staff_not_found'
  | 'sign_in_link_spent'
  | 'last_administrator'
  | 'too_many_staff'
  | 'staff_suspended'
  | 'role_missing'
  | 'form_not_from_here'
  | 'endpoint_disabled'
  | 'too_many_events'
  | 'sandbox_not_found'
  | 'too_many_clients'
  | 'too_many_secrets'
  | 'scopes_not_held'
  | 'last_managing_client'
  | 'disabled_by_operator'
  | 'external_id_taken'
  | 'organization_has_needs'
  | 'helper_has_offers'
  | 'precondition_required'
  | 'precondition_failed'
  | 'idempotency_key_reused'
  | 'idempotency_key_in_use'
  | 'body_too_large'
  | 'uri_too_long'
  | 'unsupported_media_type'
  | 'headers_too_large'
  | 'request_timeout'
  | 'rate_limited'
  | 'too_many_open_requests'
  | 'overloaded'
  | 'database_unavailable'
  | 'not_ready'
  | 'rings_unavailable'
  | 'internal'

/**
 * A fault of a request: where (RFC 6901 pointer into the body, or `?name` for a parameter), which, and why. The messages are
 * written in the language of the reader, whoever that is.
 */
export interface Fault {
  pointer: string
  code: string
  messages: readonly Message[]
}

/**
 * An error that the caller can act on. `detail` is shown to partners: no internals, no personal data. As a message it is
 * written in the language of the reader; as a text it stays English.
 */
export class DomainError extends Error {
  readonly code: ErrorCode
  readonly faults: Fault[]
  /** What the error says. */
  readonly said: Message
  /** Seconds after which a retry may succeed, sent as Retry-After. Null if waiting does not help. */
  readonly retryAfterS: number | null

  constructor(
    code: ErrorCode,
    detail: string | Message,
    faults: Fault[] = [],
    retryAfterS: number | null = null,
  ) {
    const said = typeof detail === 'string' ? inEnglish(detail) : detail
    super(textOf(said, 'en'))
    this.name = 'DomainError'
    this.code = code
    this.said = said
    this.faults = faults
    this.retryAfterS = retryAfterS
  }
}

/**
 * Creates an error that ends with time. `detail` says what is refused; the time of the next try is appended.
 */
export function refusedUntil(
  code: ErrorCode,
  detail: string,
  { until, now }: { until: Date; now: Date },
): DomainError {
  const retryAfterS = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000))
  return new DomainError(code, `${detail} Try again after ${until.toISOString()}.`, [], retryAfterS)
}

/** Resources that have an id and can be requested. */
export type ResourceName =
  | 'organization'
  | 'helper'
  | 'need'
  | 'offer'
  | 'skill'
  | 'client'
  | 'introduction'
  | 'engagement'
  | 'hours'
  | 'sprint'
  | 'program'
  | 'candidate'
  | 'import'
  | 'cohort'
  | 'placement'
  | 'ring'
  | 'clearing'
  | 'webhook_endpoint'
  | 'delivery'
  | 'calendar'
  | 'staff'
  | 'agreement'
  | 'document'

/**
 * Creates the error for a resource that does not exist, belongs to another partner, or has an id of another
 * kind: callers can't tell which.
 */
export function notFound(
  name: ResourceName,
  detail: string | Message = message('fault_not_found', { name }),
): DomainError {
  return new DomainError(`${name}_not_found`, detail)
}
