import { foldedWords } from '../values/cell-text.ts'
import { isRead } from '../values/reading.ts'
import { LEVELS, valueOfWord } from '../values/words.ts'
import { readYesOrNo } from '../values/yes-or-no.ts'

/** A header of a form with one column per answer: `Which skills do you have? [Excel]`. */
export interface OptionHeader {
  question: string
  option: string
}

const MAX_CHARS = 300
const OTHER =
  /^(?:other|others|otro|otra|otros|autre|autres|andere|sonstige|sonstiges|outro|outra|altro|anders)\b/

/**
 * Splits a header into its question and its answer, which is in brackets at the end or after the last colon. Null if it has
 * neither.
 */
export function optionIn(header: string): OptionHeader | null {
  const text = header.slice(0, MAX_CHARS).trim()
  const from = text.endsWith(']') ? text.lastIndexOf('[') : text.lastIndexOf(': ')
  if (from <= 0) return null
  const question = text.slice(0, from).trim()
  const option = text.slice(from + 1, text.endsWith(']') ? -1 : undefined).trim()
  return question === '' || option === '' ? null : { question, option }
}

/**
 * Combines an option with the cell below it: the option, the option with its level, the cell's own text, or nothing if the
 * answer is no.
 */
export function cellOfOption(option: string, cell: string): string {
  const folded = foldedWords(cell)
  if (folded === foldedWords(option)) return option
  if (OTHER.test(foldedWords(option))) return cell
  const answer = readYesOrNo(cell)
  if (isRead(answer)) return answer.value ? option : ''
  return valueOfWord(LEVELS, cell) === undefined ? cell : `${option}: ${cell}`
}
