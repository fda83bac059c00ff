import { eq, type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../platform/db/index.ts'
import type { PartnerId } from '../../shared/ids.ts'
import { needsPostedByRings } from '../barter/index.ts'
import { needDisclosures } from '../disclosures/index.ts'
import { engagements } from '../engagements/index.ts'
import { introductions } from '../introductions/index.ts'
import { needs, offers } from '../postings/index.ts'
import type { Window } from './window.ts'

/** Outcomes of the needs posted in a week, or in all weeks together. */
export type Funnel = {
  posted: number
  matched: number
  introduced: number
  accepted: number
  completed: number
  /** Helped within 72 hours without money. */
  free: number
  /** Needs in `free`, plus all needs posted at least 72 hours ago. */
  freeOf: number
  medianHelpMs: number | null
}

/** The number of needs of a week that want a skill. */
export type SkillWanted = {
  startsOn: string
  /** A taxonomy id, or `~` and the label if the skill is unknown. */
  key: string
  label: string
  wanted: number
}

/** The number of a partner's open offers with a skill, and how many of them everybody may see. */
export type OwnSupply = { key: string; own: number; inNetwork: number }

export function createInsightsRepository(db: Queryable) {
  return {
    /** Returns the funnel of each week, and of all weeks under null. Weeks without a need are left out. */
    async funnels(
      partnerId: PartnerId,
      { now, ...window }: Window & { now: Date },
    ): Promise<Map<string | null, Funnel>> {
      const { answeredAt } = introductions
      const isAccepted = eq(introductions.status, 'accepted')
      const { rows } = await db.execute<{ startsOn: string | null } & Funnel>(sql`
        with posted as (${posted(partnerId, window)}),
        followed as (
          select n.id, n.created_at, n.starts_on, count(${introductions.id}) > 0 as is_introduced,
            min(${answeredAt}) filter (where ${isAccepted}) as helped_at,
            min(${answeredAt}) filter (where ${isAccepted} and ${engagements.kind} <> 'paid')
              <= n.created_at + interval '72 hours' as is_free,
            bool_or(${engagements.status} = 'completed') as is_completed
          from posted n
          left join ${introductions}
            on ${eq(introductions.needPartnerId, partnerId)} and ${introductions.needId} = n.id
          left join ${engagements} on ${engagements.introductionId} = ${introductions.id}
          group by n.id, n.created_at, n.starts_on
        )
        select to_char(starts_on, 'YYYY-MM-DD') as "startsOn",
          count(*)::int as posted,
          (count(*) filter (where is_introduced or exists (
            select from ${needDisclosures}
            where ${eq(needDisclosures.partnerId, partnerId)} and ${needDisclosures.needId} = followed.id)))::int as matched,
          (count(*) filter (where is_introduced))::int as introduced,
          count(helped_at)::int as accepted,
          (count(*) filter (where is_completed))::int as completed,
          (count(*) filter (where is_free))::int as free,
          (count(*) filter (where is_free
            or created_at <= ${now.toISOString()}::timestamptz - interval '72 hours'))::int as "freeOf",
          percentile_cont(0.5) within group (
            order by extract(epoch from helped_at - created_at) * 1000) as "medianHelpMs"
        from followed group by grouping sets ((starts_on), ())`)
      return new Map(rows.map(({ startsOn, ...funnel }) => [startsOn, funnel]))
    },

    /** Counts the needs posted in the window, by week and skill. */
    skillsWanted: async (partnerId: PartnerId, window: Window): Promise<SkillWanted[]> =>
      (
        await db.execute<SkillWanted>(sql`
          with posted as (${posted(partnerId, window)})
          select to_char(starts_on, 'YYYY-MM-DD') as "startsOn", key, min(label) as label, count(*)::int as wanted
          from posted cross join lateral ${skillsOf(sql`posted.skills`)} group by starts_on, key`)
      ).rows,

    /** Counts the partner's open offers, by skill. */
    ownSupply: async (partnerId: PartnerId): Promise<OwnSupply[]> =>
      (
        await db.execute<OwnSupply>(sql`
          select key, count(*)::int as own, (count(*) filter (where ${inNetwork}))::int as "inNetwork"
          from ${offers} cross join lateral ${skillsOf(sql`${offers.skills}`)}
          where ${offers.status} = 'open' and ${eq(offers.partnerId, partnerId)} group by key`)
      ).rows,

    /** Counts the open offers that everybody may see, by skill. */
    async networkSupply(): Promise<Map<string, number>> {
      const { rows } = await db.execute<{ key: string; count: number }>(sql`
        select key, count(*)::int as count
        from ${offers} cross join lateral ${skillsOf(sql`${offers.skills}`)}
        where ${offers.status} = 'open' and ${inNetwork} and not is_sandbox(${offers.partnerId}) group by key`)
      return new Map(rows.map(({ key, count }) => [key, count]))
    },
  }
}

/** Selects needs posted in the window, without those that a closing ring posted for what an offer wants in return. */
function posted(partnerId: PartnerId, { from, to }: Window): SQL {
  const { createdAt } = needs
  return sql`
    select ${needs.id}, ${needs.skills}, ${createdAt},
      date_trunc('week', ${createdAt} at time zone 'UTC')::date as starts_on
    from ${needs}
    where ${eq(needs.partnerId, partnerId)}
      and ${createdAt} >= ${from}::date at time zone 'UTC'
      and ${createdAt} < (${to}::date + 1) at time zone 'UTC'
      and ${needs.id} not in ${needsPostedByRings(partnerId)}`
}

const inNetwork = eq(offers.visibility, 'network')

/** Selects each skill of a posting once, whatever its label. */
function skillsOf(column: SQL): SQL {
  return sql`(
    select coalesce(one->'resolved'->'skill'->>'id', '~' || lower(btrim(one->>'skill'))) as key,
      min(coalesce(one->'resolved'->'skill'->>'label', one->>'skill')) as label
    from jsonb_array_elements(${column}) as one group by 1) as skill`
}
