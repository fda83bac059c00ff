import { programBody } from './bodies.ts'
import type { Partner, Reply, TestService } from './service.ts'
import { post } from './world.ts'

export const HEADER =
  'external_id,name,email,majors,skills,languages,time_zone,modality,hours_per_week,share_profile,share_contact,consent_recorded_at,consent_source'

/** A row that is acceptable under that header. */
export function candidateLine(key: string, name = `Student ${key}`): string {
  return `${key},${name},${key}@student.example,Accounting,bookkeeping:intermediate; excel,en,America/Chicago,remote,8,yes,no,2026-11-01T00:00:00Z,Form`
}

export interface Office extends Partner {
  programId: string
  /** Uploads, lets it run to its end, and reads it. */
  imported(
    file: string | Buffer,
    options?: { mode?: string; type?: string; contentType?: string },
  ): Promise<Reply>
}

export async function newOffice(service: TestService): Promise<Office> {
  const office = await service.newPartner({ kind: 'internship_office' })
  const programId = await post(office, '/v1/programs', programBody())
  return {
    ...office,
    programId,
    async imported(file, { mode = 'apply', type = 'candidates', contentType = 'text/csv' } = {}) {
      const program = type === 'candidates' ? `&program_id=${programId}` : ''
      const reply = await upload(service, office, `type=${type}&mode=${mode}${program}`, file, contentType)
      if (reply.status !== 202) return reply
      await service.services.background.works.run_imports.idle()
      return office.call('GET', String(reply.headers.location))
    },
  }
}

export async function upload(
  service: TestService,
  by: Partner,
  query: string,
  file: string | Buffer,
  contentType = 'text/csv',
  headers: Record<string, string> = {},
): Promise<Reply> {
  return service.inject({
    method: 'POST',
    url: `/v1/imports?${query}`,
    headers: { authorization: `Bearer ${by.token}`, 'content-type': contentType, ...headers },
    payload: file,
  })
}
