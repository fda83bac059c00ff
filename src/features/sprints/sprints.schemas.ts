import { z } from 'zod'
import * as wire from '../../shared/wire.ts'
import { offerMatch, stillReading } from '../matches/index.ts'
import { givenSkills, wantedSkills } from '../skills/index.ts'

/** In the exercise you name up to three bottlenecks and find help for them within 72 hours that costs no money. */
export const MOST_BOTTLENECKS = 3

const bottleneck = z.strictObject({
  title: wire.text(1, 200).describe('Title of the work, in one line'),
  description: wire.text(1, 10_000).describe('Description of the work'),
  skills: wantedSkills.default([]).describe('Skills that the work requires'),
  hours_per_week: wire.hours_per_week.optional(),
  modality: wire.modality.default('remote'),
  location: wire.location.optional().describe("Default: the organization's"),
  is_public: z
    .boolean()
    .default(false)
    .describe('`true` shows the need on the public pages too. By default only partners see it'),
  gives: givenSkills.default([]).describe('What you could give in return, ideally something you already do'),
})

export const sprintInput = z
  .strictObject({
    organization_id: wire.idOf('org').describe('The organization that looks for help'),
    bottlenecks: z
      .array(bottleneck)
      .min(1)
      .max(MOST_BOTTLENECKS)
      .describe(
        'Bottlenecks that hold the organization back. Each becomes a need that accepts only unpaid help',
      ),
    deadline_hours: z.int().min(48).max(72).default(72).describe('Hours until the sprint ends'),
  })
  .meta({ id: 'SprintBody' })
export type SprintInput = z.output<typeof sprintInput>

export const sprint = z
  .object({
    id: wire.idOf('sprint'),
    organization_id: wire.idOf('org').describe('The organization that looks for help'),
    deadline_at: z.string().describe('When the sprint ends. From then on its needs are no longer ranked'),
    half_time_at: z.string().describe('Halfway point of the sprint'),
    hours_left: z.number().describe('Hours until the sprint ends. 0 when it is over'),
    found: z.int().describe('Bottlenecks for which help was found'),
    bottlenecks: z
      .array(
        z.object({
          need_id: wire.idOf('need').describe('Need of the bottleneck'),
          title: z.string().nullable().describe('Title of the need. Null if the need was deleted'),
          found: z.boolean().describe('True if an introduction was accepted'),
          introductions: z
            .object({
              proposed: z.int().describe('Introductions that await an answer'),
              accepted: z.int().describe('Accepted'),
              declined: z.int().describe('Declined'),
            })
            .describe('Numbers of introductions of the need by status'),
          matches: z.array(offerMatch).describe('Best current matches without pay'),
          still_reading: stillReading,
          change_that_opens_most: z
            .object({
              code: z.string().describe('Rule that excludes the offers, as a stable code'),
              change: z.string().describe('What to change, in the need or in these offers'),
              opens: z.int().describe('Number of offers that would then match'),
            })
            .nullable()
            .describe('If there is no match without pay: the change that would make the most offers match'),
        }),
      )
      .describe('Bottlenecks in the order of the request'),
    version: wire.version,
    created_at: z.string().describe('RFC 3339'),
    updated_at: z.string().describe('RFC 3339'),
  })
  .meta({ id: 'Sprint' })
export type Sprint = z.output<typeof sprint>

/** A sprint in a list, without its bottlenecks, because reading those ranks the needs. */
export const listedSprint = sprint
  .pick({
    id: true,
    organization_id: true,
    deadline_at: true,
    half_time_at: true,
    version: true,
    created_at: true,
    updated_at: true,
  })
  .extend({
    need_ids: z.array(wire.idOf('need')).describe('Needs of the bottlenecks, in order'),
    has_ended: z.boolean().describe('True when the event `sprint.ended` was sent'),
  })
  .meta({ id: 'ListedSprint' })
export type ListedSprint = z.output<typeof listedSprint>
