import type { Context } from '../../platform/events/index.ts'
import type { PartnerId } from '../../shared/ids.ts'
import type { ReaderLanguage } from '../../shared/messages/index.ts'
import {
  createIntroductionsRepository,
  ownMetadata,
  type ProposalShown,
  showProposal,
  sidesOf,
} from '../introductions/index.ts'
import type { Engagement } from './engagements.schemas.ts'
import type { EngagementRow, HoursRow, RetrospectiveRow } from './engagements.table.ts'
import { type Hours, minutesOf, roundedHours } from './hours.schemas.ts'

/** Reads the proposals of these engagements of the caller. Returns a function that shows each of them. */
export async function readProposals(
  { db, actor: { partnerId } }: Context,
  rows: readonly EngagementRow[],
  language: ReaderLanguage,
): Promise<(row: EngagementRow) => Engagement> {
  const ids = rows.map(({ introductionId }) => introductionId)
  const proposals = await createIntroductionsRepository(db).proposals(ids)
  return (row) => {
    const proposal = proposals.get(row.introductionId) ?? null
    return showEngagement(row, partnerId, showProposal({ ...row, proposal }, { partnerId, language }))
  }
}

/** Returns an engagement in the form that one of its partners sees. */
export function showEngagement(
  row: EngagementRow,
  partnerId: PartnerId,
  proposal: ProposalShown | null,
): Engagement {
  return {
    id: row.id,
    introduction_id: row.introductionId,
    need_id: row.needId,
    organization_id: row.organizationId,
    offer_id: row.offerId,
    helper_id: row.helperId,
    yours: sidesOf(row, partnerId),
    kind: row.kind,
    title: row.title,
    skills: row.skills,
    hours_per_week: row.hoursPerWeek,
    sessions: row.sessions,
    plan: row.plan,
    proposal,
    status: row.status,
    done_by: row.doneBy,
    ended_by: row.endedBy,
    end_reason: row.endReason,
    started_at: row.startedAt.toISOString(),
    ended_at: row.endedAt?.toISOString() ?? null,
    metadata: ownMetadata(row, partnerId),
    version: row.version,
    created_at: row.createdAt.toISOString(),
    updated_at: row.updatedAt.toISOString(),
  }
}

export function showHours(row: HoursRow): Hours {
  return {
    id: row.id,
    engagement_id: row.engagementId,
    worked_on: row.workedOn,
    hours: roundedHours(minutesOf(row.hours)),
    minutes: minutesOf(row.hours),
    starts_at: row.startsAt?.toISOString() ?? null,
    ends_at: row.endsAt?.toISOString() ?? null,
    session_id: row.sessionId,
    logged_by: row.loggedBy,
    status: row.status,
    dispute_reason: row.disputeReason,
    corrects: row.correctsId,
    correction_reason: row.correctionReason,
    version: row.version,
    created_at: row.createdAt.toISOString(),
    answered_at: row.answeredAt?.toISOString() ?? null,
  }
}

export function showRetrospective(row: RetrospectiveRow) {
  return {
    outcome: row.outcome,
    again: row.again,
    hours_spent: row.hoursSpent,
    obstacles: row.obstacles,
    created_at: row.createdAt.toISOString(),
  }
}

/** Shows retrospectives by side; null for a side without one, or whose answers can't be seen yet. */
export function showRetrospectives(rows: readonly RetrospectiveRow[]) {
  const of = (side: 'need' | 'offer') => rows.find((row) => row.side === side)
  const [need, offer] = [of('need'), of('offer')]
  return { need: need ? showRetrospective(need) : null, offer: offer ? showRetrospective(offer) : null }
}
