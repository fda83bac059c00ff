import { eq, sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/db/index.ts'
import { type IntroductionId, idToUuid, type PartnerId, uuidToId } from '../../shared/ids.ts'
import { partners } from '../access/index.ts'

/**
 * All that a partner's work leaves, each with its rows: first what hangs on something else, then the rest; clients and
 * their secrets stay. In a statement the order does not matter to foreign keys.
 */
export const emptied: readonly Readonly<Record<string, string>>[] = [
  {
    engagement_hours: 'engagement_id in (select id from engagements where need_partner_id = $)',
    retrospectives: 'engagement_id in (select id from engagements where need_partner_id = $)',
    credit_transactions: 'ring_id in (select id from rings where proposed_by = $)',
    credit_entries: 'partner_id = $',
  },
  {
    engagements: 'need_partner_id = $',
    introductions: 'need_partner_id = $',
    rings: 'proposed_by = $',
    webhook_attempts: 'partner_id = $',
    webhook_deliveries: 'partner_id = $',
    webhook_secrets: 'partner_id = $',
    webhook_endpoints: 'partner_id = $',
    told_matches: 'partner_id = $',
    idempotency_keys: 'partner_id = $',
    disclosures: 'partner_id = $',
    event_positions: 'partner_id = $',
    events: 'partner_id = $',
    import_rows: 'partner_id = $',
    import_chunks: 'partner_id = $',
    imports: 'partner_id = $',
    placement_results: 'partner_id = $',
    placements: 'partner_id = $',
    preferences: 'partner_id = $',
    cohorts: 'partner_id = $',
    clearings: 'partner_id = $',
    credit_accounts: 'partner_id = $',
    ring_holds: 'partner_id = $',
    ring_parties: 'partner_id = $',
    track_records: 'partner_id = $',
    sprints: 'partner_id = $',
    candidates: 'partner_id = $',
    erased_candidates: 'partner_id = $',
    programs: 'partner_id = $',
    offers: 'partner_id = $',
    needs: 'partner_id = $',
    organizations: 'partner_id = $',
    helpers: 'partner_id = $',
  },
]

/** An introduction that waits for a helper who answers by itself. */
export interface WaitingIntroduction {
  id: IntroductionId
  partnerId: PartnerId
  externalId: string
}

export function createSandboxRepository(db: Queryable) {
  return {
    /** The partner itself, locked until the transaction ends. */
    async lockPartner(id: PartnerId) {
      return (await db.select().from(partners).where(eq(partners.id, id)).for('no key update'))[0]
    },

    async sandboxOf(id: PartnerId) {
      return (await db.select().from(partners).where(eq(partners.sandboxOf, id)))[0]
    },

    async countClients(id: PartnerId): Promise<number> {
      const { rows } = await db.execute<{ count: number }>(
        sql`select count(*)::int as count from clients where partner_id = ${idToUuid(id)}`,
      )
      return rows[0]?.count ?? 0
    },

    /** Needs and offers, which the index must forget. */
    async postingsOf(id: PartnerId): Promise<{ need: string[]; offer: string[] }> {
      const { rows } = await db.execute<{ kind: 'need' | 'offer'; id: string }>(sql`
        select 'need' as kind, id from needs where partner_id = ${idToUuid(id)}
        union all select 'offer', id from offers where partner_id = ${idToUuid(id)}`)
      const idsOf = (kind: 'need' | 'offer') =>
        rows.filter((row) => row.kind === kind).map((row) => uuidToId(kind, row.id))
      return { need: idsOf('need'), offer: idsOf('offer') }
    },

    /** Removes all that a sandbox holds. */
    async empty(id: PartnerId): Promise<void> {
      for (const tables of emptied) {
        const parts = Object.entries(tables).map(([table, where]) => {
          // Both come from the list above alone.
          const [before = '', after = ''] = where.split('$')
          const given = sql`${sql.raw(before)}${idToUuid(id)}::uuid${sql.raw(after)}`
          return sql`${sql.identifier(`${table}_removed`)} as (delete from ${sql.identifier(table)} where ${given})`
        })
        await db.execute(sql`with ${sql.join(parts, sql`, `)} select`)
      }
    },

    /** Introductions in sandboxes that wait for helpers with such an external id, behind one in their order. */
    async waiting(
      prefix: string,
      after: IntroductionId | null,
      limit: number,
    ): Promise<WaitingIntroduction[]> {
      const behind = after ? sql`and i.id > ${idToUuid(after)}::uuid` : sql``
      const { rows } = await db.execute<{ id: string; partner_id: string; external_id: string }>(sql`
        select i.id, i.offer_partner_id as partner_id, h.external_id
        from introductions i join helpers h on h.partner_id = i.offer_partner_id and h.id = i.helper_id
        where i.state = 'proposed' and is_sandbox(i.offer_partner_id) and i.proposed_by = 'need'
          and starts_with(h.external_id, ${prefix}) ${behind}
        order by i.id limit ${limit}`)
      return rows.map((row) => ({
        id: uuidToId('introduction', row.id),
        partnerId: uuidToId('partner', row.partner_id),
        externalId: row.external_id,
      }))
    },

    /** Lets introductions to helpers with such an external id end sooner. */
    async hasten(prefix: string, afterMs: number): Promise<void> {
      await db.execute(sql`
        update introductions i set expires_at = i.created_at + ${afterMs} * interval '1 millisecond'
        from helpers h
        where i.state = 'proposed' and is_sandbox(i.offer_partner_id) and i.proposed_by = 'need'
          and h.partner_id = i.offer_partner_id and h.id = i.helper_id and starts_with(h.external_id, ${prefix})
          and i.expires_at > i.created_at + ${afterMs} * interval '1 millisecond'`)
    },
  }
}
