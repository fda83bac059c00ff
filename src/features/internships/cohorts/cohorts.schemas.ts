import { z } from 'zod'
import * as wire from '../../../shared/wire.ts'
import { resourceFields } from '../../postings/index.ts'

const capacity = z.int().min(0).max(1000)
export const needCapacity = z.strictObject({
  need_id: wire.idOf('need'),
  capacity: capacity.optional().describe("Default: the need's positions"),
})
export const organizationCapacity = z.strictObject({ organization_id: wire.idOf('org'), capacity })

const MOST_CANDIDATES = 10_000
const MOST_NEEDS = 5000
const MOST_CHOICES = 100

export const cohortInput = z
  .strictObject({
    program_id: wire.idOf('program'),
    name: wire.text(1, 200),
    candidate_ids: z
      .array(wire.idOf('candidate'))
      .max(MOST_CANDIDATES)
      .optional()
      .describe('Default: all candidates of the program'),
    needs: z
      .array(needCapacity)
      .min(1)
      .max(MOST_NEEDS)
      .describe('Your needs, or needs of other partners that you may see'),
    organizations: z
      .array(organizationCapacity)
      .max(MOST_NEEDS)
      .default([])
      .describe('Maximum number of candidates per organization, over all its needs'),
    external_id: wire.externalId.optional(),
  })
  .meta({ id: 'CohortBody' })
export type CohortInput = z.output<typeof cohortInput>

export const cohort = z
  .object({
    ...resourceFields('cohort'),
    program_id: wire.idOf('program'),
    name: z.string(),
    candidate_ids: z.array(z.string()).nullable(),
    needs: z.array(z.object({ need_id: z.string(), capacity: z.int().nullable() })),
    organizations: z.array(organizationCapacity),
  })
  .meta({ id: 'Cohort' })
export type CohortShown = z.output<typeof cohort>

const choices = <T extends z.ZodType>(id: T) => z.array(id).max(MOST_CHOICES)

/** Replaces all that was posted before. */
export const preferencesInput = z
  .strictObject({
    candidates: z
      .array(z.strictObject({ candidate_id: wire.idOf('candidate'), choices: choices(wire.idOf('need')) }))
      .max(MOST_CANDIDATES)
      .default([])
      .describe('Needs of the cohort, best first. The candidate is placed only at one of these'),
    organizations: z
      .array(
        z.strictObject({
          organization_id: wire.idOf('org'),
          ranking: z.array(wire.idOf('candidate')).max(MOST_CANDIDATES),
        }),
      )
      .max(MOST_NEEDS)
      .default([])
      .describe('Candidates, best first. All others follow by score'),
  })
  .meta({ id: 'PreferencesBody' })
export type PreferencesInput = z.output<typeof preferencesInput>

export const preferences = z
  .object({
    candidates: z.array(z.object({ candidate_id: z.string(), choices: z.array(z.string()) })),
    organizations: z.array(z.object({ organization_id: z.string(), ranking: z.array(z.string()) })),
  })
  .meta({ id: 'Preferences' })
