import type { EngineSettings } from '../../../engines/matching/index.ts'
import type { SkillHints, SkillsByMeaning } from '../../../engines/skills/index.ts'
import { seemsEnglish } from './text-of-posting.ts'

/**
 * Finds the skills that a posting expresses: by its words, and where the meaning of its own text is known, by both. No skill is
 * added beside those that somebody posted, who has said what the work is, and beside what is wanted or given in return, since
 * the meaning does not tell which side a skill belongs to.
 */
export function createSkillsOfPosting(
  hints: SkillHints,
  { model, weigh }: { model: string; weigh: SkillsByMeaning },
): NonNullable<EngineSettings['skillsOfText']> {
  return ({ title, description, side, returns, meaning, isTagged }) => {
    const found = hints({ title, description, side, returns })
    // Of a text in another language, the meaning is that of the skills found.
    if (meaning?.model !== model || !seemsEnglish(`${title} ${description}`))
      return found.filter(({ isOfWriter }) => !isOfWriter)
    return weigh(found, meaning.numbers, { addsSkills: returns.length === 0 && !isTagged })
  }
}
