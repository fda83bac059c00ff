import { splitCompound } from '../../shared/languages/index.ts'
import type { MeaningAt } from './everyday-words.ts'
import type { SkillDescriptions } from './skill-descriptions.ts'
import type { TextWord } from './text-words.ts'
import { rootOf } from './word-forms.ts'

/**
 * Gives words with an everyday meaning its root, so that they equal all words of this meaning: `Le robinet fuit` and `a
 * leaky tap`. Several words with one meaning become one. A German compound that no description contains is split into
 * its parts.
 */
export function readMeanings(
  words: readonly TextWord[],
  {
    meaningAt,
    isDescribed,
    rootIn,
  }: {
    meaningAt: MeaningAt
    isDescribed: (root: string) => boolean
    rootIn: SkillDescriptions['rootIn']
  },
): TextWord[] {
  const texts = words.map(({ text }) => text)
  const meant: TextWord[] = []
  for (let at = 0; at < words.length; ) {
    const word = words[at]
    if (!word) break
    const { language } = word
    const meaning = meaningAt(texts, at, language)
    const last = words[at + (meaning?.length ?? 1) - 1] ?? word
    if (meaning && isOneClause(word, last, meaning.length)) {
      const isOne = meaning.length === 1
      const text = isOne ? word.text : texts.slice(at, at + meaning.length).join(' ')
      const plainRoot = isOne ? (rootIn(word.text, language) ?? word.root) : ''
      meant.push({ ...word, text, root: meaning.root, plainRoot, end: last.end })
      at += meaning.length
      continue
    }
    const known = rootIn(word.text, language)
    if (known !== undefined) meant.push({ ...word, root: known, plainRoot: known })
    else if (language === 'german' && !isDescribed(word.root))
      meant.push(...partsOfCompound(word, meaningAt, rootIn))
    else meant.push(word)
    at++
  }
  return meant
}

function isOneClause(first: TextWord, last: TextWord, length: number): boolean {
  return last.place - first.place === length - 1
}

function partsOfCompound(
  word: TextWord,
  meaningAt: MeaningAt,
  rootIn: SkillDescriptions['rootIn'],
): TextWord[] {
  const parts = splitCompound(word.text)
  if (parts.length === 1) return [word]
  return parts.map((part) => {
    const root = rootIn(part, 'german') ?? rootOf(part)
    return { ...word, text: part, root: meaningAt([part], 0, 'german')?.root ?? root, plainRoot: root }
  })
}
