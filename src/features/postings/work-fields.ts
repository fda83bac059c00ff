import { z } from 'zod'
import * as wire from '../../shared/wire.ts'
import { inferredSkillShown, inferSkills, type ShownSkill } from '../skills/index.ts'
import { showLocation } from './contact-and-location.ts'

/**
 * The fields that needs and offers share: what the work is, where, how much and when. They are defined once for the body,
 * the row and the answer.
 */
export const workInput = {
  title: wire.text(1, 200).describe('Title of the work, in one line'),
  modality: wire.modality,
  max_distance_km: wire.distance_km.optional(),
  hours_per_week: wire.hours_per_week.optional(),
  starts_on: wire.day.optional().describe('First day of the work or of the availability'),
  ends_on: wire.day.optional().describe('Last day of the work or of the availability'),
  availability: wire.availability.optional().describe('Times of the week that suit'),
  visibility: wire.visibility.default('network'),
  alert_min_score: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('Send `match.found` events for matches at or above this score. Default: no events'),
  infer_skills: z
    .boolean()
    .default(true)
    .describe(
      'Whether skills inferred from the title and description count in matches, in addition to `skills`',
    ),
}

export const workShown = {
  title: z.string().describe('Title of the work, in one line'),
  description: z.string().describe('Description of the work'),
  modality: wire.modality,
  location: wire.locationShown
    .nullable()
    .describe('Where it is. Null: where the organization or the helper is'),
  max_distance_km: z
    .number()
    .nullable()
    .describe('Maximum distance in kilometres between both sides, except for remote work'),
  hours_per_week: z.number().nullable().describe('Hours of work per week'),
  starts_on: z.string().nullable().describe('First day of the work or of the availability'),
  ends_on: z.string().nullable().describe('Last day of the work or of the availability'),
  availability: wire.availability.nullable().describe('Times of the week that suit'),
  visibility: wire.visibility,
  alert_min_score: z
    .number()
    .nullable()
    .describe('`match.found` events are sent for matches at or above this score. Null: no events'),
  infer_skills: z
    .boolean()
    .describe(
      'Whether skills inferred from the title and description count in matches, in addition to `skills`',
    ),
  inferred_skills: z
    .array(inferredSkillShown)
    .describe(
      'Skills inferred from the title and description that `skills` does not list, highest confidence first. They count in matches. Empty if `infer_skills` is false',
    ),
}

/** What a budget or a rate pays for. */
const payUnit = z.enum(['hour', 'project']).describe('What the amount pays for')

/** A budget or a rate: an amount and what it pays for. */
export const moneyPerUnit = z.strictObject({ ...wire.money.shape, unit: payUnit })

type WorkInput = z.output<z.ZodObject<typeof workInput>> & {
  description: string
  location?: z.output<typeof wire.location> | undefined
}

/** Returns the columns that the work fields of a body fill. */
export function workColumns(input: WorkInput) {
  return {
    title: input.title,
    description: input.description,
    modality: input.modality,
    location: input.location ?? null,
    maxDistanceKm: input.max_distance_km ?? null,
    hoursPerWeek: input.hours_per_week ?? null,
    startsOn: input.starts_on ?? null,
    endsOn: input.ends_on ?? null,
    availability: input.availability ?? null,
    visibility: input.visibility,
    alertMinScore: input.alert_min_score ?? null,
    inferSkills: input.infer_skills,
  }
}

type WorkRow = ReturnType<typeof workColumns>

/** Returns the work fields of the body that would post this row again. */
export function workToInput(row: WorkRow): WorkInput {
  return {
    title: row.title,
    description: row.description,
    modality: row.modality,
    location: row.location ?? undefined,
    max_distance_km: row.maxDistanceKm ?? undefined,
    hours_per_week: row.hoursPerWeek ?? undefined,
    starts_on: row.startsOn ?? undefined,
    ends_on: row.endsOn ?? undefined,
    availability: row.availability ?? undefined,
    visibility: row.visibility,
    alert_min_score: row.alertMinScore ?? undefined,
    infer_skills: row.inferSkills,
  }
}

/** Returns the work fields that the row's own partner sees. */
export function showWork(row: WorkRow & { skills: readonly ShownSkill[] }) {
  return {
    title: row.title,
    description: row.description,
    modality: row.modality,
    location: showLocation(row.location),
    max_distance_km: row.maxDistanceKm,
    hours_per_week: row.hoursPerWeek,
    starts_on: row.startsOn,
    ends_on: row.endsOn,
    availability: row.availability,
    visibility: row.visibility,
    alert_min_score: row.alertMinScore,
    infer_skills: row.inferSkills,
    inferred_skills: inferSkills(row),
  }
}
