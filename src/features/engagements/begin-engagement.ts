import type { WriteContext } from '../../platform/events/index.ts'
import { dayIn } from '../../shared/time.ts'
import { type AcceptedIntroduction, notifyReranked, partyOf } from '../introductions/index.ts'
import type { AgreedSession } from '../postings/index.ts'
import { createEngagementsRepository } from './engagements.repository.ts'
import { planInput } from './engagements.schemas.ts'
import type { EngagementRow } from './engagements.table.ts'
import { notifyEngagement } from './notify-engagement.ts'

/**
 * Starts the work of an accepted introduction. The plan starts with the data of the need and the offer, and each side keeps
 * its metadata. Rankings are updated with what is left of both.
 */
export async function beginEngagement(
  ctx: WriteContext,
  introduction: AcceptedIntroduction,
  { hoursPerWeek, sessions }: { hoursPerWeek: number | null; sessions: readonly AgreedSession[] },
): Promise<EngagementRow> {
  const now = ctx.clock()
  const repository = createEngagementsRepository(ctx.db)
  const { need, offer } = await repository.beginningOf(introduction)
  if (!need || !offer) throw new Error('the need or the offer of an accepted introduction is missing')
  const {
    needPartnerId,
    needId,
    organizationId,
    offerPartnerId,
    offerId,
    helperId,
    needMetadata,
    offerMetadata,
  } = introduction
  const row: EngagementRow = {
    ...{ needPartnerId, needId, organizationId, offerPartnerId, offerId, helperId },
    ...{ needMetadata, offerMetadata },
    id: introduction.engagementId,
    introductionId: introduction.id,
    kind: offer.kind,
    title: need.title,
    skills: need.skills.map(({ skill, resolved }) => ({
      label: resolved.skill?.label ?? skill,
      skill: resolved.skill?.id ?? null,
    })),
    hoursPerWeek,
    sessions: [...sessions],
    plan: planInput.parse(daysOf(need, sessions)),
    droppedCheckIns: [],
    status: 'active',
    doneBy: [],
    endedBy: null,
    endReason: null,
    startedAt: now,
    endedAt: null,
    needActiveAt: null,
    offerActiveAt: null,
    version: 1,
    createdAt: now,
    updatedAt: now,
  }
  await repository.insert(row)
  notifyEngagement(ctx, row, { type: 'engagement.begun' })
  notifyReranked(ctx, partyOf(row, 'offer'))
  ctx.append({ partnerId: needPartnerId, type: 'need.reranked', resourceId: needId })
  return row
}

/** Returns the first and last day of the need, otherwise those of the sessions in their time zones. */
function daysOf(
  need: { startsOn: string | null; endsOn: string | null },
  sessions: readonly AgreedSession[],
): { starts_on: string | null; ends_on: string | null } {
  const starts = sessions.map(({ starts_at, time_zone }) => dayIn(time_zone, new Date(starts_at))).sort()
  const ends = sessions.map(({ ends_at, time_zone }) => dayIn(time_zone, new Date(ends_at))).sort()
  const [starts_on, ends_on] = [need.startsOn ?? starts[0] ?? null, need.endsOn ?? ends.at(-1) ?? null]
  // A need may end before its sessions, or begin after them. Then only its own days count.
  if (starts_on !== null && ends_on !== null && starts_on > ends_on)
    return { starts_on: need.startsOn, ends_on: need.endsOn }
  return { starts_on, ends_on }
}
