import { z } from 'zod'
import { issueText } from '../../../shared/issue-messages.ts'
import { metadataInput } from '../../../shared/metadata.ts'
import * as wire from '../../../shared/wire.ts'
import { givenSkillShown, givenSkills, wantedSkillShown, wantedSkills } from '../../skills/index.ts'
import { minimumAge } from '../ages.ts'
import { organization } from '../organizations/organizations.schemas.ts'
import { noticesShown, resourceFields } from '../posting.schemas.ts'
import { MOST_POSITIONS, sessionsInput, sessionsShown } from '../sessions/sessions.schemas.ts'
import { moneyPerUnit, workInput, workShown } from '../work-fields.ts'

export const needStatus = z.enum(['open', 'filled', 'closed'])
export const requirement = z
  .string()
  .max(120)
  .regex(
    /^(age_over_18|background_check|licence:[^\s:][^:]*)$/,
    issueText('fault_of_posting', { what: 'requirement' }),
  )
  .refine(wire.isCleanText, wire.notClean)
/** Returns the requirement for a licence by name, ignoring case and spacing. */
export function licenceRequirement(name: string): string {
  return `licence:${name.trim().replace(/\s+/g, ' ').toLowerCase()}`
}

export function requirementOf(text: string): string {
  return text.startsWith('licence:') ? licenceRequirement(text.slice('licence:'.length)) : text
}

/** Number of helpers wanted by a need that states none. */
export const DEFAULT_POSITIONS = 1

/** How the organization plans to work with the helper. `POST /v1/advice/readiness` reports what is missing. */
export const brief = z
  .strictObject({
    outcome: wire.text(1, 2000).optional().describe('Outcome: how everyone will know that the work is done'),
    moves: z.enum(['revenue', 'mission', 'time_freed', 'none']).optional().describe('What the work improves'),
    steps: z.array(wire.text(1, 500)).max(50).default([]).describe('Steps of the work'),
    document_url: wire.webAddress.optional().describe('Address of a document that describes the steps'),
    autonomy: z
      .enum(['decides', 'proposes', 'follows'])
      .optional()
      .describe('How much the helper decides alone'),
    check_ins_per_week: z.number().min(0).max(50).optional().describe('Check-ins per week'),
    training_hours: z.number().min(0).max(1000).optional().describe('Hours planned for training the helper'),
    repeats_per_week: z
      .number()
      .min(0)
      .max(1000)
      .optional()
      .describe('How often the work is repeated in a week. 0 for one-time work'),
    helper_gains: wire.text(1, 2000).optional().describe('What the helper learns or gains'),
  })
  .meta({ id: 'Brief' })
export type BriefInput = z.output<typeof brief>

export const needInput = z
  .strictObject({
    organization_id: wire.idOf('org').describe('Organization that posts the need'),
    ...workInput,
    description: wire.text(1, 10_000).describe('Description of the work'),
    visibility: workInput.visibility.describe(
      '`network`: visible to all partners, and to the public if `is_public` and your `public_feed` are on. `partner`: visible only to you',
    ),
    is_public: z
      .boolean()
      .default(true)
      .describe('`false` keeps an open need with `visibility: network` off the public pages'),
    skills: wantedSkills.default([]).describe('Skills that the work requires'),
    accepts: z.array(wire.offerKind).min(1).max(4).describe('Kinds of help that the organization accepts'),
    location: wire.location.optional().describe("Default: the organization's"),
    deadline_at: wire.instant.optional().describe('From this time on the need is no longer ranked'),
    requires: z
      .array(requirement)
      .max(20)
      .default([])
      .describe(
        'What a helper must have: `age_over_18`, `background_check`, or a licence such as `licence:notary`',
      ),
    minimum_age: minimumAge.optional(),
    gives: givenSkills.default([]).describe('What the organization gives in return, for barter'),
    budget: moneyPerUnit.optional().describe('For paid help'),
    positions: z
      .int()
      .min(1)
      .max(MOST_POSITIONS)
      .default(DEFAULT_POSITIONS)
      .describe(
        'Number of helpers wanted. With `sessions` it is the sum of their positions: leave it out, or send that sum',
      ),
    sessions: sessionsInput,
    brief: brief.optional().describe('How the organization plans to work with the helper'),
    status: needStatus
      .optional()
      .describe('Status of the need. Default: unchanged, or `open` for a new need'),
    external_id: wire.externalId.optional(),
    metadata: metadataInput.optional(),
  })
  .refine(wire.datesInOrder, wire.datesInOrderFault)
  .meta({ id: 'NeedBody' })
export type NeedInput = z.output<typeof needInput>

export const need = z
  .object({
    ...resourceFields('need'),
    organization_id: wire.idOf('org').describe('Organization that posted the need'),
    ...workShown,
    status: needStatus.describe('`open` needs are ranked'),
    is_public: z
      .boolean()
      .describe('False keeps an open need with `visibility: network` off the public pages'),
    skills: z.array(wantedSkillShown).describe('Skills that the work requires'),
    accepts: z.array(wire.offerKind).describe('Kinds of help that the organization accepts'),
    deadline_at: z.string().nullable().describe('From this time on the need is no longer ranked'),
    requires: z.array(z.string()).describe('What a helper must have'),
    minimum_age: z.int().nullable().describe('Minimum age of a helper. Null: none'),
    gives: z.array(givenSkillShown).describe('What the organization gives in return, for barter'),
    budget: moneyPerUnit.nullable().describe('For paid help'),
    positions: z.int().describe('Number of helpers wanted, over all sessions if there are any'),
    sessions: sessionsShown,
    brief: brief.nullable().describe('How the organization plans to work with the helper'),
    notices: noticesShown,
    organization: organization.optional().describe('The organization. Only with `expand=organization`'),
    left: z
      .object({
        positions: z.int().describe('Free positions, without active or completed work'),
        hours_per_week: z
          .number()
          .nullable()
          .describe('Weekly hours of all free positions together. Null if the need states no hours'),
        sessions: z
          .array(
            z.object({
              session_id: wire.idOf('session').describe('The session'),
              positions: z.int().describe('Free positions of the session'),
            }),
          )
          .describe('Free positions of each session'),
      })
      .nullable()
      .optional()
      .describe('Free capacity. Only with `expand=left`. It can change without a new `version`'),
  })
  .meta({ id: 'Need' })
export type Need = z.output<typeof need>
