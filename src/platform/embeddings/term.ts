import { normalizeText } from '../../shared/normalize-text.ts'
/** A skill as named by postings: its id (`~…` if it is not in the taxonomy) and its label. */
export interface LabelledSkill {
  skill: string
  label: string
}

/**
 * Returns the text by which a skill is compared, the same in every process. For an unknown label it is the
 * form in the id, lower case and without punctuation, so that it does not matter whose spelling came first.
 */
export function termOf({ skill, label }: LabelledSkill): string {
  const text = skill.startsWith('~') ? skill.slice(1) : label
  return normalizeText(text, 'NFC').trim().replace(/\s+/g, ' ').toLowerCase()
}
