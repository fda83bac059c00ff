import { itemAt } from '../../../shared/item-at.ts'
import { message } from '../../../shared/messages/index.ts'
import type { MarketNeed, MarketOffer } from '../postings.ts'
import { FLAGS } from '../rows/flags.ts'
import type { Gate } from './gate.ts'

export const kindAccepted: Gate = {
  code: 'kind_not_accepted',
  isOpen: ({ need, offer }) => (need.flags & offer.flags & FLAGS.kinds) !== 0,
  explain: ({ offer }) => ({
    detail: message('kind_not_accepted', { kind: offer.terms.kind }),
    smallestChange: message('accept_kind', { kind: offer.terms.kind }),
  }),
}

/** Both postings are visible to the network, or both belong to one partner. */
export const visible: Gate = {
  code: 'not_visible',
  isOpen: ({ need, offer }) =>
    need.partner === offer.partner || (need.flags & offer.flags & FLAGS.network) !== 0,
  explain: ({ need, offer }) => {
    const postings = { need, offer }
    const sides = (['need', 'offer'] as const).filter((side) => postings[side].visibility !== 'network')
    return {
      detail: message('not_visible', { sides }),
      smallestChange: message('show_to_network', { sides }),
    }
  },
}

/** The sentence does not reveal which side requested the block. */
export const notBlocked: Gate = {
  code: 'blocked',
  isOpen: ({ need, offer }) => !need.blocks(offer) && !offer.blocks(need),
  explain: () => ({
    detail: message('blocked'),
    smallestChange: message('remove_block'),
  }),
}

/** No introduction of these two for this need was declined before. */
export const notDeclined: Gate = {
  code: 'declined',
  isOpen: ({ need, offer }) => !need.declined(offer),
  explain: () => ({
    detail: message('declined'),
    smallestChange: message('post_again'),
  }),
}

/** A guardian has consented to the work of a minor. */
export const guardianConsent: Gate = {
  code: 'guardian_consent_missing',
  isOpen: ({ offer }) => (offer.flags & FLAGS.unconsented) === 0,
  explain: () => ({
    detail: message('guardian_consent_missing'),
    smallestChange: message('record_guardian_consent'),
  }),
}

/** The two share a language. A side that lists none accepts all. */
export const sharedLanguage: Gate = {
  code: 'no_shared_language',
  isOpen: ({ need, offer, context }) => context.shareLanguage(need.languages, offer.languages),
  explain: ({ need, offer }) => ({
    detail: message('no_shared_language', { organization: need.languages, helper: offer.languages }),
    smallestChange: message('add_language', { language: itemAt(need.languages, 0) }),
  }),
}

/** Volunteers help nonprofits, and businesses only if they opt in to that kind of business. */
export const volunteerForProfit: Gate = {
  code: 'volunteer_for_profit',
  isOpen: ({ need, offer }) => (need.flags & offer.flags & FLAGS.unpaid) !== 0,
  explain: ({ need }) => ({
    detail: message('volunteer_for_profit', { organization: need.organizationKind }),
    smallestChange: message('open_to_business_or_accept_others', { organization: need.organizationKind }),
  }),
}

export function isVolunteerForProfit(need: MarketNeed, offer: MarketOffer): boolean {
  return offer.terms.kind === 'volunteer' && need.organizationKind !== 'nonprofit'
}

/**
 * The offer is open to this kind of organization. An empty list means all. Volunteering for a business has a separate
 * gate.
 */
export const openToOrganization: Gate = {
  code: 'not_open_to_organization',
  isOpen: ({ need, offer }) => (need.flags & offer.flags & FLAGS.organizations) !== 0,
  explain: ({ need, offer }) => ({
    detail: message('not_open_to_organization', { openTo: offer.openTo }),
    smallestChange: message('open_to_organization', { organization: need.organizationKind }),
  }),
}
