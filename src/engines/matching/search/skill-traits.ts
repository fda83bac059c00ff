import { int32At } from '../../../shared/item-at.ts'
import type { Row } from '../rows/row.ts'

/** Number of skills in four words, 16 bits each. A skill is stored as its number plus 1; 0 means none. */
export const SKILL_TRAITS = 8
/** Stands for a skill of a greater number, or for more of them than there is room for. */
export const ANY_SKILL = 0xffff

/** Writes the skills of a posting. */
export function writeSkillTraits(row: Row, traits: Int32Array, start: number): void {
  for (let word = 0; word < SKILL_TRAITS / 2; word++) traits[start + word] = 0
  const told = Math.min(row.skillCount, SKILL_TRAITS)
  for (let at = 0; at < told; at++) {
    const isMore = at === SKILL_TRAITS - 1 && row.skillCount > SKILL_TRAITS
    const trait = isMore ? ANY_SKILL : Math.min(ANY_SKILL, row.skill(at) + 1)
    traits[start + (at >> 1)] = int32At(traits, start + (at >> 1)) | (trait << (16 * (at & 1)))
  }
}

/** The trait of one of them. */
export function skillTrait(traits: Int32Array, start: number, at: number): number {
  return (int32At(traits, start + (at >> 1)) >>> (16 * (at & 1))) & 0xffff
}
