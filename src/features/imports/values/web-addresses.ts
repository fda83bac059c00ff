import { trimUnseen } from './cell-text.ts'
import { type Reading, read, unreadableAs } from './reading.ts'

const SCHEME = /^[a-z][a-z0-9+.-]*:/i
const HOST = /^[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)*\.\p{L}{2,24}$/u

/** Reads a web address. Adds https:// to one without a scheme, such as www.example.org. */
export function readWebAddress(cell: string): Reading<string> {
  const text = trimUnseen(cell)
  const isBare = !SCHEME.test(text) || HOST.test(text.split(/[:/?#]/)[0] ?? '')
  const address = isBare ? `https://${text.startsWith('//') ? text.slice(2) : text}` : text
  const url = URL.canParse(address) && !/\s/.test(address) ? new URL(address) : null
  const isPage =
    url !== null && /^https?:$/.test(url.protocol) && url.hostname.includes('.') && url.username === ''
  if (!isPage || text.length > 2000) return unreadableAs('web_address', text)
  return read(address)
}
