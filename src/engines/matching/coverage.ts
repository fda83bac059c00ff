import type { InferredSkill, MarketNeed, MarketOffer, OfferedSkill, WantedSkill } from './postings.ts'
import type { Relatedness } from './relatedness.ts'
import { confidenceStep } from './rows/compiled-posting.ts'
import { CONFIDENCE_STEP } from './rows/layout.ts'
import { LEVEL_STEP_COST, MUST_RELATEDNESS } from './weights.ts'

/** How an offer covers one wanted skill. */
export interface Covered {
  wanted: WantedSkill
  /** The offered skill that covers it best, including its level. Null if none is related. */
  by: OfferedSkill | null
  /** True if only the words of the need express it. Then its importance is `nice`. */
  isInferred: boolean
  /** True if only the words of the offer express `by`. */
  isByInferred: boolean
  /** Coverage by that skill; 0 if there is none. */
  relatedness: number
  /** The greatest relatedness of all offered skills, whatever their level. */
  nearest: number
}

/** The skills that the words of the two sides express beside the posted ones. */
export interface InferredSkills {
  wanted: readonly InferredSkill[]
  offered: readonly InferredSkill[]
}

/** How an offer covers each wanted skill of a need, in the need's order, inferred ones last. */
export function coverageOf(
  need: MarketNeed,
  offer: MarketOffer,
  inferred: InferredSkills,
  relatedness: Relatedness,
): Covered[] {
  const wantedSkills = [
    ...need.skills.map((wanted) => ({ wanted, isInferred: false })),
    ...inferred.wanted.map(({ skill, label }) => ({
      wanted: { skill, label, importance: 'nice', level: null } as const,
      isInferred: true,
    })),
  ]
  const offeredSkills = [
    ...offer.skills.map((offered) => ({ offered, confidence: 1, isByInferred: false })),
    ...inferred.offered.map(({ skill, label, confidence }) => ({
      offered: { skill, label, level: null },
      confidence: countedConfidence(confidence),
      isByInferred: true,
    })),
  ]
  return wantedSkills.map(({ wanted, isInferred }) => {
    const covered: Covered = { wanted, by: null, isInferred, isByInferred: false, relatedness: 0, nearest: 0 }
    let best = 0
    for (const { offered, confidence, isByInferred } of offeredSkills) {
      const near = relatedness.of(wanted.skill, offered.skill) * confidence
      if (near > covered.nearest) covered.nearest = near
      const value = near * levelFit(wanted.level ?? 0, offered.level ?? 0)
      if (value <= best) continue
      best = value
      Object.assign(covered, { by: offered, isByInferred, relatedness: near })
    }
    return covered
  })
}

/** The part of a confidence that counts, as a row holds it. */
function countedConfidence(confidence: number): number {
  return (confidenceStep(confidence) + 1) * CONFIDENCE_STEP
}

/** 1 at or above the wanted level, or if either level is unknown (0). Less for each level below. */
export function levelFit(wanted: number, offered: number): number {
  return 1 - LEVEL_STEP_COST * levelsBelow(wanted, offered)
}

/** Number of levels that the offered skill is below the wanted one; 0 if either is unknown (0). */
export function levelsBelow(wanted: number, offered: number): number {
  return wanted === 0 || offered === 0 || offered > wanted ? 0 : wanted - offered
}

/** A `must` skill with no near enough skill offered, or any other with none related at all. */
export function isMissing({ wanted, nearest }: Covered): boolean {
  return wanted.importance === 'must' ? nearest < MUST_RELATEDNESS : nearest === 0
}

/** From 1 for a skill that every offer has, to almost 2 for a skill that no offer has. */
export function skillRarity(offers: number, offersWithSkill: number): number {
  return 1 + Math.log((offers + 1) / (offersWithSkill + 1)) / Math.log(offers + 2)
}
