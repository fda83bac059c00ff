import { labelKey, wordsOf } from '../label-key.ts'

const MAX_WORD_CHARS = 64
const TOKEN = /(?<word>[\p{L}\p{N}][\p{L}\p{M}\p{N}'’]*[+#]*)|(?<stop>[.!?;:,\n•])/gu
/** Most words equal their normalized form. */
const PLAIN = /^[a-z0-9]+$/
const CAPITAL = /^\p{Lu}/u
const SMALL = /\p{Ll}/u
/** `Excel, Word and Teams`: in a list of capitals the first word is a name too. */
const NAME_FOLLOWS = /^ ?(?:[,/&+]|and |und |y |et |e ) ?\p{Lu}/u
const MAX_LIST_CHARS = 8
const SENTENCE_END = /[.?!:•\n]$/

/** A word of a text, or the end of a clause. */
export interface Token {
  /** Normalized by `labelKey`; empty for the end of a clause. */
  text: string
  isCapital: boolean
  start: number
  end: number
}

/** Returns the words of a text and the ends of its clauses, in order. */
export function tokensOf(text: string): Token[] {
  const hasCase = SMALL.test(text)
  const tokens: Token[] = []
  for (const { 0: token, index, groups } of text.matchAll(TOKEN)) {
    const end = index + token.length
    if (groups?.stop !== undefined) {
      // The points in `node.js` and `10:30` end no clause.
      if (!/\S/.test(text.charAt(end))) tokens.push({ text: '', isCapital: false, start: index, end })
      continue
    }
    if (PLAIN.test(token) && end - index <= MAX_WORD_CHARS) {
      tokens.push({ text: token, isCapital: false, start: index, end })
      continue
    }
    const isCapital = hasCase && CAPITAL.test(token) && (isListed(text, end) || !startsSentence(text, index))
    for (const word of wordsOf(labelKey(token.slice(0, MAX_WORD_CHARS))))
      tokens.push({ text: word, isCapital, start: index, end })
  }
  return tokens
}

function isListed(text: string, end: number): boolean {
  return NAME_FOLLOWS.test(text.slice(end, end + MAX_LIST_CHARS))
}

function startsSentence(text: string, index: number): boolean {
  const before = text.slice(Math.max(0, index - 3), index).trimEnd()
  return before === '' || SENTENCE_END.test(before)
}
