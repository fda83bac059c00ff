import type { SkillDescriptions } from './skill-descriptions.ts'
import type { TextWord } from './text-words.ts'
import { rootOf } from './word-forms.ts'
import type { WordRank } from './word-rank.ts'

/** Shorter words are too similar to others. */
const LEAST_LENGTH = 6
/** Maximum number of words to correct, because searching takes time. */
const MAX_SEARCHED = 8

/**
 * Replaces misspelled words by the one known word that they may stand for. Everyday words and capitalized words, which
 * may be names, stay as they are. One step for each word searched.
 */
export function* correctWords(
  descriptions: SkillDescriptions,
  words: readonly TextWord[],
  rankOf: WordRank,
): Generator<void, TextWord[]> {
  let searched = 0
  const corrected: TextWord[] = []
  for (const word of words) {
    const isSearched = searched < MAX_SEARCHED && mayBeWrong(descriptions, word, rankOf)
    corrected.push(isSearched ? correct(descriptions, word) : word)
    if (!isSearched) continue
    searched++
    yield
  }
  return corrected
}

function mayBeWrong(
  { numberOf }: SkillDescriptions,
  { text, root, plainRoot, isCapital }: TextWord,
  rankOf: WordRank,
): boolean {
  const isKnown = root !== plainRoot || numberOf(root) !== undefined
  return text.length >= LEAST_LENGTH && !isCapital && !isKnown && rankOf(text) === undefined
}

function correct({ vocabulary, meaningAt, rootIn }: SkillDescriptions, word: TextWord): TextWord {
  const [nearest, second] = vocabulary.corrections(word.text, true)
  if (!nearest) return word
  const isUnclear = second && second.edits === nearest.edits && rootOf(second.word) !== rootOf(nearest.word)
  if (isUnclear) return word
  const { language } = word
  const root = rootIn(nearest.word, language) ?? rootOf(nearest.word)
  const meaning = meaningAt([nearest.word], 0, language)
  return { ...word, text: nearest.word, root: meaning?.root ?? root, plainRoot: root }
}
