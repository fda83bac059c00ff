import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { isDatabaseAway } from '../../../src/db/database.ts'
import { acquireEmbeddedPostgres } from '../../../src/db/embedded-postgres.ts'
import { migrate } from '../../../src/db/migrate.ts'
import { helperInput } from '../../../src/helpers/index.ts'
import { needInput } from '../../../src/needs/index.ts'
import { offerInput } from '../../../src/offers/index.ts'
import { organizationInput } from '../../../src/organizations/index.ts'
import { createPartner } from '../../../src/partners/index.ts'
import { helperBody, needBody, offerBody, organizationBody } from '../../support/bodies.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { until } from '../../support/process.ts'
import { holdAgainstFresh, startReplica } from './replicas.ts'

// No synchronous_commit here: what was answered must outlive the crash of the server. Only a crash of the machine
// could tell that nothing is forced to the disk.
const settings = { fsync: 'off', full_page_writes: 'off' }

t.test('a database that crashes and comes back leaves no index behind it', async (t) => {
  const dataDir = temporaryFolder(t)
  const start = async () => {
    const server = await acquireEmbeddedPostgres({ dataDir, settings })
    t.teardown(server.release)
    return server
  }
  const { connectionString } = await start()
  // The test starts it again, when it has seen writes fail.
  const source = { connectionString, revive: async () => {} }
  await migrate(connectionString)
  const replicas = [await startReplica(t, source), await startReplica(t, source)] as const
  const [writer] = replicas
  const { partnerId } = await createPartner(writer, { name: 'P', kind: 'site' })
  const { organization, helper } = await writer.inTransaction(async (tx) => ({
    organization: await writer.organizations.post(tx, partnerId, organizationInput.parse(organizationBody())),
    helper: await writer.helpers.post(tx, partnerId, helperInput.parse(helperBody())),
  }))
  const postNeed = (title: string) =>
    writer.inTransaction((tx) =>
      writer.needs.post(tx, partnerId, needInput.parse(needBody(organization.id, { title }))),
    )
  await writer.inTransaction((tx) =>
    writer.offers.post(tx, partnerId, offerInput.parse(offerBody(helper.id))),
  )

  const kept: string[] = []
  for (let round = 0; round < 2; round++) {
    kept.push((await postNeed(`Before ${round}`)).id)
    const writes = Array.from({ length: 20 }, (_, at) => postNeed(`During ${round} ${at}`))
    const ended = Promise.allSettled(writes)
    // Immediate shutdown, as in a crash: some of the writes are in the middle of their transactions.
    process.kill(postmasterOf(dataDir), 'SIGQUIT')
    for (const one of await ended)
      if (one.status === 'fulfilled') kept.push(one.value.id)
      else t.ok(isDatabaseAway(one.reason), String(one.reason))
    const refused = await until(() =>
      postNeed(`Without a database ${round}`).then(
        ({ id }) => void kept.push(id),
        (error: unknown) => error,
      ),
    )
    t.ok(isDatabaseAway(refused), String(refused))
    t.equal((await start()).connectionString, connectionString, 'it is back where it was')
    const after = await until(() => postNeed(`After ${round}`).catch(() => null))
    kept.push(after.id)
  }
  await holdAgainstFresh(t, source, replicas)
  for (const { engine } of replicas)
    for (const id of kept) t.equal(engine.partnerOfNeed(id), partnerId, 'what was answered is there')
})

function postmasterOf(dataDir: string): number {
  return Number(readFileSync(join(dataDir, 'postgres18', 'postmaster.pid'), 'utf8').split('\n')[0])
}
