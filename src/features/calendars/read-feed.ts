import type { Queryable } from '../../platform/db/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { notFound } from '../../shared/errors.ts'
import { type PartnerId, uuidToId } from '../../shared/ids.ts'
import { createPauses } from '../../shared/sliced-work.ts'
import { DAY_MS } from '../../shared/time.ts'
import { clockOfPartner, readPartnerKey } from '../access/index.ts'
import { createDisclosuresRepository } from '../disclosures/index.ts'
import {
  calendarOf,
  type EngagementEvents,
  type EngagementRow,
  nameShowing,
  placedCheckIns,
  placedSessions,
} from '../engagements/index.ts'
import { createCalendarsRepository } from './calendars.repository.ts'
import type { CalendarRow } from './calendars.table.ts'
import { findSubject, firstName, type Subject } from './find-subject.ts'

const PAST_DAYS = 31
const FUTURE_DAYS = 93
const MOST_ENGAGEMENTS = 1000
const NO_FEED =
  'No calendar has this address. It may be mistyped, or whoever gave it to you has revoked it: ask them for a new one.'

/**
 * Reads a calendar by its key as iCalendar text: check-ins of the last 31 and the next 93 days, and sessions of the last 31 days
 * and of all days to come, of up to 1,000 engagements, latest first. Persons are named by first name, and each disclosure to
 * another partner is logged. Throws `calendar_not_found` for an unknown or revoked key, and if the subject was deleted.
 */
export async function readFeed({ db, clock }: { db: Queryable; clock: Clock }, key: string): Promise<string> {
  const read = readPartnerKey(key)
  const repository = createCalendarsRepository(db)
  const calendar = read && (await repository.findByKey(read))
  const found = calendar && (await findSubject(db, calendar.partnerId, subjectOf(calendar)))
  if (!found) throw notFound('calendar', NO_FEED)
  const { partnerId } = calendar
  const { subject, name } = found
  const now = (await clockOfPartner({ db, clock }, partnerId))()
  const rows = await repository.engagementsOf(partnerId, subject, {
    endedSince: new Date(now.getTime() - PAST_DAYS * DAY_MS),
    limit: MOST_ENGAGEMENTS,
  })
  await logShown(db, { partnerId, subject, engagements: rows.map(({ engagement }) => engagement), now })
  return inSlices(calendarOf(eventsOf(rows, subject, now), name))
}

type Row = Awaited<ReturnType<ReturnType<typeof createCalendarsRepository>['engagementsOf']>>[number]

function subjectOf({ subject: kind, subjectId }: CalendarRow): Subject {
  if (kind === 'partner' || subjectId === null) return { kind: 'partner' }
  switch (kind) {
    case 'organization':
      return { kind, id: uuidToId('org', subjectId) }
    case 'helper':
      return { kind, id: uuidToId('helper', subjectId) }
    case 'program':
      return { kind, id: uuidToId('program', subjectId) }
  }
}

async function inSlices(texts: Iterable<string>): Promise<string> {
  const written: string[] = []
  const pause = createPauses()
  for (const text of texts) {
    written.push(text)
    await pause()
  }
  return written.join('')
}

function* eventsOf(rows: readonly Row[], subject: Subject, now: Date): Generator<EngagementEvents> {
  const from = now.getTime() - PAST_DAYS * DAY_MS
  const until = now.getTime() + FUTURE_DAYS * DAY_MS
  const isRecent = ({ endsAt }: { endsAt: Date }) => endsAt.getTime() >= from
  for (const row of rows)
    yield {
      ...row.engagement,
      summary: `Check-in ${partiesOf(row, subject)}`,
      checkIns: placedCheckIns(row.engagement).filter(
        (one) => isRecent(one) && one.startsAt.getTime() <= until,
      ),
      sessionSummary: `Session ${partiesOf(row, subject)}`,
      sessions: placedSessions(row.engagement).filter(isRecent),
    }
}

/** Returns who meets, as seen by the reader. */
function partiesOf({ organization, helper }: Row, subject: Subject): string {
  const organizationName = organization ?? 'Organization'
  const helperName = helper ? firstName(helper) : 'Helper'
  switch (subject.kind) {
    case 'organization':
      return `with ${helperName}`
    case 'helper':
      return `with ${organizationName}`
    case 'partner':
    case 'program':
      return `of ${organizationName} with ${helperName}`
  }
}

/** Logs the helpers shown. A helper's own calendar names only organizations. */
async function logShown(
  db: Queryable,
  {
    partnerId,
    subject,
    engagements,
    now,
  }: { partnerId: PartnerId; subject: Subject; engagements: readonly EngagementRow[]; now: Date },
): Promise<void> {
  if (subject.kind === 'helper') return
  const showings = engagements.flatMap((engagement) => nameShowing(engagement, partnerId) ?? [])
  await createDisclosuresRepository(db).record(showings, now)
}
