import { candidateBody, needBody, organizationBody, programBody } from './bodies.ts'
import type { Partner, TestService } from './service.ts'
import { answer, propose } from './two-partners.ts'
import { created, post } from './world.ts'

/** A student of an office who works for an organization of a site. */
export interface InternWork {
  office: Partner
  site: Partner
  programId: string
  candidateId: string
  /** Address of the engagement. */
  address: string
  engagementId: string
}

export async function internWork(
  service: TestService,
  overrides: {
    program?: Record<string, unknown>
    candidate?: Record<string, unknown>
    need?: Record<string, unknown>
  } = {},
): Promise<InternWork> {
  const office = await service.newPartner({ kind: 'internship_office' })
  const site = await service.newPartner()
  const programId = await post(office, '/v1/programs', programBody(overrides.program))
  const candidateId = await post(office, '/v1/candidates', candidateBody(programId, overrides.candidate))
  const organizationId = await post(site, '/v1/organizations', organizationBody())
  const needId = await post(site, '/v1/needs', needBody(organizationId, overrides.need))
  const { id } = created(await propose(site, needId, candidateId.replace('candidate_', 'offer_')))
  await answer(office, String(id), 'accept')
  const engagementId: string = (await site.call('GET', '/v1/engagements')).body.data[0].id
  return { office, site, programId, candidateId, engagementId, address: `/v1/engagements/${engagementId}` }
}

/** Types and data of all events of the engagement that a partner has. */
export async function eventsOf(service: TestService, by: Partner, { engagementId }: InternWork) {
  await service.services.background.works.number_events.idle()
  const { body } = await by.call('GET', '/v1/events?limit=100')
  return body.data.filter((one: { resource_id: string }) => one.resource_id === engagementId)
}
