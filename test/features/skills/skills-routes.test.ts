import t from 'tap'
import { readCuratedTaxonomy } from '../../../src/features/skills/index.ts'
import { startTestService } from '../../support/service.ts'

const service = await startTestService(t)
const partner = await service.newPartner()
const resolve = (body: unknown) => partner.call('POST', '/v1/skills/resolve', { body })
const sentence = 'Set up Mailchimp and write our monthly newsletter.'

t.test('labels alone are answered as labels', async (t) => {
  const reply = await resolve({ labels: ['Keeping the books', 'zorbing with llamas'] })
  t.equal(reply.status, 200)
  t.same(reply.body, [
    {
      label: 'Keeping the books',
      skill: { id: 'bookkeeping', label: 'Bookkeeping' },
      confidence: 0.95,
      method: 'alias',
    },
    { label: 'zorbing with llamas', skill: null, confidence: 0, method: 'none' },
  ])
})

t.test('each sentence is answered by the skills that it speaks of, and why', async (t) => {
  const reply = await resolve({ sentences: [sentence, 'We love it here.'] })
  t.match(reply, {
    status: 200,
    body: [
      {
        sentence,
        skills: [
          {
            skill: { id: 'newsletter-writing' },
            confidence: Number,
            because: ['monthly newsletter'],
          },
          {
            skill: { id: 'mailchimp', label: 'Mailchimp' },
            confidence: Number,
            because: ['Set up Mailchimp', 'newsletter'],
          },
        ],
      },
      { sentence: 'We love it here.', skills: [] },
    ],
  })
})

t.test('labels come before sentences, both in the order given', async (t) => {
  const reply = await resolve({ sentences: [sentence, 'Ask Ann.'], labels: ['xero', 'payroll'] })
  t.match(reply.body, [{ label: 'xero' }, { label: 'payroll' }, { sentence }, { sentence: 'Ask Ann.' }])
})

t.test('what cannot be resolved is refused with its place', async (t) => {
  const refusedAt = async (body: unknown, pointer: string) =>
    t.match(
      await resolve(body),
      { status: 422, body: { errors: [{ pointer }] } },
      JSON.stringify(body).slice(0, 60),
    )
  await refusedAt({}, '/labels')
  await refusedAt({ sentences: [] }, '/sentences')
  await refusedAt({ sentences: ['ok', ' '] }, '/sentences/1')
  await refusedAt({ sentences: ['x'.repeat(2001)] }, '/sentences/0')
  await refusedAt({ sentences: Array.from({ length: 21 }, () => 'ok') }, '/sentences')
  await refusedAt({ labels: ['ok'], sentences: 'ok' }, '/sentences')
  t.equal((await resolve({ sentences: ['x'.repeat(2000)] })).status, 200)
})

t.test(
  'without a search all skills are browsed by category, each once, and counted as the categories say',
  async (t) => {
    const { body: of } = await partner.call('GET', '/v1/skills/categories')
    const names = of.data.map((one: { category: string }) => one.category)
    t.same(names, names.toSorted())
    const browse = async (query: string) => {
      const seen: { id: string; category: string; label: string }[] = []
      for (let cursor = ''; ; ) {
        const { status, body } = await partner.call('GET', `/v1/skills?limit=97${query}${cursor}`)
        t.equal(status, 200)
        t.equal(body.taxonomy_version, of.taxonomy_version)
        seen.push(...body.data)
        if (!body.has_more) return seen
        cursor = `&cursor=${body.next_cursor}`
      }
    }
    const all = await browse('')
    t.equal(new Set(all.map(({ id }) => id)).size, all.length)
    const order = all.map(({ category, label, id }) => `${category}\n${label}\n${id}`)
    t.same(order, order.toSorted())
    for (const { category, skills } of of.data) {
      const within = await browse(`&category=${encodeURIComponent(category)}`)
      t.equal(within.length, skills, category)
      t.same(
        within,
        all.filter((skill) => skill.category === category),
      )
    }
    for (const query of ['category=No%20such', 'q=book&category=Design', 'q=book&cursor=x', 'cursor=x'])
      t.equal((await partner.call('GET', `/v1/skills?${query}`)).status >= 400, true, query)
  },
)

t.test('the whole taxonomy is downloaded once, and again only after a change', async (t) => {
  const { headers, body } = await partner.call('GET', '/v1/taxonomy')
  t.equal(headers.etag, `"${body.version}"`)
  const { body: page } = await partner.call('GET', '/v1/skills?limit=1')
  t.equal(page.taxonomy_version, body.version)
  t.match(
    body.skills.find((one: { id: string }) => one.id === 'bookkeeping'),
    { label: 'Bookkeeping', names: Array, related: [{ id: String, strength: Number }] },
  )
  const bookkeeping = readCuratedTaxonomy().find(({ id }) => id === 'bookkeeping')
  const [english, ...others] = bookkeeping?.typed ?? []
  t.equal(english?.language, 'english')
  const whole = body.skills.find((one: { id: string }) => one.id === 'bookkeeping')
  const one = (await partner.call('GET', '/v1/skills/bookkeeping')).body
  for (const name of english?.names ?? []) {
    t.ok(whole.aliases.includes(name), `names that are only typed are shown too: ${name}`)
    t.ok(one.aliases.includes(name))
  }
  for (const name of others.flatMap(({ names }) => names)) t.ok(whole.names.includes(name))
  const again = await partner.call('GET', '/v1/taxonomy', {
    headers: { 'if-none-match': String(headers.etag) },
  })
  t.equal(again.status, 304)

  await service.database.pool.query(
    `insert into imported_skills (id, label, category, aliases, related, source)
     values ('zeppelin-mooring', 'Zeppelin mooring', 'Airships', '{}', '{}', 'esco')`,
  )
  await service.services.market.taxonomy.reload()
  const changed = await partner.call('GET', '/v1/taxonomy', {
    headers: { 'if-none-match': String(headers.etag) },
  })
  t.equal(changed.status, 200)
  t.equal(changed.body.skills.length, body.skills.length + 1)
  t.match((await partner.call('GET', '/v1/skills?category=Airships')).body.data, [{ id: 'zeppelin-mooring' }])
})
