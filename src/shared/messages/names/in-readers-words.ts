import type { ReaderLanguage } from '../reader-language.ts'
import { namesInLanguages } from './names-in-languages.ts'

/** Returns the name of a skill in the reader's language, if it was posted by its name in some language of the taxonomy. */
export const skillIn = namesInLanguages(new URL('./skill-names.tsv', import.meta.url))

/** Returns the name of a common cause in the reader's language. */
export const causeIn = namesInLanguages(new URL('./cause-names.tsv', import.meta.url))

/** Returns the values of a message with the skills and causes in it in the reader's language. */
export function inReadersWords<V extends object>(values: V, language: ReaderLanguage): V {
  const changed: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(values)) {
    if (name === 'skill' && typeof value === 'string') changed.skill = skillIn(value, language)
    if (name === 'skills' && Array.isArray(value)) changed.skills = value.map((one) => skillOf(one, language))
    if (name === 'causes' && Array.isArray(value)) changed.causes = value.map((one) => causeIn(one, language))
  }
  return { ...values, ...changed }
}

/** A skill in a message is its name, or the offered and the wanted one that are close. */
function skillOf(one: string | { offered: string; closeTo: string | null }, language: ReaderLanguage) {
  if (typeof one === 'string') return skillIn(one, language)
  const { offered, closeTo } = one
  return { offered: skillIn(offered, language), closeTo: closeTo && skillIn(closeTo, language) }
}
