import { DomainError } from './errors.ts'

/** Levels of arrays and objects in JSON that the service reads. */
export const MAX_JSON_DEPTH = 20

const QUOTE = '"'.charCodeAt(0)
const BACKSLASH = '\\'.charCodeAt(0)
const OPENING = new Set(['[', '{'].map(charCodeOf))
const CLOSING = new Set([']', '}'].map(charCodeOf))

/**
 * Tells whether JSON nests more than `maxDepth` arrays and objects. Reads the text once and stops at the first level too
 * many, so call it before parsing. Text that is not JSON may get either answer.
 */
export function isTooDeep(json: string, maxDepth = MAX_JSON_DEPTH): boolean {
  let depth = 0
  for (let at = 0; at < json.length; at++) {
    const char = json.charCodeAt(at)
    if (char === QUOTE) at = endOfString(json, at)
    else if (OPENING.has(char) && ++depth > maxDepth) return true
    else if (CLOSING.has(char)) depth--
  }
  return false
}

/** The refusal of JSON for which `isTooDeep` holds. */
export function tooDeep(): DomainError {
  return new DomainError(
    'json_too_deep',
    `Arrays and objects may be nested at most ${MAX_JSON_DEPTH} levels deep. Flatten deeper data or send it as text.`,
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
