import { itemAt } from '../../../shared/item-at.ts'
import type { MarketNeed, MarketOffer } from '../postings.ts'
import { FLAGS } from '../rows/flags.ts'
import { KIND_NAMES, languageName, listed, ORGANIZATION_NAMES } from '../sentences.ts'
import type { Gate } from './gate.ts'

export const kindAccepted: Gate = {
  code: 'kind_not_accepted',
  isOpen: ({ need, offer }) => (need.flags & offer.flags & FLAGS.kinds) !== 0,
  explain: ({ offer }) => ({
    detail: `The need does not accept ${KIND_NAMES[offer.terms.kind]}.`,
    smallestChange: `Accept ${KIND_NAMES[offer.terms.kind]}.`,
  }),
}

/** Both postings are visible to the network, or both belong to one partner. */
export const visible: Gate = {
  code: 'not_visible',
  isOpen: ({ need, offer }) =>
    need.partner === offer.partner || (need.flags & offer.flags & FLAGS.network) !== 0,
  explain: ({ need, offer }) => {
    const hidden = [
      ...(need.visibility === 'network' ? [] : ['need']),
      ...(offer.visibility === 'network' ? [] : ['offer']),
    ]
    return {
      detail: `The ${listed(hidden)} ${hidden.length > 1 ? 'are' : 'is'} visible only to ${hidden.length > 1 ? 'their own partners' : 'its own partner'}.`,
      smallestChange: `Show the ${listed(hidden)} to the whole network.`,
    }
  },
}

/** The sentence does not reveal which side asked. */
export const notBlocked: Gate = {
  code: 'blocked',
  isOpen: ({ need, offer }) => !need.blocks(offer) && !offer.blocks(need),
  explain: () => ({
    detail: 'The organization or the helper asked not to be matched with the other.',
    smallestChange: 'Remove the block.',
  }),
}

/** No introduction of the two for this need was declined before. */
export const notDeclined: Gate = {
  code: 'declined',
  isOpen: ({ need, offer }) => !need.declined(offer),
  explain: () => ({
    detail: 'An introduction for this need and offer was declined.',
    smallestChange: 'Post a new offer or need, if things have changed.',
  }),
}

/** The two share a language. A side that lists none accepts all. */
export const sharedLanguage: Gate = {
  code: 'no_shared_language',
  isOpen: ({ need, offer, context }) => context.shareLanguage(need.languages, offer.languages),
  explain: ({ need, offer }) => ({
    detail: `The organization works in ${listed(need.languages.map(languageName))}, and the helper in ${listed(offer.languages.map(languageName))}.`,
    smallestChange: `Add ${languageName(itemAt(need.languages, 0))} to the helper's languages, if they speak it.`,
  }),
}

/** Volunteers help nonprofits, and businesses only if they opt in to that kind of business. */
export const volunteerForProfit: Gate = {
  code: 'volunteer_for_profit',
  isOpen: ({ need, offer }) => (need.flags & offer.flags & FLAGS.unpaid) !== 0,
  explain: ({ need }) => ({
    detail: `This volunteer has not agreed to help ${ORGANIZATION_NAMES[need.organizationKind]} unpaid.`,
    smallestChange: `Ask the volunteer to open their offer to ${ORGANIZATION_NAMES[need.organizationKind]}, or accept interns, barter or paid help.`,
  }),
}

export function isVolunteerForProfit(need: MarketNeed, offer: MarketOffer): boolean {
  return offer.terms.kind === 'volunteer' && need.organizationKind !== 'nonprofit'
}

/** The offer is open to this kind of organization; an empty list means all. Volunteering for a business has its own gate. */
export const openToOrganization: Gate = {
  code: 'not_open_to_organization',
  isOpen: ({ need, offer }) => (need.flags & offer.flags & FLAGS.organizations) !== 0,
  explain: ({ need, offer }) => ({
    detail: `The offer is open to ${listed(offer.openTo.map((kind) => ORGANIZATION_NAMES[kind]))} only.`,
    smallestChange: `Open the offer to ${ORGANIZATION_NAMES[need.organizationKind]}.`,
  }),
}
