import { z } from 'zod'
import * as wire from '../../../shared/wire.ts'
import { workInput, workShown } from '../../../shared/work.ts'
import { givenSkillShown, givenSkills, wantedSkillShown, wantedSkills } from '../../skills/index.ts'
import { resourceFields } from '../posting.schemas.ts'

export const needStatus = z.enum(['open', 'filled', 'closed'])
export const requirement = z
  .string()
  .max(120)
  .regex(
    /^(age_over_18|background_check|licence:[^\s:][^:]*)$/,
    'Must be age_over_18, background_check or licence:<name>',
  )
  .refine(wire.isCleanText, 'Must not hold a NUL character or an unpaired surrogate')
/** Licences are compared by their names, whatever their case and spaces. */
export function licenceRequirement(name: string): string {
  return `licence:${name.trim().replace(/\s+/g, ' ').toLowerCase()}`
}

export function requirementOf(text: string): string {
  return text.startsWith('licence:') ? licenceRequirement(text.slice('licence:'.length)) : text
}

const budget = z.strictObject({ ...wire.money.shape, unit: z.enum(['hour', 'project']) })

/** How the help is meant to be worked with; `POST /v1/advice/readiness` tells what it lacks. */
export const brief = z
  .strictObject({
    outcome: wire.text(1, 2000).optional().describe('How everybody will know that it is done'),
    moves: z.enum(['revenue', 'mission', 'time_freed', 'none']).optional().describe('What it moves'),
    steps: z.array(wire.text(1, 500)).max(50).default([]).describe('How it is done, step by step'),
    document_url: wire.webAddress.optional().describe('Or where that is written down'),
    autonomy: z.enum(['decides', 'proposes', 'follows']).optional().describe('How far the helper decides'),
    check_ins_per_week: z.number().min(0).max(50).optional(),
    training_hours: z.number().min(0).max(1000).optional().describe('Planned for showing how it is done'),
    repeats_per_week: z.number().min(0).max(1000).optional().describe('0 for something done once'),
    helper_gains: wire.text(1, 2000).optional().describe('What the helper learns or gains'),
  })
  .meta({ id: 'Brief' })
export type BriefInput = z.output<typeof brief>

export const needInput = z
  .strictObject({
    organization_id: wire.idOf('org'),
    ...workInput,
    description: wire.text(1, 10_000),
    visibility: workInput.visibility.describe(
      '`network`: all partners, and anybody as long as `public_feed` of your partner is on; `partner`: yours alone',
    ),
    skills: wantedSkills.default([]),
    accepts: z.array(wire.offerKind).min(1).max(4).describe('Kinds of help that are welcome'),
    location: wire.location.optional().describe("Default: the organization's"),
    deadline_at: wire.instant.optional(),
    requires: z.array(requirement).max(20).default([]),
    gives: givenSkills.default([]).describe('For barter: what the organization gives in return'),
    budget: budget.optional().describe('For paid help'),
    positions: z.int().min(1).max(1000).default(1).describe('How many helpers'),
    brief: brief.optional().describe('How the help is meant to be worked with'),
    status: needStatus.optional().describe('Default: as it is; a new need is open'),
    external_id: wire.externalId.optional(),
  })
  .refine(wire.datesInOrder, wire.datesInOrderFault)
  .meta({ id: 'NeedBody' })
export type NeedInput = z.output<typeof needInput>

export const need = z
  .object({
    ...resourceFields('need'),
    organization_id: wire.idOf('org'),
    ...workShown,
    status: needStatus,
    skills: z.array(wantedSkillShown),
    accepts: z.array(wire.offerKind),
    deadline_at: z.string().nullable(),
    requires: z.array(z.string()),
    gives: z.array(givenSkillShown),
    budget: budget.nullable(),
    positions: z.int(),
    brief: brief.nullable(),
  })
  .meta({ id: 'Need' })
export type Need = z.output<typeof need>
