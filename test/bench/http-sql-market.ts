import pg from 'pg'
import { createTaxonomy } from '../../src/engines/skills/index.ts'
import {
  createMarketRepository,
  type NeedRecord,
  type OfferRecord,
  payFloors,
  toMarketNeed,
  toMarketOffer,
} from '../../src/features/matches/index.ts'
import { toPublicOfferView } from '../../src/features/postings/index.ts'
import { readCuratedTaxonomy } from '../../src/features/skills/index.ts'
import { openDatabase } from '../../src/platform/db/database.ts'
import { createPreparer, readCommonWords, readStatistics, readWords } from './engine-sql.ts'
import { createStatementWriter } from './engine-sql-statement.ts'
import { loadOffers, type TableData } from './engine-sql-table.ts'

type Key = Pick<NeedRecord['need'], 'partnerId' | 'id'> | Pick<OfferRecord['offer'], 'partnerId' | 'id'>

const ROWS_PER_READ = 1000

/** Fills the peer's tables from the service's. Returns the statement of each need's page, by the need's id. */
export async function openMarket(connectionString: string): Promise<Map<string, pg.QueryConfig>> {
  const { needs, offers } = await readMarket(connectionString)
  const taxonomy = createTaxonomy(readCuratedTaxonomy())
  const postings = offers.map(toMarketOffer)
  const data: TableData = {
    settings: { relatedSkills: taxonomy.relatedSkills, payFloors },
    asOfMs: Date.now(),
    skillIds: [...new Set(readCuratedTaxonomy().map(({ id }) => id))],
    timeZones: [...new Set([...postings, ...needs.map(toMarketNeed)].map(({ timeZone }) => timeZone))],
  }
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    await client.query('drop schema if exists sql_peer cascade')
    await client.query('create schema sql_peer')
    await client.query('set search_path = sql_peer')
    await loadOffers(client, data, postings)
    await loadViews(client, offers)
    const writeStatement = createStatementWriter(data, await readStatistics(client, offers.length))
    const common = await readCommonWords(client, offers.length)
    const prepare = createPreparer()
    const statements = new Map<string, pg.QueryConfig>()
    for (const need of needs.map(toMarketNeed)) {
      const { text, values } = writeStatement(need, await readWords(client, need, common))
      statements.set(need.id, prepare({ text: pageOf(text), values }))
    }
    return statements
  } finally {
    await client.end()
  }
}

/** The page as the database writes it. */
function pageOf(ranking: string): string {
  return `
    select json_build_object('data', coalesce(json_agg(
      json_build_object('offer_id', id, 'score', score, 'offer', view) order by score desc, id collate "C"), '[]'))::text as page
    from (${ranking}) as ranked join views using (id)`
}

async function loadViews(client: pg.Client, offers: readonly OfferRecord[]): Promise<void> {
  await client.query('create unlogged table views (id text primary key, view json not null)')
  for (let from = 0; from < offers.length; from += ROWS_PER_READ) {
    const views = offers.slice(from, from + ROWS_PER_READ).map(toPublicOfferView)
    await client.query('insert into views select * from unnest($1::text[], $2::json[])', [
      views.map(({ id }) => id),
      views.map((view) => JSON.stringify(view)),
    ])
  }
  await client.query('vacuum analyze views')
}

async function readMarket(connectionString: string) {
  const { db, close } = openDatabase({ connectionString, poolSize: 1, onError: () => {} })
  try {
    const market = createMarketRepository(db)
    return {
      needs: await readAll(market.openNeeds, ({ need }) => need),
      offers: await readAll(market.openOffers, ({ offer }) => offer),
    }
  } finally {
    await close()
  }
}

async function readAll<T, K extends Key>(
  read: (after: K | null, limit: number) => Promise<T[]>,
  keyOf: (record: T) => K,
): Promise<T[]> {
  const all: T[] = []
  for (;;) {
    const last = all.at(-1)
    const page = await read(last ? keyOf(last) : null, ROWS_PER_READ)
    all.push(...page)
    if (page.length < ROWS_PER_READ) return all
  }
}
