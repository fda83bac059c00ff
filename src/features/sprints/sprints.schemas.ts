import { z } from 'zod'
import * as wire from '../../shared/wire.ts'
import { offerMatch } from '../matches/index.ts'
import { givenSkills, wantedSkills } from '../skills/index.ts'

/** The exercise: two or three things that hold you back, help for them that costs no money, within 72 hours. */
export const MOST_BOTTLENECKS = 3

const bottleneck = z.strictObject({
  title: wire.text(1, 200),
  description: wire.text(1, 10_000),
  skills: wantedSkills.default([]),
  hours_per_week: wire.hours_per_week.optional(),
  modality: wire.modality.default('remote'),
  is_public: z
    .boolean()
    .default(false)
    .describe('`true` shows the need on the public pages too. By default only partners see it'),
  gives: givenSkills.default([]).describe('What you could give in return, ideally something you already do'),
})

export const sprintInput = z
  .strictObject({
    organization_id: wire.idOf('org'),
    bottlenecks: z.array(bottleneck).min(1).max(MOST_BOTTLENECKS),
    deadline_hours: z.int().min(48).max(72).default(72),
  })
  .meta({ id: 'SprintBody' })
export type SprintInput = z.output<typeof sprintInput>

export const sprint = z
  .object({
    id: wire.idOf('sprint'),
    organization_id: wire.idOf('org'),
    deadline_at: z.string(),
    half_time_at: z.string(),
    hours_left: z.number().describe('0 once the sprint is over'),
    found: z.int().describe('Bottlenecks for which help was found'),
    bottlenecks: z.array(
      z.object({
        need_id: wire.idOf('need'),
        title: z.string().nullable().describe('Null if the need was deleted'),
        found: z.boolean(),
        introductions: z.object({ proposed: z.int(), accepted: z.int(), declined: z.int() }),
        matches: z.array(offerMatch).describe('The best current matches that cost no money'),
        change_that_opens_most: z
          .object({ code: z.string(), change: z.string(), opens: z.int() })
          .nullable()
          .describe('If there is no free match: the change that would make the most offers match'),
      }),
    ),
    created_at: z.string(),
    updated_at: z.string(),
  })
  .meta({ id: 'Sprint' })
export type Sprint = z.output<typeof sprint>
