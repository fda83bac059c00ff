import { z } from 'zod'
import * as wire from '../../shared/wire.ts'
import { offerMatch } from '../matches/index.ts'
import { givenSkills, wantedSkills } from '../skills/index.ts'

/** The exercise: two or three things that hold you back, help for them that costs no money, within 72 hours. */
export const MOST_BOTTLENECKS = 3

const bottleneck = z.strictObject({
  title: wire.text(1, 200).describe('What the work is, in one line'),
  description: wire.text(1, 10_000).describe('The work in more words'),
  skills: wantedSkills.default([]).describe('Skills that the work takes'),
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
      .describe('What holds the organization back. Each becomes a need that accepts help without money'),
    deadline_hours: z.int().min(48).max(72).default(72).describe('Hours until the sprint ends'),
  })
  .meta({ id: 'SprintBody' })
export type SprintInput = z.output<typeof sprintInput>

export const sprint = z
  .object({
    id: wire.idOf('sprint'),
    organization_id: wire.idOf('org').describe('The organization that looks for help'),
    deadline_at: z.string().describe('When the sprint ends. Its needs are not ranked any more from then on'),
    half_time_at: z.string().describe('When half of the sprint is over'),
    hours_left: z.number().describe('0 once the sprint is over'),
    found: z.int().describe('Bottlenecks for which help was found'),
    bottlenecks: z
      .array(
        z.object({
          need_id: wire.idOf('need').describe('The need that the bottleneck became'),
          title: z.string().nullable().describe('Null if the need was deleted'),
          found: z.boolean().describe('True if an introduction was accepted'),
          introductions: z
            .object({
              proposed: z.int().describe('Waiting for an answer'),
              accepted: z.int().describe('Accepted'),
              declined: z.int().describe('Declined'),
            })
            .describe('Numbers of introductions of the need by status'),
          matches: z.array(offerMatch).describe('The best current matches that cost no money'),
          change_that_opens_most: z
            .object({
              code: z.string().describe('The rule that keeps the offers apart, for programs'),
              change: z.string().describe('What to change, in the need or in these offers'),
              opens: z.int().describe('Number of offers that would match then'),
            })
            .nullable()
            .describe('If there is no free match: the change that would make the most offers match'),
        }),
      )
      .describe('In the order of the request'),
    version: wire.version,
    created_at: z.string().describe('RFC 3339'),
    updated_at: z.string().describe('RFC 3339'),
  })
  .meta({ id: 'Sprint' })
export type Sprint = z.output<typeof sprint>

/** Of a list: reading one also ranks its needs. */
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
    need_ids: z.array(wire.idOf('need')).describe('The needs that the bottlenecks became, in their order'),
    has_ended: z.boolean().describe('True once `sprint.ended` was reported'),
  })
  .meta({ id: 'ListedSprint' })
export type ListedSprint = z.output<typeof listedSprint>
