import { foldedWords, trimUnseen } from './cell-text.ts'
import { quoted, type Reading, read, unreadable } from './reading.ts'

const YES =
  'yes y true t 1 x on checked ticked selected wahr ja j vrai oui verdadero si s verdadeiro sim yep yeah'.split(
    ' ',
  )
const NO = 'no n false f 0 off unchecked unticked falsch nein faux non falso nao nope'.split(' ')
const YES_SIGNS = new Set(['✓', '✔', '✔️', '☑', '☑️', '✅', '🗹'])
const NO_SIGNS = new Set(['✗', '✘', '❌', '☐', '❎', '🗴'])

/** What people add to a plain yes. Anything else, such as a condition, makes the answer unclear. */
const AGREEMENTS = [
  ...[
    'i agree',
    'i consent',
    'i accept',
    'i do',
    'i am',
    'i give consent',
    'i give my consent',
    'agreed',
    'agree',
    'accepted',
  ],
  ...[
    'accept',
    'consent',
    'consented',
    'consent given',
    'granted',
    'confirmed',
    'i confirm',
    'of course',
    'please',
    'opt in',
  ],
  ...['opted in', 'i have read and agree', 'i understand and agree', 'thanks', 'thank you'],
  ...[
    'acepto',
    'de acuerdo',
    'estoy de acuerdo',
    'doy mi consentimiento',
    'autorizo',
    'si acepto',
    'consiento',
    'por supuesto',
  ],
  ...['jaccepte', 'je suis daccord', 'daccord', 'je consens', 'jautorise', 'accepte', 'jy consens'],
  ...[
    'ich stimme zu',
    'stimme zu',
    'zugestimmt',
    'einverstanden',
    'ich bin einverstanden',
    'ich willige ein',
    'gern',
  ],
  ...[
    'aceito',
    'concordo',
    'eu aceito',
    'eu concordo',
    'autorizado',
    'de acordo',
    'estou de acordo',
    'eu autorizo',
  ],
]
const REFUSALS = [
  ...[
    'i do not agree',
    'i dont agree',
    'i do not consent',
    'i dont consent',
    'i do not accept',
    'i dont accept',
    'i disagree',
  ],
  ...[
    'disagree',
    'i decline',
    'decline',
    'declined',
    'refused',
    'i refuse',
    'denied',
    'not agreed',
    'i do not',
    'i dont',
  ],
  ...[
    'i am not',
    'im not',
    'opt out',
    'opted out',
    'no consent',
    'not granted',
    'thanks',
    'thank you',
    'withdrawn',
  ],
  ...[
    'no acepto',
    'no estoy de acuerdo',
    'no autorizo',
    'no consiento',
    'rechazo',
    'no doy mi consentimiento',
    'gracias',
  ],
  ...[
    'je naccepte pas',
    'je ne suis pas daccord',
    'je refuse',
    'pas daccord',
    'je ne consens pas',
    'refuse',
    'merci',
  ],
  ...[
    'ich stimme nicht zu',
    'stimme nicht zu',
    'nicht einverstanden',
    'ich bin nicht einverstanden',
    'ich lehne ab',
    'abgelehnt',
  ],
  ...[
    'nao aceito',
    'nao concordo',
    'eu nao aceito',
    'eu nao concordo',
    'nao autorizo',
    'nao estou de acordo',
    'recuso',
  ],
]
/** Thanks alone are no answer. */
const NO_ANSWER_ALONE = new Set([
  'thanks',
  'thank you',
  'gracias',
  'merci',
  'please',
  'i do',
  'i am',
  'gern',
  'i dont',
  'i do not',
])

/** A sign such as ? or < would change what the word beside it says. */
const OTHER_SIGN = /[^\p{L}\p{M}\p{N}\s.,!;:'’()\-–—]/u

const answers = new Map<string, boolean>([
  ...phrases(YES, AGREEMENTS).map((phrase) => [phrase, true] as const),
  ...phrases(NO, REFUSALS).map((phrase) => [phrase, false] as const),
])

function phrases(answer: readonly string[], additions: readonly string[]): string[] {
  const alone = additions.filter((addition) => !NO_ANSWER_ALONE.has(addition))
  return [
    ...answer,
    ...alone,
    ...answer.flatMap((word) => additions.map((addition) => `${word} ${addition}`)),
  ]
}

/** Reads an answer in five languages. A text that is not plainly a yes or a no is unreadable, never a yes. */
export function readYesOrNo(cell: string): Reading<boolean> {
  const plain = trimUnseen(cell)
  if (YES_SIGNS.has(plain)) return read(true)
  if (NO_SIGNS.has(plain)) return read(false)
  const isUnclear = plain.length > 100 || OTHER_SIGN.test(plain)
  const answer = isUnclear ? undefined : answers.get(foldedWords(plain))
  return answer === undefined
    ? unreadable(`${quoted(plain)} is not plainly yes or no. Write yes or no.`)
    : read(answer)
}
