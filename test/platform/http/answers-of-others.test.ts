import t from 'tap'
import { linksOf, proposeRing, threeInARing } from '../../support/barterers.ts'
import { type CallOptions, type Partner, startTestService } from '../../support/service.ts'
import { propose, proposed, twoPartners } from '../../support/two-partners.ts'

/*
 * A repeat with the same Idempotency-Key does nothing again. An answer that shows what another partner wrote is not stored
 * for it: the repeat shows the rows as they are then.
 */

const service = await startTestService(t)
const anyVersion = { 'if-match': '*' }
let keys = 0

/** Sends a POST, and returns a function that repeats it. */
async function postOnce(partner: Partner, url: string, body?: unknown) {
  keys += 1
  const options: CallOptions = {
    headers: { 'idempotency-key': `once-${keys}` },
    ...(body !== undefined && { body }),
  }
  const send = () => partner.call('POST', url, options)
  return { first: await send(), again: send }
}

t.test('repeats of what one does with a ring show no title that another partner has replaced', async (t) => {
  for (const verb of ['propose', 'accept', 'decline']) {
    const parties = await threeInARing(service)
    const [first, second] = parties
    const done =
      verb === 'propose'
        ? await postOnce(first.partner, '/v1/rings', { links: linksOf(parties) })
        : await postOnce(
            first.partner,
            `/v1/rings/${(await proposeRing([...parties.slice(1), first])).body.id}/${verb}`,
          )
    t.equal(done.first.status, verb === 'propose' ? 201 : 200)
    const { body: before } = await second.partner.call('GET', `/v1/needs/${second.postingId}`)
    t.match(JSON.stringify(done.first.body), before.title)
    await second.partner.call('PATCH', `/v1/needs/${second.postingId}`, {
      headers: anyVersion,
      body: { title: 'Something else' },
    })
    const again = await done.again()
    t.equal(again.status, done.first.status)
    t.equal(again.headers['idempotency-replayed'], 'true')
    t.equal(again.headers.location, done.first.headers.location)
    t.equal(again.body.id, done.first.body.id)
    t.notMatch(JSON.stringify(again.body), before.title)
    t.match(JSON.stringify(again.body), 'Something else')
    t.match((await first.partner.call('GET', `/v1/rings/${again.body.id}`)).body, again.body)
    const { body: list } = await first.partner.call('GET', '/v1/rings')
    t.equal(list.data.length, 1, 'nothing is done twice')
  }
})

t.test('repeats of what one does with an introduction show its present state', async (t) => {
  const pair = await twoPartners(service)
  const body = { need_id: pair.needId, offer_id: pair.offerId, message: 'Shall we?' }
  const done = await postOnce(pair.needSide, '/v1/introductions', body)
  const id = done.first.body.id
  const accepted = await postOnce(pair.offerSide, `/v1/introductions/${id}/accept`)
  t.match([done.first.body.status, accepted.first.body.status], ['proposed', 'accepted'])
  const again = await done.again()
  t.equal(again.status, 201)
  t.equal(again.headers['idempotency-replayed'], 'true')
  t.equal(again.headers.location, `/v1/introductions/${id}`)
  t.match(again.body, { id, status: 'accepted', contacts: null, message: 'Shall we?' })
  t.match((await accepted.again()).body, { id, status: 'accepted', contacts: null })

  const declining = await twoPartners(service)
  const declined = await postOnce(
    declining.offerSide,
    `/v1/introductions/${await proposed(declining)}/decline`,
    { reason: 'other' },
  )
  t.same((await declined.again()).body, declined.first.body)
  const withdrawing = await twoPartners(service)
  const withdrawn = await postOnce(
    withdrawing.needSide,
    `/v1/introductions/${await proposed(withdrawing)}/withdraw`,
  )
  t.same((await withdrawn.again()).body, withdrawn.first.body)
  t.equal((await propose(pair.needSide, pair.needId, pair.offerId)).status, 409)
})

t.test('repeats of the end of an engagement show the plan that the other side has changed', async (t) => {
  const pair = await twoPartners(service)
  await pair.offerSide.call('POST', `/v1/introductions/${await proposed(pair)}/accept`)
  const { body: engagements } = await pair.needSide.call('GET', '/v1/engagements')
  const address = `/v1/engagements/${engagements.data[0].id}`
  const plan = (outcome: string) =>
    pair.offerSide.call('PUT', `${address}/plan`, { headers: anyVersion, body: { outcome } })
  await plan('A secret of the helper')
  const done = await postOnce(pair.needSide, `${address}/complete`, {})
  t.match(done.first, { status: 200, body: { plan: { outcome: 'A secret of the helper' } } })
  await plan('Nothing to tell')
  const again = await done.again()
  t.match(again, { status: 200, body: { done_by: ['need'], plan: { outcome: 'Nothing to tell' } } })
  t.equal(again.headers['idempotency-replayed'], 'true')
})
