import { z } from 'zod'
import type { ErrorCode } from '../../shared/errors.ts'
import { DEFAULT_LANGUAGE, message, type ReaderLanguage, textOf } from '../../shared/messages/index.ts'

/**
 * HTTP status of each error code. No other code chooses a status. `saysWhen`: the response has
 * Retry-After.
 */
export const answers: Record<ErrorCode, { status: number; saysWhen?: true }> = {
  validation_failed: { status: 422 },
  malformed_request: { status: 400 },
  json_too_deep: { status: 400 },
  json_too_many_keys: { status: 400 },
  invalid_cursor: { status: 422 },
  cursor_expired: { status: 410 },
  unauthenticated: { status: 401 },
  scope_missing: { status: 403 },
  route_not_found: { status: 404 },
  method_not_allowed: { status: 405 },
  organization_not_found: { status: 404 },
  helper_not_found: { status: 404 },
  need_not_found: { status: 404 },
  offer_not_found: { status: 404 },
  skill_not_found: { status: 404 },
  client_not_found: { status: 404 },
  introduction_not_found: { status: 404 },
  introduction_standing: { status: 409 },
  introduction_not_open: { status: 409 },
  introduction_not_yours_to_answer: { status: 403 },
  not_a_match: { status: 409 },
  too_many_introductions: { status: 409 },
  too_many_proposals: { status: 409, saysWhen: true },
  declined_recently: { status: 409, saysWhen: true },
  need_not_open: { status: 409 },
  session_not_open: { status: 409 },
  fully_committed: { status: 409 },
  guardian_consent_missing: { status: 409 },
  engagement_not_found: { status: 404 },
  engagement_not_active: { status: 409 },
  engagement_not_completed: { status: 409 },
  engagement_not_ended: { status: 409 },
  not_silent_long_enough: { status: 409, saysWhen: true },
  not_your_side: { status: 403 },
  hours_not_found: { status: 404 },
  hours_not_confirmed: { status: 409 },
  correction_open: { status: 409 },
  hours_answered: { status: 409 },
  retrospective_given: { status: 409 },
  not_an_internship: { status: 409 },
  agreement_not_found: { status: 404 },
  agreement_changed: { status: 409 },
  document_not_found: { status: 404 },
  too_many_documents: { status: 409 },
  no_evaluation: { status: 409 },
  evaluation_not_due: { status: 409 },
  evaluation_given: { status: 409 },
  sprint_not_found: { status: 404 },
  program_not_found: { status: 404 },
  program_has_candidates: { status: 409 },
  candidate_not_found: { status: 404 },
  candidate_erased: { status: 410 },
  record_merged: { status: 410 },
  merge_blocked: { status: 409 },
  kept_by_candidate: { status: 409 },
  import_not_found: { status: 404 },
  import_profile_not_found: { status: 404 },
  import_running: { status: 409 },
  too_many_imports: { status: 409 },
  import_ended: { status: 409 },
  import_undone: { status: 409 },
  import_not_undoable: { status: 409 },
  import_in_use: { status: 409 },
  upload_incomplete: { status: 400 },
  encoding_not_supported: { status: 422 },
  cohort_not_found: { status: 404 },
  cohort_has_placements: { status: 409 },
  placement_not_found: { status: 404 },
  placement_published: { status: 409 },
  candidates_published: { status: 409 },
  locked_pairs_impossible: { status: 409 },
  helper_taken: { status: 409 },
  ring_not_found: { status: 404 },
  ring_not_open: { status: 409 },
  not_a_ring: { status: 409 },
  held_in_ring: { status: 409 },
  credit_limit: { status: 409 },
  clearing_not_found: { status: 404 },
  webhook_endpoint_not_found: { status: 404 },
  delivery_not_found: { status: 404 },
  too_many_endpoints: { status: 409 },
  calendar_not_found: { status: 404 },
  too_many_calendars: { status: 409 },
  staff_not_found: { status: 404 },
  sign_in_link_spent: { status: 409 },
  last_administrator: { status: 409 },
  too_many_staff: { status: 409 },
  staff_suspended: { status: 409 },
  role_missing: { status: 403 },
  form_not_from_here: { status: 403 },
  endpoint_disabled: { status: 409 },
  too_many_events: { status: 409 },
  sandbox_not_found: { status: 404 },
  too_many_secrets: { status: 409 },
  too_many_clients: { status: 409 },
  scopes_not_held: { status: 403 },
  last_managing_client: { status: 409 },
  disabled_by_operator: { status: 409 },
  offer_not_open: { status: 409 },
  external_id_taken: { status: 409 },
  organization_has_needs: { status: 409 },
  helper_has_offers: { status: 409 },
  precondition_required: { status: 428 },
  precondition_failed: { status: 412 },
  idempotency_key_reused: { status: 422 },
  idempotency_key_in_use: { status: 409 },
  body_too_large: { status: 413 },
  uri_too_long: { status: 414 },
  unsupported_media_type: { status: 415 },
  headers_too_large: { status: 431 },
  request_timeout: { status: 408 },
  rate_limited: { status: 429 },
  too_many_open_requests: { status: 429 },
  overloaded: { status: 503 },
  database_unavailable: { status: 503 },
  not_ready: { status: 503 },
  rings_unavailable: { status: 501 },
  internal: { status: 500 },
}

/** All codes, in the order above. */
// The record above has exactly these keys.
export const errorCodes = Object.keys(answers) as ErrorCode[]

/** RFC 9457. */
export const problem = z
  .object({
    type: z.string().describe('Address of the page that explains the error'),
    title: z.string().describe('Name of the error'),
    status: z.int().describe('HTTP status'),
    code: z
      .enum(errorCodes)
      .describe('Stable code for programs. Each operation lists its own; `GET /errors` explains them all'),
    detail: z.string().describe('What is wrong and what to do'),
    request_id: z.string().describe('Identifies the request. Include it when you report a problem'),
    errors: z
      .array(
        z.object({
          pointer: z.string().describe('JSON pointer (RFC 6901) into the body, or `?name` for a parameter'),
          code: z.string().describe('Stable code of the fault'),
          detail: z.string().describe('What is wrong at this place and what to do'),
        }),
      )
      .describe('All faults of the request. Empty if no single field is at fault'),
  })
  .meta({ id: 'Problem' })
export type Problem = z.output<typeof problem>

/** Returns the address of the page that explains a code. `issuer` is the address of the service. */
export function problemType(code: ErrorCode, issuer: string): string {
  return `${issuer}/errors/${code}`
}

export function statusOf(code: ErrorCode): number {
  return answers[code].status
}

/** Returns the name of an error, for readers. */
export function titleOf(code: ErrorCode, language: ReaderLanguage = DEFAULT_LANGUAGE): string {
  return textOf(message('refusal_title', { of: code }), language)
}

interface Refusal {
  code: ErrorCode
  detail: string
  requestId: string
  errors?: Problem['errors']
  /** Language of the detail and the errors. */
  language?: ReaderLanguage
}

/** Returns the problem to send. */
export function toProblem(
  { code, detail, requestId, errors = [], language }: Refusal,
  issuer: string,
): Problem {
  const { status } = answers[code]
  const title = titleOf(code, language)
  return { type: problemType(code, issuer), title, status, code, detail, request_id: requestId, errors }
}
