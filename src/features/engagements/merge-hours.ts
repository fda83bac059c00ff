import type { WriteContext } from '../../platform/events/index.ts'
import { DomainError, type Fault } from '../../shared/errors.ts'
import { parseOrFaults } from '../../shared/faults.ts'
import { type Id, isId } from '../../shared/ids.ts'
import { type Message, message } from '../../shared/messages/index.ts'
import { DAY_MS } from '../../shared/time.ts'
import { type Side, sidesOf } from '../introductions/index.ts'
import type { Merge, Merged, MergeMany } from '../postings/index.ts'
import { createEngagementsRepository, type EngagementId } from './engagements.repository.ts'
import type { EngagementRow, HoursRow } from './engagements.table.ts'
import { createHoursRepository } from './hours.repository.ts'
import { hoursChange, hoursInput, minutesOf, type WorkInput } from './hours.schemas.ts'
import { type HelperZones, readHelperZones, zoneOf } from './hours-rules.ts'
import { changeHours, logHours } from './log-hours.ts'
import { createTriedHoursRepository } from './tried-hours.repository.ts'
import type { TriedHours } from './tried-hours.table.ts'
import { onClocksOf, writtenHours } from './written-hours.ts'

/**
 * Logs and changes the hours of a spreadsheet with the operations of the routes. A row with the id of an entry changes that
 * entry. A row without an id is new, unless the same side has already logged the same hours on that day: then it changes
 * nothing.
 */
export const mergeHours: MergeMany = async (ctx, { merges, dryRun, importId }) => {
  if (!dryRun) return (await mergeAll(ctx, merges)).merged
  // The hours of a day add up, so a dry run writes everything and rolls it back.
  const tried = await createHoursRepository(ctx.db).runAndRollBack(() =>
    mergeAll({ ...ctx, append: () => {} }, merges, importId),
  )
  if (importId) await createTriedHoursRepository(ctx.db).add(tried.written.map(triedBy(ctx, importId)))
  return tried.merged
}

interface WrittenEntry {
  row: HoursRow
  helperId: EngagementRow['helperId']
  isChange: boolean
}

const triedBy =
  ({ actor }: WriteContext, importId: Id<'import'>) =>
  ({ row, helperId, isChange }: WrittenEntry): TriedHours => {
    const { engagementId, id, workedOn, hours, loggedBy, startsAt, endsAt } = row
    const entry = { engagementId, id, workedOn, hours, loggedBy, startsAt, endsAt }
    return { ...entry, partnerId: actor.partnerId, importId, helperId, isChange }
  }

/** Merges all rows. `importId` is the dry run whose earlier batches count as written. */
async function mergeAll(
  ctx: WriteContext,
  merges: readonly Merge[],
  importId?: Id<'import'>,
): Promise<{ merged: Merged[]; written: WrittenEntry[] }> {
  const known = await readKnown(ctx, merges, importId)
  const merged: Merged[] = []
  for (const merge of merges) {
    try {
      merged.push(await mergeOne(ctx, merge, known))
    } catch (error) {
      if (!(error instanceof DomainError)) throw error
      merged.push({ outcome: 'rejected', faults: faultsOf(error) })
    }
  }
  return { merged, written: known.written }
}

function faultsOf({ code, said, faults }: DomainError): Fault[] {
  if (faults.length > 0) return [...faults]
  return [{ pointer: POINTERS[code] ?? '/engagement_id', code, messages: [said] }]
}

const POINTERS: Readonly<Record<string, string>> = { hours_answered: '/hours', not_your_side: '/side' }

interface Known {
  engagements: ReadonlyMap<string, EngagementRow>
  zones: HelperZones
  /** The engagements of each helper, newest first. */
  ofHelper: ReadonlyMap<string, EngagementRow[]>
  entries: Map<string, HoursRow>
  /** Entries that no row of this batch names, by their content. */
  open: Map<string, HoursRow[]>
  /** Contents of the rows of this batch. */
  said: Set<string>
  /** Entries that rows of this batch wrote. */
  written: WrittenEntry[]
}

