import { holdsOrdinaryName, isOrdinaryName } from './ordinary-names.ts'
import { withoutOtherNumbers } from './other-numbers.ts'
import { type ReadableText, SPOKEN_DOT } from './readable-text.ts'
import { type RecentText, readTextCached } from './recent-texts.ts'
import { holdsPersonName, holdsSchoolName } from './spelled-names.ts'

/** Kinds of personal details in texts that other partners can read. */
export type PersonalDetail = 'email' | 'phone' | 'email_domain' | 'name' | 'link'

/** One character before the @ proves as much as all of them, and more would take quadratic time. */
const EMAIL = /[^\s@<>()[\],;:]@[^\s@<>()[\],;:]+\.[^\s@<>()[\],;:]{2}/
const SPACED_EMAIL = /[\p{L}\p{N}]\s{0,3}@\s{0,3}[\p{L}\p{N}-]+\.(?:[\p{L}\p{N}-]+\.)*([\p{L}]{2,24})/gu
/** `zed at stud dot example`, with each dot as SPOKEN_DOT. */
const SPOKEN_EMAIL = /[\p{L}\p{N}][\s_*~|-]{1,3}at[\s_*~|-]{1,3}([\p{L}\p{N}∙-]+)/gu
/** `zed AT stud DOT example`, `zedATstudDOTexample`. */
const SHOUTED_EMAIL =
  /[a-z0-9][\s_*~|-]{0,3}AT[\s_*~|-]{0,3}([a-z0-9]+)[\s_*~|-]{0,3}DOT[\s_*~|-]{0,3}[a-z0-9]{2}/g
