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

/** An index that, besides, notes the skills of all that is put into it. Previews, which are never put, are not noted. */
export function notingTerms<Need extends NeedSkills, Offer extends OfferSkills>(
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
