import { normalizeText } from '../../shared/normalize-text.ts'
/** A skill as postings name it: its id, `~…` where nobody knows it, and its label. */
export interface LabelledSkill {
  skill: string
  label: string
}

/**
 * The text that a skill is compared by, the same in every process. Of a label that nobody knows it is the id's form,
 * lower case and without signs, since whose spelling came first must not matter.
 */
export function termOf({ skill, label }: LabelledSkill): string {
  const text = skill.startsWith('~') ? skill.slice(1) : label
  return normalizeText(text, 'NFC').trim().replace(/\s+/g, ' ').toLowerCase()
}
