import { type Language, splitCompound } from '../../shared/languages/index.ts'
import type { MeaningAt } from './everyday-words.ts'
import type { TextWord } from './text-words.ts'
import { rootOf } from './word-forms.ts'

/**
 * Gives words that have an everyday meaning its root, so that they equal all words of this meaning: `Le robinet fuit` and
 * `a leaky tap`. Several words that mean one thing become one. A German compound that nothing else describes becomes its
 * parts.
 */
export function readMeanings(
  words: readonly TextWord[],
  {
    meaningAt,
    isDescribed,
    languageAt,
  }: {
    meaningAt: MeaningAt
    isDescribed: (root: string) => boolean
    languageAt: (at: number) => Language
  },
): TextWord[] {
  const texts = words.map(({ text }) => text)
  const meant: TextWord[] = []
  for (let at = 0; at < words.length; ) {
    const word = words[at]
    if (!word) break
    const language = languageAt(word.start)
    const meaning = meaningAt(texts, at, language)
    const last = words[at + (meaning?.length ?? 1) - 1] ?? word
    if (meaning && isOneClause(word, last, meaning.length)) {
      const isOne = meaning.length === 1
      const text = isOne ? word.text : texts.slice(at, at + meaning.length).join(' ')
      meant.push({ ...word, text, root: meaning.root, plainRoot: isOne ? word.root : '', end: last.end })
      at += meaning.length
      continue
    }
    if (language === 'german' && !isDescribed(word.root)) meant.push(...partsOfCompound(word, meaningAt))
    else meant.push(word)
    at++
  }
  return meant
}

function isOneClause(first: TextWord, last: TextWord, length: number): boolean {
  return last.place - first.place === length - 1
}

function partsOfCompound(word: TextWord, meaningAt: MeaningAt): TextWord[] {
  const parts = splitCompound(word.text)
  if (parts.length === 1) return [word]
  return parts.map((part) => {
    const root = rootOf(part)
    return { ...word, text: part, root: meaningAt([part], 0, 'german')?.root ?? root, plainRoot: root }
  })
}