async function readKnown(
  ctx: WriteContext,
  merges: readonly Merge[],
  importId: Id<'import'> | undefined,
): Promise<Known> {
  const textsOf = (field: string) =>
    merges.flatMap(({ patch }) => (typeof patch[field] === 'string' ? [patch[field]] : []))
  const ids = textsOf('engagement_id').filter((id): id is EngagementId => isId('engagement', id))
  const helperIds = textsOf('helper_id').filter((id) => isId('helper', id))
  const rows = await createEngagementsRepository(ctx.db).findNamed(ctx.actor.partnerId, { ids, helperIds })
  if (importId) {
    const given = { helperIds: rows.map((row) => row.helperId), days: daysOf(merges), now: ctx.clock() }
    await createTriedHoursRepository(ctx.db).write(ctx.actor.partnerId, importId, given)
  }
  const entries = await createHoursRepository(ctx.db).ofEngagements(rows.map(({ id }) => id))
  return {
    engagements: new Map(rows.map((row) => [row.id, row])),
    zones: await readHelperZones(ctx, rows),
    ofHelper: Map.groupBy(rows, ({ helperId }) => helperId),
    entries: new Map(entries.map((row) => [row.id, row])),
    open: Map.groupBy(
      entries.filter(({ correctsId }) => correctsId === null),
      keyOf,
    ),
    said: new Set(),
    written: [],
  }
}

/**
 * Returns the days that rows may be about, and their neighbours: the day of an instant depends on the zone, and work may
 * pass midnight.
 */
function daysOf(merges: readonly Merge[]): string[] {
  const days = merges.flatMap(({ patch: { worked_on, starts_at } }) => {
    const said = typeof worked_on === 'string' ? worked_on : starts_at
    const ms = typeof said === 'string' ? Date.parse(said) : Number.NaN
    if (Number.isNaN(ms)) return []
    return [-2, -1, 0, 1, 2].map((off) => new Date(ms + off * DAY_MS).toISOString().slice(0, 10))
  })
  return [...new Set(days)].filter((day) => /^\d{4}-\d{2}-\d{2}$/.test(day))
}

async function mergeOne(ctx: WriteContext, { externalId, patch }: Merge, known: Known): Promise<Merged> {
  const engagement = engagementOf(patch, known)
  if (externalId === '' && 'pointer' in engagement) return { outcome: 'rejected', faults: [engagement] }
  const zone = await zoneOfRow(ctx, patch, { engagement, known })
  const onClocks = onClocksOf(zone, patch)
  const written = 'faults' in onClocks ? onClocks : writtenHours(onClocks.patch, zone)
  if ('faults' in written) return { outcome: 'rejected', faults: written.faults }
  const { work, side } = written
  if (externalId !== '' || 'pointer' in engagement) return mergeEntry(ctx, externalId, { patch, work, known })
  const parsed = parseOrFaults(hoursInput, { ...work, ...(side && { side }) })
  if ('faults' in parsed) return { outcome: 'rejected', faults: parsed.faults }
  const loggedBy = side ?? onlySide(engagement, ctx)
  const key = keyOfWork(engagement.id, loggedBy, work)
  const same = known.open.get(key)?.shift()
  if (same) {
    known.said.add(key)
    return { outcome: 'unchanged', id: same.id }
  }
  if (known.said.has(key)) return rejected('/hours', 'duplicate_key', SAID_TWICE)
  const row = await logHours(ctx, { ...parsed.value, id: engagement.id }, known.zones)
  known.written.push({ row, helperId: engagement.helperId, isChange: false })
  known.said.add(key)
  return { outcome: 'created', id: row.id }
}

/** Returns whose clocks the row's times are on: those of the zone that it names, otherwise those of the work. */
async function zoneOfRow(
  ctx: WriteContext,
  patch: Merge['patch'],
  { engagement, known }: { engagement: EngagementRow | Fault; known: Known },
): Promise<string> {
  if (typeof patch.time_zone === 'string') return patch.time_zone
  const hasTimes = typeof patch.starts_at === 'string' || typeof patch.ends_at === 'string'
  return 'pointer' in engagement || !hasTimes ? 'UTC' : zoneOf(ctx, engagement, known.zones)
}

const SAID_TWICE = message('fault_of_work', { what: 'row_twice' })

