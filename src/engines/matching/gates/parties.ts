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

/** Both open their posting to the network, or both come from one partner. */
export const visible: Gate = {
  code: 'not_visible',
  isOpen: ({ need, offer }) =>
    need.partner === offer.partner || (need.flags & offer.flags & FLAGS.network) !== 0,
  explain: ({ need, offer }) => {
    const kept = [
      ...(need.visibility === 'network' ? [] : ['need']),
      ...(offer.visibility === 'network' ? [] : ['offer']),
    ]
    return {
      detail: `The ${listed(kept)} can be seen only within ${kept.length > 1 ? 'their own partners' : 'its own partner'}.`,
      smallestChange: `Show the ${listed(kept)} to the whole network.`,
    }
  },
}

/** Which of the two asked is not said: it is theirs to know. */
export const notBlocked: Gate = {
  code: 'blocked',
  isOpen: ({ need, offer }) => !need.blocks(offer) && !offer.blocks(need),
  explain: () => ({
    detail: 'One of the two asked not to be matched with the other.',
    smallestChange: 'Lift the block between the two.',
  }),
}

/** The same two are not brought together again for the same work. */
export const notDeclined: Gate = {
  code: 'declined',
  isOpen: ({ need, offer }) => !need.declined(offer),
  explain: () => ({
    detail: 'An introduction of the two for this need was declined.',
    smallestChange: 'Post another offer or another need, if things have changed.',
  }),
}

/** A side that names no language is not held to one. */
export const sharedLanguage: Gate = {
  code: 'no_shared_language',
  isOpen: ({ need, offer, context }) => context.shareLanguage(need.languages, offer.languages),
  explain: ({ need, offer }) => ({
    detail: `The organization works in ${listed(need.languages.map(languageName))}, the helper in ${listed(offer.languages.map(languageName))}.`,
    smallestChange: `Name ${languageName(itemAt(need.languages, 0))} among the helper's languages, if they speak it.`,
  }),
}

/** Volunteers help nonprofits; a business only where they say that they are open to its kind. */
export const volunteerForProfit: Gate = {
  code: 'volunteer_for_profit',
  isOpen: ({ need, offer }) => (need.flags & offer.flags & FLAGS.unpaid) !== 0,
  explain: ({ need }) => ({
    detail: `This volunteer has not said that they would help ${ORGANIZATION_NAMES[need.organizationKind]} unpaid.`,
    smallestChange: `Have the volunteer open their offer to ${ORGANIZATION_NAMES[need.organizationKind]}, or accept interns, barter or paid help.`,
  }),
}

export function isVolunteerForProfit(need: MarketNeed, offer: MarketOffer): boolean {
  return offer.terms.kind === 'volunteer' && need.organizationKind !== 'nonprofit'
}

/** A list of kinds is the whole list; an empty one means all. Volunteers for a business have their own gate. */
export const openToOrganization: Gate = {
  code: 'not_open_to_organization',
  isOpen: ({ need, offer }) => (need.flags & offer.flags & FLAGS.organizations) !== 0,
  explain: ({ need, offer }) => ({
    detail: `The offer is open to ${listed(offer.openTo.map((kind) => ORGANIZATION_NAMES[kind]))} only.`,
    smallestChange: `Open the offer to ${ORGANIZATION_NAMES[need.organizationKind]}.`,
  }),
}
