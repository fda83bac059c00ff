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
  /** Coverage by that skill, less if it is inferred; 0 if there is none. */
  relatedness: number
  /** How surely the words of the need and of the offer express the two skills; 1 if both are posted. */
  confidence: number
  /** The parts of the texts that express them; empty for posted skills. */
  because: { need: readonly string[]; offer: readonly string[] }
  /** The greatest relatedness of all offered skills, whatever their level. */
  nearest: number
}

/** Skills that the words of the two postings express, besides the posted ones. */
export interface InferredSkills {
  wanted: readonly InferredSkill[]
  offered: readonly InferredSkill[]
}

/** Returns how an offer covers each wanted skill of a need, in the need's order, inferred skills last. */
export function coverageOf(
  need: MarketNeed,
  offer: MarketOffer,
  inferred: InferredSkills,
  relatedness: Relatedness,
): Covered[] {
  const wantedSkills = [
    ...need.skills.map((wanted) => ({ wanted, isInferred: false, sure: 1, parts: NO_PARTS })),
    ...inferred.wanted.map(({ skill, label, confidence, because }) => ({
      wanted: { skill, label, importance: 'nice', level: null } as const,
      isInferred: true,
      sure: confidence,
      parts: because,
    })),
  ]
  const offeredSkills = [
    ...offer.skills.map((offered) => ({
      offered,
      confidence: 1,
      sure: 1,
      isByInferred: false,
      parts: NO_PARTS,
    })),
    ...inferred.offered.map(({ skill, label, confidence, because }) => ({
      offered: { skill, label, level: null },
      confidence: countedConfidence(confidence),
      sure: confidence,
      isByInferred: true,
      parts: because,
    })),
  ]
  return wantedSkills.map(({ wanted, isInferred, sure: wantedSure, parts: wantedParts }) => {
    const covered = uncovered(wanted, isInferred)
    let best = 0
    for (const { offered, confidence, sure, isByInferred, parts } of offeredSkills) {
      const near = relatedness.of(wanted.skill, offered.skill) * confidence
      if (near > covered.nearest) covered.nearest = near
      const value = near * levelFit(wanted.level ?? 0, offered.level ?? 0)
      if (value <= best) continue
      best = value
      Object.assign(covered, {
        by: offered,
        isByInferred,
        relatedness: near,
        confidence: Math.min(wantedSure, sure),
        because: { need: wantedParts, offer: parts },
      })
    }
    return covered
  })
}

const NO_PARTS: readonly string[] = []

function uncovered(wanted: WantedSkill, isInferred: boolean): Covered {
  const because = { need: NO_PARTS, offer: NO_PARTS }
  return {
    wanted,
    by: null,
    isInferred,
    isByInferred: false,
    relatedness: 0,
    confidence: 1,
    because,
    nearest: 0,
  }
}

/** Returns a confidence rounded to the steps in which a row stores it. */
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

/** Returns whether no offered skill is near enough to a `must` skill, or related at all to any other skill. */
export function isMissing({ wanted, nearest }: Covered): boolean {
  return wanted.importance === 'must' ? nearest < MUST_RELATEDNESS : nearest === 0
}

/** Returns how rare a skill is: from 1 if every offer has it to almost 2 if no offer has it. */
export function skillRarity(offers: number, offersWithSkill: number): number {
  return 1 + Math.log((offers + 1) / (offersWithSkill + 1)) / Math.log(offers + 2)
}
