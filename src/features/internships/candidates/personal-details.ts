/** Finds personal details in texts that other partners can read. */
export type PersonalDetail = 'email' | 'phone' | 'email_domain' | 'name'

/** One character before the @ proves as much as all of them, and many would take quadratic time. */
const EMAIL = /[^\s@<>()[\],;:]@[^\s@<>()[\],;:]+\.[^\s@<>()[\],;:]{2}/
/** Ten digits or more, or a + and eight: no year, sum or range of dates has as many. */
const PHONE = /\+\d(?:[\s().-]*\d){7,}|(?:^|[^\d.,])\(?\d(?:[\s().-]*\d){9,}/

/** Longer texts and names are refused anyway, but only after they were looked through. */
const MAX_TEXT_CHARS = 10_000
const MAX_NAME_CHARS = 200
const MAX_EMAIL_CHARS = 254

/**
 * Finds what plainly tells who a person is: e-mail addresses, phone numbers, the domain of the person's own e-mail
 * address, and the person's full name. It is no proof of anonymity.
 */
export function personalDetailsIn(given: string, person: { name: string; email: string }): PersonalDetail[] {
  const text = given.slice(0, MAX_TEXT_CHARS)
  const lower = text.toLowerCase()
  const [, domain = ''] = person.email.slice(0, MAX_EMAIL_CHARS).toLowerCase().split('@')
  const name = person.name.slice(0, MAX_NAME_CHARS).trim().toLowerCase().replace(/\s+/g, ' ')
  const hasEmail = EMAIL.test(text)
  return [
    ...(hasEmail ? (['email'] as const) : []),
    ...(PHONE.test(text) ? (['phone'] as const) : []),
    ...(!hasEmail && domain !== '' && holdsWord(lower, domain) ? (['email_domain'] as const) : []),
    ...(name !== '' && holdsWord(lower.replace(/\s+/g, ' '), name) ? (['name'] as const) : []),
  ]
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
