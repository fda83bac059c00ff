import { z } from 'zod'
import { showLocation } from './show.ts'
import * as wire from './wire.ts'

/**
 * What a need and an offer say alike of the work: what it is, where, how much and when. The same fields on
 * the wire, in the row and in the answer, each stated once.
 */
export const workInput = {
  title: wire.text(1, 200),
  modality: wire.modality,
  max_distance_km: wire.distance_km.optional(),
  hours_per_week: wire.hours_per_week.optional(),
  starts_on: wire.day.optional(),
  ends_on: wire.day.optional(),
  availability: wire.availability.optional(),
  visibility: wire.visibility.default('network'),
  alert_min_score: z
    .number()
    .min(0)
    .max(1)
    .optional()
    .describe('Be told of matches from this score on, by `match.found`; of none where it is left out'),
}

export const workShown = {
  title: z.string(),
  description: z.string(),
  modality: wire.modality,
  location: wire.locationShown.nullable(),
  max_distance_km: z.number().nullable(),
  hours_per_week: z.number().nullable(),
  starts_on: z.string().nullable(),
  ends_on: z.string().nullable(),
  availability: wire.availability.nullable(),
  visibility: wire.visibility,
  alert_min_score: z.number().nullable(),
}

type WorkInput = z.output<z.ZodObject<typeof workInput>> & {
  description: string
  location?: z.output<typeof wire.location> | undefined
}

/** The columns of a body's work. */
export function readWork(input: WorkInput) {
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
  }
}

type WorkRow = ReturnType<typeof readWork>

/** The part of a body that would be read as this row's work again. */
export function unreadWork(row: WorkRow): WorkInput {
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
  }
}

/** A row's work as its own partner sees it. */
export function showWork(row: WorkRow) {
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
  }
}
