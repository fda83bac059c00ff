import type { WordsOfPosting } from '../../../../src/engines/matching/wording/word-weights.ts'

/** A posting of these stems: number, times in the title, times in the description. */
export function wordsOfPosting(words: readonly (readonly [number, number, number])[]): WordsOfPosting {
  const at = (place: number) => words[place] ?? [0, 0, 0]
  return {
    wordCount: words.length,
    stem: (place) => at(place)[0],
    timesInTitle: (place) => at(place)[1],
    timesInDescription: (place) => at(place)[2],
    opens: (place) => at(place)[1] > 0,
    tells: () => true,
    titleLength: words.reduce((sum, [, inTitle]) => sum + inTitle, 0),
    descriptionLength: words.reduce((sum, [, , inDescription]) => sum + inDescription, 0),
  }
}
