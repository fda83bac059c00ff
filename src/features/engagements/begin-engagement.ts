import type { Transaction } from '../../platform/events/index.ts'
import { newId } from '../../shared/ids.ts'
import { type IntroductionRow, notifyBoth } from '../introductions/index.ts'
import { createEngagementsRepository } from './engagements.repository.ts'
import { planInput } from './engagements.schemas.ts'
import type { EngagementRow } from './engagements.table.ts'

/** Begins the work of an accepted introduction, with a plan that has what need and offer say already. */
export async function beginEngagement(
  tx: Transaction,
  introduction: IntroductionRow,
  now: Date,
): Promise<EngagementRow> {
  const repository = createEngagementsRepository(tx.db)
  const { need, offer } = await repository.beginningOf(introduction)
  if (!need || !offer) throw new Error('an introduction was accepted of what is not there')
  const { needPartnerId, needId, organizationId, offerPartnerId, offerId, helperId } = introduction
  const row: EngagementRow = {
    ...{ needPartnerId, needId, organizationId, offerPartnerId, offerId, helperId },
    id: newId('engagement'),
    introductionId: introduction.id,
    kind: offer.kind,
    title: need.title,
    skills: need.skills.map(({ skill, resolved }) => ({
      label: resolved.skill?.label ?? skill,
      skill: resolved.skill?.id ?? null,
    })),
    plan: planInput.parse({ starts_on: need.startsOn, ends_on: need.endsOn }),
    state: 'active',
    doneBy: [],
    endedBy: null,
    endReason: null,
    startedAt: now,
    endedAt: null,
    version: 1,
    createdAt: now,
    updatedAt: now,
  }
  await repository.insert(row)
  notifyBoth(tx, row, 'engagement.begun')
  return row
}
