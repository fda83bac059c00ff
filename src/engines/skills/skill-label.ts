import { labelKey } from '../../shared/label-key.ts'

export { labelKey, wordsOf } from '../../shared/label-key.ts'

/** The id for a label that is not in the taxonomy. Labels without letters, such as emoji, keep distinct ids. */
export function unknownSkillId(label: string): string {
  return `~${labelKey(label) || label.trim()}`
}
