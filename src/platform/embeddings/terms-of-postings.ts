import type { LabelledSkill } from './term.ts'

interface Postings<Need, Offer> {
  putNeed(need: Need): void
  putOffer(offer: Offer): void
}
interface NeedSkills {
  skills: readonly LabelledSkill[]
  gives: readonly LabelledSkill[]
}
interface OfferSkills {
  skills: readonly LabelledSkill[]
  terms: { kind: string; wants?: readonly LabelledSkill[]; learningGoals?: readonly LabelledSkill[] }
}

/**
 * Wraps an index so that the skills of all postings put into it are noted. Previews are never put, so they
 * are not noted.
 */
export function withNotedTerms<Need extends NeedSkills, Offer extends OfferSkills>(
  index: Postings<Need, Offer>,
  note: (skills: readonly LabelledSkill[]) => void,
): Postings<Need, Offer> {
  return {
    putNeed(need) {
      index.putNeed(need)
      note(need.skills)
      note(need.gives)
    },
    putOffer(offer) {
      index.putOffer(offer)
      note(offer.skills)
      note(offer.terms.wants ?? [])
      note(offer.terms.learningGoals ?? [])
    },
  }
}
