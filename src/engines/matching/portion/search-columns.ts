import { FLAGS } from '../rows/flags.ts'
import { HINT, INFERRED } from '../rows/importances.ts'
import { NO_END, NO_START } from '../rows/layout.ts'
import { posteriorResponsiveness, posteriorTrust, readTrackKey } from '../track.ts'
import { gradedSkill, maskOf, numberOf, signatureOf } from './signature.ts'
import type { StoredPosting } from './stored-posting.ts'

/** Bits of `says`. */
export const SAYS = { meaning: 1, week: 2, knowsAnybody: 4, wantedShift: 3 } as const
/** What is known of the skills of a need, as numbers (see `WantedSkills`). */
const [POSTED, ONLY_INFERRED, NONE] = [0, 1, 2]
/** All bits: matches any mask. */
const ANY = -1

/**
 * The columns by which a database statement finds a posting and bounds its score (see `Question`). Null means unknown.
 */
export interface SearchColumns {
  flags: number
  says: number
  startsDay: number
  endsDay: number
  postedDay: number
  /** Numbers of its skills, and of the stems by which it can be found (see the gate `nothing_in_common`). */
  skills: number[]
  foundBy: number[]
  skillBits: string
  wordBits: string
  languages: number
  causes: number
  returns: number
  returnCount: number
  timeZone: string
  /** The point that other partners' queries use. */
  x: number | null
  y: number | null
  z: number | null
  /** Its own point. */
  ownX: number | null
  ownY: number | null
  ownZ: number | null
  maxKm: number | null
  hours: number | null
  amount: number | null
  currency: string
  trust: number
  responsiveness: number
}

export function searchColumnsOf(side: 'need' | 'offer', posting: StoredPosting): SearchColumns {
  const { skills, words, sharedPoint, point, languages, causes, returns } = posting
  const track = readTrackKey(posting.track)
  const opening = side === 'need' ? words : words.filter(({ opens }) => opens)
  return {
    flags: posting.flags,
    says: saysOf(side, posting),
    startsDay: posting.startDay ?? NO_START,
    endsDay: posting.endDay ?? NO_END,
    postedDay: posting.postedDay,
    skills: skills.map(({ skill }) => numberOf(skill)),
    foundBy: opening.map(({ stem }) => numberOf(stem)),
    skillBits: signatureOf(
      'skills',
      skills.flatMap((one) => [one.skill, gradedSkill(one)]),
    ),
    wordBits: signatureOf(
      'words',
      words.map(({ stem }) => stem),
    ),
    languages: languages === '' ? ANY : maskOf(languages.split(' ')),
    causes: maskOf(causes),
    returns: maskOf(returns.map(({ skill }) => skill)),
    returnCount: returns.length,
    timeZone: posting.timeZone,
    x: sharedPoint?.x ?? null,
    y: sharedPoint?.y ?? null,
    z: sharedPoint?.z ?? null,
    ownX: point?.x ?? null,
    ownY: point?.y ?? null,
    ownZ: point?.z ?? null,
    maxKm: posting.maxDistanceKm,
    hours: posting.hoursPerWeek,
    amount: posting.amountMinor,
    currency: posting.currency,
    trust: posteriorTrust(track),
    responsiveness: posteriorResponsiveness(track),
  }
}

function saysOf(side: 'need' | 'offer', { flags, week, known, skills }: StoredPosting): number {
  const isTimed = side === 'need' && (flags & FLAGS.timed) !== 0
  const isPosted = skills.some(({ importance }) => importance !== INFERRED && importance !== HINT)
  const wanted = skills.length === 0 ? NONE : isPosted ? POSTED : ONLY_INFERRED
  return (
    ((flags & FLAGS.meaning) !== 0 ? SAYS.meaning : 0) |
    (week || isTimed ? SAYS.week : 0) |
    (known.length > 0 ? SAYS.knowsAnybody : 0) |
    ((wanted ?? 0) << SAYS.wantedShift)
  )
}
