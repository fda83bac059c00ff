import { numberOfWord } from './number-words.ts'

/** The words for parts of an hour in one language, as patterns. */
interface PartWords {
  half: string
  quarter: string
  and: string
  hour: string
  /** Between a part and the hour: a quarter `of an` hour. */
  of?: string
}

const languages: readonly PartWords[] = [
  { half: 'half', quarter: 'quarters?', and: 'and', hour: 'hours?|hrs?|h', of: 'of an|of a|an|a' },
  { half: 'medi[ao]s?', quarter: 'cuartos?', and: 'y', hour: 'horas?|h', of: 'de una|de' },
  { half: 'demie?s?', quarter: 'quarts?', and: 'et', hour: 'heures?|dheures?|h', of: 'd une|dune|d|de' },
  { half: 'halbe?[nrs]?', quarter: 'viertel', and: 'und', hour: 'stunden?|std|h', of: 'einer|der' },
  { half: 'mei[ao]s?', quarter: 'quartos?', and: 'e', hour: 'horas?|h', of: 'de uma|de' },
]
const COUNT = '\\d{1,2}|[a-z]{1,8}'

const shapes = languages.map(({ half, quarter, and, hour, of = '' }) => {
  const part = `(?:(?<of>${COUNT}) )?(?:(?<half>${half})|(?<quarter>${quarter}))`
  const ofHour = `(?: (?:(?:${of}) )?(?:${hour}))?`
  return {
    part: new RegExp(`^${part}${ofHour}$`),
    sum: new RegExp(`^(?:(?:${hour}) |(?<whole>${COUNT}) (?:(?:${hour}) )?)${and} ${part}${ofHour}$`),
  }
})

/** German writes a number and its part as one word: `zweieinhalb`, `anderthalb`, `dreiviertel`. */
const COMPOUNDS: readonly (readonly [RegExp, string])[] = [
  [/\banderthalb/, 'ein und halb'],
  [/^([a-z]{3,6}|\d{1,2}) ?einhalb/, '$1 und halb'],
  [/^([a-z]{3,6}|\d{1,2}) ?einviertel/, '$1 und ein viertel'],
  // Three quarters of one. `Ein dreiviertel` may also be one and three quarters, and stays unread.
  [/^(?:einer? )?dreiviertel(?!$)/, 'drei viertel'],
  [/^(?!ein )([a-z]{3,6}|\d{1,2}) ?dreiviertel/, '$1 und drei viertel'],
  [/\b(halb|viertel)(stunden?)\b/, '$1 $2'],
]

/**
 * Reads hours whose part is a word, in five languages: `one and a half`, `2 and a quarter`, `una hora y media`, `zweieinhalb`.
 * Expects folded words. Null for anything else, such as `half past two` and `halb drei`.
 */
export function hoursInWords(folded: string): number | null {
  const text = COMPOUNDS.reduce((before, [compound, words]) => before.replace(compound, words), folded)
  for (const { part, sum } of shapes) {
    const groups = (part.exec(text) ?? sum.exec(text))?.groups
    const share = groups && shareOf(groups)
    // `Cuarto` alone is a room as well.
    if (!share || (groups.quarter !== undefined && !text.includes(' '))) continue
    const whole = part.test(text) ? 0 : countOf(groups.whole ?? ONE)
    return whole === undefined ? null : whole + share
  }
  return null
}

const ONE = '1'

/** Returns half an hour, or one to three quarters. */
function shareOf({ of, half }: Readonly<Record<string, string | undefined>>): number | null {
  const count = of === undefined ? 1 : countOf(of)
  if (count === undefined) return null
  if (half !== undefined) return count === 1 ? 0.5 : null
  return count <= 3 ? count / 4 : null
}

function countOf(word: string): number | undefined {
  if (word === 'a' || word === 'an') return 1
  return /^\d/.test(word) ? Number(word) : numberOfWord(word)
}