const PHONE_OF_COUNTRY = /\+\d(?:[\s().-]*\d){7,}/
const EIGHT_DIGITS = /(?:\d\D*){8}/
/** Ten or more digits: no year or sum has as many. */
const PHONE = /(?:^|[^\d.,])\(?\d(?:[\s().-]*\d){9,}/

const URL = /[a-z]:\/\/\S|(?:^|[^\p{L}\p{N}])www\d?\.[\p{L}\p{N}]/u
const ADDRESS_WITH_PATH = /([\p{L}\p{N}-]{1,24})\.([a-z]{2,24})\/[\p{L}\p{N}@_~-]{2}/gu
const OWN_PAGE =
  /[\p{L}\p{N}]\.(?:(?:github|gitlab)\.io|(?:netlify|vercel|web)\.app|(?:wordpress|blogspot|wixsite|substack|tumblr|medium|weebly|squarespace)\.com|carrd\.co|notion\.site|pages\.dev|bsky\.social)/u
const HANDLE =
  /(?:linkedin|instagram|insta|github|gitlab|telegram|whatsapp|twitter|tiktok|snapchat|facebook|discord|youtube|bluesky|mastodon)\s{0,3}[:=-]?\s{0,3}@[\p{L}\p{N}_]{2}/u
const HANDLE_ON =
  /@[\p{L}\p{N}_.-]{2,40}\s{1,3}(?:on|at|in)\s{1,3}(?:linkedin|instagram|insta|github|gitlab|telegram|whatsapp|twitter|tiktok|snapchat|facebook|discord|youtube|bluesky|mastodon)/u

/** Endings of addresses that are not ordinary words. */
const ENDINGS = new Set(
  `com org net edu gov info io dev co ai uk de fr es nl ch ca au nz ie se dk fi pl pt br mx jp cn kr ru eu ac xyz
  example`.split(/\s+/),
)
/** Endings that are certain only if a path follows. */
const ENDINGS_WITH_PATH = new Set([
  ...ENDINGS,
  ...'me us ly ee gg be in it at tv to page site link bio app'.split(' '),
])
/** Names of products that look like addresses. */
const PRODUCTS = new Set([
  'asp.net',
  'vb.net',
  'ado.net',
  'socket.io',
  'draw.io',
  'monday.com',
  'booking.com',
])
const ORDINARY_WORDS = new Set(
  'a an the this that these those each every one my your our his her its their any some all no'.split(' '),
)

const MAX_EMAIL_CHARS = 254

/** What is known about the person whose details are searched for. */
interface Person {
  name: string
  preferred_name?: string | undefined
  email: string
}

/**
 * Finds what clearly identifies a person: e-mail addresses, also disguised ones, phone numbers, the domain of the person's
 * own e-mail address, links and profiles, and the person's full name in any spacing. Finding nothing does not prove
 * anonymity.
 */
export function personalDetailsIn(given: string, person: Person): PersonalDetail[] {
  const found = new Set(readTextCached(given).flatMap((text) => detailsOf(text, person)))
  return DETAILS.filter((detail) => found.has(detail))
}

const DETAILS: readonly PersonalDetail[] = ['email', 'phone', 'email_domain', 'name', 'link']

/** Tells whether a text names the school, in any spacing. */
export function namesSchool(given: string, school: string): boolean {
  return readTextCached(given).some((text) => holdsSchoolName(text.plain, text.spelling(), school))
}

function detailsOf(text: RecentText, person: Person): PersonalDetail[] {
  const { email } = person
  const { plain, undisguised } = text
  const [, domain = ''] = email.slice(0, MAX_EMAIL_CHARS).toLowerCase().split('@')
  const hasEmail = EMAIL.test(undisguised) || hasDisguisedEmail(text, domain)
  return [
    ...(hasEmail ? (['email'] as const) : []),
    ...(hasPhone(plain) ? (['phone'] as const) : []),
    ...(!hasEmail && domain !== '' && holdsWord(undisguised, domain) ? (['email_domain'] as const) : []),
    ...(namesPerson(text, person) ? (['name'] as const) : []),
    ...(hasLink(undisguised) ? (['link'] as const) : []),
  ]
}

function hasPhone(text: string): boolean {
  if (!EIGHT_DIGITS.test(text)) return false
  return PHONE_OF_COUNTRY.test(text) || PHONE.test(withoutOtherNumbers(text))
}

function namesPerson(text: RecentText, { name, preferred_name: preferred }: Person): boolean {
  if (holdsName(text, name)) return true
  if (preferred === undefined) return false
  // A preferred name of one word is like a first name, which may be any word.
  return /\S\s+\S/.test(preferred) ? holdsName(text, preferred) : holdsOrdinaryName(text.plain, preferred)
}

/** Tells whether a text contains a name. A name like May, also a month, counts only if the text introduces the person. */
function holdsName(text: RecentText, name: string): boolean {
  return isOrdinaryName(name) ? holdsOrdinaryName(text.plain, name) : holdsPersonName(text.spelling(), name)
}

function hasDisguisedEmail({ plain, undisguised, withSpokenDots }: ReadableText, domain: string): boolean {
  const ownEnding = domain.split('.').at(-1) ?? ''
  const isEnding = (word = '') => ENDINGS.has(word) || word === ownEnding
  const isHost = (word = '') => !ORDINARY_WORDS.has(word)
  // The patterns are slow, so a character that they require is checked first.
  return (
    (undisguised.includes('@') &&
      undisguised.matchAll(SPACED_EMAIL).some(([, ending]) => isEnding(ending))) ||
    (withSpokenDots.includes(SPOKEN_DOT) &&
      withSpokenDots.matchAll(SPOKEN_EMAIL).some(([, address = '']) => {
        const parts = address.split(SPOKEN_DOT)
        return parts.length > 1 && isHost(parts[0]) && isEnding(parts.at(-1))
      })) ||
    (plain.includes('DOT') && plain.matchAll(SHOUTED_EMAIL).some(([, host]) => isHost(host)))
  )
}

function hasLink(text: string): boolean {
  return (
    URL.test(text) ||
    OWN_PAGE.test(text) ||
    (text.includes('@') && (HANDLE.test(text) || HANDLE_ON.test(text))) ||
    (text.includes('/') &&
      text
        .matchAll(ADDRESS_WITH_PATH)
        .some(
          ([, host, ending]) => ENDINGS_WITH_PATH.has(ending ?? '') && !PRODUCTS.has(`${host}.${ending}`),
        ))
  )
}

function holdsWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const isWhole = !isLetter(text[at - 1]) && !isLetter(text[at + word.length])
    if (isWhole) return true
  }
  return false
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}]/u.test(character)
}
