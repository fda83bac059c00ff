import { curatedSkillHints, curatedSkillsByMeaning } from './curated-text-skills.ts'
import type { ShownSkill } from './read-skills.ts'
import type { InferredSkillShown } from './skills.schemas.ts'

/** What a need gives, or a barter offer wants, in return. */
export interface ReturnsOfPosting {
  gives?: readonly ShownSkill[]
  terms?: { kind: string; wants?: readonly ShownSkill[] }
}

/** Returns the names of the skills given or wanted in return, both as labels and as posted. */
export function namesOfReturns({ gives = [], terms }: ReturnsOfPosting): string[] {
  const returns = [...gives, ...(terms?.wants ?? [])]
  return [...new Set(returns.flatMap(({ skill, resolved }) => [resolved.skill?.label ?? skill, skill]))]
}

/** Only offers have terms. */
export function sideOf({ terms }: ReturnsOfPosting): 'need' | 'offer' {
  return terms ? 'offer' : 'need'
}

/**
 * Returns the skills that the text of a posting expresses besides its posted ones, as matching counts them as long as it does not
 * know the meaning of the text.
 */
export function inferSkills(
  posting: {
    title: string
    description: string
    inferSkills: boolean
    skills: readonly ShownSkill[]
  } & ReturnsOfPosting,
): InferredSkillShown[] {
  if (!posting.inferSkills) return []
  const posted = new Set(posting.skills.map(({ resolved }) => resolved.skill?.id))
  const { title, description } = posting
  const found = curatedSkillHints()({
    title,
    description,
    side: sideOf(posting),
    returns: namesOfReturns(posting),
  })
  return curatedSkillsByMeaning()
    .weigh(found, null, { addsSkills: false })
    .filter(({ skill, isShown }) => isShown && !posted.has(skill))
    .map(({ skill, label, confidence, because }) => ({ skill: { id: skill, label }, confidence, because }))
}
