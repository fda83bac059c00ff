import type { WriteContext } from '../../platform/events/index.ts'
import { newId } from '../../shared/ids.ts'
import { type IntroductionRow, notifyReranked, partyOf } from '../introductions/index.ts'
import { createEngagementsRepository } from './engagements.repository.ts'
import { planInput } from './engagements.schemas.ts'
import type { EngagementRow } from './engagements.table.ts'
import { notifyEngagement } from './notify-engagement.ts'

/**
 * Starts the work of an accepted introduction. The plan takes over what need and offer already say, and each side keeps its
 * metadata. Rankings learn at once what is left of both.
 */
export async function beginEngagement(
  ctx: WriteContext,
  introduction: IntroductionRow,
  { hoursPerWeek }: { hoursPerWeek: number | null },
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
    id: newId('engagement'),
    introductionId: introduction.id,
    kind: offer.kind,
    title: need.title,
    skills: need.skills.map(({ skill, resolved }) => ({
      label: resolved.skill?.label ?? skill,
      skill: resolved.skill?.id ?? null,
    })),
    hoursPerWeek,
    sessions: [],
    plan: planInput.parse({ starts_on: need.startsOn, ends_on: need.endsOn }),
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
