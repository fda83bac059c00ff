import t from 'tap'
import { helperBody, needBody, offerBody, organizationBody } from '../../support/bodies.ts'
import { startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)
const partner = await service.newPartner()

/** The reason of the place factor of a need and an offer of one partner; undefined where they don't match. */
async function placeReason(skill: string, needed: object, offered: object): Promise<string | undefined> {
  const organizationId = await post(partner, '/v1/organizations', organizationBody({ location: needed }))
  const helperId = await post(partner, '/v1/helpers', helperBody({ location: offered }))
  const named = { title: skill, modality: 'onsite' }
  const offerId = await post(partner, '/v1/offers', offerBody(helperId, { ...named, skills: [skill] }))
  const needId = await post(partner, '/v1/needs', needBody(organizationId, { ...named, skills: [{ skill }] }))
  const { body } = await partner.call('GET', `/v1/needs/${needId}/matches`)
  const matches: { offer_id: string; factors: { name: string; reason: string }[] }[] = body.data
  const match = matches.find(({ offer_id }) => offer_id === offerId)
  return match?.factors.find(({ name }) => name === 'place')?.reason
}

const milwaukee = { country: 'US', region: 'WI', city: 'Milwaukee' }
const inWauwatosa = { country: 'US', lat: 43.0495, lon: -88.0076 }

t.test('an address without coordinates is about at the centre of its city', async (t) => {
  t.equal(await placeReason('repair of accordions', milwaukee, inWauwatosa), 'About 10 km apart.')
  t.equal(await placeReason('repair of bandoneons', inWauwatosa, milwaukee), 'About 10 km apart.')
  t.equal(
    await placeReason('repair of concertinas', { ...inWauwatosa, lat: 43.0389, lon: -87.9065 }, inWauwatosa),
    '8 km apart.',
    'two points are compared exactly',
  )
})

t.test('coordinates from the name of a city are never written into what was posted', async (t) => {
  const id = await post(partner, '/v1/helpers', helperBody({ location: milwaukee }))
  const { body } = await partner.call('GET', `/v1/helpers/${id}`)
  t.match(body.location, { city: 'Milwaukee', lat: null, lon: null })
})

t.test('cities of one name match only in one region', async (t) => {
  const portland = (region: string) => ({ country: 'US', region, city: 'Portland' })
  t.equal(await placeReason('sharpening of scythes', portland('OR'), portland('Oregon')), 'In the same area.')
  t.equal(await placeReason('sharpening of sickles', portland('OR'), portland('ME')), undefined)
  t.equal(await placeReason('sharpening of adzes', portland('OR'), portland('Maine')), undefined)
})
