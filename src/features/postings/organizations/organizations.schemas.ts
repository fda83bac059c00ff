import { z } from 'zod'
import { metadataInput } from '../../../shared/metadata.ts'
import * as wire from '../../../shared/wire.ts'
import { resourceFields } from '../posting.schemas.ts'
import { noticesOfWrite } from '../same-email/same-email.ts'

export const organizationInput = z
  .strictObject({
    name: wire.text(1, 200).describe('Name of the organization'),
    kind: wire.organizationKind,
    contact: wire.contact.describe(
      'Contact of the organization. The other side sees it when both have accepted an introduction',
    ),
    location: wire.location
      .optional()
      .describe('Location of the organization. Other partners see only the city'),
    time_zone: wire.timeZone,
    languages: wire.languages,
    causes: wire.causes.default([]),
    url: wire.webAddress.optional().describe('Web address of the organization'),
    public_name: wire
      .text(1, 200)
      .optional()
      .describe(
        'Name shown on the public pages of its needs. Send it only with the consent of the organization. Without it the pages show no name',
      ),
    connections: z
      .array(wire.idOf('helper'))
      .max(500)
      .default([])
      .describe(
        'Helpers that the organization already knows. A connection with a helper of another partner counts only if it lists the organization too',
      ),
    blocked_helper_ids: z
      .array(wire.idOf('helper'))
      .max(1000)
      .default([])
      .describe('Helpers that the organization must not be matched with'),
    helper_id: wire
      .idOf('helper')
      .optional()
      .describe(
        'The helper record of the same party, if the organization also offers help. In barter the two count as one party',
      ),
    external_id: wire.externalId.optional(),
    metadata: metadataInput.optional(),
  })
  .meta({ id: 'OrganizationBody' })
export type OrganizationInput = z.output<typeof organizationInput>

export const organization = z
  .object({
    ...resourceFields('org'),
    notices: noticesOfWrite,
    name: z.string().describe('Name of the organization'),
    kind: wire.organizationKind,
    contact: wire.contactShown.describe(
      'Contact of the organization. The other side sees it when both have accepted an introduction',
    ),
    location: wire.locationShown
      .nullable()
      .describe('Location of the organization. Other partners see only the city'),
    time_zone: z.string().describe('IANA time zone'),
    languages: z.array(z.string()).describe('Languages of the organization, BCP 47'),
    causes: z.array(z.string()).describe('Causes that matter to the organization'),
    url: z.string().nullable().describe('Web address of the organization'),
    public_name: z
      .string()
      .nullable()
      .describe('Name shown on the public pages of its needs. Null: no name is shown'),
    connections: z.array(z.string()).describe('Helpers that the organization already knows'),
    blocked_helper_ids: z
      .array(z.string())
      .describe('Helpers that the organization must not be matched with'),
    helper_id: z.string().nullable().describe('The helper record of the same party'),
  })
  .meta({ id: 'Organization' })
export type Organization = z.output<typeof organization>
