import t from 'tap'
import { internWork } from '../../support/intern-work.ts'
import { startTestService } from '../../support/service.ts'

const service = await startTestService(t)
const report = { title: 'Final report', url: 'https://files.example.org/report' }

t.test('both sides see links, and the side that added one removes it', async (t) => {
  const { office, site, address } = await internWork(service)
  const { status, body } = await office.call('POST', `${address}/documents`, { body: report })
  t.match({ status, body }, { status: 201, body: { ...report, added_by: 'offer' } })
  for (const by of [office, site])
    t.match((await by.call('GET', `${address}/documents`)).body.data, [{ id: body.id, ...report }])
  const remove = (by: typeof office) => by.call('DELETE', `${address}/documents/${body.id}`)
  t.match(await remove(site), { body: { code: 'not_your_side' } })
  t.equal((await remove(office)).status, 204)
  t.match(await remove(office), { status: 404, body: { code: 'document_not_found' } })
  t.same((await site.call('GET', `${address}/documents`)).body.data, [])
})

t.test('a link is https, without a password, and has a title', async (t) => {
  const { office, address } = await internWork(service)
  const urls = [
    'http://files.example.org/report',
    'javascript:alert(1)',
    'data:text/html,hello',
    'ftp://files.example.org',
    'https://user:secret@files.example.org/report',
    'https://user@files.example.org/report',
    'files.example.org/report',
    `https://files.example.org/${'a'.repeat(2000)}`,
  ]
  for (const url of urls)
    t.match(
      await office.call('POST', `${address}/documents`, { body: { ...report, url } }),
      { status: 422, body: { errors: [{ pointer: '/url' }] } },
      url.slice(0, 50),
    )
  t.equal(
    (await office.call('POST', `${address}/documents`, { body: { ...report, title: ' ' } })).status,
    422,
  )
})

t.test('an engagement has at most 200 links, also if they come at once', async (t) => {
  const { office, address, engagementId } = await internWork(service)
  await service.database.pool.query(
    `insert into engagement_documents select e.id, gen_random_uuid(), 'Link', 'https://example.org', 'need', now()
     from engagements e, generate_series(1, 199) where e.introduction_id = (
       select introduction_id from engagements order by created_at desc limit 1)`,
  )
  const replies = await Promise.all(
    [1, 2, 3].map(() => office.call('POST', `${address}/documents`, { body: report })),
  )
  t.same(replies.map(({ status }) => status).sort(), [201, 409, 409], engagementId)
  t.ok(replies.some(({ body }) => body.code === 'too_many_documents'))
})

t.test('erasing the student erases links, agreements and evaluations', async (t) => {
  const program = { evaluations: { mid_term: [{ id: 'how', question: 'How is it?', kind: 'text' }] } }
  const { office, site, address, candidateId } = await internWork(service, { program })
  await office.call('POST', `${address}/documents`, { body: { ...report, title: 'Zebrafinch report' } })
  await site.call('POST', `${address}/agreement`, {
    body: { replaces: null, content: { notes: 'Zebrafinch' } },
  })
  const answers = [{ question_id: 'how', value: 'Zebrafinch sings' }]
  t.equal(
    (await site.call('POST', `${address}/evaluations`, { body: { moment: 'mid_term', answers } })).status,
    201,
  )
  const gone = await office.call('DELETE', `/v1/candidates/${candidateId}`, { headers: { 'if-match': '*' } })
  t.equal(gone.status, 204)
  t.same((await site.call('GET', `${address}/documents`)).body.data, [])
  t.match((await site.call('GET', `${address}/agreement`)).body, { version: 1, content: null })
  t.same((await site.call('GET', `${address}/evaluations`)).body.evaluations, [])
  t.equal((await site.call('GET', `${address}/agreement.html`)).status, 200)
})

t.test(
  'the export of a student holds agreements, links and evaluations, the other side’s once both have answered',
  async (t) => {
    const program = { evaluations: { mid_term: [{ id: 'how', question: 'How is it?', kind: 'text' }] } }
    const { office, site, address, candidateId } = await internWork(service, { program })
    const held = async () => (await office.call('GET', `/v1/candidates/${candidateId}/export`)).body
    const evaluate = (by: typeof office, value: string) =>
      by.call('POST', `${address}/evaluations`, {
        body: { moment: 'mid_term', answers: [{ question_id: 'how', value }] },
      })
    await office.call('POST', `${address}/documents`, { body: report })
    for (const replaces of [null, 1])
      await site.call('POST', `${address}/agreement`, {
        body: { replaces, content: { notes: `After ${replaces}` } },
      })
    await evaluate(site, 'From the site')
    const before = await held()
    t.match(before, {
      documents: [report],
      agreements: [
        { version: 1, content: { notes: 'After null' } },
        { version: 2, content: { notes: 'After 1' } },
      ],
    })
    t.same(before.evaluations, [])
    await evaluate(office, 'From the student')
    t.match((await held()).evaluations, [{ side: 'need' }, { side: 'offer' }])
    const other = await internWork(service, { program })
    const { body } = await other.office.call('GET', `/v1/candidates/${other.candidateId}/export`)
    t.same([body.documents, body.agreements, body.evaluations], [[], [], []])
  },
)
