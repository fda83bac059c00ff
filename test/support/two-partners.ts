import { helperBody, needBody, offerBody, organizationBody } from './bodies.ts'
import type { Partner, Reply, TestService } from './service.ts'
import { created, post } from './world.ts'

/** A need of one partner and an offer of another, which match. */
export interface TwoPartners {
  needSide: Partner
  offerSide: Partner
  organizationId: string
  helperId: string
  needId: string
  offerId: string
}

export async function twoPartners(
  service: TestService,
  overrides: { need?: Record<string, unknown>; offer?: Record<string, unknown> } = {},
): Promise<TwoPartners> {
  const needSide = await service.newPartner()
  const offerSide = await service.newPartner()
  const organizationId = await post(needSide, '/v1/organizations', organizationBody())
  const helperId = await post(offerSide, '/v1/helpers', helperBody())
  return {
    needSide,
    offerSide,
    organizationId,
    helperId,
    needId: await post(needSide, '/v1/needs', needBody(organizationId, overrides.need)),
    offerId: await post(offerSide, '/v1/offers', offerBody(helperId, overrides.offer)),
  }
}

/** Another helper of the same partner, with an offer like the first. */
export async function anotherOffer({ offerSide }: TwoPartners): Promise<string> {
  const helperId = await post(offerSide, '/v1/helpers', helperBody())
  return post(offerSide, '/v1/offers', offerBody(helperId))
}

export async function anotherNeed(pair: TwoPartners, overrides = {}): Promise<string> {
  return post(pair.needSide, '/v1/needs', needBody(pair.organizationId, overrides))
}

export function propose(by: Partner, needId: string, offerId: string, more = {}): Promise<Reply> {
  return by.call('POST', '/v1/introductions', { body: { need_id: needId, offer_id: offerId, ...more } })
}

/** Proposes for the side of the need; the id. */
export async function proposed(
  pair: TwoPartners,
  needId = pair.needId,
  offerId = pair.offerId,
): Promise<string> {
  return String(created(await propose(pair.needSide, needId, offerId)).id)
}

export function answer(by: Partner, id: string, verb: 'accept' | 'decline' | 'withdraw'): Promise<Reply> {
  const body = verb === 'decline' ? { body: { reason: 'no_time_now' } } : {}
  return by.call('POST', `/v1/introductions/${id}/${verb}`, body)
}
