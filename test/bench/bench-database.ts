import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { createPartner, type NewPartner } from '../../src/features/access/index.ts'
import { distribute } from '../../src/platform/db/citus/distribute-database.ts'
import { openDatabase } from '../../src/platform/db/database.ts'
import { acquireEmbeddedPostgres } from '../../src/platform/db/embedded/embedded-postgres.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { systemClock } from '../../src/shared/clock.ts'
import { idToUuid } from '../../src/shared/ids.ts'
import { insertMarket } from './http-data.ts'

export interface BenchDatabase {
  connectionString: string
  partner: NewPartner
  needIds: string[]
}

/** A migrated database in a folder of the benchmark's own, with one partner and, where it is given, its market. */
export async function startBenchDatabase(
  folder: string,
  closers: (() => unknown)[],
  options: { market?: { offers: number; needs: number }; settings?: Record<string, string> } = {},
): Promise<BenchDatabase> {
  const { market, settings } = options
  const postgres = await acquireEmbeddedPostgres({
    dataDir: join(folder, 'data'),
    ...(settings && { settings }),
  })
  closers.push(() => postgres.release())
  const { ownerConnectionString: connectionString } = postgres
  await migrate(connectionString)
  return fill(connectionString, market)
}

/**
 * A database with a market that stays in its folder, so that a later run finds it filled and its texts read. A folder of another market
 * is refused.
 */
export async function startKeptDatabase(
  folder: string,
  closers: (() => unknown)[],
  market: { offers: number; needs: number },
): Promise<BenchDatabase> {
  const file = join(folder, 'made.json')
  if (!existsSync(file)) {
    const made = await startBenchDatabase(folder, closers, { market })
    writeFileSync(file, JSON.stringify({ market, made }))
    return made
  }
  // This file was written here.
  const kept = JSON.parse(readFileSync(file, 'utf8')) as { market: typeof market; made: BenchDatabase }
  if (JSON.stringify(kept.market) !== JSON.stringify(market))
    throw new Error(`${folder} holds a market of ${JSON.stringify(kept.market)}`)
  const postgres = await acquireEmbeddedPostgres({ dataDir: join(folder, 'data') })
  closers.push(() => postgres.release())
  return { ...kept.made, connectionString: postgres.ownerConnectionString }
}

/** The same in an empty database of Citus, whose coordinator this address names and which has its workers already. */
export async function startBenchOnCitus(
  connectionString: string,
  market: { offers: number; needs: number },
): Promise<BenchDatabase> {
  await migrate(connectionString)
  await distribute({ connectionString })
  return fill(connectionString, market)
}

async function fill(
  connectionString: string,
  market: { offers: number; needs: number } | undefined,
): Promise<BenchDatabase> {
  const database = openDatabase({ connectionString, poolSize: 1, onError: () => {} })
  const given = { db: database.db, clock: systemClock }
  const partner = await createPartner(given, { name: 'Bench', kind: 'site' }).finally(() => database.close())
  if (!market) return { connectionString, partner, needIds: [] }
  const client = new pg.Client({ connectionString })
  await client.connect()
  try {
    const needIds = await insertMarket(client, { partner: idToUuid(partner.partnerId), ...market })
    return { connectionString, partner, needIds }
  } finally {
    await client.end()
  }
}

/** A token of the partner's, from the service. */
export async function fetchToken(address: string, partner: NewPartner): Promise<string> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: partner.clientId,
    client_secret: partner.clientSecret,
  })
  const answer = await fetch(`${address}/oauth/token`, { method: 'POST', body })
  const { access_token } = (await answer.json()) as { access_token: string }
  return access_token
}
