import { z } from 'zod'
import { selectionQuery } from '../../platform/http/index.ts'
import { metadataInput, metadataShown } from '../../shared/metadata.ts'
import * as wire from '../../shared/wire.ts'
import { helper, organization, publicNeedView, publicOfferView } from '../postings/index.ts'
import { introductionStatus, sides } from './introductions.table.ts'

/** Reasons for a decline. The list is short, so that answers can be counted and learned from. */
export const declineReasons = [
  'not_needed_any_more',
  'no_time_now',
  'skills_do_not_fit',
  'hours_do_not_fit',
  'terms_do_not_fit',
  'too_far_away',
  'found_someone_else',
  'other',
] as const

const sessionIds = z.array(wire.idOf('session')).min(1).max(100)

export const proposeInput = z
  .strictObject({
    need_id: wire.idOf('need').describe('The need'),
    offer_id: wire.idOf('offer').describe('The offer'),
    session_ids: sessionIds
      .optional()
      .describe(
        'For a need with `sessions`: the sessions to propose. Default: all future sessions that have a place left and suit the helper',
      ),
    message: wire.text(1, 2000).optional().describe('Message to the other side. Leave out contact details'),
    expires_at: wire.instant
      .optional()
      .describe(
        'Time until which the other side may answer: at least 24 hours and at most 14 days from now, unless the operator has set other limits. Default: in 72 hours',
      ),
    metadata: metadataInput
      .optional()
      .describe('Up to 50 key-value pairs of your own. The other side never sees them'),
  })
  .meta({ id: 'IntroductionBody' })
export type ProposeInput = z.output<typeof proposeInput>

export const declineInput = z
  .strictObject({ reason: z.enum(declineReasons).describe('Reason. The proposing side sees it') })
  .meta({ id: 'DeclineBody' })

export const acceptInput = z
  .strictObject({
    session_ids: sessionIds
      .optional()
      .describe(
        'Sessions to accept. Default: all sessions of the introduction, and of those at the same time the earliest',
      ),
    hours_per_week: wire.hours_per_week
      .optional()
      .describe(
        'Weekly hours that both sides agree on. Default: the hours of the need, at most those of the offer',
      ),
    overcommit: z
      .boolean()
      .optional()
      .describe("Accept even if the helper's hours are already reserved for other work. Default: false"),
  })
  .meta({ id: 'AcceptBody' })

export const proposalShown = z
  .object({
    need: publicNeedView.describe('The need as shown to other partners then'),
    offer: publicOfferView.describe('The offer as shown to other partners then'),
    score: z.number().describe('Score of the match, from 0 to 1'),
    summary: z.string().describe('The match in one sentence for your side, in the language of the response'),
  })
  .meta({ id: 'Proposal' })
export type ProposalShown = z.output<typeof proposalShown>

/** Field of introductions and engagements. */
export const proposalField = proposalShown
  .nullable()
  .describe(
    'The need, the offer and their match at the time of the proposal. `GET /v1/needs/{id}/matches/{offer_id}` shows them as they are now. Null for rings, for introductions from before this field existed, and after a student has withdrawn consent or was erased',
  )

const present = (name: string) => `Only with \`expand=${name}\`.`
/** Fields of introductions and engagements. */
export const partiesShown = {
  need: publicNeedView
    .nullable()
    .optional()
    .describe(`${present('need')} Current state; null if you may no longer see it`),
  offer: publicOfferView
    .nullable()
    .optional()
    .describe(`${present('offer')} Current state; null if you may no longer see it`),
  organization: organization
    .nullable()
    .optional()
    .describe(`${present('organization')} Null if it belongs to the other side`),
  helper: helper
    .nullable()
    .optional()
    .describe(`${present('helper')} Null if it belongs to the other side`),
}

/** Field of introductions and engagements. */
export const ownMetadataShown = metadataShown.describe(
  "Your own key-value pairs. The other side has its own, and neither sees the other's",
)

const party = z.object({
  id: z.string().describe('Id of the organization or the helper'),
  name: z.string().describe('Name of the organization or the helper'),
  contact: wire.contactShown.describe('Whom to reach'),
})

export const introduction = z
  .object({
    id: wire.idOf('introduction'),
    need_id: wire.idOf('need').describe('The need'),
    organization_id: wire.idOf('org').describe('The organization that posted the need'),
    offer_id: wire.idOf('offer').describe('The offer'),
    helper_id: wire.idOf('helper').describe('The helper who makes the offer'),
    proposed_by: z.enum(sides).describe('The side that proposed. The other side answers'),
    yours: z.array(z.enum(sides)).describe('The sides that are yours'),
    message: z.string().nullable().describe('Message of the proposing side'),
    session_ids: z
      .array(wire.idOf('session'))
      .describe('Sessions of the need that are proposed. Empty if the need has none'),
    status: introductionStatus.describe('`proposed` awaits an answer. Every other status is final'),
    reason: z
      .string()
      .nullable()
      .describe(
        'Why it was declined. `need_filled` if someone else took the last position. `merged` if two records of one person were merged and the other introduction was kept',
      ),
    expires_at: z.string().describe('When it expires if nobody has answered'),
    answered_at: z.string().nullable().describe('When it was accepted or declined'),
    engagement_id: wire
      .idOf('engagement')
      .nullable()
      .describe('The engagement that began when it was accepted. Null before'),
    proposal: proposalField,
    contacts: z
      .object({
        organization: party.describe('The organization that posted the need'),
        helper: party.describe('The helper who makes the offer'),
      })
      .nullable()
      .describe('Present only when you read a single accepted introduction. Each disclosure is logged'),
    metadata: ownMetadataShown,
    version: wire.version,
    created_at: z.string().describe('RFC 3339'),
    updated_at: z.string().describe('RFC 3339'),
    ...partiesShown,
  })
  .meta({ id: 'Introduction' })
export type Introduction = z.output<typeof introduction>

export const introductionSelection = selectionQuery(introduction, partiesShown)
