import { and, eq, sql } from 'drizzle-orm'
import { type Queryable, upsertAll } from '../../platform/db/index.ts'
import { type HelperId, type Id, idToUuid, type PartnerId } from '../../shared/ids.ts'
import { engagementHours, engagements } from './engagements.table.ts'
import { type TriedHours, triedHours } from './tried-hours.table.ts'

export function createTriedHoursRepository(db: Queryable) {
  return {
    /** Stores what a batch of a dry run would log, for its next batches. */
    add: (rows: readonly TriedHours[]): Promise<void> => upsertAll(db, triedHours, rows),

    /**
     * Writes what earlier batches of a dry run would have logged for these helpers on these days. The caller rolls it back.
     */
    async write(
      partnerId: PartnerId,
      importId: Id<'import'>,
      { helperIds, days, now }: { helperIds: readonly HelperId[]; days: readonly string[]; now: Date },
    ): Promise<void> {
      await db.execute(sql`
        insert into ${engagementHours}
          (engagement_id, need_partner_id, offer_partner_id, kind, id, worked_on, hours, logged_by, state, starts_at, ends_at, version, created_at)
        select t.engagement_id, e.need_partner_id, e.offer_partner_id, e.kind, t.id, t.worked_on, t.hours, t.logged_by, 'logged', t.starts_at, t.ends_at, 1,
          ${now.toISOString()}::timestamptz
        from ${triedHours} t join ${engagements} e on e.id = t.engagement_id
        where t.partner_id = ${idToUuid(partnerId)} and t.import_id = ${idToUuid(importId)}
          and t.helper_id = any(${sql.param(helperIds.map(idToUuid))}::uuid[])
          and (t.worked_on = any(${sql.param([...days])}::date[]) or t.is_change)
        on conflict (engagement_id, id) do update set worked_on = excluded.worked_on, hours = excluded.hours,
          starts_at = excluded.starts_at, ends_at = excluded.ends_at, state = 'logged',
          version = ${engagementHours}.version + 1`)
    },

    async remove(partnerId: PartnerId, importId: Id<'import'>): Promise<void> {
      await db
        .delete(triedHours)
        .where(and(eq(triedHours.partnerId, partnerId), eq(triedHours.importId, importId)))
    },
  }
}
