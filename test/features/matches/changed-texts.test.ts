import t from 'tap'
import { needBody, offerBody } from '../../support/bodies.ts'
import { until } from '../../support/process.ts'
import { startTestService } from '../../support/service.ts'
import { twoPartners } from '../../support/two-partners.ts'
import { post } from '../../support/world.ts'

// The meaning of a changed text is stored only when a test releases the lock.
const service = await startTestService(t, { env: { EMBEDDINGS: 'local' } })
const isRead = () => service.services.market.unreadTexts.list().length === 0

async function whileNothingIsStored(work: () => Promise<void>): Promise<void> {
  const client = await service.database.pool.connect()
  try {
    await client.query('begin; lock table need_meanings, offer_meanings in exclusive mode')
    await work()
  } finally {
    await client.query('rollback')
    client.release()
  }
}

const BOOKS = {
  title: 'Balance our books',
  description: 'We need somebody to balance the books of our pantry each month and file the taxes.',
}
const CLEANING = {
  title: 'Wash windows',
  description: 'I wash windows and scrub the floors of shops early in the morning, with my own ladder.',
}
const ifMatch = { 'if-match': '*' }

t.test('a posting whose text has changed is ranked as a new one of that text, at once', async (t) => {
  const pair = await twoPartners(service, { need: { ...BOOKS, skills: [] }, offer: { ...BOOKS, skills: [] } })
  const { needSide, offerSide, needId, offerId, helperId, organizationId } = pair
  const rank = async (id: string) =>
    (await needSide.call('GET', `/v1/needs/${id}/matches?limit=100`)).body.data
  const rowOf = async (id: string, offer: string) =>
    (await rank(id)).find((row: { offer_id: string }) => row.offer_id === offer)
  await until(isRead)
  t.ok(await rowOf(needId, offerId), 'the text of before is listed')
  const cleaning = await post(needSide, '/v1/needs', needBody(organizationId, { ...CLEANING, skills: [] }))
  await until(isRead)
  await whileNothingIsStored(async () => {
    const body = { ...CLEANING, skills: [] }
    await offerSide.call('PATCH', `/v1/offers/${offerId}`, { body, headers: ifMatch })
    const alike = await post(offerSide, '/v1/offers', offerBody(helperId, body))
    t.notOk(await rowOf(needId, offerId), 'the list for the text of before no longer has it')
    const [changed, fresh] = [await rowOf(cleaning, offerId), await rowOf(cleaning, alike)]
    t.match(changed, { score: fresh.score, factors: fresh.factors, matched_skills: fresh.matched_skills })
  })
  await until(isRead)
})
