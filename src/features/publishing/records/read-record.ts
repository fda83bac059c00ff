import type { Queryable } from '../../../platform/db/index.ts'
import { DomainError } from '../../../shared/errors.ts'
import type { HelperId, PartnerId } from '../../../shared/ids.ts'
import type { EngagementRow } from '../../engagements/index.ts'
import {
  calendarOf,
  checkInsOf,
  createEngagementsRepository,
  type EngagementId,
  findEngagement,
} from '../../engagements/index.ts'
import { sidesOf } from '../../introductions/index.ts'
import { type Experience, jsonResumeOf, openBadgePayloadOf } from './experience-record.ts'

export interface RecordDeps {
  db: Queryable
  /** Who signs: the address of the service. */
  issuer: () => string
  signCredential(claims: Record<string, unknown>): string
  /** The address of a skill in a public classification; null where it has none. */
  skillUri(skill: string): string | null
}

/**
 * What a helper takes along from completed work: a JSON Resume, or an Open Badges credential as a signed JWT. Throws
 * `engagement_not_completed`.
 */
export async function readRecord(
  deps: RecordDeps,
  partnerId: PartnerId,
  id: EngagementId,
  format: 'json_resume' | 'open_badge',
): Promise<{ json: Record<string, unknown> } | { jwt: string }> {
  const engagement = await findEngagement(deps.db, partnerId, id)
  const { state, endedAt } = engagement
  if (state !== 'completed' || !endedAt)
    throw new DomainError('engagement_not_completed', 'Both sides have to say first that the work is done.')
  const repository = createEngagementsRepository(deps.db)
  const experience = experienceOf(deps, endedAt, {
    engagement,
    ...(await repository.namesOf(engagement)),
    confirmedHours: await repository.confirmedHours(engagement.id),
  })
  if (format === 'json_resume') return { json: jsonResumeOf(experience) }
  const issuer = { url: deps.issuer(), name: 'Smartsource' }
  return { jwt: deps.signCredential(openBadgePayloadOf(experience, issuer)) }
}

/** What a helper of the partner's own has completed, the latest first. */
export async function readExperiences(
  deps: Pick<RecordDeps, 'db' | 'skillUri'>,
  partnerId: PartnerId,
  helper: { id: HelperId; name: string },
): Promise<Experience[]> {
  const rows = await createEngagementsRepository(deps.db).completedOf(partnerId, helper.id)
  return rows.flatMap((row) => {
    const { endedAt } = row.engagement
    return endedAt ? [experienceOf(deps, endedAt, { ...row, helper: helper.name })] : []
  })
}

function experienceOf(
  deps: Pick<RecordDeps, 'skillUri'>,
  completedAt: Date,
  {
    engagement,
    organization,
    helper,
    confirmedHours,
  }: { engagement: EngagementRow; organization: string; helper: string; confirmedHours: number },
): Experience {
  const { plan, startedAt } = engagement
  const endsOn = dayOf(completedAt)
  const startsOn = plan.starts_on ?? dayOf(startedAt)
  return {
    engagementId: engagement.id,
    helperId: engagement.helperId,
    helperName: helper,
    organizationName: organization,
    kind: engagement.kind,
    title: engagement.title,
    outcome: plan.outcome,
    // What was done sooner than planned began no later than it ended.
    startsOn: startsOn < endsOn ? startsOn : endsOn,
    endsOn,
    confirmedHours,
    skills: engagement.skills.map(({ label, skill }) => ({ label, uri: skill && deps.skillUri(skill) })),
    completedAt,
  }
}

/** The check-ins as iCalendar; a plan without an end is told for a year. */
export async function readCalendar(
  { db }: Pick<RecordDeps, 'db'>,
  partnerId: PartnerId,
  id: EngagementId,
): Promise<string> {
  const engagement = await findEngagement(db, partnerId, id)
  const { organization, helper } = await createEngagementsRepository(db).namesOf(engagement)
  const { title, plan, startedAt, updatedAt } = engagement
  const sides = sidesOf(engagement, partnerId)
  const startsOn = plan.starts_on ?? dayOf(startedAt)
  return calendarOf({
    id,
    title,
    with: sides.includes('need') ? helper : organization,
    checkIns: plan.check_ins
      ? checkInsOf(
          {
            startsOn,
            endsOn: plan.ends_on ?? yearAfter(startsOn),
            everyDays: plan.check_ins.every_days,
            timeZone: plan.check_ins.time_zone,
            startTime: plan.check_ins.start,
            minutes: plan.check_ins.minutes,
          },
          DAYS_OF_A_YEAR,
        )
      : [],
    updatedAt,
  })
}

const DAYS_OF_A_YEAR = 366

function dayOf(instant: Date): string {
  return instant.toISOString().slice(0, 10)
}

function yearAfter(day: string): string {
  return Temporal.PlainDate.from(day).add({ years: 1 }).toString()
}
