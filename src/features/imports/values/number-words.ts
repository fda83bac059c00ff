import { withoutAccents } from './cell-text.ts'

/**
 * Number words from one on, in English, Spanish, French, German and Portuguese. Grammatical forms of one language are
 * separated by spaces.
 */
const WORDS = [
  'one|single|uno una un|une|eins ein eine einen einer|um uma',
  'two|dos|deux|zwei zwo|dois duas',
  'three|tres|trois|drei',
  'four|cuatro|quatre|vier|quatro',
  'five|cinco|cinq|funf fuenf',
  'six|seis|sechs',
  'seven|siete|sept|sieben|sete',
  'eight|ocho|huit|acht|oito',
  'nine|nueve|neuf|neun|nove',
  'ten|diez|dix|zehn|dez',
  'eleven|once|onze|elf',
  'twelve|doce|douze|zwolf zwoelf|doze',
]

const numbers = new Map(
  WORDS.flatMap((words, at) => words.split(/[| ]/).map((word) => [word, at + 1] as const)),
)
/** Returns the number of a word in lower case without accents. */
export function numberOfWord(word: string): number | undefined {
  return numbers.get(word)
}

const IN_BRACKETS = /^([^\s()]+) ?\(([^\s()]+)\)/

/**
 * Replaces the number word at the beginning of a count with digits: `two`, `zwei Plätze`, `three (3)`, `3 (three)`. Returns
 * anything else, including two numbers that differ, unchanged.
 */
export function withDigits(cell: string): string {
  const text = withoutAccents(cell.slice(0, MAX_CHARS)).trim()
  const [beginning, one = '', other = ''] = IN_BRACKETS.exec(text) ?? []
  if (beginning !== undefined && numberOf(one) !== undefined && numberOf(one) === numberOf(other))
    return `${numberOf(one)}${text.slice(beginning.length)}`
  const [word = ''] = text.split(' ')
  const number = numbers.get(word)
  return number === undefined ? cell : `${number}${text.slice(word.length)}`
}

const MAX_CHARS = 120

function numberOf(text: string): number | undefined {
  return /^\d{1,4}$/.test(text) ? Number(text) : numbers.get(text)
}
