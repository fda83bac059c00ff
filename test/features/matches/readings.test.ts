import t from 'tap'
import { createEngine, type PostedText } from '../../../src/engines/matching/index.ts'
import {
  createFairQueue,
  createMarketFeed,
  createMarketRepository,
  createReadings,
  createSkillsOfPosting,
  payFloors,
  toMarketNeed,
} from '../../../src/features/matches/index.ts'
import {
  curatedSkillHints,
  readCuratedTaxonomy,
  skillsByMeaning,
} from '../../../src/features/skills/index.ts'
import { createEventsRepository } from '../../../src/platform/events/index.ts'
import { idToUuid, isId } from '../../../src/shared/ids.ts'
import { until } from '../../support/process.ts'
import { allRankings } from '../../support/same-rankings.ts'
import { startTestService } from '../../support/service.ts'
import { postWorld } from '../../support/world.ts'

const service = await startTestService(t)
const { db, pool } = service.database
const curated = readCuratedTaxonomy()
const skillsOfText = createSkillsOfPosting(curatedSkillHints(), skillsByMeaning(curated))

/** The index of a process that starts now, and the titles that it reads. */
async function startProcess({ keeps = true } = {}) {
  const titles: string[] = []
  const countedSkills = (text: PostedText) => {
    titles.push(text.title)
    return skillsOfText(text)
  }
  const readings = createReadings({
    db,
    skillsOfText: countedSkills,
    onError: (error) => t.fail(String(error)),
  })
  t.teardown(() => readings.close())
  const market = createMarketRepository(db)
  const engine = createEngine({
    relatedSkills: service.services.market.taxonomy.relatedSkills,
    namedSkills: () => curated,
    skillsOfText: countedSkills,
    payFloors,
  })
  const feed = createMarketFeed({
    engine,
    engineQueue: createFairQueue(),
    market,
    events: createEventsRepository(db),
    ...(keeps && { readings }),
    onError: (error) => t.fail(String(error)),
  })
  await feed.load()
  return { engine, feed, readings, titles, rankings: () => allRankings(engine, market) }
}

/** Until what has been read is stored. */
async function stored() {
  const { readings } = service.services.market
  await until(() => readings.waiting === 0)
}

async function readingOf(needId: string) {
  if (!isId('need', needId)) throw new Error(`${needId} is no need`)
  const { rows } = await pool.query('select * from need_readings where need_id = $1', [idToUuid(needId)])
  return rows[0]
}

async function postNeed({
  title = 'Keep our books',
  description = 'Invoices and payroll, each month.',
} = {}) {
  const partner = await service.newPartner()
  // Posted with its text at once: an earlier text would be read too, and could be stored after the wait.
  const world = await postWorld(partner, { need: { title, description } })
  const patch = (body: object) =>
    partner.call('PATCH', `/v1/needs/${world.needId}`, { body, headers: { 'if-match': '*' } })
  await until(async () => (await readingOf(world.needId)) !== undefined)
  await stored()
  return { partner, world, patch }
}

t.test('a process that starts reads no text that another has read, and ranks as if it had', async (t) => {
  await postNeed()
  const first = await startProcess()
  await until(() => first.readings.waiting === 0)
  const second = await startProcess()
  t.same(second.titles, [])
  const fresh = await startProcess({ keeps: false })
  t.same(await second.rankings(), await fresh.rankings())
  t.same(await first.rankings(), await fresh.rankings())
})

t.test('a text that changes is read again, and what was stored of it is replaced', async (t) => {
  const { world, patch } = await postNeed()
  const before = await readingOf(world.needId)
  t.match(JSON.stringify(before.skills), /bookkeeping/)
  await patch({ title: 'Walk our dogs', description: 'Every morning.' })
  await until(async () => !(await readingOf(world.needId)).made_from.equals(before.made_from))
  t.notMatch(JSON.stringify((await readingOf(world.needId)).skills), /bookkeeping/)
})

t.test('what belongs to another text or to another program is not used', async (t) => {
  const { world } = await postNeed()
  await pool.query(
    `update need_readings set made_from = '\\x00', skills = '[["welding", 0.9, ["torch"]]]' where need_id = $1`,
    [(await readingOf(world.needId)).need_id],
  )
  const second = await startProcess()
  t.same(second.titles, ['Keep our books'])
  t.same(await second.rankings(), await (await startProcess({ keeps: false })).rankings())
  await until(() => second.readings.waiting === 0)
  t.match(JSON.stringify((await readingOf(world.needId)).skills), /bookkeeping/)
})

t.test('nothing is left of the text of a posting that is deleted', async (t) => {
  const { partner, world } = await postNeed()
  const deleted = await partner.call('DELETE', `/v1/needs/${world.needId}`, { headers: { 'if-match': '*' } })
  t.equal(deleted.status, 204)
  t.equal(await readingOf(world.needId), undefined)
})

t.test('a reading that waits while its posting is deleted is left out', async (t) => {
  const { partner, world } = await postNeed()
  const { readings } = await startProcess()
  const [record] = (await createMarketRepository(db).openNeeds(null, 1000)).filter(
    ({ need }) => need.id === world.needId,
  )
  if (!record) throw new Error('the need is not there')

  const posting = readings.complete(toMarketNeed({ ...record, reading: null }))
  await partner.call('DELETE', `/v1/needs/${world.needId}`, { headers: { 'if-match': '*' } })
  readings.keep('need', record.need, posting)
  await until(() => readings.waiting === 0)
  t.equal(await readingOf(world.needId), undefined)
})
