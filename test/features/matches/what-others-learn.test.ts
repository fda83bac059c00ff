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
  'previews from anywhere see a helper of another partner only at the centre of its city, or in its cell of five kilometres',
  async (t) => {
    const organizationId = await post(asker, '/v1/organizations', organizationBody())
    const seenAt = async (skill: string, place: { lat?: number; lon?: number; city?: string }) => {
      const location = { country: 'US', ...place }
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
    const inCell = await seenAt('tuning of harpsichords made before 1750', { lat: 30.251, lon: -97.743 })
    t.same(await seenAt('restringing of lutes and theorbos by hand', { lat: 30.299, lon: -97.73 }), inCell)
    const city = 'Austin, TX'
    const inCity = await seenAt('gilding of picture frames with leaf', { city, lat: 30.251, lon: -97.743 })
    t.notSame(inCity, inCell)
    t.same(await seenAt('mending of torn tapestries with wool', { city, lat: 30.45, lon: -97.6 }), inCity)
    t.same(await seenAt('binding of family bibles in calfskin', { city }), inCity)
  },
)

type Blockers = { code: string }[]
const codes = (body: { blockers: Blockers }) => body.blockers.map(({ code }) => code)

t.test('another partner learns no secret from blockers, and the own partner learns them all', async (t) => {
  const skill = 'engraving of signet rings in old letters'
  const organizationId = await post(asker, '/v1/organizations', organizationBody())
  const helperId = await post(owner, '/v1/helpers', helperBody({ credentials: {} }))
  const offerId = await post(owner, '/v1/offers', offerBody(helperId, { title: skill, skills: [skill] }))
  const asking = { title: skill, skills: [{ skill }] }
  const pathOf = async (changes: object) =>
    `/v1/needs/${await post(asker, '/v1/needs', needBody(organizationId, { ...asking, ...changes }))}/matches/${offerId}`
  const requiring = [
    await pathOf({ requires: ['age_over_18'] }),
    await pathOf({ requires: ['background_check', 'licence:driving'] }),
  ]
  for (const path of requiring) {
    const { body } = await asker.call('GET', path)
    t.same(codes(body), ['not_available'])
    t.notMatch(JSON.stringify(body.blockers), /age|background|licen/i)
    t.same(codes((await owner.call('GET', path)).body), ['requirement_not_held'])
  }
  const blocked = await pathOf({ accepts: ['paid'] })
  await owner.call('PATCH', `/v1/helpers/${helperId}`, {
    body: { blocked_organization_ids: [organizationId] },
    headers: { 'if-match': '*' },
  })
  const { body } = await asker.call('GET', blocked)
  t.same(codes(body), ['kind_not_accepted', 'not_available'])
  t.notMatch(JSON.stringify(body.blockers), /asked not/i)
  const needId = blocked.split('/')[3]
  const proposed = await asker.call('POST', '/v1/introductions', {
    body: { need_id: needId, offer_id: offerId },
  })
  t.match(proposed, { status: 409, body: { code: 'not_a_match' } })
  t.same(
    proposed.body.errors.map(({ code }: { code: string }) => code),
    ['kind_not_accepted', 'not_available'],
  )
})

t.test('a preview that is repeated with its key shows nothing that was withdrawn since', async (t) => {
  const skill = 'weaving of willow hurdles for sheep pens'
  const organizationId = await post(asker, '/v1/organizations', organizationBody())
  const helperId = await post(owner, '/v1/helpers', helperBody())
  const offerId = await post(owner, '/v1/offers', offerBody(helperId, { title: skill, skills: [skill] }))
  const need = needBody(organizationId, { title: skill, skills: [{ skill }] })
  const preview = () =>
    asker.call('POST', '/v1/matches/preview', { body: { need }, headers: { 'idempotency-key': 'hurdles' } })
  t.match(JSON.stringify((await preview()).body), new RegExp(offerId))
  await owner.call('DELETE', `/v1/offers/${offerId}`, { headers: { 'if-match': '*' } })
  const again = await preview()
  t.equal(again.status, 200)
  t.notMatch(JSON.stringify(again.body), new RegExp(offerId))
  t.equal(again.headers['idempotency-replayed'], undefined)
})
