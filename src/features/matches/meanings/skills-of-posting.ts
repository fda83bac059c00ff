import type { EngineSettings } from '../../../engines/matching/index.ts'
import type { SkillHints, SkillsByMeaning } from '../../../engines/skills/index.ts'
import { seemsEnglish } from './text-of-posting.ts'

/**
 * Finds the skills that a posting expresses by its words and, if it is known, by the meaning of its own text. Neither adds
 * skills to posted ones, because these already say what the work is, nor if something is wanted or given in return, because
 * a whole text does not tell to which side a skill belongs.
 */
export function createSkillsOfPosting(
  hints: SkillHints,
  { model, weigh }: { model: string; weigh: SkillsByMeaning },
): NonNullable<EngineSettings['skillsOfText']> {
  return ({ title, description, side, returns, meaning, isTagged }) => {
    const found = hints({ title, description, side, returns })
    // For a text in another language, the meaning is that of the skills found.
    const isOwn = meaning?.model === model && seemsEnglish(`${title} ${description}`)
    const addsSkills = returns.length === 0 && !isTagged
    return weigh(found, isOwn ? meaning.numbers : null, { addsSkills })
  }
}
