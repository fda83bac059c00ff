import { z } from 'zod'
import { metadataInput } from '../../../shared/metadata.ts'
import * as wire from '../../../shared/wire.ts'
import { resourceFields } from '../../postings/index.ts'

const capacity = z.int().min(0).max(1000).describe('Maximum number of candidates to place')
export const needCapacity = z.strictObject({
  need_id: wire.idOf('need').describe('The need'),
  capacity: capacity.optional().describe("Maximum number of candidates. Default: the need's positions"),
})
export const organizationCapacity = z.strictObject({
  organization_id: wire.idOf('org').describe('The organization'),
  capacity,
})

const MOST_RULES = 5000
const MOST_CANDIDATES = 10_000
const MOST_NEEDS = 5000
const MOST_CHOICES = 100

const minimumPositions = z
  .int()
  .min(0)
  .max(1000)
  .describe('Minimum number of candidates. The need closes if it gets fewer')

const pair = z.strictObject({
  candidate_id: wire.idOf('candidate').describe('The candidate'),
  need_id: wire.idOf('need').describe('The need'),
})
const bond = z.strictObject({
  candidate_ids: z.array(wire.idOf('candidate')).length(2).describe('Ids of the two candidates'),
  at: z
    .enum(['need', 'organization'])
    .default('organization')
    .describe('`need`: at the same need. `organization`: at any need of the same organization'),
})
export const cohortRules = z
  .strictObject({
    locked_pairs: z
      .array(pair)
      .max(MOST_RULES)
      .default([])
      .describe(
        'Fixed before the run: the candidate is placed at this need, even if it is not one of their choices',
      ),
    forbidden_pairs: z.array(pair).max(MOST_RULES).default([]).describe('Never placed'),
    together: z
      .array(bond)
      .max(MOST_RULES)
      .default([])
      .describe(
        'Both are placed at one need or organization, or neither is placed. Rules about candidates who do not take part are ignored',
      ),
    apart: z
      .array(bond)
      .max(MOST_RULES)
      .default([])
      .describe('The two are never placed at the same need or organization'),
  })
  .meta({ id: 'CohortRules' })
export type CohortRules = z.output<typeof cohortRules>
export const NO_RULES: CohortRules = { locked_pairs: [], forbidden_pairs: [], together: [], apart: [] }

export const cohortInput = z
  .strictObject({
    program_id: wire.idOf('program').describe('The internship program'),
    name: wire.text(1, 200).describe('Name of the cohort'),
    candidate_ids: z
      .array(wire.idOf('candidate'))
      .max(MOST_CANDIDATES)
      .optional()
      .describe('Default: all candidates of the program'),
    needs: z
      .array(needCapacity.extend({ minimum_positions: minimumPositions.optional() }))
      .min(1)
      .max(MOST_NEEDS)
      .describe('Needs of yours or of other partners that you may see'),
    organizations: z
      .array(organizationCapacity)
      .max(MOST_NEEDS)
      .default([])
      .describe('Maximum number of candidates per organization, over all its needs'),
    rules: cohortRules.default(NO_RULES).describe('Rules that placements must follow'),
    external_id: wire.externalId.optional(),
    metadata: metadataInput.optional(),
  })
  .meta({ id: 'CohortBody' })
export type CohortInput = z.output<typeof cohortInput>

export const cohort = z
  .object({
    ...resourceFields('cohort'),
    program_id: wire.idOf('program').describe('The internship program'),
    name: z.string().describe('Name of the cohort'),
    candidate_ids: z.array(z.string()).nullable().describe('Null: all candidates of the program'),
    needs: z
      .array(
        z.object({
          need_id: z.string().describe('The need'),
          capacity: z
            .int()
            .nullable()
            .describe("Maximum number of candidates to place. Null: the need's positions"),
          minimum_positions: z
            .int()
            .nullable()
            .describe('Minimum number of candidates, otherwise the need closes. Null: no minimum'),
        }),
      )
      .describe('Needs at which candidates are placed'),
    organizations: z
      .array(organizationCapacity)
      .describe('Maximum number of candidates per organization, over all its needs'),
    rules: cohortRules.describe('Rules that placements must follow'),
  })
  .meta({ id: 'Cohort' })
export type CohortShown = z.output<typeof cohort>

const choices = <T extends z.ZodType>(id: T) => z.array(id).max(MOST_CHOICES).describe('Needs, best first')

const tied = <T extends z.ZodType>(id: T, most: number) =>
  z
    .array(id)
    .max(most)
    .describe(
      'Choices that are as good as the one before them: `[a, b, c]` with `[b]` tied means a = b, then c',
    )

/** Replaces all choices posted before. */
export const preferencesInput = z
  .strictObject({
    candidates: z
      .array(
        z.strictObject({
          candidate_id: wire.idOf('candidate').describe('The candidate'),
          choices: choices(wire.idOf('need')),
          tied: tied(wire.idOf('need'), MOST_CHOICES).default([]),
        }),
      )
      .max(MOST_CANDIDATES)
      .default([])
      .describe('Needs of the cohort, best first. The candidate is placed only at one of these'),
    organizations: z
      .array(
        z.strictObject({
          organization_id: wire.idOf('org').describe('The organization'),
          ranking: z.array(wire.idOf('candidate')).max(MOST_CANDIDATES).describe('Candidates, best first'),
          tied: tied(wire.idOf('candidate'), MOST_CANDIDATES).default([]),
        }),
      )
      .max(MOST_NEEDS)
      .default([])
      .describe('Candidates, best first. All other candidates follow by score'),
  })
  .meta({ id: 'PreferencesBody' })
export type PreferencesInput = z.output<typeof preferencesInput>

export const preferences = z
  .object({
    candidates: z
      .array(
        z.object({
          candidate_id: z.string().describe('The candidate'),
          choices: z.array(z.string()).describe('Needs, best first'),
          tied: tied(z.string(), MOST_CHOICES),
        }),
      )
      .describe('Choices of the candidates who sent any'),
    organizations: z
      .array(
        z.object({
          organization_id: z.string().describe('The organization'),
          ranking: z.array(z.string()).describe('Candidates, best first'),
          tied: tied(z.string(), MOST_CANDIDATES),
        }),
      )
      .describe('Rankings of the organizations that sent any'),
  })
  .meta({ id: 'Preferences' })
