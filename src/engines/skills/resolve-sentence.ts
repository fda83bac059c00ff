import { type FoundSkill, findNamedSkills } from './named-skills.ts'
import type { SentenceIndex } from './sentence-index.ts'
import type { TextSkills } from './text-skills.ts'

/** The skills found in a sentence. */
export interface SentenceReading {
  /** The text as it was given. */
  sentence: string
  /** Highest confidence first. */
  skills: FoundSkill[]
}

export const MAX_SKILLS_OF_SENTENCE = 5

/**
 * Finds the skills that a sentence expresses, as in the text of a posting, and those that it names in the index of
 * skills that have only names. Accepts any string and never throws. Yields in short steps, so that other work can run
 * in between.
 */
export function* resolveSentence(
  { named, skillsOfText }: { named: SentenceIndex; skillsOfText: TextSkills | undefined },
  sentence: string,
): Generator<void, SentenceReading> {
  const read = skillsOfText ? yield* skillsOfText.inSteps({ title: '', description: sentence }) : []
  const expressed = read.map(
    ({ skill, label, confidence, because }): FoundSkill => ({
      skill: { id: skill, label },
      confidence,
      because,
    }),
  )
  yield
  const others = (yield* findNamedSkills(named, sentence)).filter((one) => !isExplained(one, expressed))
  const skills = [...expressed, ...others]
    .sort((a, b) => b.confidence - a.confidence)
    .slice(0, MAX_SKILLS_OF_SENTENCE)
  return { sentence, skills }
}

/** Returns whether the words that name a skill already express others. */
function isExplained({ because }: FoundSkill, expressed: readonly FoundSkill[]): boolean {
  return because.every((part) => expressed.some((one) => one.because.some((other) => other.includes(part))))
}
