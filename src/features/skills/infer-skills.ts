import { curatedTextSkills } from './curated-text-skills.ts'
import type { ShownSkill } from './read-skills.ts'
import type { InferredSkillShown } from './skills.schemas.ts'

/** The skills that the text of a posting expresses beside its posted ones, as matching counts them. */
export function inferSkills(posting: {
  title: string
  description: string
  inferSkills: boolean
  skills: readonly ShownSkill[]
}): InferredSkillShown[] {
  if (!posting.inferSkills) return []
  const posted = new Set(posting.skills.map(({ resolved }) => resolved.skill?.id))
  return curatedTextSkills()(posting)
    .filter(({ skill }) => !posted.has(skill))
    .map(({ skill, label, confidence, because }) => ({ skill: { id: skill, label }, confidence, because }))
}
