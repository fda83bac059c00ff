import { message } from '../../../shared/messages/index.ts'
import { foldedWords, trimUnseen } from './cell-text.ts'
import { ANY_DATA, CONSENT, CONTACT, PROFILE, SHARING, SHOWN_TO, SOMETHING_ELSE } from './consent-words.ts'
import { isRead, type Reading, read, shortened } from './reading.ts'
import { readYesOrNo } from './yes-or-no.ts'

/** What may be shared of a person, if an answer says so in words. */
export interface Shares {
  share_profile: boolean
  share_contact: boolean
}

/** Reads yes or no, or an answer that names what may be shared: `Share profile, share contact`. */
export function readConsent(cell: string): Reading<boolean | Shares> {
  const answer = readYesOrNo(cell)
  if (isRead(answer)) return answer
  const named = sharesNamed(cell)
  if (named) return read(named)
  return beginsWithNo(cell)
    ? read(false, message('import_read_as_no', { cell: shortened(trimUnseen(cell)) }))
    : answer
}

/** Tells whether an answer begins with no: `No, contact me through the office`. Then nothing is shared, whatever follows. */
function beginsWithNo(text: string): boolean {
  const [, first = ''] = FIRST_WORD.exec(trimUnseen(text)) ?? []
  const answer = first === '' ? null : readYesOrNo(first)
  return answer !== null && isRead(answer) && !answer.value
}

const FIRST_WORD = /^(\p{L}{2,6})\s?[,.;:!–—]/u

const NEUTRAL_WORDS = new Set('i my and to with the of both only yes'.split(' '))
const IN_ANSWERS = [CONSENT, SHARING, PROFILE, CONTACT, ANY_DATA, SHOWN_TO, NEUTRAL_WORDS]

/** Returns what a text says may be shared. Null if it says anything else, such as a condition. */
function sharesNamed(text: string): Shares | null {
  const words = wordsOfConsent(text)
  const has = (known: ReadonlySet<string>) => words.some((word) => known.has(word))
  const isPlain = words.every((word) => IN_ANSWERS.some((known) => known.has(word)))
  if (!isPlain || has(SOMETHING_ELSE) || !(has(PROFILE) || has(CONTACT))) return null
  return { share_profile: has(PROFILE), share_contact: has(CONTACT) }
}

const MAX_CHARS = 400
/** German compounds: `Profilweitergabe`, `Kontaktdatenfreigabe`. */
const COMPOUND = /^(profil|kontakt(?:daten)?|daten)(weitergabe|freigabe|ubermittlung)$/
/** Answers that follow a question: `(Yes/No)`, `[Oui / Non]`. */
const ANSWERS = /[([]\s{0,3}\p{L}{1,4}\s{0,3}[/|,]\s{0,3}\p{L}{1,4}\s{0,3}[)\]]/gu
const CAMEL = /([a-z])([A-Z])/g

/** Returns the words of a header or an answer about consent. Empty if the text is too long for one. */
export function wordsOfConsent(text: string): string[] {
  if (text.length > MAX_CHARS) return []
  return foldedWords(text.replace(ANSWERS, ' ').replace(CAMEL, '$1 $2'))
    .split(' ')
    .flatMap((word) => COMPOUND.exec(word)?.slice(1) ?? word)
}
