import { z } from 'zod'
import { type IdPrefix, prefixes } from '../../shared/ids.ts'
import { idOf } from '../../shared/wire.ts'
import type { EventType } from './event-types.ts'

const named = <P extends IdPrefix>(prefix: P, name: string) => idOf(prefix).describe(`Id of the ${name}`)
const organization_id = named('org', 'organization')
const helper_id = named('helper', 'helper')
const need_id = named('need', 'need')
const offer_id = named('offer', 'offer')
const program_id = named('program', 'program')
const side = z.enum(['need', 'offer'])

/** Names of changed fields of the body. Their values may be personal, so events never contain them. */
const changed = z
  .array(z.string().regex(/^[a-z_]+$/))
  .describe('Names of the changed fields. Empty if only derived values have changed')
const statusOf = <const S extends readonly [string, ...string[]]>(...states: S) =>
  z.enum(states).describe('The status after the event')

const bare = z.strictObject({})
const onlyChanged = z.strictObject({ changed })
const need = { status: statusOf('open', 'filled', 'closed'), organization_id }
const offer = { status: statusOf('open', 'paused', 'closed'), helper_id }
const candidate = { status: statusOf('open', 'paused', 'closed'), program_id }
const mergedFrom = <P extends IdPrefix>(prefix: P) =>
  z.strictObject({ from_id: named(prefix, 'record that was merged into this one'), changed })

const parties = { need_id, organization_id, offer_id, helper_id }
const introduction = <const S extends string>(status: S) =>
  z.strictObject({
    status: z.literal(status).describe('The status after the event'),
    proposed_by: side.describe('The side that proposed'),
    ...parties,
  })
const engagement = <const S extends string>(status: S) => ({
  status: z.literal(status).describe('The status after the event'),
  introduction_id: named('introduction', 'introduction that started it'),
  ...parties,
})
const active = engagement('active')
/** Sides may dispute or confirm hours even after the end. */
const hours = {
  ...active,
  status: statusOf('active', 'completed', 'ended_early'),
  hours_id: named('hours', 'hours'),
  logged_by: side.describe('The side that logged the hours'),
}
const agreement_version = z.int().describe('Version of the learning agreement')
const moment = z.enum(['mid_term', 'final']).describe('Which evaluation')
const documentLink = {
  ...active,
  status: statusOf('active', 'completed', 'ended_early'),
  document_id: named('document', 'link'),
  side: side.describe('The side that added it'),
}
const sprint = z.strictObject({
  organization_id,
  need_ids: z.array(need_id).describe('Needs of the sprint, in the order of its bottlenecks'),
})
const placement = <const S extends string>(status: S) =>
  z.strictObject({
    status: z.literal(status).describe('The status after the event'),
    cohort_id: named('cohort', 'cohort that was placed'),
  })
const ring = <const S extends string>(status: S) =>
  z.strictObject({
    status: z.literal(status).describe('The status after the event'),
    party_ids: z
      .array(z.union([organization_id, helper_id]))
      .describe('Parties in order: each gives to the next, and the last to the first'),
  })

