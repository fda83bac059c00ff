import { weekdayByName } from './calendar-words.ts'
import { withoutAccents } from './cell-text.ts'
import { DAY_END, timeIn, type WrittenTime } from './times-of-day.ts'

/** A token of a text about weekly hours. */
export type Token =
  | { kind: 'days'; days: number[]; shown: string }
  | { kind: 'time'; time: WrittenTime }
  | { kind: 'span'; start: number; end: number }
  | { kind: 'to' | 'and' | 'after' | 'before' | 'between' | 'onward' | 'end' }
  | { kind: 'unknown'; shown: string }

const WORKDAYS = [1, 2, 3, 4, 5]
const WEEKEND = [6, 7]
const EVERY_DAY = [...WORKDAYS, ...WEEKEND]

/** Phrases, each with the word that replaces it. Longer ones come first. */
const PHRASES: readonly (readonly [string, string])[] = [
  ...words(
    'weekdays',
    'week days|weekday|workdays|work days|working days|business days|werktags|werktage|wochentags|unter der woche|entre semana|dias laborables|dias de semana|dias uteis|giorni feriali|giorni lavorativi|giorni della settimana|werkdagen|doordeweeks|en semaine|la semaine|jours ouvrables|jours ouvres|jours de semaine|durante a semana',
  ),
  ...words(
    'weekends',
    'week-ends|week-end|fines de semana|fin de semana|fins de semana|fim de semana|finais de semana|fine settimana|nel weekend|in het weekend|wochenenden|wochenende|weekend',
  ),
  ...words(
    'daily',
    'every day|everyday|each day|any day|all days|7 days a week|all week|taglich|jeden tag|todos los dias|cada dia|diariamente|diario|tous les jours|chaque jour|todos os dias|todo dia|tutti i giorni|ogni giorno|elke dag|iedere dag',
  ),
  ...words(
    'allday',
    'all day|any time|anytime|whole day|ganztags|den ganzen tag|toute la journee|todo el dia|o dia todo|o dia inteiro|tutto il giorno|hele dag|de hele dag',
  ),
  ...words(
    'after',
    'a partir das|a partir de|a partir da|depois das|despues de las|despues de|starting at|apres|nach|ab',
  ),
  ...words(
    'before',
    'antes das|antes de las|antes de|jusqua|no later than|until|till|avant|vor|hasta las|ate as',
  ),
  ...words(
    'onward',
    'or later|and later|and after|and on|onwards|onward|or after|en adelante|em diante|et plus',
  ),
  ...words('between', 'zwischen|entre'),
  ...words(
    'mornings',
    'morning|vormittags|vormittag|morgens|por la manana|por las mananas|la manana|manana|mananas|le matin|matins|matin|de manha|manhas|manha|la mattina|di mattina|mattina|mattine|mattino|sochtends|ochtends|ochtend|ochtenden',
  ),
  ...words(
    'afternoons',
    'afternoon|nachmittags|nachmittag|por la tarde|por las tardes|tardes|tarde|lapres-midi|apres-midi|a tarde|il pomeriggio|di pomeriggio|pomeriggio|pomeriggi|smiddags|middags|middagen',
  ),
  ...words(
    'evenings',
    'evening|abends|abend|le soir|soirs|soir|soirees|soiree|de noche|por la noche|por las noches|a noite|noites|noite|nights|night|noches|nachts|la sera|di sera|sera|sere|savonds|avonds|avond|avonden',
  ),
  ...words('noon', '12 noon|midday|mittag|mittags|midi|mediodia|meio-dia'),
  ...words('midnight', '12 midnight|mitternacht|minuit|medianoche|meia-noite'),
]

function words(word: string, phrases: string): [string, string][] {
  return phrases.split('|').map((phrase) => [phrase, word])
}

const PARTS_OF_DAY: Readonly<Record<string, readonly [number, number]>> = {
  mornings: [8 * 60, 12 * 60],
  afternoons: [12 * 60, 17 * 60],
  evenings: [17 * 60, 21 * 60],
  allday: [0, DAY_END],
}
const KIND_OF_WORD: Readonly<
  Record<string, 'to' | 'and' | 'after' | 'before' | 'between' | 'onward' | 'end'>
> = {
  ...{
    '-': 'to',
    to: 'to',
    bis: 'to',
    a: 'to',
    al: 'to',
    as: 'to',
    ate: 'to',
    through: 'to',
    thru: 'to',
    tot: 'to',
    alle: 'to',
    hasta: 'to',
    au: 'to',
  },
  ...{
    ',': 'and',
    '/': 'and',
    '&': 'and',
    and: 'and',
    und: 'and',
    y: 'and',
    et: 'and',
    e: 'and',
    '+': 'and',
    plus: 'and',
  },
  ...{ after: 'after', before: 'before', between: 'between', onward: 'onward', ';': 'end' },
}
/** Words without meaning here: `from` and the like next to a range, and `am` without a number, which is German. */
const FILLERS = new Set(
  `from at on in the of von de del das dos da do las los la le les l el am um der die den uhr h hrs hours each every only por
  para no na nos nas os available free i am dalle dal ore van uur il i ( ) : . @ ' between:`.split(/\s+/),
)
const PART = /\d{1,2}[:.h]\d{2}|\d+|[ap]\.? ?m\.?|\p{L}+|[^\s]/gu
/** Words that show that `ma` is maandag and not mardi. */
const DUTCH_WORDS = /^(?:maandag|dinsdag|woensdag|donderdag|vrijdag|wo|vr|za|zo|uur|tot)$/
const FAR_WORDS = /^(?:lu|lun|ma|me|mer|je|jeu|ju|jue|vi|vie|ve|ven|sab|dim|dom|l|x|j|v)$/
/** Single letters for Monday to Sunday, in English, and in Spanish and French, where M may also be Wednesday. */
const ENGLISH_LETTERS: Readonly<Record<string, number>> = { m: 1, t: 2, w: 3, r: 4, f: 5 }
const ROMANCE_LETTERS: Readonly<Record<string, number>> = { l: 1, m: 2, x: 3, j: 4, v: 5, s: 6, d: 7 }

