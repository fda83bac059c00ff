import type { Context, WriteContext } from '../../platform/events/index.ts'
import { DomainError, notFound } from '../../shared/errors.ts'
import { idToUuid, newId } from '../../shared/ids.ts'
import { newPartnerKey } from '../access/index.ts'
import { missingReference } from '../postings/index.ts'
import { type CalendarId, createCalendarsRepository } from './calendars.repository.ts'
import type { CalendarInput } from './calendars.schemas.ts'
import type { CalendarRow } from './calendars.table.ts'
import { findSubject, type Subject } from './find-subject.ts'

export const MAX_CALENDARS = 10_000

/**
 * Creates a calendar of the whole partner, or of one of its organizations, helpers or programs. The key is returned only
 * here. Throws `validation_failed` if there is no such record, and `too_many_calendars`.
 */
export async function createCalendar(
  ctx: WriteContext,
  input: CalendarInput,
): Promise<{ row: CalendarRow; key: string }> {
  const { partnerId } = ctx.actor
  const asked = subjectOf(input)
  const found = await findSubject(ctx.db, partnerId, asked)
  if (!found) throw await missingSubject(ctx, asked)
  const { subject } = found
  const repository = createCalendarsRepository(ctx.db)
  if ((await repository.countLocked(partnerId)) >= MAX_CALENDARS)
    throw new DomainError(
      'too_many_calendars',
      `A partner can have at most ${MAX_CALENDARS} calendars. Delete one first.`,
    )
  const { text: key, hash: keyHash } = newPartnerKey(partnerId)
  const row: CalendarRow = {
    partnerId,
    id: newId('calendar'),
    keyHash,
    subject: subject.kind,
    subjectId: subject.kind === 'partner' ? null : idToUuid(subject.id),
    createdAt: ctx.clock(),
  }
  await repository.insert(row)
  return { row, key }
}

function subjectOf({ organization_id, helper_id, program_id }: CalendarInput): Subject {
  if (organization_id !== undefined) return { kind: 'organization', id: organization_id }
  if (helper_id !== undefined) return { kind: 'helper', id: helper_id }
  if (program_id !== undefined) return { kind: 'program', id: program_id }
  return { kind: 'partner' }
}

async function missingSubject(ctx: Context, subject: Subject): Promise<DomainError> {
  if (subject.kind === 'partner') return notFound('calendar')
  return missingReference(ctx, subject.kind, { pointer: `/${subject.kind}_id`, id: subject.id })
}

/** Returns one of the caller's calendars. Throws `calendar_not_found`. */
export async function readCalendarRow(
  { actor, db }: Context,
  { id }: { id: CalendarId },
): Promise<CalendarRow> {
  const row = await createCalendarsRepository(db).find(actor.partnerId, id)
  if (!row) throw notFound('calendar')
  return row
}

export function listCalendars(
  { actor, db }: Context,
  page: { limit: number; after: CalendarId | undefined },
): Promise<CalendarRow[]> {
  return createCalendarsRepository(db).list(actor.partnerId, page)
}

/** Removes a calendar; its URL answers 404 from then on. Throws `calendar_not_found`. */
export async function revokeCalendar({ actor, db }: WriteContext, { id }: { id: CalendarId }): Promise<void> {
  if (!(await createCalendarsRepository(db).remove(actor.partnerId, id))) throw notFound('calendar')
}
