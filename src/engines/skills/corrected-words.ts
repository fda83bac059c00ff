import type { Language } from '../../shared/languages/index.ts'
import type { SkillDescriptions } from './skill-descriptions.ts'
import type { TextWord } from './text-words.ts'
import { rootOf } from './word-forms.ts'
import type { WordRank } from './word-rank.ts'

/** Shorter words are too near to others. */
const LEAST_LENGTH = 6
/** Searching takes time. */
const MAX_SEARCHED = 8

/**
 * Reads misspelled words as the one known word that they may stand for. Words of everyday language and names, which have a
 * capital, stay as they are.
 */
export function correctWords(
  { numberOf, vocabulary, meaningAt }: SkillDescriptions,
  words: readonly TextWord[],
  { languageAt, rankOf }: { languageAt: (at: number) => Language; rankOf: WordRank },
): TextWord[] {
  let searched = 0
  return words.map((word) => {
    const { text, root, plainRoot, isCapital } = word
    const isKnown = root !== plainRoot || numberOf(root) !== undefined
    const mayBeWrong = text.length >= LEAST_LENGTH && !isCapital && !isKnown
    if (!mayBeWrong || rankOf(text) !== undefined || ++searched > MAX_SEARCHED) return word
    const [nearest, second] = vocabulary.corrections(text, true)
    if (!nearest) return word
    const isUnclear = second && second.edits === nearest.edits && rootOf(second.word) !== rootOf(nearest.word)
    if (isUnclear) return word
    const corrected = rootOf(nearest.word)
    const meaning = meaningAt([nearest.word], 0, languageAt(word.start))
    return { ...word, text: nearest.word, root: meaning?.root ?? corrected, plainRoot: corrected }
  })
}
