import { int32At } from '../../../shared/item-at.ts'
import type { WantedSkills } from '../factor-weights.ts'
import { CONFIDENCE_STEP } from '../rows/layout.ts'
import type { Row } from '../rows/row.ts'
import { wantedSkillsOf } from '../score.ts'

/** Number of skills in five words, 16 bits each. A skill is stored as its number plus 1; 0 means none. */
export const SKILL_TRAITS = 10
/** Any skill: one whose number is too large, or several for which there is no room. */
export const ANY_SKILL = 0xffff
/** Words that hold skills. One word with their confidences, in steps, follows; above these are two flags. */
const SKILL_WORDS = SKILL_TRAITS / 2
const STEP_BITS = 3
const STEPS = (1 << STEP_BITS) - 1
const IS_POSTED = 1 << (STEP_BITS * SKILL_TRAITS)
const HAS_MEANING = IS_POSTED << 1

/** Writes the skills of a posting, whether any is posted, and whether its meaning is known. */
export function writeSkillTraits(row: Row, traits: Int32Array, start: number): void {
  for (let word = 0; word <= SKILL_WORDS; word++) traits[start + word] = 0
  const written = Math.min(row.skillCount, SKILL_TRAITS)
  let steps = 0
  for (let at = 0; at < written; at++) {
    const isMore = at === SKILL_TRAITS - 1 && row.skillCount > SKILL_TRAITS
    const trait = isMore ? ANY_SKILL : Math.min(ANY_SKILL, row.skill(at) + 1)
    traits[start + (at >> 1)] = int32At(traits, start + (at >> 1)) | (trait << (16 * (at & 1)))
    const confidence = isMore ? mostConfidence(row, at) : row.confidence(at)
    steps |= (confidence / CONFIDENCE_STEP - 1) << (STEP_BITS * at)
  }
  if (wantedSkillsOf(row) === 'posted') steps |= IS_POSTED
  if (row.hasMeaning) steps |= HAS_MEANING
  traits[start + SKILL_WORDS] = steps
}

/** Returns what is known of the skills of a need. */
export function wantedOfTraits(traits: Int32Array, start: number): WantedSkills {
  if (int32At(traits, start) === 0) return 'none'
  return (int32At(traits, start + SKILL_WORDS) & IS_POSTED) === 0 ? 'inferred' : 'posted'
}

/** Returns whether the meaning of a posting is known. */
export function hasMeaningOfTraits(traits: Int32Array, start: number): boolean {
  return (int32At(traits, start + SKILL_WORDS) & HAS_MEANING) !== 0
}

/** Returns the greatest confidence of the skills from an index on. */
function mostConfidence(row: Row, from: number): number {
  let most = 0
  for (let at = from; at < row.skillCount; at++) most = Math.max(most, row.confidence(at))
  return most
}

/** Returns the trait of one skill. */
export function skillTrait(traits: Int32Array, start: number, at: number): number {
  return (int32At(traits, start + (at >> 1)) >>> (16 * (at & 1))) & 0xffff
}

/** Returns the confidence of one skill. For `ANY_SKILL` it is the greatest of the skills that it replaces. */
export function confidenceOfTrait(traits: Int32Array, start: number, at: number): number {
  return (((int32At(traits, start + SKILL_WORDS) >>> (STEP_BITS * at)) & STEPS) + 1) * CONFIDENCE_STEP
}
