import { isDeepStrictEqual } from 'node:util'
import type { Test } from 'tap'
import { readConfig } from '../../src/app/config.ts'
import { createReviver } from '../../src/app/revive-database.ts'
import { createServices, type Services } from '../../src/app/services.ts'
import { createTimetable, startProcessWork } from '../../src/app/timetable.ts'
import { loadSigningKeys } from '../../src/features/access/index.ts'
import { createMarketRepository } from '../../src/features/matches/index.ts'
import { isDistributedAt, openDatabase } from '../../src/platform/db/index.ts'
import { createLog } from '../../src/platform/telemetry/log.ts'
import { systemClock } from '../../src/shared/clock.ts'
import { until } from './process.ts'
import { allRankings } from './same-rankings.ts'
import { testSecrets, testSettings } from './settings.ts'

interface Source {
  connectionString: string
  revive(): Promise<void>
}

/** What a process of the service has of the market: its own pool, index, and way to follow the others. */
export async function startReplica(t: Test, source: Source): Promise<Services> {
  const services = await loadReplica(t, source)
  const reviver = createReviver(services.runtime.log, source.revive)
  const { everyProcess } = createTimetable(services, reviver.onError)
  const following = Object.fromEntries(Object.entries(everyProcess).filter(([, work]) => work.channel))
  t.teardown(
    startProcessWork(following, { connectionString: source.connectionString, log: services.runtime.log }),
  )
  t.teardown(reviver.stop)
  return services
}

async function loadReplica(t: Test, { connectionString }: Source): Promise<Services> {
  const isDistributed = await isDistributedAt(connectionString)
  const database = openDatabase({ connectionString, poolSize: 4, onError: () => {}, isDistributed })
  t.teardown(() => database.close())
  const services = createServices({
    config: readConfig(testSettings),
    database,
    log: createLog('silent'),
    clock: systemClock,
    secrets: testSecrets,
    signingKeys: await loadSigningKeys({ db: database.db, clock: systemClock, secrets: testSecrets }),
    issuer: () => 'http://test.example',
  })
  await services.market.feed.load()
  return services
}

/** Waits until the replicas rank alike, and then holds them against one that loads afresh. */
export async function holdAgainstFresh(
  t: Test,
  source: Source,
  replicas: readonly Services[],
): Promise<void> {
  const fresh = await loadReplica(t, source)
  const market = createMarketRepository(fresh.runtime.db)
  const expected = await allRankings(fresh.market.engine, market)
  const rankings = () => Promise.all(replicas.map((one) => allRankings(one.market.engine, market)))
  await until(async () => (await rankings()).every((one) => isDeepStrictEqual(one, expected)))
  t.ok(expected.size.needs > 0 && expected.size.offers > 0, 'there is something to rank')
  for (const one of await rankings()) t.same(one, expected)
}
