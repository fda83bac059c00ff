import { domainToASCII, domainToUnicode } from 'node:url'

const MAX_CHARS = 254
/** Parts of dots and the signs of RFC 5322, and beyond ASCII the letters, marks and digits of all languages (RFC 6531). */
const LOCAL_PART = /^[\p{L}\p{M}\p{N}!#$%&'*+/=?^_`{|}~.-]+$/u
/** Ideographic full stops part names of domains too. */
const DOMAIN = /^[\p{L}\p{M}\p{N}.。-]+$/u
const LABEL = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/
/** The last label of a domain is no number: that would be the address of a machine. */
const LAST_LABEL = /^[a-z][a-z0-9-]*[a-z0-9]$/
const ASCII = /^[\0-\x7f]*$/

/**
 * The one form in which an e-mail address is kept, or null if the text is none. An address in ASCII keeps its local part and has
 * its domain in small ASCII letters, which every mail program can deliver. An address with other letters is kept in small letters of
 * Unicode (NFC), as people write it: programs that deliver it know both forms of a domain.
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

/** The form in which two addresses of one mailbox are equal: people write either case. */
export function foldEmail(email: string): string {
  return email.normalize('NFC').toLowerCase()
}

/** The same of what a person wrote, which may hold its domain in letters and spaces at its ends. */
export function keyOfEmail(text: string): string {
  return foldEmail(emailAddressOf(text.trim()) ?? text.trim())
}

/** The ways in which texts may hold an address, folded: its domain in ASCII or in letters. */
export function spellingsOfEmail(email: string): string[] {
  const folded = foldEmail(email)
  const at = folded.lastIndexOf('@') + 1
  const [local, domain] = [folded.slice(0, at), folded.slice(at)]
  const others = [domainToASCII(domain), domainToUnicode(domain)].filter((form) => form !== '')
  return [...new Set([folded, ...others.map((form) => local + form)])]
}
