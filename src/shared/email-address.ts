import { domainToASCII, domainToUnicode } from 'node:url'

const MAX_CHARS = 254
/**
 * Dots and the characters of RFC 5322, and beyond ASCII the letters, marks and digits of all languages (RFC
 * 6531).
 */
const LOCAL_PART = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~.-]+$/u
/** Ideographic full stops also separate labels of domains. */
const DOMAIN = /^[\p{L}\p{M}\p{N}.。-]+$/u
const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/
/** The last label of a domain must not be a number: that would be an IP address. */
const LAST_LABEL = /^[a-z][a-z0-9-]*[a-z0-9]$/
const ASCII = /^[\0-\x7f]*$/

/**
 * Normalizes an e-mail address, or returns null if the text is none. An ASCII address keeps its local part
 * and gets its domain in lower-case ASCII, which every mail program can deliver. An address with other
 * letters is kept in lower case (NFC), as people write it: programs that deliver it know both forms of a
 * domain.
 */
export function emailAddressOf(text: string): string | null {
  const at = text.lastIndexOf('@')
  const local = text.slice(0, Math.max(at, 0)).normalize('NFC')
  const domain = text.slice(at + 1)
  if (text.length > MAX_CHARS || !isLocalPart(local) || !DOMAIN.test(domain)) return null
  const host = domainToASCII(domain)
  const address = ASCII.test(local) ? `${local}@${host}` : foldEmail(`${local}@${domainToUnicode(host)}`)
  return isHost(host) && address.length <= MAX_CHARS ? address : null
}

function isLocalPart(local: string): boolean {
  return LOCAL_PART.test(local) && !local.startsWith('.') && !local.endsWith('.') && !local.includes('..')
}

function isHost(host: string): boolean {
  const labels = host.split('.')
  return (
    labels.length > 1 &&
    labels.every((label) => label.length <= 63 && LABEL.test(label)) &&
    LAST_LABEL.test(labels.at(-1) ?? '')
  )
}

/** Returns the form in which two addresses of one mailbox are equal: people write either case. */
export function foldEmail(email: string): string {
  return email.normalize('NFC').toLowerCase()
}

/** The same for text that a person wrote, which may have its domain in Unicode and surrounding spaces. */
export function keyOfEmail(text: string): string {
  return foldEmail(emailAddressOf(text.trim()) ?? text.trim())
}

/** Returns the folded spellings of an address in texts: with its domain in ASCII or in Unicode. */
export function spellingsOfEmail(email: string): string[] {
  const folded = foldEmail(email)
  const at = folded.lastIndexOf('@') + 1
  const [local, domain] = [folded.slice(0, at), folded.slice(at)]
  const others = [domainToASCII(domain), domainToUnicode(domain)].filter((form) => form !== '')
  return [...new Set([folded, ...others.map((form) => local + form)])]
}
