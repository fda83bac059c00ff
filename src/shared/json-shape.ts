import { DomainError } from './errors.ts'
import { message } from './messages/index.ts'

/** Maximum nesting of arrays and objects in JSON. */
export const MAX_JSON_DEPTH = 20
/** Maximum number of keys of an object in JSON. Larger objects are slow to build and to check. */
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
 * Returns the refusal for JSON that is nested too deeply or has an object with too many keys; null if it has
 * neither. Reads the text once and stops at the first excess, so call it before parsing. The result for text
 * that is not JSON is undefined.
 */
export function refusalOfJson(
  json: string,
  limits: Limits = { depth: MAX_JSON_DEPTH, keys: MAX_JSON_KEYS },
): DomainError | null {
  /** Number of keys so far, by level of the open array or object. */
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
  return new DomainError('json_too_deep', message('fault_json_deep', { most: limit }))
}

function tooManyKeys(limit: number): DomainError {
  return new DomainError('json_too_many_keys', message('fault_json_keys', { most: limit }))
}

/** Returns the position of the quote that ends the string beginning at `start`, or the end of the text. */
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
