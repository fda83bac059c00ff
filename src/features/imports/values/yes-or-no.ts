import { foldedWords, trimUnseen } from './cell-text.ts'
import { type Reading, read, unreadableAs } from './reading.ts'

const YES =
  'yes y true t 1 x on checked ticked selected wahr ja j vrai oui verdadero si s verdadeiro sim yep yeah vero waar tak evet ok okay approved released shared'.split(
    ' ',
  )
const NO =
  'no n false f 0 off unchecked unticked falsch nein faux non falso nao nope nee nej nie hayir onwaar'.split(
    ' ',
  )
const YES_SIGNS = new Set(['✓', '✔', '✔️', '☑', '☑️', '✅', '🗹'])
const NO_SIGNS = new Set(['✗', '✘', '❌', '☐', '❎', '🗴'])

/** Phrases that may follow a plain yes. Anything else, such as a condition, makes the answer unclear. */
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
    'not approved',
    'not released',
    'withheld',
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
/** Phrases that are not an answer without a yes or no. */
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

/** A sign such as ? or < would change the meaning of the word next to it. */
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

const AGREES = new Set(
  `consent agree accept authorize authorise permission allow allowed approve approved granted release released okay ok fine
  autorizo acepto consiento permiso autorise autorisation accepte consens stimme einverstanden willige erlaube erlaubnis aceito
  concordo autorizo acconsento accetto autorizzo presto consenso akkoord toestemming samtycker wyrazam zgode`.split(
    /\s+/,
  ),
)
const DENIES = new Set(
  'not dont no nao ne pas nicht keine non geen niet inte nie decline declined refuse refuso weiger'.split(
    ' ',
  ),
)
/** Words next to an answer that don't change it. A condition has others: if, only, but, except. */
const NEUTRAL_WORDS = new Set(
  `i my me we you to the a that this is it be can may for with and of do give given hereby gladly please thanks thank
  share sharing shared profile contact details detail information info data email phone number host hosts organization
  organizations employers employer partners sites companies school college university
  mi mis el la los las de del con y que se doy compartir perfil datos contacto empresas organizaciones gracias
  je j le les mon ma mes vos des d et que soit soient donne partager partage partages partagees profil coordonnees merci
  ich meine mein meinen der die das zu zur weitergabe profil kontaktdaten daten gerne gern danke damit
  eu o os as meu minha meus dou compartilhar partilhar perfil dados contato contatos obrigado
  io il lo mio miei alla condivisione dei profilo contatti do grazie ik mijn het voor delen van profiel gegevens bedankt`.split(
    /\s+/,
  ),
)

/**
 * Reads an answer in words, such as `Yes, I give permission to share my profile`: a yes, or a verb that agrees, with words
 * that change nothing. Undefined if any other word occurs, or if the answer says both yes and no.
 */
function answerInWords(plain: string): boolean | undefined {
  const words = foldedWords(plain).split(' ')
  const isYes = YES_IN_WORDS.has(words[0] ?? '')
  const isNo = words.some((word, at) => DENIES.has(word) || (at === 0 && NO_IN_WORDS.has(word)))
  const agrees = words.some((word) => AGREES.has(word))
  const isKnown = words.every(
    (word, at) =>
      AGREES.has(word) ||
      DENIES.has(word) ||
      NEUTRAL_WORDS.has(word) ||
      (at === 0 && isYes) ||
      (at === 0 && isNo),
  )
  if (!isKnown || (isYes && isNo)) return undefined
  if (isNo) return agrees || NO_IN_WORDS.has(words[0] ?? '') ? false : undefined
  return isYes || agrees ? true : undefined
}

const YES_IN_WORDS = new Set('yes si oui ja sim yep yeah tak evet'.split(' '))
const NO_IN_WORDS = new Set('no nein non nao nope nee nej nie hayir'.split(' '))

const MAX_CHARS = 200

/** Reads an answer. `Yes / Oui` is one answer in two languages, but `Yes / No` is none. */
function answerIn(plain: string): boolean | undefined {
  const said = plain.split('/').map((part) => {
    const text = trimUnseen(part)
    return OTHER_SIGN.test(text) ? undefined : (answers.get(foldedWords(text)) ?? answerInWords(text))
  })
  return said.every((one) => one === said[0]) ? said[0] : undefined
}

/** Reads yes or no in the languages of the headers. A text that is not clearly one of them is unreadable, never yes. */
export function readYesOrNo(cell: string): Reading<boolean> {
  const plain = trimUnseen(cell)
  if (YES_SIGNS.has(plain)) return read(true)
  if (NO_SIGNS.has(plain)) return read(false)
  const answer = plain.length > MAX_CHARS ? undefined : answerIn(plain)
  return answer === undefined ? unreadableAs('yes_or_no', plain) : read(answer)
}
