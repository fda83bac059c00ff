import { z } from 'zod'
import { MAX_SKILLS_OF_SENTENCE } from '../../engines/skills/index.ts'
import { pageOf, pageQuery } from '../../platform/http/index.ts'
import { issueText } from '../../shared/issue-messages.ts'
import * as wire from '../../shared/wire.ts'

const skillId = z.string().describe('Id of the skill, such as bookkeeping')
const skillName = z.string().describe('Name of the skill')
const skillLabel = wire.text(1, 200).describe('A skill id, or free text such as `keeping our books`')
export const level = z
  .enum(['beginner', 'intermediate', 'advanced', 'expert'])
  .describe('Level at which the skill is known or required')
export const importance = z
  .enum(['must', 'should', 'nice'])
  .describe('How important the skill is for the work. A pair without a `must` skill is not a match')

/** Accepts a bare label instead of an object. */
function orLabel<T extends z.ZodRawShape>(shape: T) {
  return z.union([skillLabel, z.strictObject({ skill: skillLabel, ...shape })])
}

export const wantedSkills = z
  .array(orLabel({ level: level.optional(), importance: importance.default('should') }))
  .max(30)
export const offeredSkills = z.array(orLabel({ level: level.optional() })).max(30)
export const returnSkills = z
  .array(orLabel({ hours_per_week: wire.hours_per_week.optional().describe('Hours of the work per week') }))
  .max(30)
export const givenSkills = z
  .array(
    orLabel({
      hours_per_week: wire.hours_per_week.optional().describe('Hours of the work per week'),
      already_doing: z
        .boolean()
        .default(false)
        .describe('True if the organization does this work anyway, such as baking for its customers'),
    }),
  )
  .max(30)
export const learningGoals = z.array(skillLabel).max(30)

export const resolutionMethod = z.enum(['id', 'exact', 'alias', 'spelling', 'related', 'none'])

/** The skill that a label names, as found when the label was sent. */
export const resolution = z
  .object({
    skill: z
      .object({ id: skillId, label: skillName })
      .nullable()
      .describe('Id of the skill. Null if no known skill matches'),
    confidence: z.number().describe('Confidence from 0 to 1 that the label means this skill'),
    method: resolutionMethod.describe('How the skill was found. `related`: by meaning'),
  })
  .meta({ id: 'Resolution' })

const shown = {
  skill: z.string().describe('The label as you sent it'),
  resolved: resolution.describe('The skill that the label names'),
}
export const wantedSkillShown = z.object({
  ...shown,
  level: level.nullable().describe('Level at which the skill is known or required. Null: not stated'),
  importance,
})
export const offeredSkillShown = z.object({
  ...shown,
  level: level.nullable().describe('Level at which the skill is known or required. Null: not stated'),
})
export const returnSkillShown = z.object({
  ...shown,
  hours_per_week: z.number().nullable().describe('Hours of the work per week'),
})
export const givenSkillShown = z.object({
  ...shown,
  hours_per_week: z.number().nullable().describe('Hours of the work per week'),
  already_doing: z.boolean().describe('True if the organization does this work anyway'),
})
export const learningGoalShown = z.object(shown)

export type ShownResolution = z.output<typeof resolution>

export const skillsQuery = z
  .strictObject({
    q: wire
      .text(1, 200)
      .optional()
      .describe(
        'Beginning of a name, as typed; other names are searched too. Leave it out to browse all skills',
      ),
    category: wire.text(1, 200).optional().describe('When browsing, return only skills of this category'),
    ...pageQuery,
  })
  .refine(({ q, category }) => q === undefined || category === undefined, {
    error: issueText('fault_of_posting', { what: 'search_or_browse' }),
    path: ['category'],
  })
  .refine(({ q, cursor }) => q === undefined || cursor === undefined, {
    error: issueText('fault_of_posting', { what: 'search_one_page' }),
    path: ['cursor'],
  })

const taxonomyVersion = z
  .string()
  .describe(
    'Changes whenever a skill changes. The same as the ETag of `GET /v1/taxonomy`, without quotation marks',
  )

