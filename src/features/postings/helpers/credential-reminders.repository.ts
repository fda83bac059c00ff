import { and, eq, lt, sql } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import { type HelperId, type PartnerId, uuidToId } from '../../../shared/ids.ts'
import { credentialReminders } from './credential-reminders.table.ts'
import { helpers } from './helpers.table.ts'

/** A credential that expires in at most `days` days. */
export interface Expiring {
  partnerId: PartnerId
  helperId: HelperId
  kind: 'background_check' | 'licence'
  expiresOn: string
  days: 30 | 7
}

// A type, because `execute` requires an index signature, which interfaces lack.
type Found = {
  partner_id: string
  helper_id: string
  kind: Expiring['kind']
  expires_on: string
  days: Expiring['days']
}

/** Stores which reminders were sent. `partnerId` restricts all queries to one partner. */
export function createCredentialRemindersRepository(db: Queryable, partnerId?: PartnerId) {
  return {
    /**
     * Marks at most `limit` credentials that are about to expire as reminded, and returns them. In the last 7 days only the
     * 7-day reminder is sent. The index covers each day on which a credential expires.
     */
    async takeDue({ today, now, limit }: { today: string; now: Date; limit: number }): Promise<Expiring[]> {
      const days = sql`array(select (${today}::date + day)::text from generate_series(0, 30) as day)`
      const { rows } = await db.execute<Found>(sql`
        with expiring as (
          select found.* from (
            select ${helpers.partnerId} as partner_id, ${helpers.id} as helper_id,
              case place when 1 then 'background_check' else 'licence' end as kind,
              encode(sha256(convert_to(
                case place when 1 then 'background_check' else held ->> 'name' end, 'UTF8')), 'hex') as credential,
              (held ->> 'expires_on')::date as expires_on,
              case when (held ->> 'expires_on')::date <= ${today}::date + 7 then 7 else 30 end as days
            from ${helpers}
            cross join lateral jsonb_array_elements(
              jsonb_build_array(${helpers.credentials} -> 'background_check') || (${helpers.credentials} -> 'licences')
            ) with ordinality as one(held, place)
            where expiry_days(${helpers.credentials}) && ${days} and held ->> 'expires_on' = any(${days})
              and ${partnerId === undefined ? sql`true` : eq(helpers.partnerId, partnerId)}
          ) as found
          left join credential_reminders as told
            on (told.partner_id, told.helper_id, told.credential, told.expires_on, told.days)
              = (found.partner_id, found.helper_id, found.credential, found.expires_on, found.days)
          where told.partner_id is null
        ), noted as (
          insert into credential_reminders (partner_id, helper_id, credential, expires_on, days, reminded_at)
          select distinct partner_id, helper_id, credential, expires_on, days, ${now.toISOString()}::timestamptz from expiring
          limit ${limit}
          on conflict do nothing
          returning partner_id, helper_id, credential, expires_on, days
        )
        select distinct noted.partner_id, noted.helper_id, expiring.kind, noted.credential, noted.expires_on::text, noted.days
        from noted join expiring using (partner_id, helper_id, credential, expires_on, days)
        order by noted.partner_id, noted.helper_id, noted.credential`)
      return rows.map((row) => ({
        partnerId: uuidToId('partner', row.partner_id),
        helperId: uuidToId('helper', row.helper_id),
        kind: row.kind,
        expiresOn: row.expires_on,
        days: row.days,
      }))
    },

    /** Deletes reminders of expired credentials. */
    async removeBefore(today: string): Promise<void> {
      await db
        .delete(credentialReminders)
        .where(
          and(
            lt(credentialReminders.expiresOn, today),
            partnerId === undefined ? undefined : eq(credentialReminders.partnerId, partnerId),
          ),
        )
    },
  }
}
