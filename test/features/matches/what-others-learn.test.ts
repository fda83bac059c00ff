import t from 'tap'
import { helperBody, needBody, offerBody, organizationBody } from '../../support/bodies.ts'
import { startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)
const [asker, owner] = [await service.newPartner(), await service.newPartner()]

t.test('previews cannot test a postal code of another partner, with or without its city', async (t) => {
  const skill = 'repair of grandfather clocks from the attic'
  const location = { country: 'GB', postal_code: 'SW1A 2AA' }
  const helperId = await post(owner, '/v1/helpers', helperBody({ location }))
  const offerId = await post(
    owner,
    '/v1/offers',
    offerBody(helperId, { title: skill, skills: [skill], modality: 'onsite' }),
  )
  const previewed = async (partner: typeof asker, place: object) => {
    const organizationId = await post(partner, '/v1/organizations', organizationBody({ location: place }))
    const need = needBody(organizationId, { title: skill, skills: [{ skill }], modality: 'onsite' })
    const { body } = await partner.call('POST', '/v1/matches/preview', { body: { need } })
    return body.data.map((match: { offer_id: string }) => match.offer_id)
  }
  t.same(await previewed(asker, location), [])
  t.same(await previewed(asker, { ...location, city: 'Leeds' }), [])
  t.same(await previewed(owner, location), [offerId], 'its own partner may match by it')
})

t.test(
  'previews from anywhere see a helper of another partner only in its cell of five kilometres',
  async (t) => {
    const organizationId = await post(asker, '/v1/organizations', organizationBody())
    const seenAt = async (skill: string, lat: number, lon: number) => {
      const location = { country: 'US', city: 'Austin', lat, lon }
      const helperId = await post(owner, '/v1/helpers', helperBody({ location }))
      await post(
        owner,
        '/v1/offers',
        offerBody(helperId, { title: skill, skills: [skill], modality: 'onsite' }),
      )
      const seen = []
      for (const [fromLat, fromLon] of [
        [30.26, -97.74],
        [30.4, -97.7],
        [30.1, -97.9],
        [30.27, -97.6],
      ]) {
        const need = needBody(organizationId, {
          title: skill,
          skills: [{ skill }],
          modality: 'onsite',
          location: { country: 'US', lat: fromLat, lon: fromLon },
          max_distance_km: 60,
        })
        const { body } = await asker.call('POST', '/v1/matches/preview', { body: { need } })
        const factors: { name: string; value: number; reason: string }[] = body.data[0].factors
        const place = factors.find(({ name }) => name === 'place')
        seen.push([place?.value, place?.reason])
      }
      return seen
    }
    // Both are in the cell from 30.25 to 30.3.
    t.same(
      await seenAt('tuning of harpsichords made before 1750', 30.251, -97.743),
      await seenAt('restringing of lutes and theorbos by hand', 30.299, -97.73),
    )
  },
)