/** Data of each event type besides its resource: ids, states and names of fields, never personal data. */
export const eventData = {
  'organization.posted': bare,
  'organization.changed': onlyChanged,
  'organization.deleted': bare,
  'organization.merged': mergedFrom(prefixes.organization),
  'organization.reranked': bare,
  'helper.posted': bare,
  'helper.changed': onlyChanged,
  'helper.deleted': bare,
  'helper.merged': mergedFrom('helper'),
  'helper.credential_expiring': z.strictObject({
    credential: z
      .enum(['background_check', 'licence'])
      .describe('Credential that expires. Read the helper for its name and day'),
    days: z.literal([30, 7]).describe('Number of days within which it expires'),
  }),
  'helper.reranked': bare,
  'need.posted': z.strictObject(need),
  'need.changed': z.strictObject({ ...need, changed }),
  'need.deleted': bare,
  'need.reranked': bare,
  'offer.posted': z.strictObject(offer),
  'offer.changed': z.strictObject({ ...offer, changed }),
  'offer.deleted': bare,
  'offer.reranked': bare,
  'program.posted': bare,
  'program.changed': onlyChanged,
  'program.deleted': bare,
  'program.reranked': bare,
  'candidate.posted': z.strictObject(candidate),
  'candidate.changed': z.strictObject({ ...candidate, changed }),
  'candidate.deleted': bare,
  'candidate.merged': mergedFrom('candidate'),
  'candidate.reranked': bare,
  'cohort.posted': z.strictObject({ program_id }),
  'cohort.changed': z.strictObject({ program_id, changed }),
  'cohort.deleted': bare,
  'cohort.reranked': bare,
  'import.cancelled': z.strictObject({
    status: z.literal('cancelled').describe('The status after the event'),
  }),
  'partner.changed': onlyChanged,
  'match.found': z.strictObject({
    matches: z
      .array(
        z.strictObject({
          need_id,
          offer_id,
          score: z.number().describe('Score of the match, from 0 to 1'),
        }),
      )
      .describe('New matches, best first'),
  }),
  'introduction.proposed': introduction('proposed'),
  'introduction.changed': z.strictObject({
    ...introduction('proposed').shape,
    status: statusOf('proposed', 'accepted', 'declined', 'withdrawn', 'expired'),
    changed,
  }),
  'introduction.accepted': introduction('accepted'),
  'introduction.declined': introduction('declined'),
  'introduction.withdrawn': introduction('withdrawn'),
  'introduction.expired': introduction('expired'),
  'engagement.begun': z.strictObject(active),
  'engagement.changed': z.strictObject({
    ...active,
    status: statusOf('active', 'completed', 'ended_early'),
    changed,
  }),
  'engagement.planned': z.strictObject({
    ...active,
    changed: changed.describe('Names of the changed fields of the plan'),
  }),
  'engagement.hours_logged': z.strictObject(hours),
  'engagement.hours_changed': z.strictObject(hours),
  'engagement.hours_withdrawn': z.strictObject(hours),
  'engagement.hours_confirmed': z.strictObject(hours),
  'engagement.hours_disputed': z.strictObject(hours),
  'engagement.done_by_one': z.strictObject({
    ...active,
    done_by: z.array(side).describe('The side that marked the work as done'),
  }),
  'engagement.completed': z.strictObject(engagement('completed')),
  'engagement.ended_early': z.strictObject({
    ...engagement('ended_early'),
    ended_by: side.nullable().describe('The side that ended the work'),
  }),
  'engagement.looked_back': z.strictObject({
    ...active,
    status: statusOf('completed', 'ended_early'),
    side: side.describe('The side that sent its retrospective'),
  }),
  'engagement.agreement_written': z.strictObject({
    ...active,
    agreement_version,
    side: side.describe('The side that wrote the version'),
  }),
  'engagement.agreement_approved': z.strictObject({
    ...active,
    agreement_version,
    approved_as: z.enum(['student', 'office', 'supervisor']).describe('Role that approved the version'),
    is_approved: z.boolean().describe('True when all roles have approved the version'),
  }),
  'engagement.document_added': z.strictObject(documentLink),
  'engagement.document_removed': z.strictObject(documentLink),
  'engagement.evaluated': z.strictObject({
    ...active,
    status: statusOf('active', 'completed', 'ended_early'),
    moment,
    side: side.describe('Side that sent its evaluation'),
  }),
  'engagement.evaluation_due': z.strictObject({
    ...active,
    moment,
    waiting_for: z.array(side).describe('Sides that have not sent theirs yet'),
  }),
  'sprint.started': sprint,
  'sprint.changed': sprint.extend({ changed }),
  'sprint.half_time': sprint,
  'sprint.ended': sprint,
  'placement.made': placement('draft'),
  'placement.changed': z.strictObject({ changed }),
  'placement.publishing': placement('publishing'),
  'placement.published': placement('published'),
  'placement.deleted': bare,
  'ring.proposed': ring('proposed'),
  'ring.changed': z.strictObject({
    ...ring('proposed').shape,
    status: statusOf('proposed', 'accepted', 'declined', 'expired', 'broken'),
    changed,
  }),
  'ring.accepted_by_one': ring('proposed'),
  'ring.accepted': ring('accepted'),
  'ring.declined': ring('declined'),
  'ring.expired': ring('expired'),
  'ring.broken': ring('broken'),
  'webhook_endpoint.tested': bare,
  'webhook_endpoint.disabled': z.strictObject({
    status: z.literal('disabled').describe('The status after the event'),
    reason: z
      .enum(['gone', 'failing'])
      .describe('Why it was disabled, as in `disabled_reason` of the endpoint'),
  }),
} as const satisfies Record<EventType, z.ZodObject>

type Schemas = typeof eventData
/** Data of events of one type. */
export type EventDataOf<T extends EventType> = z.output<Schemas[T]>
/** Event types without data besides their resource. */
type BareType = { [T in EventType]: string extends keyof EventDataOf<T> ? T : never }[EventType]
export type TellingType = Exclude<EventType, BareType>
