import { type SQL, sql } from 'drizzle-orm'
import type { Queryable } from '../../../platform/db/index.ts'
import { type IdPrefix, idToUuid, uuidToId } from '../../../shared/ids.ts'
import { barterRings, ringParties } from '../../barter/index.ts'
import { disclosures } from '../../disclosures/index.ts'
import { engagements } from '../../engagements/index.ts'
import { cohorts, placementResults, preferences } from '../../internships/index.ts'
import { introductions } from '../../introductions/index.ts'
import {
  type FindUses,
  type FollowedCode,
  mergedRecords,
  needs,
  offers,
  organizations,
} from '../../postings/index.ts'
import { sprints } from '../../sprints/index.ts'
import type { RecordType } from './undoable-types.ts'

/** Parameters of the queries. Each query selects the used records among `uuids` and `texts`, and what uses them. */
interface Among {
  partner: SQL
  uuids: SQL
  texts: SQL
}

const prefixOf = {
  needs: 'need',
  offers: 'offer',
  organizations: 'org',
  helpers: 'helper',
  candidates: 'candidate',
} as const satisfies Record<RecordType, IdPrefix>

const usesOf: Readonly<Record<RecordType, (among: Among) => SQL>> = {
  needs: (among) => {
    const { partner, uuids, texts } = among
    return sql`
      ${dealings(among, 'need', 'need_id')}
      union all ${rings(among)}
      union all select need_id, null, 'sprint' from ${sprints}, unnest(need_ids) need_id
        where partner_id = ${partner} and need_id = any(${uuids})
      union all select need_id, null, 'placement' from ${placementResults}
        where partner_id = ${partner} and need_id = any(${uuids})
      union all select null, named ->> 'need_id', 'cohort' from ${cohorts}, jsonb_array_elements(${cohorts.needs}) named
        where partner_id = ${partner} and named ->> 'need_id' = any(${texts})
      union all select null, choice, 'cohort' from ${preferences}, unnest(choices) choice
        where partner_id = ${partner} and choice = any(${texts})`
  },

  offers: (among) => sql`${dealings(among, 'offer', 'offer_id')} union all ${rings(among)}`,

  organizations: (among) => {
    const { partner, uuids, texts } = among
    return sql`
      select organization_id, null::text, 'need' from ${needs}
        where partner_id = ${partner} and organization_id = any(${uuids})
      union all ${dealings(among, 'need', 'organization_id')}
      union all select organization_id, null, 'ring' from ${ringParties}
        where partner_id = ${partner} and organization_id = any(${uuids})
      union all select organization_id, null, 'sprint' from ${sprints}
        where partner_id = ${partner} and organization_id = any(${uuids})
      union all select organization_id, null, 'placement' from ${placementResults}
        where partner_id = ${partner} and organization_id = any(${uuids})
      union all select null, named ->> 'organization_id', 'cohort' from ${cohorts}, jsonb_array_elements(${cohorts.organizations}) named
        where partner_id = ${partner} and named ->> 'organization_id' = any(${texts})
      union all select null, id, 'cohort' from ${preferences} where partner_id = ${partner} and id = any(${texts})
      union all ${mergedInto(among, 'organization')}`
  },

  helpers: (among) => {
    const { partner, uuids } = among
    return sql`
      select helper_id, null::text, 'offer' from ${offers}
        where partner_id = ${partner} and helper_id = any(${uuids})
      union all select helper_id, null, 'organization' from ${organizations}
        where partner_id = ${partner} and helper_id = any(${uuids})
      union all ${dealings(among, 'offer', 'helper_id')}
      union all select helper_id, null, 'ring' from ${ringParties}
        where partner_id = ${partner} and helper_id = any(${uuids})
      union all ${mergedInto(among, 'helper')}`
  },

  // A candidate shares its number with its helper and its offer.
  candidates: (among) => {
    const { partner, uuids, texts } = among
    const helperTexts = sql`(select array_agg(replace(one, 'candidate_', 'helper_')) from unnest(${texts}) one)::text[]`
    return sql`
      select helper_id, null::text, 'organization' from ${organizations}
        where partner_id = ${partner} and helper_id = any(${uuids})
      union all ${dealings(among, 'offer', 'helper_id')}
      union all select helper_id, null, 'ring' from ${ringParties}
        where partner_id = ${partner} and helper_id = any(${uuids})
      union all select null, id, 'cohort' from ${preferences} where partner_id = ${partner} and id = any(${texts})
      union all select null, choice, 'cohort' from ${preferences}, unnest(choices) choice
        where partner_id = ${partner} and choice = any(${texts})
      union all select named, null, 'cohort' from ${cohorts}, unnest(candidate_ids) named
        where partner_id = ${partner} and named = any(${uuids})
      union all select null, held, 'cohort' from ${cohorts}, unnest(${texts}) held
        where partner_id = ${partner} and strpos(${cohorts.rules}::text, held) > 0
      union all select candidate_id, null, 'placement' from ${placementResults}
        where partner_id = ${partner} and candidate_id = any(${uuids})
      union all select null, replace(subject_id, 'helper_', 'candidate_'), 'disclosure' from ${disclosures}
        where subject_partner_id = ${partner} and partner_id <> ${partner} and subject_id = any(${helperTexts})
      union all ${mergedInto(among, 'candidate')}`
  },
}

