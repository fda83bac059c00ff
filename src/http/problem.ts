import { z } from 'zod'
import type { ErrorCode } from '../shared/errors.ts'

/** RFC 9457. */
export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().describe('Stable; see the README for all of them'),
    detail: z.string(),
    request_id: z.string(),
    errors: z.array(
      z.object({
        pointer: z.string().describe('RFC 6901 pointer into the body, or ?name of a parameter'),
        code: z.string(),
        detail: z.string(),
      }),
    ),
  })
  .meta({ id: 'Problem' })
export type Problem = z.output<typeof problem>

/** The one place where a refusal gets its status. */
export const answers: Record<ErrorCode, { status: number; title: string }> = {
  validation_failed: { status: 422, title: 'Some values are not acceptable' },
  malformed_request: { status: 400, title: 'Malformed request' },
  invalid_cursor: { status: 422, title: 'Invalid cursor' },
  unauthenticated: { status: 401, title: 'No valid access token' },
  scope_missing: { status: 403, title: 'Scope missing' },
  route_not_found: { status: 404, title: 'No such address' },
  organization_not_found: { status: 404, title: 'Organization not found' },
  helper_not_found: { status: 404, title: 'Helper not found' },
  need_not_found: { status: 404, title: 'Need not found' },
  offer_not_found: { status: 404, title: 'Offer not found' },
  skill_not_found: { status: 404, title: 'Skill not found' },
  client_not_found: { status: 404, title: 'Client not found' },
  introduction_not_found: { status: 404, title: 'Introduction not found' },
  introduction_standing: { status: 409, title: 'Already introduced' },
  introduction_not_open: { status: 409, title: 'Introduction not open' },
  introduction_not_yours_to_answer: { status: 403, title: "Not this side's to answer" },
  not_a_match: { status: 409, title: 'Not a match' },
  too_many_introductions: { status: 409, title: 'Too many open introductions' },
  need_not_open: { status: 409, title: 'Need not open' },
  engagement_not_found: { status: 404, title: 'Engagement not found' },
  engagement_not_active: { status: 409, title: 'Engagement not active' },
  engagement_not_completed: { status: 409, title: 'Engagement not completed' },
  engagement_not_ended: { status: 409, title: 'Engagement not ended' },
  not_your_side: { status: 403, title: 'Not your side' },
  hours_not_found: { status: 404, title: 'Hours not found' },
  hours_answered: { status: 409, title: 'Hours confirmed already' },
  retrospective_given: { status: 409, title: 'Retrospective given already' },
  sprint_not_found: { status: 404, title: 'Sprint not found' },
  program_not_found: { status: 404, title: 'Program not found' },
  program_has_candidates: { status: 409, title: 'Program still has candidates' },
  candidate_not_found: { status: 404, title: 'Candidate not found' },
  candidate_erased: { status: 410, title: 'Candidate erased' },
  kept_by_candidate: { status: 409, title: "A candidate's" },
  import_not_found: { status: 404, title: 'Import not found' },
  import_running: { status: 409, title: 'Import still running' },
  upload_incomplete: { status: 400, title: 'Upload incomplete' },
  encoding_not_supported: { status: 422, title: 'Not UTF-8' },
  cohort_not_found: { status: 404, title: 'Cohort not found' },
  cohort_not_placed: { status: 409, title: 'Nobody to place' },
  placement_not_found: { status: 404, title: 'Placement not found' },
  placement_published: { status: 409, title: 'Placement published already' },
  helper_taken: { status: 409, title: 'Helper linked already' },
  ring_not_found: { status: 404, title: 'Ring not found' },
  ring_not_open: { status: 409, title: 'Ring not open' },
  not_a_ring: { status: 409, title: 'Not a ring' },
  held_in_ring: { status: 409, title: 'Held in a ring' },
  credit_limit: { status: 409, title: 'Limit of credits reached' },
  clearing_not_found: { status: 404, title: 'Clearing not found' },
  webhook_endpoint_not_found: { status: 404, title: 'Webhook endpoint not found' },
  delivery_not_found: { status: 404, title: 'Delivery not found' },
  too_many_endpoints: { status: 409, title: 'Too many webhook endpoints' },
  endpoint_disabled: { status: 409, title: 'Webhook endpoint disabled' },
  too_many_events: { status: 409, title: 'Too many events' },
  sandbox_not_found: { status: 404, title: 'Sandbox not found' },
  too_many_clients: { status: 409, title: 'Too many clients' },
  offer_not_open: { status: 409, title: 'Offer not open' },
  external_id_taken: { status: 409, title: 'External id taken' },
  organization_has_needs: { status: 409, title: 'Organization still has needs' },
  helper_has_offers: { status: 409, title: 'Helper still has offers' },
  precondition_required: { status: 428, title: 'If-Match required' },
  precondition_failed: { status: 412, title: 'It has changed' },
  idempotency_key_reused: { status: 422, title: 'Idempotency-Key reused' },
  idempotency_key_in_use: { status: 409, title: 'Idempotency-Key in use' },
  body_too_large: { status: 413, title: 'Body too large' },
  uri_too_long: { status: 414, title: 'Address too long' },
  unsupported_media_type: { status: 415, title: 'Unsupported media type' },
  rate_limited: { status: 429, title: 'Too many requests' },
  database_unavailable: { status: 503, title: 'Temporarily unavailable' },
  not_ready: { status: 503, title: 'Not ready yet' },
  internal: { status: 500, title: 'Something went wrong here' },
}

export function toProblem(
  code: ErrorCode,
  detail: string,
  requestId: string,
  errors: Problem['errors'] = [],
): Problem {
  const { status, title } = answers[code]
  return {
    type: `urn:smartsource:problem:${code}`,
    title,
    status,
    code,
    detail,
    request_id: requestId,
    errors,
  }
}
