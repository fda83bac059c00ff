import type { WriteContext } from '../../platform/events/index.ts'
import { DomainError, notFound } from '../../shared/errors.ts'
import { newId } from '../../shared/ids.ts'
import { type Precondition, requireVersion } from '../../shared/precondition.ts'
import type { Side } from '../introductions/index.ts'
import type { SessionId } from '../postings/index.ts'
import type { EngagementId } from './engagements.repository.ts'
import type { EngagementRow, HoursRow } from './engagements.table.ts'
import { findEngagement, lockEngagement, requireSide, speakingSide } from './find-engagement.ts'
import { createHoursRepository, type HoursId } from './hours.repository.ts'
import type { WorkInput } from './hours.schemas.ts'
import {
  type HelperZones,
  HOURS_CONFIRMED,
  readWork,
  requireNoOverlap,
  requireOpenForHours,
  requireRoomInDay,
  zoneOf,
} from './hours-rules.ts'
import { notifyHours } from './notify-engagement.ts'

/**
 * Logs hours, which the other side confirms, until 30 days after the work ended. Throws `engagement_not_active`, what
 * `speakingSide` throws, and `validation_failed` like `readWork`, `requireRoomInDay` and `requireNoOverlap`.
 */
export async function logHours(
  ctx: WriteContext,
  input: WorkInput & { id: EngagementId; side?: Side | undefined },
  zones?: HelperZones,
): Promise<HoursRow> {
  const engagement = await lockEngagement(ctx, input)
  const loggedBy = speakingSide(engagement, ctx.actor.partnerId, input.side)
  const zone = await zoneOf(ctx, engagement, zones)
  return addEntry(ctx, engagement, { work: input, zone, loggedBy, sessionId: null })
}

interface NewEntry {
  work: WorkInput
  zone: string
  loggedBy: Side
  sessionId: SessionId | null
}

/** Logs one entry of a locked engagement. Throws what `logHours` throws. */
export async function addEntry(
  ctx: WriteContext,
  engagement: EngagementRow,
  { work: input, zone, loggedBy, sessionId }: NewEntry,
): Promise<HoursRow> {
  requireOpenForHours(engagement, ctx.clock())
  const work = readWork(ctx, engagement, { input, zone })
  await requireRoomInDay(ctx, engagement, { work, zone, instead: null })
  await requireNoOverlap(ctx, engagement, { work, instead: null })
  const row: HoursRow = {
    ...work,
    engagementId: engagement.id,
    needPartnerId: engagement.needPartnerId,
    offerPartnerId: engagement.offerPartnerId,
    kind: engagement.kind,
    id: newId('hours'),
    loggedBy,
    sessionId,
    status: 'logged',
    disputeReason: null,
    correctsId: null,
    correctionReason: null,
    version: 1,
    createdAt: ctx.clock(),
    answeredAt: null,
  }
  await createHoursRepository(ctx.db).insert(row)
  notifyHours(ctx, engagement, row, 'logged')
  return row
}

interface EntryInput {
  id: EngagementId
  hoursId: HoursId
  precondition: Precondition
}

/**
 * Changes hours for the side that logged them. Disputed hours then wait for the other side again. Throws `hours_not_found`,
 * `hours_answered` once they are confirmed, `not_your_side`, `precondition_failed`, and what `logHours` throws.
 */
export async function changeHours(
  ctx: WriteContext,
  input: WorkInput & EntryInput,
  zones?: HelperZones,
): Promise<HoursRow> {
  const { engagement, row } = await lockOwnEntry(ctx, input)
  if (row.correctsId) throw cannotChangeCorrection()
  requireOpenForHours(engagement, ctx.clock())
  const zone = await zoneOf(ctx, engagement, zones)
  const work = readWork(ctx, engagement, { input, zone })
  await requireRoomInDay(ctx, engagement, { work, zone, instead: row.id })
  await requireNoOverlap(ctx, engagement, { work, instead: row.id })
  const changed: HoursRow = { ...row, ...work, status: 'logged', answeredAt: null, version: row.version + 1 }
  await createHoursRepository(ctx.db).update(changed)
  notifyHours(ctx, engagement, changed, 'changed')
  return changed
}

/** Removes unconfirmed hours for the side that logged them. Throws what `changeHours` throws. */
export async function withdrawHours(ctx: WriteContext, input: EntryInput): Promise<void> {
  const { engagement, row } = await lockOwnEntry(ctx, input)
  await createHoursRepository(ctx.db).remove(row)
  notifyHours(ctx, engagement, row, 'withdrawn')
}

async function lockOwnEntry(
  ctx: WriteContext,
  { id, hoursId, precondition }: EntryInput,
): Promise<{ engagement: EngagementRow; row: HoursRow }> {
  const engagement = await findEngagement(ctx, { id })
  const row = await createHoursRepository(ctx.db).find(id, hoursId, 'update')
  if (!row) throw notFound('hours')
  requireSide(engagement, ctx.actor.partnerId, row.loggedBy)
  requireVersion(row, precondition)
  if (row.status !== 'confirmed') return { engagement, row }
  throw new DomainError(HOURS_CONFIRMED.code, HOURS_CONFIRMED.said)
}

function cannotChangeCorrection(): DomainError {
  return new DomainError(
    'hours_answered',
    'A correction is not changed. Withdraw it and correct the hours again.',
  )
}
