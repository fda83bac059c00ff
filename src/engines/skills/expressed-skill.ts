import type { LabelIndex } from './label-index.ts'
import { isNaming } from './qualifying-words.ts'
import { labelKey, wordsOf } from './skill-label.ts'
import type { TextSkills } from './text-skills.ts'

/** Minimum confidence for the skill of a label. */
const LEAST = 0.8
/**
 * If another, unrelated skill has at least this part of the surest skill's confidence, it is unclear which is meant.
 */
const LEAST_OF_OTHER = 0.85
/** Minimum share of the letters that must express the skill. A smaller share is enough if the confidence is high. */
const LEAST_LETTERS = 0.5
const SURELY = 0.9
const LEAST_LETTERS_IF_SURE = 0.35

/** Returns the skill that the words of a label express, as in a text, if one is clearly ahead of all others. */
export function expressedSkill(
  { byId }: Pick<LabelIndex, 'byId'>,
  label: string,
  skillsOfText: TextSkills,
): { id: string; label: string } | undefined {
  const [first, second] = skillsOfText({ title: label, description: '', side: 'offer' })
  if (!first || first.confidence < LEAST) return undefined
  if (second && second.confidence > LEAST_OF_OTHER * first.confidence) {
    const related = byId.get(first.skill)?.related ?? []
    if (related.every(({ id }) => id !== second.skill)) return undefined
  }
  const least = first.confidence < SURELY ? LEAST_LETTERS : LEAST_LETTERS_IF_SURE
  if (lettersThatName(first.because.join(' ')) < least * lettersThatName(label)) return undefined
  return { id: first.skill, label: first.label }
}

function lettersThatName(text: string): number {
  return wordsOf(labelKey(text)).filter(isNaming).join('').length
}
