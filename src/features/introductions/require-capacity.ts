import type { WriteContext } from '../../platform/events/index.ts'
import { DomainError } from '../../shared/errors.ts'
import { message } from '../../shared/messages/index.ts'
import {
  type AgreedSession,
  areAtOnce,
  createCapacityRepository,
  hoursOffered,
  type WorkUnderWay,
} from '../postings/index.ts'
import type { IntroductionRow } from './introductions.table.ts'

/** Hours given by the side that accepts. */
export interface AgreedHours {
  /** Weekly hours. Default: the hours that the need wants, as far as the offer and its helper have them. */
  hoursPerWeek?: number | undefined
  /** Whether to accept although the helper has already promised these hours. */
  overcommit?: boolean | undefined
}

type Accepted = Pick<IntroductionRow, 'offerPartnerId' | 'offerId' | 'helperId'>

/**
 * Returns the weekly hours that new work takes; null if nobody gave any. Must be called with the helper locked, so that the
 * second of two simultaneous acceptances counts the first. Throws `fully_committed` if the offer or its helper has fewer
 * hours left, or has promised the time of a session.
 */
export async function requireCapacity(
  ctx: WriteContext,
  row: Accepted,
  {
    wanted,
    sessions,
    agreed,
  }: { wanted: number | null; sessions: readonly AgreedSession[]; agreed: AgreedHours },
): Promise<number | null> {
  const repository = createCapacityRepository(ctx.db)
  const hours = await repository.hoursOf(row.offerPartnerId, row.offerId)
  const offered = hours ? hoursOffered(hours) : null
  const taken = agreed.hoursPerWeek ?? (wanted === null ? null : Math.min(wanted, offered ?? wanted))
  if (!hours || agreed.overcommit || (offered === null && sessions.length === 0)) return taken
  const work = await repository.workOf(row.offerPartnerId, row.helperId)
  requireFreeTimes(ctx, sessions, work)
  // Work of sessions only takes no weekly hours.
  if (offered === null || (taken === null && sessions.length > 0)) return taken
  const left = Math.min(
    leftOf(
      hours.offer,
      work.filter(({ offerId }) => offerId === row.offerId),
    ),
    leftOf(hours.helper, work),
  )
  if (left > 0 && (taken ?? 0) <= left) return taken
  throw fullyCommitted(ctx, { taken, left, work })
}

/** Tolerance for sums of hours with two decimals. */
const DUST = 0.005

function leftOf(hours: number | null, work: readonly WorkUnderWay[]): number {
  if (hours === null) return Number.POSITIVE_INFINITY
  const left = hours - work.reduce((sum, { hoursPerWeek }) => sum + (hoursPerWeek ?? 0), 0)
  return left < DUST ? 0 : Math.round(left * 100) / 100
}

/** Throws `fully_committed` if the helper has promised the time of a session to other work. */
function requireFreeTimes(
  { actor }: WriteContext,
  sessions: readonly AgreedSession[],
  work: readonly WorkUnderWay[],
): void {
  const clashes = sessions.flatMap((session) =>
    work
      .filter((one) => one.sessions.some((promised) => areAtOnce(session, promised)))
      .map((one) => ({ session, one })),
  )
  if (clashes.length === 0) return
  throw new DomainError(
    'fully_committed',
    'The helper has promised the time of some of these sessions to other work. See errors. Take other sessions, or accept with overcommit.',
    clashes.map(({ session, one }) => {
      const isNamed = [one.needPartnerId, one.offerPartnerId].includes(actor.partnerId)
      const by = isNamed ? one.id : null
      return {
        pointer: '',
        code: 'fully_committed',
        messages: [message('fault_time_promised', { id: session.id, by })],
      }
    }),
  )
}

/** Returns the error. It names engagements that the caller may read, and only counts those with other partners. */
function fullyCommitted(
  { actor }: WriteContext,
  { taken, left, work }: { taken: number | null; left: number; work: readonly WorkUnderWay[] },
): DomainError {
  const taking = work.filter(({ hoursPerWeek }) => hoursPerWeek !== null)
  const named = taking.filter((one) => [one.needPartnerId, one.offerPartnerId].includes(actor.partnerId))
  const others = taking.length - named.length
  const wants = taken === null ? '' : ` This work takes ${hoursAWeek(taken)}.`
  const elsewhere =
    others === 0
      ? ''
      : ` ${others === 1 ? 'Another engagement' : `${others} other engagements`} cannot be named to you.`
  return new DomainError(
    'fully_committed',
    `The helper has ${hoursAWeek(left)} left.${wants} See errors for the engagements that take the others.${elsewhere} Agree on fewer hours with hours_per_week, or accept with overcommit.`,
    named.map(({ id, hoursPerWeek }) => ({
      pointer: '',
      code: 'fully_committed',
      messages: [message('fault_takes_hours', { id, hours: hoursPerWeek ?? 0 })],
    })),
  )
}

function hoursAWeek(hours: number): string {
  return `${hours} ${hours === 1 ? 'hour' : 'hours'} a week`
}
