import { wordsOfConsent } from '../values/consent.ts'
import {
  ANY_DATA,
  CONSENT,
  CONTACT,
  DAY,
  FORM,
  PROFILE,
  SHARING,
  SHOWN_TO,
  SOMETHING_ELSE,
} from '../values/consent-words.ts'

export type ConsentColumn =
  | 'share_profile'
  | 'share_contact'
  | 'share_all'
  | 'consent_recorded_at'
  | 'consent_source'

/**
 * Returns the column of a header about consent: `Do you give us permission to share your profile with host organizations?`,
 * `Contact Release`, `Date signed`. A header that asks for both consents is `share_all`. Null if it asks for consent to
 * something else, or is negated.
 */
export function consentColumn(header: string): ConsentColumn | null {
  const words = wordsOfConsent(header)
  const has = (known: ReadonlySet<string>) => words.some((word) => known.has(word))
  const [agrees, shares] = [has(CONSENT), has(SHARING)]
  if (!(agrees || shares) || has(SOMETHING_ELSE)) return null
  if (agrees && isAboutDay(words)) return 'consent_recorded_at'
  if (agrees && isAboutForm(words)) return 'consent_source'
  const [profile, contact] = [has(PROFILE), has(CONTACT)]
  if (profile && contact) return 'share_all'
  if (contact) return shares || isShort(words) ? 'share_contact' : null
  const isGiven = shares && has(SHOWN_TO) && (agrees || has(ANY_DATA))
  return profile || isGiven ? 'share_profile' : null
}

const MOST_WORDS_OF_DAY = 6

function isAboutDay(words: readonly string[]): boolean {
  return (
    words.length <= MOST_WORDS_OF_DAY &&
    words.some((word) => DAY.has(word) && word !== 'du') &&
    !isAsking(words)
  )
}

function isAboutForm(words: readonly string[]): boolean {
  return words.length <= MOST_WORDS_OF_DAY && words.some((word) => FORM.has(word))
}

/** Tells whether a header asks something. A question beginning with `I agree` or `do you` is not answered by a date. */
function isAsking(words: readonly string[]): boolean {
  return words.some((word) => ASKS.has(word)) || words.some((word) => PROFILE.has(word) && words.length > 4)
}

const ASKS = new Set('i do you we may can ich darf durfen je j vous yo usted ik'.split(' '))

/** Tells whether a header is the name of a column, not a question: `Contact Release`. */
function isShort(words: readonly string[]): boolean {
  return words.length <= 5 && !isAsking(words)
}
