import t, { type Test } from 'tap'
import { type Partner, startTestService } from '../../support/service.ts'
import { type TwoPartners, twoPartners } from '../../support/two-partners.ts'
import { postWorld } from '../../support/world.ts'

const service = await startTestService(t)

const toHelper = (pair: TwoPartners, connections: string[]) =>
  change(pair.offerSide, `/v1/helpers/${pair.helperId}`, connections)
const toOrganization = (pair: TwoPartners, connections: string[]) =>
  change(pair.needSide, `/v1/organizations/${pair.organizationId}`, connections)

async function change(by: Partner, url: string, connections: string[]): Promise<void> {
  const { status, body } = await by.call('PATCH', url, {
    body: { connections },
    headers: { 'if-match': '*' },
  })
  if (status !== 200) throw new Error(`${url}: ${status}`)
  if (String(body.connections) !== String(connections)) throw new Error(`${url} has ${body.connections}`)
}

/** The score of the pair, which both rankings and both explanations agree on, and how the connection is explained. */
async function seen(t: Test, { needSide, offerSide, needId, offerId }: TwoPartners) {
  const explanations = [
    await needSide.call('GET', `/v1/needs/${needId}/matches/${offerId}`),
    await offerSide.call('GET', `/v1/needs/${needId}/matches/${offerId}`),
  ]
  const rankings = [
    (await needSide.call('GET', `/v1/needs/${needId}/matches`)).body.data.find(
      (match: { offer: { id: string } }) => match.offer.id === offerId,
    ),
    (await offerSide.call('GET', `/v1/offers/${offerId}/matches`)).body.data.find(
      (match: { need: { id: string } }) => match.need.id === needId,
    ),
  ]
  const scores = [...explanations.map(({ body }) => body.score), ...rankings.map(({ score }) => score)]
  t.equal(new Set(scores).size, 1, `one score: ${scores}`)
  const [{ body } = { body: null }] = explanations
  const connection = body.factors.find((factor: { name: string }) => factor.name === 'connection')
  return { score: Number(scores[0]), connection: connection.reason }
}

t.test(
  'naming a stranger raises no score; a connection counts once both partners have named it',
  async (t) => {
    const pair = await twoPartners(service)
    const strangers = await seen(t, pair)
    t.equal(strangers.connection, '')
    await toHelper(pair, [pair.organizationId])
    t.same(await seen(t, pair), strangers)
    await toOrganization(pair, [pair.helperId])
    const confirmed = await seen(t, pair)
    t.ok(confirmed.score > strangers.score)
    t.match(confirmed.connection, 'already know each other')
    await toHelper(pair, [])
    t.same(await seen(t, pair), strangers)
  },
)

t.test('within one partner the word of either side is enough', async (t) => {
  const partner = await service.newPartner()
  const pair = { needSide: partner, offerSide: partner, ...(await postWorld(partner)) }
  const before = await seen(t, pair)
  await toOrganization(pair, [pair.helperId])
  const named = await seen(t, pair)
  t.ok(named.score > before.score)
  await toOrganization(pair, [])
  await toHelper(pair, [pair.organizationId])
  t.same(await seen(t, pair), named)
})
