import { stemmer } from '@orama/stemmers/english'

/** Words that say nothing of the work. Short on purpose: rare words are told from common ones by their counts. */
const STOP_WORDS = new Set(
  `a about all also am an and any are as at be been but by can could do does for from get had has have he help
  helping her his how i if in into is it its just like me more most my need needed needs no not of on one or
  our out she should so some someone such than that the their them then there these they this to up us was we
  were what when where which while who will with would you your`.split(/\s+/),
)

/** Letters and digits of any script with their marks; a trailing `+` or `#` belongs to the word (C++, C#). */
const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*[+#]*/gu

/**
 * The words of a text as Snowball English stems, in reading order, stop words left out: case and accents
 * folded, apostrophes dropped. Repeats stay.
 */
export function stemsOf(text: string): string[] {
  const stems: string[] = []
  for (const [word] of fold(text).matchAll(WORD)) {
    if (!STOP_WORDS.has(word)) stems.push(stemOf(word))
  }
  return stems
}

/** Lower case without accents and apostrophes: how words and names of places are compared. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f'’]/g, '')
    .normalize('NFC')
    .toLowerCase()
}

/** Stemming is the dearest part of a posting, and words repeat: the last so many distinct ones are kept. */
const REMEMBERED_WORDS = 50_000
const remembered = new Map<string, string>()

function stemOf(word: string): string {
  const known = remembered.get(word)
  if (known !== undefined) return known
  const stem = stemmer(word)
  if (remembered.size >= REMEMBERED_WORDS) remembered.clear()
  remembered.set(word, stem)
  return stem
}

/** Each stem of a text with the first word that has it, in lower case: how a stem is shown to people. */
export function wordsByStem(text: string): Map<string, string> {
  const words = new Map<string, string>()
  for (const [word] of fold(text).matchAll(WORD)) {
    const stem = stemOf(word)
    if (!words.has(stem)) words.set(stem, word)
  }
  return words
}