export const skillSummary = z
  .object({
    id: skillId,
    label: skillName,
    category: z.string().describe('Category of the skill'),
    uri: z.string().nullable().describe('URI of the same skill in a public classification, such as ESCO'),
  })
  .meta({ id: 'SkillSummary' })

export const skill = z
  .object({
    ...skillSummary.shape,
    aliases: z.array(z.string()).describe('Other names of the skill'),
    related: z
      .array(
        z.object({
          id: skillId,
          label: skillName,
          strength: z.number().describe('From 0 to 1: how well the related skill can replace this one'),
        }),
      )
      .describe('Related skills'),
    source: z
      .enum(['curated', 'esco', 'onet'])
      .describe(
        'Origin of the skill: `curated` by this service, or one of the classifications ESCO and O*NET',
      ),
  })
  .meta({ id: 'Skill' })

export const skillsPage = pageOf(skillSummary).extend({ taxonomy_version: taxonomyVersion })

export const categories = z
  .object({
    taxonomy_version: taxonomyVersion,
    data: z
      .array(
        z.object({
          category: z.string().describe('Name of the category'),
          skills: z.int().describe('Number of skills in the category'),
        }),
      )
      .describe('Categories in alphabetical order'),
  })
  .meta({ id: 'SkillCategories' })

export const wholeTaxonomy = z
  .object({
    version: taxonomyVersion,
    skills: z
      .array(
        z.object({
          ...skillSummary.shape,
          aliases: z.array(z.string()).describe('Other names in English'),
          names: z.array(z.string()).describe('Names in other languages'),
          related: z
            .array(
              z.object({
                id: skillId,
                strength: z.number().describe('From 0 to 1: how well the related skill can replace this one'),
              }),
            )
            .describe('Related skills, strongest first'),
          source: skill.shape.source,
        }),
      )
      .describe('All skills, by category and name'),
  })
  .meta({ id: 'Taxonomy' })

const namedSkill = z.object({ id: skillId, label: skillName }).describe('A skill of the taxonomy')

/** A skill that the words of a posting express. */
export const inferredSkillShown = z
  .object({
    skill: namedSkill,
    confidence: z.number().describe('Confidence from 0 to 1. Use it to sort; it is not a probability'),
    because: z
      .array(z.string())
      .describe('The parts of the title and description that express it, as written'),
  })
  .meta({ id: 'InferredSkill' })
export type InferredSkillShown = z.output<typeof inferredSkillShown>

export const resolvedLabel = z
  .object({
    label: z.string().describe('The label as you sent it'),
    skill: namedSkill.nullable().describe('The skill. Null if no known skill matches'),
    confidence: z.number().describe('Confidence from 0 to 1 that the label means this skill'),
    method: resolutionMethod.describe('How the skill was found. `related`: by meaning'),
  })
  .meta({ id: 'ResolvedLabel' })

export const resolvedSentence = z
  .object({
    sentence: z.string().describe('The sentence as you sent it'),
    skills: z
      .array(
        z.object({
          skill: namedSkill,
          confidence: z
            .number()
            .describe(
              'Confidence from 0 to 1, as for the inferred skills of a posting. Use it to sort; it is not a probability.',
            ),
          because: z
            .array(z.string())
            .describe('The parts of the sentence that express the skill, as written'),
        }),
      )
      .describe(
        `Skills with the highest confidence first, at most ${MAX_SKILLS_OF_SENTENCE}. Empty if no skill is found.`,
      ),
  })
  .meta({ id: 'ResolvedSentence' })

export const resolveInput = z
  .strictObject({
    labels: z
      .array(wire.text(1, 200))
      .min(1)
      .max(100)
      .optional()
      .describe('Labels, each the name of one skill'),
    sentences: z
      .array(wire.text(1, 2000))
      .min(1)
      .max(20)
      .optional()
      .describe('Sentences that may name or describe any number of skills'),
  })
  .refine(({ labels, sentences }) => labels !== undefined || sentences !== undefined, {
    error: issueText('fault_of_posting', { what: 'labels_or_sentences' }),
    path: ['labels'],
  })
  .meta({ minProperties: 1 })
