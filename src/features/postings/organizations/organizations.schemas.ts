import { z } from 'zod'
import * as wire from '../../../shared/wire.ts'
import { resourceFields } from '../posting.schemas.ts'

export const organizationInput = z
  .strictObject({
    name: wire.text(1, 200),
    kind: wire.organizationKind,
    contact: wire.contact,
    location: wire.location.optional(),
    time_zone: wire.timeZone,
    languages: wire.languages,
    causes: wire.causes.default([]),
    url: wire.webAddress.optional(),
    public_name: wire
      .text(1, 200)
      .optional()
      .describe(
        'Name on the public pages of its needs. Give it only with the consent of the organization; without it, the pages name nobody',
      ),
    connections: z
      .array(wire.idOf('helper'))
      .max(500)
      .default([])
      .describe(
        'Helpers that this organization already knows. A connection with a helper of another partner counts once the helper names the organization too',
      ),
    blocked_helper_ids: z
      .array(wire.idOf('helper'))
      .max(1000)
      .default([])
      .describe('Helpers that must not be matched with this organization'),
    helper_id: wire
      .idOf('helper')
      .optional()
      .describe(
        'The helper record of the same party, if the organization also offers help. In barter the two count as one party',
      ),
    external_id: wire.externalId.optional(),
  })
  .meta({ id: 'OrganizationBody' })
export type OrganizationInput = z.output<typeof organizationInput>

export const organization = z
  .object({
    ...resourceFields('org'),
    name: z.string(),
    kind: wire.organizationKind,
    contact: wire.contactShown,
    location: wire.locationShown.nullable(),
    time_zone: z.string(),
    languages: z.array(z.string()),
    causes: z.array(z.string()),
    url: z.string().nullable(),
    public_name: z.string().nullable(),
    connections: z.array(z.string()),
    blocked_helper_ids: z.array(z.string()),
    helper_id: z.string().nullable(),
  })
  .meta({ id: 'Organization' })
export type Organization = z.output<typeof organization>
