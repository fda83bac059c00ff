import { z } from 'zod'
import * as wire from '../../shared/wire.ts'

const skillLabel = wire.text(1, 200).describe('A skill id, or free text such as `keeping our books`')
export const level = z.enum(['beginner', 'intermediate', 'advanced', 'expert'])
export const importance = z.enum(['must', 'should', 'nice'])

/** A skill may be named by its label alone. */
function orLabel<T extends z.ZodRawShape>(shape: T) {
  return z.union([skillLabel, z.strictObject({ skill: skillLabel, ...shape })])
}

export const wantedSkills = z
  .array(orLabel({ level: level.optional(), importance: importance.default('should') }))
  .max(30)
export const offeredSkills = z.array(orLabel({ level: level.optional() })).max(30)
export const returnSkills = z.array(orLabel({ hours_per_week: wire.hours_per_week.optional() })).max(30)
export const givenSkills = z
  .array(
    orLabel({ hours_per_week: wire.hours_per_week.optional(), already_doing: z.boolean().default(false) }),
  )
  .max(30)
export const learningGoals = z.array(skillLabel).max(30)

export const resolutionMethod = z.enum(['id', 'exact', 'alias', 'spelling', 'related', 'none'])

/** What a label was understood as, on the way in. */
export const resolution = z
  .object({
    skill: z
      .object({ id: z.string(), label: z.string() })
      .nullable()
      .describe('Null where no skill is known by it'),
    confidence: z.number().describe('From 0 to 1'),
    method: resolutionMethod,
  })
  .meta({ id: 'Resolution' })

const shown = { skill: z.string().describe('As it was given'), resolved: resolution }
export const wantedSkillShown = z.object({ ...shown, level: level.nullable(), importance })
export const offeredSkillShown = z.object({ ...shown, level: level.nullable() })
export const returnSkillShown = z.object({ ...shown, hours_per_week: z.number().nullable() })
export const givenSkillShown = z.object({
  ...shown,
  hours_per_week: z.number().nullable(),
  already_doing: z.boolean(),
})
export const learningGoalShown = z.object(shown)

export type ShownResolution = z.output<typeof resolution>
