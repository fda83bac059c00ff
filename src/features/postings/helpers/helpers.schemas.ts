import { z } from 'zod'
import * as wire from '../../../shared/wire.ts'
import { resourceFields } from '../posting.schemas.ts'

const licence = z.strictObject({
  name: wire.text(1, 100),
  issued_on: wire.day.optional(),
  expires_on: wire.day.optional(),
})

export const credentials = z.strictObject({
  age_over_18: z.strictObject({ confirmed_on: wire.day }).optional(),
  background_check: z.strictObject({ issued_on: wire.day, expires_on: wire.day.optional() }).optional(),
  licences: z.array(licence).max(20).default([]),
})

export const helperKind = z.enum(['person', 'organization'])

export const helperInput = z
  .strictObject({
    name: wire.text(1, 200),
    kind: helperKind,
    contact: wire.contact,
    location: wire.location.optional(),
    time_zone: wire.timeZone,
    languages: wire.languages,
    credentials: credentials.default({ licences: [] }),
    connections: z
      .array(wire.idOf('org'))
      .max(1000)
      .default([])
      .describe(
        'Organizations that this helper already knows. A connection with an organization of another partner counts once the organization names the helper too',
      ),
    blocked_organization_ids: z
      .array(wire.idOf('org'))
      .max(1000)
      .default([])
      .describe('Organizations that this helper must not be matched with'),
    external_id: wire.externalId.optional(),
  })
  .meta({ id: 'HelperBody' })
export type HelperInput = z.output<typeof helperInput>

export const helper = z
  .object({
    ...resourceFields('helper'),
    name: z.string(),
    kind: helperKind,
    contact: wire.contactShown,
    location: wire.locationShown.nullable(),
    time_zone: z.string(),
    languages: z.array(z.string()),
    credentials: z.object({
      age_over_18: z.object({ confirmed_on: z.string() }).nullable(),
      background_check: z.object({ issued_on: z.string(), expires_on: z.string().nullable() }).nullable(),
      licences: z.array(
        z.object({ name: z.string(), issued_on: z.string().nullable(), expires_on: z.string().nullable() }),
      ),
    }),
    connections: z.array(z.string()),
    blocked_organization_ids: z.array(z.string()),
  })
  .meta({ id: 'Helper' })
export type Helper = z.output<typeof helper>
