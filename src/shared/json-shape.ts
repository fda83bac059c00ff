import { DomainError } from './errors.ts'

/** Levels of arrays and objects in JSON that the service reads. */
export const MAX_JSON_DEPTH = 20
/** Keys of one object in JSON that the service reads. More make an object slow to build and to check. */
export const MAX_JSON_KEYS = 1000

const QUOTE = '"'.charCodeAt(0)
const COLON = ':'.charCodeAt(0)
const OPENING = new Set(['[', '{'].map(charCodeOf))
const CLOSING = new Set([']', '}'].map(charCodeOf))
const BACKSLASH = '\\'.charCodeAt(0)

interface Limits {
  depth: number
  keys: number
}

/**
 * Returns the refusal of JSON that nests too many levels or has an object of too many keys; null if it has neither. Reads
 * the text once and stops at the first excess, so call it before parsing. Text that is not JSON may get any answer.
 */
export function refusalOfJson(
  json: string,
  limits: Limits = { depth: MAX_JSON_DEPTH, keys: MAX_JSON_KEYS },
): DomainError | null {
  /** Keys so far of the open array or object of each level. */
  const keys = new Uint32Array(limits.depth + 1)
  let depth = 0
  for (let at = 0; at < json.length; at++) {
    const char = json.charCodeAt(at)
    if (char === QUOTE) at = endOfString(json, at)
    else if (OPENING.has(char)) {
      if (++depth > limits.depth) return tooDeep(limits.depth)
      keys[depth] = 0
    } else if (CLOSING.has(char)) depth--
    else if (char === COLON) {
      const count = (keys[depth] ?? 0) + 1
      if (count > limits.keys) return tooManyKeys(limits.keys)
      keys[depth] = count
    }
  }
  return null
}

function tooDeep(limit: number): DomainError {
  return new DomainError(
    'json_too_deep',
    `Arrays and objects may be nested at most ${limit} levels deep. Flatten deeper data or send it as text.`,
  )
}

function tooManyKeys(limit: number): DomainError {
  return new DomainError(
    'json_too_many_keys',
    `An object may have at most ${limit} keys. Send only the fields that the reference names.`,
  )
}

/** Position of the quote that ends the string beginning at `start`; the end of the text if none does. */
function endOfString(json: string, start: number): number {
  for (let at = start + 1; at < json.length; at++) {
    const char = json.charCodeAt(at)
    if (char === QUOTE) return at
    if (char === BACKSLASH) at++
  }
  return json.length
}

function charCodeOf(char: string): number {
  return char.charCodeAt(0)
}
