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
  { numberOf, vocabulary }: SkillDescriptions,
  words: readonly TextWord[],
  rankOf: WordRank,
): TextWord[] {
  let searched = 0
  return words.map((word) => {
    const { text, root, isCapital } = word
    const mayBeWrong = text.length >= LEAST_LENGTH && !isCapital && numberOf(root) === undefined
    if (!mayBeWrong || rankOf(text) !== undefined || ++searched > MAX_SEARCHED) return word
    const [nearest, second] = vocabulary.corrections(text, true)
    if (!nearest) return word
    const isUnclear = second && second.edits === nearest.edits && rootOf(second.word) !== rootOf(nearest.word)
    return isUnclear ? word : { ...word, text: nearest.word, root: rootOf(nearest.word) }
  })
}
