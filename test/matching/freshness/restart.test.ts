import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { readConfig } from '../../../src/config.ts'
import { isDatabaseAway } from '../../../src/db/database.ts'
import { migrate } from '../../../src/db/migrate.ts'
import { helperInput } from '../../../src/helpers/index.ts'
import { needInput } from '../../../src/needs/index.ts'
import { offerInput } from '../../../src/offers/index.ts'
import { organizationInput } from '../../../src/organizations/index.ts'
import { createPartner } from '../../../src/partners/index.ts'
import { connectDatabase } from '../../../src/server.ts'
import { helperBody, needBody, offerBody, organizationBody } from '../../support/bodies.ts'
import { temporaryFolder } from '../../support/folder.ts'
import { until } from '../../support/process.ts'
import { holdAgainstFresh, startReplica } from './replicas.ts'

t.test('a database that crashes and comes back leaves no index behind it', async (t) => {
  const dataDir = temporaryFolder(t)
  const source = await connectDatabase(readConfig({ DATA_DIR: dataDir }))
  t.teardown(source.release)
  await migrate(source.connectionString)
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
    const writes = Array.from({ length: 20 }, (_, at) => postNeed(`Before ${round} ${at}`))
    // Immediate shutdown, as in a crash: some of the writes are in the middle of their transactions.
    process.kill(postmasterOf(dataDir), 'SIGQUIT')
    const ended = await Promise.allSettled(writes)
    for (const one of ended)
      if (one.status === 'fulfilled') kept.push(one.value.id)
      else t.ok(isDatabaseAway(one.reason), String(one.reason))
    // The replicas start it again by themselves.
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
