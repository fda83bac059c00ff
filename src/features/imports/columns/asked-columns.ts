import { QUESTION_VERBS, QUESTION_WORDS } from './header-fillers.ts'
import { fullWordsOf } from './header-forms.ts'

const WHERE_WORK_IS = new Set(
  [
    'remote remotely onsite site person hybrid virtual virtually online office campus',
    'presencial remoto remota distancia hibrido hibrida teletrabajo',
    'presentiel distanciel distance teletravail hybride site',
    'ort prasenz homeoffice remote hybrid buro vor',
  ].flatMap((words) => words.split(' ')),
)
const AGE = new Set(
  'years year old older over least age or plus more above ans anos mas jahre jahren alt alter uber mindestens edad mayor cumplidos moins'.split(
    ' ',
  ),
)

/** Places of work named by several words -> the single word. */
const ONE_PLACE: readonly (readonly [string, string])[] = [
  ...['on site', 'in person', 'in office', 'in the office', 'on campus', 'face to face'].map(
    (words) => [words, 'onsite'] as const,
  ),
  ...[
    'vor ort',
    'im buro',
    'sur place',
    'sur site',
    'en persona',
    'en sitio',
    'en la oficina',
    'en oficina',
  ].map((words) => [words, 'onsite'] as const),
  ...['em pessoa', 'no local', 'en presentiel', 'en personne'].map((words) => [words, 'onsite'] as const),
  ...[
    'home office',
    'from home',
    'work from home',
    'tele travail',
    'tele work',
    'a distance',
    'a distancia',
  ].map((words) => [words, 'remote'] as const),
  ...['desde casa', 'von zu hause', 'de casa', 'en remoto', 'smart working'].map(
    (words) => [words, 'remote'] as const,
  ),
]
const COLUMN_OF_PLACE: ReadonlyMap<string, string> = new Map([
  ...'remote remotely virtual virtually online wfh telework teleworking telecommute telecommuting homeoffice teletravail teletrabajo remoto remota distanciel teletrabalho fernarbeit mobil mobiles'
    .split(' ')
    .map((word) => [word, 'works_remotely'] as const),
  ...'onsite inperson presencial presentiel prasenz presencialmente'
    .split(' ')
    .map((word) => [word, 'works_on_site'] as const),
  ...'hybrid hybride hibrido hibrida'.split(' ').map((word) => [word, 'works_hybrid'] as const),
])
/** Words that only ask whether something is possible. */
const WHETHER = new Set(
  'ok okay possible possibly allowed option optional eligible friendly available interested open both either where only preferred wants want moglich gewunscht erwunscht erlaubt arbeiten posible permitido interesado souhaite autorise possivel interesse'.split(
    ' ',
  ),
)

/**
 * Returns the column of a question that names its answers: `Remote, hybrid or in person?`, `Are you at least 18 years old?`.
 */
export function columnAsked(header: string): string | null {
  const words = fullWordsOf(header).split(' ')
  if (words.includes('18') && words.every((word) => word === '18' || AGE.has(word) || isFiller(word)))
    return 'age_over_18'
  const places = words.filter((word) => WHERE_WORK_IS.has(word))
  const others = words.filter((word) => !WHERE_WORK_IS.has(word) && !isFiller(word) && !WHETHER.has(word))
  return onePlace(words.join(' ')) ?? (places.length > 1 && others.length === 0 ? 'modality' : null)
}

/** Returns the column of a question about one place of work: `Willing to work on site?`, `Homeoffice möglich`. */
function onePlace(words: string): string | null {
  const said = ONE_PLACE.reduce(
    (text, [phrase, word]) => text.replace(` ${phrase} `, ` ${word} `),
    ` ${words} `,
  )
    .trim()
    .split(' ')
  const places = new Set(said.flatMap((word) => COLUMN_OF_PLACE.get(word) ?? []))
  const [place, ...others] = places
  const isPlain = said.every((word) => COLUMN_OF_PLACE.has(word) || isFiller(word) || WHETHER.has(word))
  return place !== undefined && others.length === 0 && isPlain ? place : null
}

function isFiller(word: string): boolean {
  return QUESTION_WORDS.has(word) || QUESTION_VERBS.has(word)
}
