import { weekdayByName } from '../values/calendar-words.ts'
import { foldedWords } from '../values/cell-text.ts'
import { isRead } from '../values/reading.ts'
import { readYesOrNo } from '../values/yes-or-no.ts'

/** Shorter names are also words with other meanings: `die`, `son`, `sex`, `mar`. */
const LEAST_CHARS = 5
/** Short forms that are clear enough as the only word of a header. */
const SHORT = new Set(
  'mon tue tues wed weds thu thur fri sat sun lun mie jue vie sab dom mer jeu ven sam dim seg ter qua qui sex'.split(
    ' ',
  ),
)
const FILLER_WORDS = new Set(
  `availability available hours times time schedule free when can you work on are your what
  disponibilidad disponible horario horas el los cuando puedes estas
  disponibilite disponibilites disponible horaires heures le quand etes vous
  verfugbarkeit verfugbar zeiten stunden am wann bist sind sie du
  disponibilidade disponivel horarios feira as na nas no nos a esta`.split(/\s+/),
)

/**
 * Returns the weekday of a header that asks for the hours of one day: `Monday`, `Availability (Lunes)`, `Wann bist du
 * verfügbar? [Montag]`. Null for any other header.
 */
export function weekdayOfHeader(header: string): string | null {
  if (header.length > 120) return null
  const words = foldedWords(header).split(' ')
  const days = words.filter((word) => isWeekday(word, words.length === 1))
  const [day] = days
  const isPlain = words.every((word) => word === day || FILLER_WORDS.has(word))
  return day !== undefined && days.length === 1 && isPlain ? day : null
}

/** Tells whether a header is the short form of a weekday, which may also have another meaning. */
export function isShortWeekday(header: string): boolean {
  return SHORT.has(foldedWords(header))
}

/** Returns the weekday of an answer: `Lunes`, `Mon`. */
export function weekdayOfOption(option: string): string | null {
  const words = foldedWords(option)
    .split(' ')
    .filter((word) => word !== 'feira')
  const [day = ''] = words
  return words.length === 1 && weekdayByName.has(day) ? day : null
}

function isWeekday(word: string, isAlone: boolean): boolean {
  return weekdayByName.has(word) && (word.length >= LEAST_CHARS || (isAlone && SHORT.has(word)))
}

const NEVER =
  /^(?:not available|unavailable|not free|busy|no disponible|pas disponible|indisponible|nicht verfugbar|indisponivel|nao disponivel|never|class|off)$/

/** Puts the weekday before its hours: `Lunes 9-12`. Empty if the cell says that there are none. */
export function hoursOfWeekday(day: string, cell: string): string {
  const folded = foldedWords(cell)
  if (NEVER.test(folded)) return ''
  const answer = readYesOrNo(cell)
  if (isRead(answer)) return answer.value ? day : ''
  const [first = ''] = folded.split(' ')
  return weekdayByName.has(first) && first.length >= 3 ? cell : `${day} ${cell}`
}
