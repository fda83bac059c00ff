import { helperBody, needBody, offerBody, organizationBody } from '../../support/bodies.ts'
import type { Partner, TestService } from '../../support/service.ts'
import { answer, propose } from '../../support/two-partners.ts'
import { created, post } from '../../support/world.ts'

export const kinds = ['volunteer', 'intern', 'paid'] as const
export type Kind = (typeof kinds)[number]

/** A partner with an organization, and another with an offer of each kind that fits all of its needs. */
export interface Market {
  needSide: Partner
  offerSide: Partner
  postNeed(overrides?: Record<string, unknown>): Promise<string>
  /** By the side of the need; the id. It may be answered for thirty days. */
  propose(needId: string, kind: Kind, nowMs: number): Promise<string>
  accept(introductionId: string): Promise<void>
  decline(introductionId: string): Promise<void>
  /** The work of an accepted introduction, by both sides. */
  complete(introductionId: string): Promise<void>
}

/** Settings with which two partners may propose as much as a test likes, for thirty days. */
export const unlimitedProposals = {
  OPEN_INTRODUCTIONS_PER_HELPER: '1000',
  OPEN_PROPOSALS_PER_PARTNER: '100000',
  PROPOSALS_PER_PARTNER_PAIR: '100000',
  PROPOSAL_COOL_DOWN_HOURS: '0',
  PROPOSAL_MAX_HOURS: '720',
}
const THIRTY_DAYS_MS = 30 * 24 * 3_600_000

export async function newMarket(service: TestService): Promise<Market> {
  const needSide = await service.newPartner()
  const offerSide = await service.newPartner()
  const organizationId = await post(needSide, '/v1/organizations', organizationBody())
  const helperId = await post(offerSide, '/v1/helpers', helperBody())
  const terms = { paid: { terms: { rate: { amount_minor: 5000, currency: 'USD', unit: 'hour' } } } }
  const offers = new Map<Kind, string>()
  for (const kind of kinds) {
    const body = offerBody(helperId, { kind, ...(kind === 'paid' && terms.paid) })
    offers.set(kind, await post(offerSide, '/v1/offers', body))
  }
  const succeed = (status: number) => {
    if (status !== 200) throw new Error(`expected 200, got ${status}`)
  }
  return {
    needSide,
    offerSide,
    postNeed: (overrides) =>
      post(needSide, '/v1/needs', needBody(organizationId, { positions: kinds.length, ...overrides })),
    async propose(needId, kind, nowMs) {
      const expires_at = new Date(nowMs + THIRTY_DAYS_MS).toISOString()
      return String(created(await propose(needSide, needId, offers.get(kind) ?? '', { expires_at })).id)
    },
    accept: async (id) => succeed((await answer(offerSide, id, 'accept')).status),
    decline: async (id) => succeed((await answer(offerSide, id, 'decline')).status),
    async complete(introductionId) {
      const { body } = await needSide.call('GET', `/v1/introductions/${introductionId}`)
      for (const side of [needSide, offerSide])
        succeed(
          (await side.call('POST', `/v1/engagements/${body.engagement_id}/complete`, { body: {} })).status,
        )
    },
  }
}
