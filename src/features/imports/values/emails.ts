import { emailAddressOf, keyOfEmail } from '../../../shared/email-address.ts'
import { message } from '../../../shared/messages/index.ts'
import { trimUnseen } from './cell-text.ts'
import { type Reading, read, shortened, unreadableAs } from './reading.ts'

const SEPARATORS = /[;,\s|<>()[\]"“”„«»]+/
/** An apostrophe may be part of an address, but not at both ends. */
const IN_APOSTROPHES = /^['‘’](.+)['‘’]$/

/**
 * Reads an e-mail address, also as `Dana <dana@example.org>` or `mailto:`. Uses the first of several, with a note that names
 * the others.
 */
export function readEmail(cell: string): Reading<string> {
  const text = trimUnseen(cell)
  if (text.length > 2000) return unreadableAs('email_too_long', text)
  const words = text.split(SEPARATORS).map((word) => trimUnseen(word).replace(IN_APOSTROPHES, '$1'))
  const addresses = [...new Set(words.map(withoutScheme).filter((word) => word.includes('@')))]
  const [given, ...others] = addresses
  if (given === undefined) return unreadableAs('email', text)
  const address = emailAddressOf(given)
  if (address === null) return unreadableAs('email', text)
  const left = words.filter((word) => word !== '' && !word.includes('@'))
  return read(
    address,
    others.length > 0 ? message('import_email_kept', { email: given, others, words: '' }) : null,
    left.length > 0
      ? message('import_email_kept', { email: given, others: [], words: shortened(left.join(' ')) })
      : null,
  )
}

function withoutScheme(word: string): string {
  const address = word.toLowerCase().startsWith('mailto:')
    ? (word.slice('mailto:'.length).split('?')[0] ?? '')
    : word
  return address.endsWith('.') ? address.slice(0, -1) : address
}

/** Returns the normalized form of the address in a cell. */
export function keyOfEmailCell(cell: string): string {
  return keyOfEmail(trimUnseen(cell))
}
