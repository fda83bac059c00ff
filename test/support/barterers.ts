import { helperBody, needBody, offerBody, organizationBody } from './bodies.ts'
import { inventedWord } from './invented-words.ts'
import type { Partner, Reply, TestService } from './service.ts'
import { post } from './world.ts'

/** A party of its own partner's, that gives one skill and wants another. */
export interface Barterer {
  partner: Partner
  /** An organization with a need, or a helper with a barter offer. */
  postingId: string
  organizationId?: string
  helperId?: string
}

/** Skills that nobody outside of a test gives or wants. */
export function newSkills(count: number): string[] {
  return Array.from({ length: count }, inventedWord)
}

export async function organizationWithNeed(
  service: TestService,
  gives: string,
  wants: string,
  overrides: Record<string, unknown> = {},
  owner?: Partner,
): Promise<Barterer> {
  const partner = owner ?? (await service.newPartner())
  const organizationId = await post(partner, '/v1/organizations', organizationBody())
  const postingId = await post(
    partner,
    '/v1/needs',
    needBody(organizationId, {
      title: `Help with ${wants}`,
      description: `We look for ${wants}.`,
      skills: [{ skill: wants, importance: 'must' }],
      accepts: ['barter', 'volunteer'],
      gives: [{ skill: gives, hours_per_week: 3, already_doing: true }],
      hours_per_week: 4,
      ...overrides,
    }),
  )
  return { partner, organizationId, postingId }
}

export async function helperWithOffer(service: TestService, gives: string, wants: string): Promise<Barterer> {
  const partner = await service.newPartner()
  const helperId = await post(partner, '/v1/helpers', helperBody())
  const postingId = await post(
    partner,
    '/v1/offers',
    offerBody(helperId, {
      kind: 'barter',
      title: `I give ${gives}`,
      description: `Lessons in ${gives}.`,
      skills: [gives],
      terms: { wants: [{ skill: wants, hours_per_week: 2 }] },
      hours_per_week: 5,
    }),
  )
  return { partner, helperId, postingId }
}

/** Three organizations, of which each gives what the next one wants. */
export async function threeInARing(service: TestService): Promise<[Barterer, Barterer, Barterer]> {
  const [a = '', b = '', c = ''] = newSkills(3)
  return [
    await organizationWithNeed(service, a, c),
    await organizationWithNeed(service, b, a),
    await organizationWithNeed(service, c, b),
  ]
}

/** Each gives to the next, the last to the first. */
export function linksOf(parties: readonly Barterer[], more: Record<string, unknown> = {}) {
  return parties.map(({ postingId }, at) => ({
    gives_id: postingId,
    to_id: parties[(at + 1) % parties.length]?.postingId,
    ...more,
  }))
}

export function proposeRing(
  parties: readonly Barterer[],
  more: Record<string, unknown> = {},
): Promise<Reply> {
  const [first] = parties
  if (!first) throw new Error('a ring has parties')
  return first.partner.call('POST', '/v1/rings', { body: { links: linksOf(parties), ...more } })
}

export async function acceptAll(parties: readonly Barterer[], ringId: string): Promise<Reply[]> {
  const replies: Reply[] = []
  for (const { partner } of parties) replies.push(await partner.call('POST', `/v1/rings/${ringId}/accept`))
  return replies
}
