import { z } from 'zod'
import type { ErrorCode } from '../../shared/errors.ts'

/**
 * HTTP status and title of each error code. No other code chooses a status. `saysWhen`: the response has
 * Retry-After.
 */
export const answers: Record<ErrorCode, { status: number; title: string; saysWhen?: true }> = {
  validation_failed: { status: 422, title: 'Invalid values' },
  malformed_request: { status: 400, title: 'Malformed request' },
  json_too_deep: { status: 400, title: 'JSON nested too deeply' },
  json_too_many_keys: { status: 400, title: 'JSON object with too many keys' },
  invalid_cursor: { status: 422, title: 'Invalid cursor' },
  cursor_expired: { status: 410, title: 'Cursor expired' },
  unauthenticated: { status: 401, title: 'Missing or invalid access token' },
  scope_missing: { status: 403, title: 'Scope missing' },
  route_not_found: { status: 404, title: 'Route not found' },
  method_not_allowed: { status: 405, title: 'Method not allowed' },
  organization_not_found: { status: 404, title: 'Organization not found' },
  helper_not_found: { status: 404, title: 'Helper not found' },
  need_not_found: { status: 404, title: 'Need not found' },
  offer_not_found: { status: 404, title: 'Offer not found' },
  skill_not_found: { status: 404, title: 'Skill not found' },
  client_not_found: { status: 404, title: 'Client not found' },
  introduction_not_found: { status: 404, title: 'Introduction not found' },
  introduction_standing: { status: 409, title: 'Already introduced' },
  introduction_not_open: { status: 409, title: 'Introduction not open' },
  introduction_not_yours_to_answer: { status: 403, title: 'The other side must answer' },
  not_a_match: { status: 409, title: 'Need and offer do not match' },
  too_many_introductions: { status: 409, title: 'Too many open introductions' },
  too_many_proposals: { status: 409, title: 'Too many proposals', saysWhen: true },
  declined_recently: { status: 409, title: 'Declined recently', saysWhen: true },
  need_not_open: { status: 409, title: 'Need not open' },
  session_not_open: { status: 409, title: 'Session not open' },
  fully_committed: { status: 409, title: 'Hours already promised' },
  guardian_consent_missing: { status: 409, title: 'Guardian consent missing' },
  engagement_not_found: { status: 404, title: 'Engagement not found' },
  engagement_not_active: { status: 409, title: 'Engagement not active' },
  engagement_not_completed: { status: 409, title: 'Engagement not completed' },
  engagement_not_ended: { status: 409, title: 'Engagement not ended' },
  not_silent_long_enough: { status: 409, title: 'Not silent long enough', saysWhen: true },
  not_your_side: { status: 403, title: 'Not allowed for your side' },
  hours_not_found: { status: 404, title: 'Hours not found' },
  hours_not_confirmed: { status: 409, title: 'Hours not confirmed' },
  correction_open: { status: 409, title: 'Correction open' },
  hours_answered: { status: 409, title: 'Hours already confirmed' },
  retrospective_given: { status: 409, title: 'Retrospective already sent' },
  not_an_internship: { status: 409, title: 'Not an internship' },
  agreement_not_found: { status: 404, title: 'Agreement not found' },
  agreement_changed: { status: 409, title: 'Agreement has changed' },
  document_not_found: { status: 404, title: 'Document not found' },
  too_many_documents: { status: 409, title: 'Too many documents' },
  no_evaluation: { status: 409, title: 'No such evaluation' },
  evaluation_not_due: { status: 409, title: 'Evaluation not due' },
  evaluation_given: { status: 409, title: 'Evaluation already sent' },
  sprint_not_found: { status: 404, title: 'Sprint not found' },
  program_not_found: { status: 404, title: 'Program not found' },
  program_has_candidates: { status: 409, title: 'Program still has candidates' },
  candidate_not_found: { status: 404, title: 'Candidate not found' },
  candidate_erased: { status: 410, title: 'Candidate was erased' },
  record_merged: { status: 410, title: 'Merged into another record' },
  merge_blocked: { status: 409, title: 'Records cannot be merged' },
  kept_by_candidate: { status: 409, title: 'Managed by a candidate' },
  import_not_found: { status: 404, title: 'Import not found' },
  import_profile_not_found: { status: 404, title: 'Import profile not found' },
  import_running: { status: 409, title: 'Import still running' },
  too_many_imports: { status: 409, title: 'Too many imports waiting' },
  import_ended: { status: 409, title: 'Import has ended' },
  import_undone: { status: 409, title: 'Import already undone' },
  import_not_undoable: { status: 409, title: 'Import cannot be undone' },
  import_in_use: { status: 409, title: 'Imported records are in use' },
  upload_incomplete: { status: 400, title: 'Upload incomplete' },
  encoding_not_supported: { status: 422, title: 'Encoding not supported' },
  cohort_not_found: { status: 404, title: 'Cohort not found' },
  cohort_has_placements: { status: 409, title: 'Cohort has published placements' },
  placement_not_found: { status: 404, title: 'Placement not found' },
  placement_published: { status: 409, title: 'Placement already published' },
  candidates_published: { status: 409, title: 'Students already published' },
  locked_pairs_impossible: { status: 409, title: 'Locked pair impossible' },
  helper_taken: { status: 409, title: 'Helper already linked' },
  ring_not_found: { status: 404, title: 'Ring not found' },
  ring_not_open: { status: 409, title: 'Ring not open' },
  not_a_ring: { status: 409, title: 'Not a valid ring' },
  held_in_ring: { status: 409, title: 'Reserved for a ring' },
  credit_limit: { status: 409, title: 'Credit limit reached' },
  clearing_not_found: { status: 404, title: 'Clearing not found' },
  webhook_endpoint_not_found: { status: 404, title: 'Webhook endpoint not found' },
  delivery_not_found: { status: 404, title: 'Delivery not found' },
  too_many_endpoints: { status: 409, title: 'Too many webhook endpoints' },
  calendar_not_found: { status: 404, title: 'Calendar not found' },
  too_many_calendars: { status: 409, title: 'Too many calendars' },
  staff_not_found: { status: 404, title: 'Person not found' },
  sign_in_link_spent: { status: 409, title: 'Sign-in link used or too old' },
  last_administrator: { status: 409, title: 'Last administrator' },
  too_many_staff: { status: 409, title: 'Too many people' },
  staff_suspended: { status: 409, title: 'Person suspended' },
  role_missing: { status: 403, title: 'Role missing' },
  form_not_from_here: { status: 403, title: 'Form not from here' },
  endpoint_disabled: { status: 409, title: 'Webhook endpoint disabled' },
  too_many_events: { status: 409, title: 'Too many events' },
  sandbox_not_found: { status: 404, title: 'Sandbox not found' },
  too_many_secrets: { status: 409, title: 'Too many secrets' },
  too_many_clients: { status: 409, title: 'Too many clients' },
  scopes_not_held: { status: 403, title: 'Scopes not held' },
  last_managing_client: { status: 409, title: 'Last managing client' },
  disabled_by_operator: { status: 409, title: 'Disabled by the operator' },
  offer_not_open: { status: 409, title: 'Offer not open' },
  external_id_taken: { status: 409, title: 'External id already in use' },
  organization_has_needs: { status: 409, title: 'Organization still has needs' },
  helper_has_offers: { status: 409, title: 'Helper still has offers' },
  precondition_required: { status: 428, title: 'If-Match required' },
  precondition_failed: { status: 412, title: 'Version does not match' },
  idempotency_key_reused: { status: 422, title: 'Idempotency-Key already used' },
  idempotency_key_in_use: { status: 409, title: 'Idempotency-Key in use' },
  body_too_large: { status: 413, title: 'Body too large' },
  uri_too_long: { status: 414, title: 'Address too long' },
  unsupported_media_type: { status: 415, title: 'Unsupported media type' },
  headers_too_large: { status: 431, title: 'Headers too large' },
  request_timeout: { status: 408, title: 'Request too slow' },
  rate_limited: { status: 429, title: 'Too many requests' },
  too_many_open_requests: { status: 429, title: 'Too many requests at once' },
  overloaded: { status: 503, title: 'Overloaded' },
  database_unavailable: { status: 503, title: 'Temporarily unavailable' },
  not_ready: { status: 503, title: 'Not ready yet' },
  rings_unavailable: { status: 501, title: 'No rings here' },
  internal: { status: 500, title: 'Internal error' },
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

/** Returns the problem to send. */
export function toProblem(
  refusal: { code: ErrorCode; detail: string; requestId: string; errors?: Problem['errors'] },
  issuer: string,
): Problem {
  const { code, detail, requestId, errors = [] } = refusal
  const { status, title } = answers[code]
  return { type: problemType(code, issuer), title, status, code, detail, request_id: requestId, errors }
}
