import { type StaffRole, staffRoles } from '../../src/features/desk/index.ts'
import { newId, prefixes } from '../../src/shared/ids.ts'
import { newSkills } from './barterers.ts'
import { candidateBody, needBody, organizationBody, programBody } from './bodies.ts'
import { signInToDesk } from './desk.ts'
import { uploadAtDesk } from './desk-uploads.ts'
import type { Partner, TestService } from './service.ts'
import { post, postWorld } from './world.ts'

export interface DeskPageCase {
  method: 'GET' | 'POST'
  url: string
  /** With the id of a record of ours. */
  path: string
  /** With the id of a record that nobody has. */
  unknownPath: string | null
  role: StaffRole
}

/** One record for each kind of page that shows one, by the part of the address before its id. */
export async function postDeskRecords(
  service: TestService,
  partner: Partner,
): Promise<Record<string, string>> {
  const world = await postWorld(partner)
  const pair = { need_id: world.needId, offer_id: world.offerId }
  const engagementId = await beginWork(partner)
  const programId = await post(partner, '/v1/programs', programBody())
  const students = await post(partner, '/v1/candidates', candidateBody(programId))
  const cohort = { program_id: programId, name: 'Spring', needs: [{ need_id: world.needId }] }
  const cohorts = await post(partner, '/v1/cohorts', cohort)
  const bottlenecks = [{ title: 'Reply to donors', description: 'Write a thank-you letter.' }]
  const sprint = { organization_id: world.organizationId, bottlenecks }
  return {
    needs: world.needId,
    offers: world.offerId,
    organizations: world.organizationId,
    helpers: world.helperId,
    programs: programId,
    clients: partner.clientId,
    webhooks: await post(partner, '/v1/webhook-endpoints', { url: 'https://test.example/in' }),
    calendars: await post(partner, '/v1/calendars', {}),
    introductions: await post(partner, '/v1/introductions', pair),
    engagements: engagementId,
    rings: await proposeOwnRing(partner),
    sprints: await post(partner, '/v1/sprints', sprint),
    imports: await uploadRows(service, partner),
    students,
    cohorts,
    placements: await post(partner, `/v1/cohorts/${cohorts}/placements`, { method: 'stable' }),
  }
}

/** Work that has begun, both sides of it ours. */
async function beginWork(partner: Partner): Promise<string> {
  const world = await postWorld(partner)
  const pair = { need_id: world.needId, offer_id: world.offerId }
  const id = await post(partner, '/v1/introductions', pair)
  await partner.call('POST', `/v1/introductions/${id}/accept`, { body: {} })
  const found = await partner.call('GET', `/v1/engagements?need_id=${world.needId}`)
  return String(found.body.data[0].id)
}

/** A swap of two of our organizations that is still open. */
async function proposeOwnRing(partner: Partner): Promise<string> {
  const [a = '', b = ''] = newSkills(2)
  const side = async (gives: string, wants: string) => {
    const organizationId = await post(partner, '/v1/organizations', organizationBody())
    const swap = { title: `Help with ${wants}`, description: `We look for ${wants}.`, accepts: ['barter'] }
    const skills = { skills: [{ skill: wants }], gives: [{ skill: gives, hours_per_week: 3 }] }
    return post(partner, '/v1/needs', needBody(organizationId, { ...swap, ...skills }))
  }
  const [one, other] = [await side(a, b), await side(b, a)]
  const links = [
    { gives_id: one, to_id: other },
    { gives_id: other, to_id: one },
  ]
  return post(partner, '/v1/rings', { links })
}

/** A file of which some rows are refused: an import that can still be corrected. */
async function uploadRows(service: TestService, { partnerId }: Partner): Promise<string> {
  const editor = await signInToDesk(service, { partnerId, role: 'editor' })
  const content = 'external_id,name,Zzyzx\n1,Bakery,9\n1,Twin,10\n,Nobody,11'
  const file = { name: 'sites.csv', content }
  const at = await uploadAtDesk(service, editor, { fields: { type: 'organizations' }, file })
  return at.split('/').at(-1) ?? ''
}

/** Fields that a form cannot do without, by its address. */
export const formFields: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '/desk/introductions/:id/decline': { reason: 'other' },
  '/desk/cohorts/:id/edit': { name: 'Spring', program_id: newId('program'), more_needs: newId('need') },
  '/desk/cohorts/:id/placements': { method: 'stable' },
  '/desk/cohorts/:id/students': { choose: 'all' },
  '/desk/imports/:id/profile': { name: 'registrar' },
  '/desk/needs/:id/propose': { offer_id: newId('offer') },
  '/desk/needs/:id/status': { status: 'closed' },
  '/desk/offers/:id/propose': { need_id: newId('need') },
  '/desk/offers/:id/status': { status: 'closed' },
  '/desk/webhooks/:id/redeliver': { delivery_id: newId('delivery') },
  '/desk/engagements/:id/documents/remove': { document_id: newId('document') },
  '/desk/engagements/:id/evaluations': { moment: 'final' },
  '/desk/engagements/:id/hours/confirm': { hours_id: newId('hours') },
  '/desk/engagements/:id/hours/dispute': { hours_id: newId('hours'), reason: 'Too many' },
  '/desk/engagements/:id/hours/correct': { hours_id: newId('hours'), hours: '1', reason: 'Too many' },
  '/desk/engagements/:id/hours/sessions': { session_ids: newId('session') },
  '/desk/engagements/:id/hours/withdraw': { hours_id: newId('hours') },
  '/desk/team/:id/role': { role: 'admin' },
}

/** Every page of the desk, as the service lists them. */
export function deskPagesOf(service: TestService, ids: Readonly<Record<string, string>>): DeskPageCase[] {
  return service.routes.flatMap(({ method, url, config }) => {
    const role = staffRoles.find((one) => one === config?.page?.role)
    const asked = (['GET', 'POST'] as const).find((one) => one === method)
    if (!role || !asked) return []
    const [, kind = ''] = /^\/desk\/([\w-]+)\/:id/.exec(url) ?? []
    const id = ids[kind] ?? ''
    const page: DeskPageCase = {
      ...{ method: asked, url, role, path: url.replace(':id', id) },
      unknownPath: id === '' ? null : url.replace(':id', unknownLike(id)),
    }
    return [page]
  })
}

/** An id of the same kind that nobody has. */
function unknownLike(id: string): string {
  const prefix = Object.values(prefixes).find((one) => id.startsWith(`${one}_`))
  if (!prefix) throw new Error(`no kind of record has the id ${id}`)
  return newId(prefix)
}