const DUTCH: Readonly<Record<string, Token>> = {
  ma: { kind: 'days', days: [1], shown: 'ma' },
  en: { kind: 'and' },
}

/** Splits a text into days, times and the words between them. */
export function tokensIn(text: string): Token[] {
  const parts: string[] = [...(withPhrasesReplaced(text).match(PART) ?? [])]
  const isDutch = parts.some((part) => DUTCH_WORDS.test(part))
  const isRomance = parts.some((part) => FAR_WORDS.test(part))
  const tokens: Token[] = []
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] ?? ''
    if (/^\d/.test(part)) {
      const { half, used } = halfAfter(parts, at + 1)
      at += used
      const time = timeIn(part, half)
      tokens.push(time ? { kind: 'time', time } : { kind: 'unknown', shown: part })
    } else {
      const token = isDutch && DUTCH[part] ? DUTCH[part] : tokenOf(part, isRomance, tokens.at(-1))
      if (token) tokens.push(token)
    }
  }
  return tokens
}

/** Replaces each phrase with its word. Each is searched for once, so the work grows only with the length of the text. */
function withPhrasesReplaced(text: string): string {
  let padded = ` ${withoutAccents(text.replace(/[\r\n|]+/g, ';'))
    .replaceAll("'", '')
    .replaceAll('-feira', '')} `
  for (const [phrase, word] of PHRASES)
    padded = padded
      .replaceAll(` ${phrase} `, ` ${word} `)
      .replaceAll(` ${phrase},`, ` ${word},`)
      .replaceAll(` ${phrase};`, ` ${word};`)
  return padded
}

/** Returns the half of the day after a time: `9a` and `9 a.m.`, but not the Spanish `9 a 12`. */
function halfAfter(parts: readonly string[], at: number): { half: WrittenTime['half']; used: number } {
  const next = (parts[at] ?? '').replace(/[. ]/g, '')
  if (next === 'am') return { half: 'am', used: 1 }
  if (next === 'pm') return { half: 'pm', used: 1 }
  if (next === 'p') return { half: 'pm', used: 1 }
  return { half: null, used: 0 }
}

function tokenOf(part: string, isRomance: boolean, before: Token | undefined): Token | null {
  // `9am-12`, `+` after a time.
  if (part === '+' && before?.kind === 'time') return { kind: 'onward' }
  // After a day it is half of the day; before a day it is a German word.
  if (before?.kind === 'days' && Object.hasOwn(HALVES, part)) return halfOfDay(part)
  const days = daysOf(part, isRomance)
  if (days) return { kind: 'days', days, shown: part }
  const span = Object.hasOwn(PARTS_OF_DAY, part) ? PARTS_OF_DAY[part] : undefined
  if (span) return { kind: 'span', start: span[0], end: span[1] }
  if (part === 'noon') return { kind: 'time', time: { minutes: 12 * 60, half: 'pm', isOnLongClock: true } }
  if (part === 'midnight') return { kind: 'time', time: { minutes: 0, half: 'am', isOnLongClock: true } }
  const kind = Object.hasOwn(KIND_OF_WORD, part) ? KIND_OF_WORD[part] : undefined
  if (kind) return { kind }
  return FILLERS.has(part) || part === 'am' ? null : { kind: 'unknown', shown: part }
}

const HALVES: Readonly<Record<string, string>> = { am: 'mornings', pm: 'afternoons' }

function halfOfDay(part: string): Token | null {
  const span = PARTS_OF_DAY[HALVES[part] ?? '']
  return span ? { kind: 'span', start: span[0], end: span[1] } : null
}

function daysOf(part: string, isRomance: boolean): number[] | null {
  if (part === 'weekdays') return WORKDAYS
  if (part === 'weekends') return WEEKEND
  if (part === 'daily') return EVERY_DAY
  // Dienstag and Donnerstag, or dimanche and domingo.
  if (part === 'di') return [isRomance ? 7 : 2]
  if (part === 'do') return [isRomance ? 7 : 4]
  const named = weekdayByName.get(part)
  if (named !== undefined) return [named]
  const letter = (isRomance ? ROMANCE_LETTERS : ENGLISH_LETTERS)[part]
  if (letter !== undefined && part.length === 1) return [letter]
  return lettersOf(part)
}

const DAY_CODES = ['th', 'tu', 'sa', 'su', 'm', 't', 'w', 'r', 'f'] as const
const DAY_OF_CODE: Readonly<Record<string, number>> = {
  m: 1,
  t: 2,
  tu: 2,
  w: 3,
  th: 4,
  r: 4,
  f: 5,
  sa: 6,
  su: 7,
}

/** Reads letters of days in the order of the week: `MWF`, `TTh`, `MTWRF`. */
function lettersOf(part: string): number[] | null {
  if (part.length < 2 || part.length > 11) return null
  const days: number[] = []
  for (let at = 0; at < part.length; ) {
    const code = DAY_CODES.find((one) => part.startsWith(one, at))
    const day = code === undefined ? undefined : DAY_OF_CODE[code]
    if (code === undefined || day === undefined || day <= (days.at(-1) ?? 0)) return null
    days.push(day)
    at += code.length
  }
  return days.length > 1 ? days : null
}
