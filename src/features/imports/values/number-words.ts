import { withoutAccents } from './cell-text.ts'

/** The number words of one language, without accents. Grammatical forms are separated by spaces, numbers by `|`. */
interface Language {
  /** From one to nineteen. A hyphen stands for the space within a number. */
  small: string
  /** From twenty to ninety. */
  tens: string
  /** Joins tens and units: `30 y 1`. */
  joined(tens: string, unit: string, one: boolean): readonly string[]
  /** Tens that count on to nineteen: `soixante et onze`. */
  isVigesimal?(tens: string): boolean
}

const LANGUAGES: readonly Language[] = [
  {
    small:
      'one single|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen',
    tens: 'twenty|thirty|forty fourty|fifty|sixty|seventy|eighty|ninety',
    joined: (tens, unit) => [`${tens} ${unit}`, tens + unit],
  },
  {
    small:
      'uno una un|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|trece|catorce|quince|dieciseis diez-y-seis|diecisiete diez-y-siete|dieciocho diez-y-ocho|diecinueve diez-y-nueve',
    tens: 'veinte|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa',
    joined: (tens, unit) => [`${tens} y ${unit}`, ...(tens === 'veinte' ? [`veinti${unit}`] : [])],
  },
  {
    small:
      'une un|deux|trois|quatre|cinq|six|sept|huit|neuf|dix|onze|douze|treize|quatorze|quinze|seize|dix-sept|dix-huit|dix-neuf',
    tens: 'vingt|trente|quarante|cinquante|soixante|septante|quatre-vingt quatre-vingts huitante octante|nonante',
    joined: (tens, unit, one) => [`${tens} ${unit}`, ...(one ? [`${tens} et ${unit}`] : [])],
    isVigesimal: (tens) => tens === 'soixante' || tens === 'quatre vingt',
  },
  {
    small:
      'eins ein eine einen einer|zwei zwo|drei|vier|funf fuenf|sechs|sieben|acht|neun|zehn|elf|zwolf zwoelf|dreizehn|vierzehn|funfzehn fuenfzehn|sechzehn|siebzehn|achtzehn|neunzehn',
    tens: 'zwanzig|dreissig|vierzig|funfzig fuenfzig|sechzig|siebzig|achtzig|neunzig',
    joined: (tens, unit) => [`${unit}und${tens}`],
  },
  {
    small:
      'um uma|dois duas|tres|quatro|cinco|seis|sete|oito|nove|dez|onze|doze|treze|quatorze catorze|quinze|dezesseis dezasseis|dezessete dezassete|dezoito|dezenove dezanove',
    tens: 'vinte|trinta|quarenta|cinquenta|sessenta|setenta|oitenta|noventa',
    joined: (tens, unit) => [`${tens} e ${unit}`],
  },
]

const numbers = new Map(LANGUAGES.flatMap(numbersOf))
const MOST_WORDS = 4

/** Returns the words of a language from one to ninety-nine with their numbers. */
function numbersOf({ small, tens, joined, isVigesimal }: Language): (readonly [string, number])[] {
  const formsOf = (list: string) =>
    list.split('|').map((forms) => forms.split(' ').map((form) => form.replaceAll('-', ' ')))
  const units = formsOf(small)
  const alone = units.flatMap((forms, at) => forms.map((form) => [form, at + 1] as const))
  const higher = formsOf(tens).flatMap((forms, at) =>
    forms.flatMap((ten) => {
      const value = (at + 2) * 10
      const following = isVigesimal?.(ten) ? alone : alone.filter(([, unit]) => unit < 10)
      const sums = following.flatMap(([form, unit]) =>
        joined(ten, form, unit % 10 === 1).map((words) => [words, value + unit] as const),
      )
      return [[ten, value] as const, ...sums]
    }),
  )
  return [...alone, ...higher]
}

/** Returns the number from 1 to 99 that lower-case words without accents mean: `twenty one`, `vingt et un`. */
export function numberOfWords(words: string): number | undefined {
  return numbers.get(words)
}

const IN_BRACKETS = /^([^()]{1,40}?) ?\(([^()]{1,40})\)/

/**
 * Replaces the number words at the beginning of a count with digits: `two`, `zwei Plätze`, `vingt et un`, `three (3)`,
 * `3 (three)`. Returns anything else, including two numbers that differ, unchanged.
 */
export function withDigits(cell: string): string {
  const text = withoutAccents(cell.slice(0, MAX_CHARS)).trim()
  const [beginning, one = '', other = ''] = IN_BRACKETS.exec(text) ?? []
  if (beginning !== undefined && numberOf(one) !== undefined && numberOf(one) === numberOf(other))
    return `${numberOf(one)}${text.slice(beginning.length)}`
  const words = text.split(' ').slice(0, MOST_WORDS)
  // The longest: `twenty one` is no twenty.
  for (let count = words.length; count > 0; count--) {
    const beginningWords = words.slice(0, count).join(' ')
    const number = numbers.get(beginningWords.replaceAll('-', ' '))
    if (number !== undefined) return `${number}${text.slice(beginningWords.length)}`
  }
  return cell
}

const MAX_CHARS = 120

function numberOf(text: string): number | undefined {
  return /^\d{1,4}$/.test(text) ? Number(text) : numbers.get(text.replaceAll('-', ' '))
}
