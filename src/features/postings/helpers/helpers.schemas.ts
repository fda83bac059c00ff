import { z } from 'zod'
import { metadataInput } from '../../../shared/metadata.ts'
import * as wire from '../../../shared/wire.ts'
import { AGES_DISAGREE, ageBand, agesAgree, guardianConsent, guardianConsentShown } from '../ages.ts'
import { resourceFields } from '../posting.schemas.ts'
import { noticesOfWrite } from '../same-email/same-email.ts'

const licence = z.strictObject({
  name: wire.text(1, 100).describe('Name of the licence, as in the requirement `licence:notary`'),
  issued_on: wire.day.optional().describe('Day of issue'),
  expires_on: wire.day.optional().describe('Last day on which it is valid'),
})

const credentialFields = z.strictObject({
  age_band: ageBand.optional(),
  guardian_consent: guardianConsent.optional(),
  age_over_18: z
    .strictObject({ confirmed_on: wire.day.describe('Day on which the check was confirmed') })
    .optional()
    .describe('Whether the helper is over 18'),
  background_check: z
    .strictObject({
      issued_on: wire.day.describe('Day of issue'),
      expires_on: wire.day.optional().describe('Last day on which it is valid'),
    })
    .optional()
    .describe('Criminal background check'),
  licences: z.array(licence).max(20).default([]).describe('Licences of the helper'),
})

export const credentials = credentialFields.refine(agesAgree, AGES_DISAGREE)

export const helperKind = z
  .enum(['person', 'organization'])
  .describe('Whether the helper is a person or an organization')

export const helperInput = z
  .strictObject({
    name: wire.text(1, 200).describe('Name of the helper'),
    preferred_name: wire
      .text(1, 200)
      .optional()
      .describe('Name that the helper goes by. Other partners see it instead of the name'),
    kind: helperKind,
    contact: wire.contact.describe(
      'Contact of the helper. The other side sees it when both have accepted an introduction',
    ),
    location: wire.location.optional().describe('Location of the helper. Other partners see only the city'),
    time_zone: wire.timeZone,
    languages: wire.languages,
    credentials: credentials.default({ licences: [] }).describe('Credentials that needs may require'),
    max_hours_per_week: wire.hours_per_week
      .optional()
      .describe('Maximum hours per week over all offers and engagements of the helper'),
    connections: z
      .array(wire.idOf('org'))
      .max(1000)
      .default([])
      .describe(
        'Organizations that the helper already knows. A connection with an organization of another partner counts only if it lists the helper too',
      ),
    blocked_organization_ids: z
      .array(wire.idOf('org'))
      .max(1000)
      .default([])
      .describe('Organizations that the helper must not be matched with'),
    external_id: wire.externalId.optional(),
    metadata: metadataInput.optional(),
  })
  .meta({ id: 'HelperBody' })
export type HelperInput = z.output<typeof helperInput>

export const helper = z
  .object({
    ...resourceFields('helper'),
    notices: noticesOfWrite,
    name: z.string().describe('Name of the helper'),
    preferred_name: z
      .string()
      .nullable()
      .describe('Name that the helper goes by. Other partners see it instead of the name'),
    kind: helperKind,
    contact: wire.contactShown.describe(
      'Contact of the helper. The other side sees it when both have accepted an introduction',
    ),
    location: wire.locationShown
      .nullable()
      .describe('Location of the helper. Other partners see only the city'),
    time_zone: z.string().describe('IANA time zone'),
    languages: z.array(z.string()).describe('Languages of the helper, BCP 47'),
    credentials: z
      .object({
        age_band: ageBand.nullable().describe('Null if it is not known'),
        guardian_consent: guardianConsentShown,
        age_over_18: z
          .object({ confirmed_on: z.string().describe('Day on which the check was confirmed') })
          .nullable()
          .describe('Null if it is not known'),
        background_check: z
          .object({
            issued_on: z.string().describe('Day of issue'),
            expires_on: z.string().nullable().describe('Last day on which it is valid'),
          })
          .nullable()
          .describe('Null if there is none'),
        licences: z
          .array(
            z.object({
              name: z.string().describe('Name of the licence'),
              issued_on: z.string().nullable().describe('Day of issue'),
              expires_on: z.string().nullable().describe('Last day on which it is valid'),
            }),
          )
          .describe('Licences of the helper'),
      })
      .describe('Credentials that needs may require'),
    max_hours_per_week: z
      .number()
      .nullable()
      .describe('Maximum hours per week over all offers and engagements of the helper'),
    connections: z.array(z.string()).describe('Organizations that the helper already knows'),
    blocked_organization_ids: z
      .array(z.string())
      .describe('Organizations that the helper must not be matched with'),
  })
  .meta({ id: 'Helper' })
export type Helper = z.output<typeof helper>
