import { ASKING, SAYING } from './header-fillers.ts'
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

/** The column of a question that names its answers: `Remote, hybrid or in person?`, `Are you at least 18 years old?`. */
export function columnAsked(header: string): string | null {
  const words = fullWordsOf(header).split(' ')
  if (words.includes('18') && words.every((word) => word === '18' || AGE.has(word) || isFiller(word)))
    return 'age_over_18'
  const places = words.filter((word) => WHERE_WORK_IS.has(word))
  const others = words.filter((word) => !WHERE_WORK_IS.has(word) && !isFiller(word))
  return places.length > 1 && others.length === 0 ? 'modality' : null
}

function isFiller(word: string): boolean {
  return ASKING.has(word) || SAYING.has(word)
}
