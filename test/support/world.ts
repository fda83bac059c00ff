import { helperBody, needBody, offerBody, organizationBody } from './bodies.ts'
import type { Partner, Reply } from './service.ts'

/** One organization with a need and one helper with an offer that match, all of one partner. */
export interface World {
  organizationId: string
  helperId: string
  needId: string
  offerId: string
  /** Of need and offer, where a test has proposed one. */
  introductionId?: string
  /** Of an accepted one, where a test has made it, with some hours. */
  engagementId?: string
  hoursId?: string
  documentId?: string
  sprintId?: string
  /** Of an internship office, where a test has made them. */
  programId?: string
  candidateId?: string
  otherCandidateId?: string
  importId?: string
  cohortId?: string
  placementId?: string
  /** Further records, to merge. */
  otherHelperId?: string
  otherOrganizationId?: string
  /** Of barter, where a test has made them. */
  otherNeedId?: string
  ringId?: string
  clearingId?: string
  endpointId?: string
  clientId?: string
  deliveryId?: string
  calendarId?: string
  calendarPath?: string
}

export async function postWorld(
  partner: Partner,
  overrides: { need?: Record<string, unknown>; offer?: Record<string, unknown> } = {},
): Promise<World> {
  const organizationId = await post(partner, '/v1/organizations', organizationBody())
  const helperId = await post(partner, '/v1/helpers', helperBody())
  const needId = await post(partner, '/v1/needs', needBody(organizationId, overrides.need))
  const offerId = await post(partner, '/v1/offers', offerBody(helperId, overrides.offer))
  return { organizationId, helperId, needId, offerId }
}

/** Posts and returns the id; a refusal fails loudly. */
export async function post(partner: Partner, url: string, body: unknown): Promise<string> {
  const reply = await partner.call('POST', url, { body })
  return String(created(reply).id)
}

export function created(reply: Reply): Record<string, unknown> {
  if (reply.status !== 201)
    throw new Error(`expected 201, got ${reply.status}: ${JSON.stringify(reply.body)}`)
  return reply.body
}
