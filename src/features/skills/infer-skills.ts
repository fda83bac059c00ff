import { curatedTextSkills } from './curated-text-skills.ts'
import type { ShownSkill } from './read-skills.ts'
import type { InferredSkillShown } from './skills.schemas.ts'

/** What a need gives and what a barter offer wants. */
export interface ReturnsOfPosting {
  gives?: readonly ShownSkill[]
  terms?: { kind: string; wants?: readonly ShownSkill[] }
}

/** The names of what is given or wanted in return, as the skill and as posted. */
export function namesOfReturns({ gives = [], terms }: ReturnsOfPosting): string[] {
  const returns = [...gives, ...(terms?.wants ?? [])]
  return [...new Set(returns.flatMap(({ skill, resolved }) => [resolved.skill?.label ?? skill, skill]))]
}

/** Only offers have terms. */
export function sideOf({ terms }: ReturnsOfPosting): 'need' | 'offer' {
  return terms ? 'offer' : 'need'
}

/** The skills that the text of a posting expresses beside its posted ones, as matching counts them. */
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
  return curatedTextSkills()({
    title,
    description,
    side: sideOf(posting),
    returns: namesOfReturns(posting),
  })
    .filter(({ skill }) => !posted.has(skill))
    .map(({ skill, label, confidence, because }) => ({ skill: { id: skill, label }, confidence, because }))
}