async function mergeEntry(
  ctx: WriteContext,
  externalId: string,
  { patch, work, known }: { patch: Merge['patch']; work: WorkInput; known: Known },
): Promise<Merged> {
  const entry = known.entries.get(externalId)
  if (!isId('hours', externalId) || !entry || entry.engagementId !== patch.engagement_id)
    return rejected('/external_id', 'hours_not_found', message('fault_of_work', { what: 'entry_unknown' }))
  if (saysTheSame(entry, work)) {
    removeFromOpen(known, entry)
    return { outcome: 'unchanged', id: entry.id }
  }
  const parsed = parseOrFaults(hoursChange, work)
  if ('faults' in parsed) return { outcome: 'rejected', faults: parsed.faults }
  const precondition = (version: number | null) => version === entry.version
  const input = { ...parsed.value, id: entry.engagementId, hoursId: externalId, precondition }
  const changed = await changeHours(ctx, input, known.zones)
  removeFromOpen(known, entry)
  known.entries.set(changed.id, changed)
  const helperId = known.engagements.get(changed.engagementId)?.helperId
  if (helperId) known.written.push({ row: changed, helperId, isChange: true })
  return { outcome: 'updated', id: changed.id }
}

/** Removes an entry that another row names by id, so that no row without an id matches it. */
function removeFromOpen({ open }: Known, entry: HoursRow): void {
  const alike = open.get(keyOf(entry)) ?? []
  const at = alike.findIndex(({ id }) => id === entry.id)
  if (at >= 0) alike.splice(at, 1)
}

function saysTheSame(entry: HoursRow, work: WorkInput): boolean {
  const isSpan = work.starts_at !== undefined
  const sameSpan =
    entry.startsAt !== null && keyOf(entry) === keyOfWork(entry.engagementId, entry.loggedBy, work)
  const sameSum = entry.workedOn === work.worked_on && minutesOf(entry.hours) === minutesOf(work.hours ?? 0)
  return isSpan ? sameSpan : sameSum && entry.startsAt === null
}

function engagementOf(patch: Merge['patch'], known: Known): EngagementRow | Fault {
  const { engagement_id: id, helper_id: helperId } = patch
  const fault = (code: string, said: Message): Fault => ({
    pointer: '/engagement_id',
    code,
    messages: [said],
  })
  if (typeof id === 'string')
    return (
      known.engagements.get(id) ??
      fault('engagement_not_found', message('fault_of_work', { what: 'engagement_unknown' }))
    )
  // The reason why the helper was not found is reported at its own column.
  const unknown = ['helper_name', 'helper_external_id'].find((field) => typeof patch[field] === 'string')
  if (typeof helperId !== 'string' && unknown !== undefined)
    return {
      pointer: `/${unknown}`,
      code: 'helper_not_found',
      messages: [message('fault_of_work', { what: 'helper_unknown' })],
    }
  if (typeof helperId !== 'string')
    return fault('required', message('fault_of_work', { what: 'name_engagement' }))
  const day = String(patch.worked_on ?? patch.starts_at ?? '').slice(0, 10)
  const all = known.ofHelper.get(helperId) ?? []
  const atThatDay = all.filter(({ startedAt, endedAt, plan }) => {
    const begun = startedAt.toISOString().slice(0, 10)
    const first = plan.starts_on !== null && plan.starts_on < begun ? plan.starts_on : begun
    return first <= day && (endedAt === null || day <= endedAt.toISOString().slice(0, 10))
  })
  const [one, ...others] = atThatDay.length > 0 ? atThatDay : all
  if (!one)
    return fault('engagement_not_found', message('fault_of_work', { what: 'helper_without_engagement' }))
  if (others.length === 0) return one
  const named = [one, ...others].slice(0, 4).map(({ id, title }) => ({ id, title }))
  return fault('engagement_ambiguous', message('fault_several_engagements', { engagements: named }))
}

function onlySide(engagement: EngagementRow, { actor }: WriteContext): Side | undefined {
  const [only, ...others] = sidesOf(engagement, actor.partnerId)
  return others.length === 0 ? only : undefined
}

function keyOf({ engagementId, loggedBy, startsAt, endsAt, workedOn, hours }: HoursRow): string {
  return startsAt && endsAt
    ? [engagementId, loggedBy, startsAt.getTime(), endsAt.getTime()].join(' ')
    : [engagementId, loggedBy, workedOn, minutesOf(hours)].join(' ')
}

function keyOfWork(
  engagementId: EngagementId,
  loggedBy: Side | undefined,
  { worked_on, hours, starts_at, ends_at }: WorkInput,
): string {
  return starts_at !== undefined && ends_at !== undefined
    ? [engagementId, loggedBy, Date.parse(starts_at), Date.parse(ends_at)].join(' ')
    : [engagementId, loggedBy, worked_on, minutesOf(hours ?? 0)].join(' ')
}

function rejected(pointer: string, code: string, said: Message): Merged {
  return { outcome: 'rejected', faults: [{ pointer, code, messages: [said] }] }
}
