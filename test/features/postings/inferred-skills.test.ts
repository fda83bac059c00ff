import t from 'tap'
import { helperBody, needBody, offerBody, organizationBody } from '../../support/bodies.ts'
import { startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)
const partner = await service.newPartner()
const organizationId = await post(partner, '/v1/organizations', organizationBody())
const helperId = await post(partner, '/v1/helpers', helperBody())

const text = {
  title: 'Losing jobs to voicemail',
  description: 'Our plumbing customers ring while I am under a sink.',
}
const need = (change: object = {}) => needBody(organizationId, { ...text, skills: [], ...change })

interface Inferred {
  skill: { id: string; label: string }
  confidence: number
  because: string[]
}
const idsOf = (inferred: Inferred[]) => inferred.map(({ skill }) => skill.id)

t.test('a posting shows the skills that its text expresses, with the words as written', async (t) => {
  const created = await partner.call('POST', '/v1/needs', { body: need() })
  t.equal(created.status, 201)
  const inferred: Inferred[] = created.body.inferred_skills
  t.ok(idsOf(inferred).includes('phone-answering'), JSON.stringify(inferred))
  for (const { confidence, because } of inferred) {
    t.ok(confidence > 0 && confidence < 1)
    t.ok(because.length > 0)
    for (const part of because) t.ok(text.title.includes(part) || text.description.includes(part), part)
  }
  const read = await partner.call('GET', `/v1/needs/${created.body.id}`)
  t.same(read.body.inferred_skills, inferred)
  const list = await partner.call('GET', '/v1/needs?limit=100')
  const listed = list.body.data.find(({ id }: { id: string }) => id === created.body.id)
  t.same(listed.inferred_skills, inferred)
  const preview = await partner.call('POST', '/v1/matches/preview', { body: { need: need() } })
  t.same(preview.body.inferred_skills, inferred)
})

t.test('a posted skill is not shown as inferred too', async (t) => {
  const { body } = await partner.call('POST', '/v1/needs', { body: need({ skills: ['phone-answering'] }) })
  t.notOk(idsOf(body.inferred_skills).includes('phone-answering'))
})

t.test('another text changes the inferred skills, and `infer_skills: false` leaves none', async (t) => {
  const id = await post(partner, '/v1/offers', offerBody(helperId, { ...text, skills: [] }))
  const changed = await partner.call('PATCH', `/v1/offers/${id}`, {
    body: { title: 'Bookkeeping in the evening', description: 'I keep books.' },
    headers: { 'if-match': '*' },
  })
  t.ok(idsOf(changed.body.inferred_skills).includes('bookkeeping'))
  t.notOk(idsOf(changed.body.inferred_skills).includes('phone-answering'))
  const off = await partner.call('PATCH', `/v1/offers/${id}`, {
    body: { infer_skills: false },
    headers: { 'if-match': '*' },
  })
  t.same(off.body.inferred_skills, [])
})

t.test(
  'a match shows how sure an inferred skill is beside how near it is, and which words say so',
  async (t) => {
    const needId = await post(partner, '/v1/needs', need())
    const offerId = await post(
      partner,
      '/v1/offers',
      offerBody(helperId, {
        title: 'At your desk',
        description: 'Calls, mostly.',
        skills: ['phone-answering'],
      }),
    )
    const { body } = await partner.call('GET', `/v1/needs/${needId}/matches/${offerId}`)
    const shown = await partner.call('GET', `/v1/needs/${needId}`)
    const expected: Inferred = shown.body.inferred_skills.find(
      ({ skill }: Inferred) => skill.id === 'phone-answering',
    )
    const matched = body.matched_skills.find(
      ({ offered, wanted }: { offered: string; wanted: string }) =>
        offered === expected.skill.label && wanted === expected.skill.label,
    )
    t.match(matched, {
      inferred: true,
      relatedness: 1,
      confidence: expected.confidence,
      because: { need: expected.because, offer: [] },
    })
  },
)

t.test('texts of any kind are posted, and what is not understood infers nothing', async (t) => {
  for (const title of ['🎉🎉', 'xqzwv', 'Привет всем', 'カフェ привет cafe'])
    t.same(
      (await partner.call('POST', '/v1/needs', { body: need({ title, description: title }) })).body
        .inferred_skills,
      [],
      title,
    )
  const long = 'Bookkeeping '.repeat(400).slice(0, 4000)
  const { status, body } = await partner.call('POST', '/v1/needs', { body: need({ description: long }) })
  t.equal(status, 201)
  t.ok(idsOf(body.inferred_skills).includes('bookkeeping'))
})
