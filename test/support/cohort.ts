import { candidateBody, needBody, organizationBody, programBody } from './bodies.ts'
import type { Partner, TestService } from './service.ts'
import { post } from './world.ts'

export interface CohortWorld {
  office: Partner
  site: Partner
  programId: string
  candidates: string[]
  organizations: string[]
  /** One of each organization, with one position. */
  needs: string[]
  cohortId: string
  /** Ranked choices by their places in these lists. */
  prefer(candidates: Record<number, number[]>, organizations?: Record<number, number[]>): Promise<void>
}

/** An office with so many candidates, and a site with so many organizations with a need each: all of them matches. */
export async function newCohort(
  service: TestService,
  count: { candidates: number; needs: number },
  overrides: {
    program?: Record<string, unknown>
    candidate?: (at: number, organizations: string[]) => Record<string, unknown>
    need?: (at: number) => Record<string, unknown>
  } = {},
): Promise<CohortWorld> {
  const office = await service.newPartner({ kind: 'internship_office' })
  const site = await service.newPartner()
  const programId = await post(office, '/v1/programs', programBody(overrides.program))
  const organizations: string[] = []
  const needs: string[] = []
  for (let at = 0; at < count.needs; at++) {
    const organizationId = await post(site, '/v1/organizations', organizationBody())
    organizations.push(organizationId)
    const more = { external_id: `need-${at}`, ...overrides.need?.(at) }
    needs.push(await post(site, '/v1/needs', needBody(organizationId, more)))
  }
  const candidates: string[] = []
  for (let at = 0; at < count.candidates; at++) {
    const more = { external_id: `student-${at}`, ...overrides.candidate?.(at, organizations) }
    candidates.push(await post(office, '/v1/candidates', candidateBody(programId, more)))
  }
  const cohortId = await post(office, '/v1/cohorts', {
    program_id: programId,
    name: 'Spring',
    needs: needs.map((need_id) => ({ need_id })),
  })
  const inPlaces = (ids: string[], places: number[]) => places.map((place) => ids[place])
  return {
    office,
    site,
    programId,
    candidates,
    organizations,
    needs,
    cohortId,
    async prefer(ofCandidates, ofOrganizations = {}) {
      const { status, body } = await office.call('PUT', `/v1/cohorts/${cohortId}/preferences`, {
        headers: { 'if-match': '*' },
        body: {
          candidates: Object.entries(ofCandidates).map(([at, choices]) => ({
            candidate_id: candidates[Number(at)],
            choices: inPlaces(needs, choices),
          })),
          organizations: Object.entries(ofOrganizations).map(([at, ranking]) => ({
            organization_id: organizations[Number(at)],
            ranking: inPlaces(candidates, ranking),
          })),
        },
      })
      if (status !== 200) throw new Error(JSON.stringify(body))
    },
  }
}
