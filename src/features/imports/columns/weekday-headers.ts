import { weekdayByName } from '../values/calendar-words.ts'
import { foldedWords } from '../values/cell-text.ts'
import { isRead } from '../values/reading.ts'
import { readYesOrNo } from '../values/yes-or-no.ts'

/** Shorter ones are words of other meanings too: `die`, `son`, `sex`, `mar`. */
const LEAST_CHARS = 5
/** A header of a single word is plain enough in these short forms. */
const SHORT = new Set(
  'mon tue tues wed weds thu thur fri sat sun lun mie jue vie sab dom mer jeu ven sam dim seg ter qua qui sex'.split(
    ' ',
  ),
)
const SAID_BESIDE = new Set(
  `availability available hours times time schedule free when can you work on are your what
  disponibilidad disponible horario horas el los cuando puedes estas
  disponibilite disponibilites disponible horaires heures le quand etes vous
  verfugbarkeit verfugbar zeiten stunden am wann bist sind sie du
  disponibilidade disponivel horarios feira as na nas no nos a esta`.split(/\s+/),
)

/**
 * The weekday of a header that asks for the hours of one day: `Monday`, `Availability (Lunes)`, `Wann bist du verfügbar? [Montag]`. Null
 * if it says anything else.
 */
export function weekdayOfHeader(header: string): string | null {
  if (header.length > 120) return null
  const words = foldedWords(header).split(' ')
  const days = words.filter((word) => isWeekday(word, words.length === 1))
  const [day] = days
  const isPlain = words.every((word) => word === day || SAID_BESIDE.has(word))
  return day !== undefined && days.length === 1 && isPlain ? day : null
}

/** Whether a header is the short form of a weekday, which is a word of other meanings too. */
export function isShortWeekday(header: string): boolean {
  return SHORT.has(foldedWords(header))
}

/** The weekday of an answer: `Lunes`, `Mon`. */
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

/** The hours of one day with the day: `Lunes 9-12`. Empty if they say that there are none. */
export function hoursOfWeekday(day: string, cell: string): string {
  const folded = foldedWords(cell)
  if (NEVER.test(folded)) return ''
  const answer = readYesOrNo(cell)
  if (isRead(answer)) return answer.value ? day : ''
  const [first = ''] = folded.split(' ')
  return weekdayByName.has(first) && first.length >= 3 ? cell : `${day} ${cell}`
}
