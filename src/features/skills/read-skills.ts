import type { z } from 'zod'
import type { Taxonomy } from '../../engines/skills/index.ts'
import type {
  givenSkillShown,
  givenSkills,
  learningGoalShown,
  offeredSkillShown,
  offeredSkills,
  returnSkillShown,
  returnSkills,
  ShownResolution,
  wantedSkillShown,
  wantedSkills,
} from './skills.schemas.ts'

/** The fields of every stored skill. */
export type ShownSkill = z.output<typeof learningGoalShown>

/** Skills as stored and returned: the label as sent, and the skill that it names. */
export type WantedSkillRead = z.output<typeof wantedSkillShown>
export type OfferedSkillRead = z.output<typeof offeredSkillShown>
export type ReturnSkillRead = z.output<typeof returnSkillShown>
export type GivenSkillRead = z.output<typeof givenSkillShown>
export type LearningGoalRead = z.output<typeof learningGoalShown>

/** Looks up each label in the taxonomy. An unknown label is stored as sent. */
export function readWantedSkills(
  taxonomy: Taxonomy,
  given: z.output<typeof wantedSkills>,
): WantedSkillRead[] {
  return given.map(asObject).map((one) => ({
    ...read(taxonomy, one.skill),
    level: one.level ?? null,
    importance: one.importance ?? 'should',
  }))
}

export function readOfferedSkills(
  taxonomy: Taxonomy,
  given: z.output<typeof offeredSkills>,
): OfferedSkillRead[] {
  return given.map(asObject).map((one) => ({ ...read(taxonomy, one.skill), level: one.level ?? null }))
}

export function readReturnSkills(
  taxonomy: Taxonomy,
  given: z.output<typeof returnSkills>,
): ReturnSkillRead[] {
  return given
    .map(asObject)
    .map((one) => ({ ...read(taxonomy, one.skill), hours_per_week: one.hours_per_week ?? null }))
}

export function readGivenSkills(taxonomy: Taxonomy, given: z.output<typeof givenSkills>): GivenSkillRead[] {
  return given.map(asObject).map((one) => ({
    ...read(taxonomy, one.skill),
    hours_per_week: one.hours_per_week ?? null,
    already_doing: one.already_doing ?? false,
  }))
}

export function readLearningGoals(taxonomy: Taxonomy, given: string[]): LearningGoalRead[] {
  return given.map((label) => read(taxonomy, label))
}

/** Converts a skill to the form of a request body: without the resolution and without nulls. */
export function skillToInput<T extends { skill: string; resolved: ShownResolution }>(one: T) {
  const { resolved: _, ...rest } = one
  return Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null)) as Given<T>
}
// Cast: nulls are dropped above, so each remaining field has the type of the request body.
type Given<T> = { [K in keyof Omit<T, 'resolved'>]: Exclude<T[K], null> }

/** A bare label leaves all other fields to the defaults, hence Partial. */
function asObject<T extends { skill: string }>(one: string | T): Partial<T> & { skill: string } {
  return typeof one === 'string' ? ({ skill: one } as Partial<T> & { skill: string }) : one
}

function read(taxonomy: Taxonomy, label: string): { skill: string; resolved: ShownResolution } {
  const { skill, confidence, method } = taxonomy.resolve(label)
  return { skill: label, resolved: { skill, confidence, method } }
}
