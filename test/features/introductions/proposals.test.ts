import t from 'tap'
import { idToUuid } from '../../../src/shared/ids.ts'
import { candidateBody, needBody, organizationBody, programBody } from '../../support/bodies.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { anotherNeed, answer, propose, proposed, twoPartners } from '../../support/two-partners.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)
const anyVersion = { 'if-match': '*' }

/** An introduction of the pair that both sides have accepted, with its engagement. */
async function engaged() {
  const pair = await twoPartners(service)
  const id = await proposed(pair)
  await answer(pair.offerSide, id, 'accept')
  const { body } = await pair.needSide.call('GET', '/v1/engagements')
  return { ...pair, id, engagementId: String(body.data[0].id) }
}

function change(by: Partner, path: string, body: Record<string, unknown>) {
  return by.call('PATCH', path, { headers: anyVersion, body })
}

t.test('both sides read what was proposed as it was then, in introductions and engagements', async (t) => {
  const { needSide, offerSide, needId, offerId, id, engagementId } = await engaged()
  const { body: before } = await needSide.call('GET', `/v1/introductions/${id}`)
  t.match(before.proposal, {
    need: { id: needId, title: 'Bring our books up to date', organization_kind: 'nonprofit' },
    offer: { id: offerId, title: 'Bookkeeping for nonprofits', terms: { kind: 'volunteer' } },
    score: Number,
    summary: /^Knows Bookkeeping/,
  })
  await change(needSide, `/v1/needs/${needId}`, { title: 'Something else', visibility: 'partner' })
  await change(offerSide, `/v1/offers/${offerId}`, { title: 'Something else', status: 'closed' })
  for (const partner of [needSide, offerSide])
    for (const path of ['/v1/introductions', '/v1/engagements']) {
      const one = await partner.call('GET', `${path}/${path === '/v1/introductions' ? id : engagementId}`)
      const list = await partner.call('GET', path)
      for (const shown of [one.body, list.body.data[0]]) {
        const { need, offer, score } = before.proposal
        t.match(shown.proposal, { need, offer, score }, path)
      }
    }
})

t.test('each side reads the sentence that is for it, in its language', async (t) => {
  const { needSide, offerSide, id, engagementId } = await engaged()
  const summaryFor = async (partner: Partner, path: string) => {
    const reply = await partner.call('GET', path, { headers: { 'accept-language': 'es' } })
    t.equal(reply.headers['content-language'], 'es')
    return reply.body.proposal.summary
  }
  for (const path of [`/v1/introductions/${id}`, `/v1/engagements/${engagementId}`]) {
    t.match(await summaryFor(needSide, path), /^Sabe de contabilidad básica.*no cuesta nada/)
    t.match(await summaryFor(offerSide, path), /sin fines de lucro/)
  }
})

t.test('a proposal shows public views only: no name, no contact, no place but the city', async (t) => {
  const pair = await twoPartners(service)
  const id = await proposed(pair)
  for (const partner of [pair.needSide, pair.offerSide]) {
    const { body } = await partner.call('GET', `/v1/introductions/${id}`)
    t.match(body.proposal.offer.place, { country: 'US', region: 'CA', city: 'Berkeley' })
    t.notMatch(JSON.stringify(body), /Moreno|Ada Park|Pantry|@example|510 ?555|37\.8/)
  }
})

t.test(
  'after acceptance both sides keep reading the need, the offer and their match, whatever becomes of them',
  async (t) => {
    const { needSide, offerSide, needId, offerId } = await engaged()
    await change(needSide, `/v1/needs/${needId}`, { title: 'Books, once more', visibility: 'partner' })
    await change(offerSide, `/v1/offers/${offerId}`, { status: 'closed', visibility: 'partner' })
    const path = `/v1/needs/${needId}/matches/${offerId}`
    for (const partner of [needSide, offerSide]) {
      const { status, body } = await partner.call('GET', path)
      t.equal(status, 200)
      t.match(body, {
        need: { id: needId, title: 'Books, once more' },
        offer: { id: offerId },
        eligible: false,
        blockers: [{ code: 'need_not_open' }, { code: 'offer_not_open' }, { code: 'not_visible' }],
      })
      t.notMatch(JSON.stringify(body), /Moreno|Ada Park|Pantry|@example|510 ?555|37\.8|external_id/)
    }
    t.match(await (await service.newPartner()).call('GET', path), { status: 404 })
    // The postings themselves stay their partner's.
    t.match(await offerSide.call('GET', `/v1/needs/${needId}`), { status: 404 })
    t.match(await needSide.call('GET', `/v1/offers/${offerId}`), { status: 404 })
  },
)

t.test('without acceptance a hidden posting is as if it were not there', async (t) => {
  const pair = await twoPartners(service)
  const open = await proposed(pair)
  const declinedNeed = await anotherNeed(pair)
  const declined = await proposed(pair, declinedNeed)
  await answer(pair.offerSide, declined, 'decline')
  for (const needId of [pair.needId, declinedNeed]) {
    await change(pair.needSide, `/v1/needs/${needId}`, { visibility: 'partner' })
    t.match(await pair.offerSide.call('GET', `/v1/needs/${needId}/matches/${pair.offerId}`), {
      status: 404,
      body: { code: 'need_not_found' },
    })
  }
  // An acceptance opens that pair, and no other of the same two partners.
  await answer(pair.offerSide, open, 'accept')
  t.match(await pair.offerSide.call('GET', `/v1/needs/${pair.needId}/matches/${pair.offerId}`), {
    status: 200,
  })
  t.match(await pair.offerSide.call('GET', `/v1/needs/${declinedNeed}/matches/${pair.offerId}`), {
    status: 404,
  })
})

t.test('who withdraws consent is taken out of proposals, unless both sides had accepted', async (t) => {
  const [office, site] = [await service.newPartner({ kind: 'internship_office' }), await service.newPartner()]
  const programId = await post(office, '/v1/programs', programBody())
  const { body: student } = await office.call('POST', '/v1/candidates', { body: candidateBody(programId) })
  const organizationId = await post(site, '/v1/organizations', organizationBody())
  const introduced = async (verb?: 'accept' | 'decline') => {
    const needId = await post(site, '/v1/needs', needBody(organizationId))
    const { body } = await propose(site, needId, student.offer_id)
    if (verb) await answer(office, body.id, verb)
    return String(body.id)
  }
  const ids = [await introduced('accept'), await introduced(), await introduced('decline')]
  const titles = async () =>
    Promise.all(
      ids.map(async (id) => {
        const { body } = await site.call('GET', `/v1/introductions/${id}`)
        return body.proposal?.offer.description ?? null
      }),
    )
  const { description } = candidateBody(programId)
  t.same(await titles(), [description, description, description])
  const { body: candidate } = await office.call('GET', `/v1/candidates/${student.id}`)
  await change(office, `/v1/candidates/${student.id}`, {
    consent: { ...candidate.consent, share_profile: false, share_contact: false },
  })
  t.same(await titles(), [description, null, null])
  await office.call('DELETE', `/v1/candidates/${student.id}`, { headers: anyVersion })
  t.same(await titles(), [null, null, null])
})

t.test('an introduction from before proposals were kept shows null', async (t) => {
  const { needSide, id, engagementId } = await engaged()
  await service.database.pool.query('update introductions set proposal = null where need_partner_id = $1', [
    idToUuid(needSide.partnerId),
  ])
  for (const path of [`/v1/introductions/${id}`, `/v1/engagements/${engagementId}`])
    t.equal((await needSide.call('GET', path)).body.proposal, null)
})
