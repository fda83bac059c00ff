import { normalizeText } from '../../../shared/normalize-text.ts'

/** A text as people read it, in the forms that the checks of personal details use. */
export interface ReadableText {
  /** Without hidden characters, and with full-width characters normalized. */
  plain: string
  /** In lower case, with disguised signs such as `(at)` and ` dot ` restored. */
  undisguised: string
  /** Like `undisguised`, with SPOKEN_DOT for each dot that was written as a word. */
  withSpokenDots: string
}

/** Any character that does not occur in addresses. */
export const SPOKEN_DOT = '∙'

/** Invisible characters: zero width, direction, tags, fillers, variants. */
const HIDDEN = /\p{Default_Ignorable_Code_Point}/gu
/** Characters after which text is shown right to left, whatever its letters. */
const REVERSES = /[\u202d\u202e]/
const WIDE_STOP = /[\u3002\u2024]/g
const BRACKET = /[([{<]/
const AT_IN_BRACKETS = /\s{0,3}[([{<]\s{0,3}(?:at|@)\s{0,3}[)\]}>]\s{0,3}/g
const DOT_IN_BRACKETS = /\s{0,3}[([{<]\s{0,3}(?:dot|\.)\s{0,3}[)\]}>]\s{0,3}/g
const DOT_AS_WORD = /\s{1,3}dot\s{1,3}/g
const SLASH_AS_WORD = /\s{1,3}slash\s{1,3}/g

/** Longer texts are refused anyway, but only after this check. */
const MAX_TEXT_CHARS = 10_000
/** One character may expand to eighteen. */
const MAX_NORMALIZED_CHARS = 4 * MAX_TEXT_CHARS

/** Returns the text as people read it, and also reversed if it contains characters that reverse it. */
export function readText(given: string): ReadableText[] {
  const text = given.slice(0, MAX_TEXT_CHARS)
  const plain = normalizeText(text.replace(HIDDEN, ''), 'NFKC').slice(0, MAX_NORMALIZED_CHARS)
  const texts = REVERSES.test(text) ? [plain, Array.from(plain).toReversed().join('')] : [plain]
  return texts.map(withoutDisguise)
}

function withoutDisguise(plain: string): ReadableText {
  const small = plain.toLowerCase().replaceAll(SPOKEN_DOT, ' ').replace(WIDE_STOP, '.')
  const bare = BRACKET.test(small)
    ? small.replace(AT_IN_BRACKETS, '@').replace(DOT_IN_BRACKETS, SPOKEN_DOT)
    : small
  const withSpokenDots = bare.includes('dot') ? bare.replace(DOT_AS_WORD, SPOKEN_DOT) : bare
  const undisguised = withSpokenDots.replaceAll(SPOKEN_DOT, '.').replace(SLASH_AS_WORD, '/')
  return { plain, undisguised, withSpokenDots }
}
