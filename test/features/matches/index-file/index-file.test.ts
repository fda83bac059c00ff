import {
  copyFileSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import { pino } from 'pino'
import t, { type Test } from 'tap'
import { createMarketRepository } from '../../../../src/features/matches/index.ts'
import { openIndexFile } from '../../../../src/features/matches/index-file/index-file.ts'
import { openPartFile } from '../../../../src/features/matches/index-file/part-file.ts'
import { needBody } from '../../../support/bodies.ts'
import { createTestDatabase, type TestDatabase } from '../../../support/database.ts'
import { temporaryFolder } from '../../../support/folder.ts'
import { candidateLine, HEADER, newOffice } from '../../../support/office.ts'
import { allRankings } from '../../../support/same-rankings.ts'
import { startTestService } from '../../../support/service.ts'
import { post, postWorld } from '../../../support/world.ts'

const READ = 'the index was read from its file'
const NOT_USED = 'the file of the index was not used: it is read from rows'
const NAME = 'market.index'

/** A process with a folder for its index, and what it logged. */
async function start(t: Test, database: TestDatabase, folder: string) {
  const lines: { msg: string; reason?: string }[] = []
  const log = pino({ level: 'info' }, { write: (line: string) => lines.push(JSON.parse(line)) })
  const service = await startTestService(t, { database, log, env: { INDEX_CACHE_DIR: folder } })
  const told = () => lines.filter(({ msg }) => msg === READ || msg === NOT_USED)
  return { ...service, told }
}

/** All that a process knows of the market. */
async function knowledge({
  services,
  database,
}: Pick<Awaited<ReturnType<typeof start>>, 'services' | 'database'>) {
  const { engine, barterMarket } = services.market
  return {
    ...(await allRankings(engine, createMarketRepository(database.db))),
    parties: barterMarket.parties().sort(),
  }
}

async function holdAgainstRows(t: Test, process: Awaited<ReturnType<typeof start>>): Promise<void> {
  const expected = await knowledge(await startTestService(t, { database: process.database }))
  t.ok(expected.size.needs > 0 && expected.size.offers > 0, 'there is something to rank')
  t.same(await knowledge(process), expected)
}

/** A database with a market, and the file of a process that ended. */
async function saved(t: Test) {
  const database = await createTestDatabase(t)
  const folder = temporaryFolder(t)
  const first = await start(t, database, folder)
  const partner = await first.newPartner()
  const world = await postWorld(partner)
  await post(partner, '/v1/needs', needBody(world.organizationId, { title: 'Quuxic bookkeeping' }))
  await first.services.market.saveIndex()
  return { database, folder, first, partner, world }
}

t.test('a process that starts from a file knows what one knows that reads all rows', async (t) => {
  const { database, folder, partner, world } = await saved(t)
  // After the file was written.
  const later = await post(partner, '/v1/needs', needBody(world.organizationId, { title: 'Later' }))
  const patch = (url: string, body: object) =>
    partner.call('PATCH', url, { body, headers: { 'if-match': '*' } })
  t.equal((await patch(`/v1/needs/${world.needId}`, { status: 'closed' })).status, 200)
  t.equal((await patch(`/v1/organizations/${world.organizationId}`, { kind: 'solopreneur' })).status, 200)
  const second = await start(t, database, folder)
  t.match(second.told(), [{ msg: READ }])
  t.equal(second.services.market.engine.partnerOfNeed(later), partner.partnerId)
  t.equal(
    second.services.market.engine.partnerOfNeed(world.needId),
    undefined,
    'closed ones do not come back',
  )
  await holdAgainstRows(t, second)
  // It saves what it has learned, and nothing twice.
  t.ok(await second.services.market.saveIndex())
  t.equal(await second.services.market.saveIndex(), null)
  const third = await start(t, database, folder)
  t.match(third.told(), [{ msg: READ }])
  await holdAgainstRows(t, third)
})

t.test('a file is for its owner, and holds no word that no open posting says', async (t) => {
  const { folder, first, partner } = await saved(t)
  const bytes = () => readFileSync(join(folder, NAME), 'latin1')
  t.equal(statSync(join(folder, NAME)).mode & 0o777, 0o600)
  t.match(bytes(), 'quuxic')
  const page = await partner.call('GET', '/v1/needs')
  for (const { id } of page.body.data)
    t.match(await partner.call('DELETE', `/v1/needs/${id}`, { headers: { 'if-match': '*' } }), {
      status: 204,
    })
  await first.services.market.saveIndex()
  t.notMatch(bytes(), 'quuxic')
})

t.test('a file that is torn anywhere, or of which a bit has changed, is not used', async (t) => {
  const { database, folder } = await saved(t)
  const whole = join(folder, NAME)
  const file = await openPartFile(whole)
  await file.close()
  const broken = temporaryFolder(t)
  const path = join(broken, NAME)
  const refused = () => t.rejects(openIndexFile(broken), { name: 'UnusableFileError' })
  const { size } = statSync(whole)
  t.ok(file.parts.length > 10)
  for (const { start, length } of file.parts)
    for (const end of [start - 16, start - 1, start, start + length - 1]) {
      copyFileSync(whole, path)
      truncateSync(path, end)
      await refused()
    }
  for (let at = 0; at < size; at += 1 + Math.floor(size / 400)) {
    const bytes = readFileSync(whole)
    bytes[at] = (bytes[at] ?? 0) ^ (1 << (at % 8))
    writeFileSync(path, bytes)
    await refused()
  }
  writeFileSync(path, Buffer.concat([readFileSync(whole), Buffer.alloc(16)]))
  await refused()
  const fallen = await start(t, database, broken)
  t.match(fallen.told(), [{ msg: NOT_USED }], 'one line says so')
  t.notOk(readdirSync(broken).includes(NAME), 'it is removed')
  await holdAgainstRows(t, fallen)
})

t.test('the file of another database is not used', async (t) => {
  const { folder } = await saved(t)
  const database = await createTestDatabase(t)
  const other = await startTestService(t, { database })
  await postWorld(await other.newPartner())
  const process = await start(t, database, folder)
  t.match(process.told(), [{ msg: NOT_USED, reason: /another database/ }])
  await holdAgainstRows(t, process)
})

t.test('a file is not used once its database was restored from an older backup', async (t) => {
  const { database, folder, first, partner, world } = await saved(t)
  const lost = await post(partner, '/v1/needs', needBody(world.organizationId, { title: 'Lost' }))
  await first.services.market.saveIndex()
  // What the backup did not have.
  const owner = new pg.Client({ connectionString: database.ownerConnectionString })
  await owner.connect()
  await owner.query(`delete from event_positions p using events e
    where e.partner_id = p.partner_id and e.id = p.event_id and e.resource_id = '${lost}'`)
  await owner.query(`delete from events where resource_id = '${lost}'`)
  await owner.query(`delete from needs where title = 'Lost'`)
  await owner.end()
  const process = await start(t, database, folder)
  t.match(process.told(), [{ msg: NOT_USED, reason: /older one/ }])
  t.equal(process.services.market.engine.partnerOfNeed(lost), undefined)
  await holdAgainstRows(t, process)
})

t.test('processes that share a folder leave one whole file, whoever writes it last', async (t) => {
  const { database, folder, partner, world } = await saved(t)
  const processes = await Promise.all([start(t, database, folder), start(t, database, folder)])
  for (let round = 0; round < 5; round++) {
    await post(partner, '/v1/needs', needBody(world.organizationId, { title: `Round ${round}` }))
    await Promise.all(
      processes.map(async ({ services }) => {
        await services.market.feed.catchUp()
        await services.market.saveIndex()
      }),
    )
  }
  t.same(readdirSync(folder), [NAME])
  const last = await start(t, database, folder)
  t.match(last.told(), [{ msg: READ }])
  await holdAgainstRows(t, last)
})

t.test('an unfinished file of a killed process is ignored, and later removed', async (t) => {
  const { database, folder, first, partner, world } = await saved(t)
  const left = join(folder, `${NAME}.new-0`)
  writeFileSync(left, readFileSync(join(folder, NAME)).subarray(0, 1000))
  utimesSync(left, new Date('2020-01-01'), new Date('2020-01-01'))
  t.match((await start(t, database, folder)).told(), [{ msg: READ }])
  await post(partner, '/v1/needs', needBody(world.organizationId))
  await first.services.market.saveIndex()
  t.same(readdirSync(folder), [NAME])
})

t.test("a student's erasure removes the file at once, and a new one is saved later", async (t) => {
  const database = await createTestDatabase(t)
  const folder = temporaryFolder(t)
  const process = await start(t, database, folder)
  const office = await newOffice(process)
  const imported = await office.imported(`${HEADER}\n${candidateLine('s1')}\n${candidateLine('s2')}`)
  t.match(imported.body, { status: 'done' })
  await process.services.market.feed.catchUp()
  await process.services.market.saveIndex()
  t.same(readdirSync(folder), [NAME])
  const { body } = await office.call('GET', '/v1/candidates')
  const erased = body.data.find(({ external_id }: { external_id: string }) => external_id === 's1')
  const headers = { 'if-match': '*' }
  const reply = await office.call('DELETE', `/v1/candidates/${erased.id}`, { headers })
  t.equal(reply.status, 204)
  t.same(readdirSync(folder), [])
  await process.services.market.saveIndex()
  t.same(readdirSync(folder), [NAME])
  t.match((await start(t, database, folder)).told(), [{ msg: READ }])
})