/** Finds what uses the caller's records of this type. Notes that other partners made only for themselves don't count. */
export function findUsesOf(type: RecordType): FindUses {
  return async ({ db, actor }, { ids, most }) => {
    const among = {
      partner: sql`${idToUuid(actor.partnerId)}::uuid`,
      uuids: sql`${sql.param(ids.map(idToUuid))}::uuid[]`,
      texts: sql`${sql.param([...ids])}::text[]`,
    }
    return readUses(db, type, { uses: usesOf[type](among), most })
  }
}

async function readUses(db: Queryable, type: RecordType, { uses, most }: { uses: SQL; most: number }) {
  const { rows } = await db.execute<{ uuid: string | null; text: string | null; code: FollowedCode }>(sql`
    select distinct uuid, text, code from (${uses}) as used (uuid, text, code) limit ${most}`)
  return rows.map(({ uuid, text, code }) => ({
    id: text ?? (uuid === null ? '' : uuidToId(prefixOf[type], uuid)),
    code,
  }))
}

/** Selects introductions and engagements with the records on this side, optionally only since a moment. */
function dealings({ partner, uuids }: Among, side: 'need' | 'offer', column: string, since?: Date): SQL {
  const [id, owner] = [sql.identifier(column), sql.identifier(`${side}_partner_id`)]
  const isTheirs = sql`${owner} = ${partner} and ${id} = any(${uuids})`
  const isMeant = since ? sql`${isTheirs} and created_at >= ${since.toISOString()}::timestamptz` : isTheirs
  return sql`
    select ${id}, null::text, 'introduction' from ${introductions} where ${isMeant}
    union all select ${id}, null, 'engagement' from ${engagements} where ${isMeant}`
}

/**
 * Selects rings in which a party of the partner gives or receives one of the records. What it receives is in the giver's
 * row.
 */
function rings({ partner, texts }: Among): SQL {
  return sql`
    select null::uuid, held.id, 'ring' from ${ringParties} own
      join ${ringParties} other on other.ring_id = own.ring_id
      cross join lateral (values (other.gives_id), (other.to_id)) as held (id)
    where own.partner_id = ${partner} and held.id = any(${texts})`
}

function mergedInto({ partner, uuids }: Among, kind: 'helper' | 'organization' | 'candidate'): SQL {
  return sql`select into_id, null::text, 'merged' from ${mergedRecords}
    where partner_id = ${partner} and kind = ${kind} and into_id = any(${uuids})`
}

/** Finds introductions, engagements and rings agreed on records of this type since a moment. */
export function findUsesSince(type: RecordType, since: Date): FindUses {
  return async ({ db, actor }, { ids, most }) => {
    const among = {
      partner: sql`${idToUuid(actor.partnerId)}::uuid`,
      uuids: sql`${sql.param(ids.map(idToUuid))}::uuid[]`,
      texts: sql`${sql.param([...ids])}::text[]`,
    }
    const [side, column] = sideOf[type]
    const uses = sql`${dealings(among, side, column, since)} union all ${ringsSince(among, type, since)}`
    return readUses(db, type, { uses, most })
  }
}

/**
 * Side of introductions and engagements on which a record is, and the column that names it. A candidate shares its number
 * with its helper.
 */
const sideOf = {
  needs: ['need', 'need_id'],
  offers: ['offer', 'offer_id'],
  organizations: ['need', 'organization_id'],
  helpers: ['offer', 'helper_id'],
  candidates: ['offer', 'helper_id'],
} as const satisfies Record<RecordType, readonly ['need' | 'offer', string]>

function ringsSince(among: Among, type: RecordType, since: Date): SQL {
  const { partner, uuids, texts } = among
  const at = sql`${since.toISOString()}::timestamptz`
  const isNew = sql`exists (select from ${barterRings} where ${barterRings.id} = own.ring_id and ${barterRings.createdAt} >= ${at})`
  if (type === 'needs' || type === 'offers')
    return sql`
      select null::uuid, held.id, 'ring' from ${ringParties} own
        join ${ringParties} other on other.ring_id = own.ring_id
        cross join lateral (values (other.gives_id), (other.to_id)) as held (id)
      where own.partner_id = ${partner} and held.id = any(${texts}) and ${isNew}`
  const column = sql.identifier(type === 'organizations' ? 'organization_id' : 'helper_id')
  return sql`
    select own.${column}, null::text, 'ring' from ${ringParties} own
      where own.partner_id = ${partner} and own.${column} = any(${uuids}) and ${isNew}`
}
