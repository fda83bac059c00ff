import { createSlicedWork } from '../../shared/sliced-work.ts'
import { createMeanings, type SameMeaning } from './everyday-words.ts'
import { featuresOf } from './learnt-words.ts'
import { readMeanings } from './meant-words.ts'
import { languagesIn } from './sentence-languages.ts'
import type { SkillEntry } from './skill.ts'
import { describeSkills } from './skill-descriptions.ts'
import { readTextWords } from './text-words.ts'
import type { WordRank } from './word-rank.ts'

/** Returns a function that reads the features of a text from which skills are learnt, as a posting's text is read. */
export function createFeatureReader(
  entries: Iterable<SkillEntry>,
  rankOf: WordRank,
  everydayWords: readonly SameMeaning[],
): (text: string) => number[] {
  const meaningAt = createMeanings(everydayWords)
  const { numberOf, rootIn } = createSlicedWork(describeSkills(entries, { rankOf, meaningAt })).now()
  const isDescribed = (root: string) => numberOf(root) !== undefined
  return (text) => {
    const reading = { weight: 1, isTitle: false, languageAt: languagesIn(text), asksForHelp: false }
    const words = readMeanings(readTextWords(text, reading), { meaningAt, isDescribed, rootIn })
    return [...featuresOf(words).keys()]
  }
}
