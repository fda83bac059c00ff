import type { Context } from '../../../platform/events/index.ts'
import { DomainError } from '../../../shared/errors.ts'
import { utcDay } from '../../../shared/time.ts'
import {
  createEngagementsRepository,
  createHoursRepository,
  type EngagementId,
  type EngagementRow,
  findEngagement,
  logNameDisclosure,
} from '../../engagements/index.ts'
import { type HelperRow, shownName } from '../../postings/index.ts'
import { type Experience, jsonResumeOf, openBadgePayloadOf } from './experience-record.ts'

/** Maps a skill to its URI in a public classification, or to null. */
export type SkillUri = (skill: string) => string | null

export interface RecordPorts {
  /** Returns the URL of this service, which issues the badges. */
  issuer: () => string
  /** Signs claims as a JWT with the service's key. */
  signCredential(claims: Record<string, unknown>): string
  skillUri: SkillUri
}

/**
 * Returns a helper's record of one completed engagement: a JSON Resume, or an Open Badges credential as a signed JWT. Logs
 * the disclosure of the helper's name. Throws `engagement_not_found` and `engagement_not_completed`.
 */
export function createReadRecord({ issuer, signCredential, skillUri }: RecordPorts) {
  return async function readRecord(
    ctx: Context,
    { id, format }: { id: EngagementId; format: 'json_resume' | 'open_badge' },
  ): Promise<{ json: Record<string, unknown> } | { jwt: string }> {
    const engagement = await findEngagement(ctx, { id })
    const { status, endedAt } = engagement
    if (status !== 'completed' || !endedAt)
      throw new DomainError(
        'engagement_not_completed',
        'Both sides must mark the work as done first, with POST /v1/engagements/{id}/complete.',
      )
    await logNameDisclosure(ctx, engagement)
    const repository = createEngagementsRepository(ctx.db)
    const experience = experienceOf(skillUri, endedAt, {
      engagement,
      ...(await repository.namesOf(engagement)),
      confirmedHours: await createHoursRepository(ctx.db).confirmedHours(engagement.id),
    })
    if (format === 'json_resume') return { json: jsonResumeOf(experience) }
    return { jwt: signCredential(openBadgePayloadOf(experience, { url: issuer(), name: 'Smartsource' })) }
  }
}

/** Returns the completed engagements of one of the caller's helpers, latest first. */
export async function readExperiences(
  { db, actor }: Context,
  { helper, skillUri }: { helper: Pick<HelperRow, 'id' | 'name' | 'preferredName'>; skillUri: SkillUri },
): Promise<Experience[]> {
  const rows = await createEngagementsRepository(db).completedOf(actor.partnerId, helper.id)
  return rows.flatMap((row) => {
    const { endedAt } = row.engagement
    return endedAt ? [experienceOf(skillUri, endedAt, { ...row, helper: shownName(helper) })] : []
  })
}

function experienceOf(
  skillUri: SkillUri,
  completedAt: Date,
  work: { engagement: EngagementRow; organization: string; helper: string; confirmedHours: number },
): Experience {
  const { engagement, organization, helper, confirmedHours } = work
  const { plan, startedAt } = engagement
  const endsOn = utcDay(completedAt)
  const startsOn = plan.starts_on ?? utcDay(startedAt)
  return {
    engagementId: engagement.id,
    helperId: engagement.helperId,
    helperName: helper,
    organizationName: organization,
    kind: engagement.kind,
    title: engagement.title,
    outcome: plan.outcome,
    // Work that ended before its planned start began no later than it ended.
    startsOn: startsOn < endsOn ? startsOn : endsOn,
    endsOn,
    confirmedHours,
    skills: engagement.skills.map(({ label, skill }) => ({ label, uri: skill && skillUri(skill) })),
    completedAt,
  }
}
