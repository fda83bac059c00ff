import t from 'tap'
import { eventData } from '../../../src/platform/events/index.ts'
import { internWork } from '../../support/intern-work.ts'
import { startTestService } from '../../support/service.ts'
import { answer, proposed, twoPartners } from '../../support/two-partners.ts'

const service = await startTestService(t)
const content = { learning_goals: ['Keep books'], tasks: ['Reconcile the bank account'] }

t.test('student, office and supervisor approve a version, and both partners see who did when', async (t) => {
  const { office, site, address } = await internWork(service)
  const written = await office.call('POST', `${address}/agreement`, { body: { replaces: null, content } })
  t.match(written, {
    status: 201,
    body: {
      version: 1,
      content,
      written_by: 'offer',
      needed: ['student', 'office', 'supervisor'],
      yours: ['student', 'office'],
      approvals: [],
      is_approved: false,
      is_newest: true,
    },
  })
  const approve = (by: typeof office, as?: string) =>
    by.call('POST', `${address}/agreement/approve`, { body: { version: 1, ...(as && { as }) } })
  t.match(await approve(office), { status: 422, body: { errors: [{ pointer: '/as' }] } }, 'speaks for two')
  t.match(await approve(office, 'supervisor'), { body: { code: 'not_your_side' } })
  t.match(await approve(site, 'student'), { body: { code: 'not_your_side' } })
  for (const as of ['student', 'office', 'student']) t.equal((await approve(office, as)).status, 200)
  t.match(await approve(site), { status: 200, body: { is_approved: true } })
  for (const by of [office, site])
    t.match((await by.call('GET', `${address}/agreement`)).body, {
      is_approved: true,
      approvals: [
        { as: /student|office/, partner_id: office.partnerId, approved_at: /T/ },
        { as: /student|office/, partner_id: office.partnerId },
        { as: 'supervisor', partner_id: site.partnerId },
      ],
    })
})

t.test('approvals of an old version no longer count, and it stays readable', async (t) => {
  const { office, site, address } = await internWork(service)
  const write = (by: typeof office, replaces: number | null, tasks: string[]) =>
    by.call('POST', `${address}/agreement`, { body: { replaces, content: { ...content, tasks } } })
  await write(site, null, ['One'])
  await site.call('POST', `${address}/agreement/approve`, { body: { version: 1 } })
  t.match(await write(office, null, ['Two']), { status: 409, body: { code: 'agreement_changed' } })
  t.match(await write(office, 1, ['One']), {
    status: 201,
    body: { version: 1, approvals: [{ as: 'supervisor' }] },
  })
  t.match(await write(office, 1, ['Two']), {
    status: 201,
    body: { version: 2, approvals: [], is_approved: false },
  })
  const late = await site.call('POST', `${address}/agreement/approve`, { body: { version: 1 } })
  t.match(late, { status: 409, body: { code: 'agreement_changed' } })
  t.match((await site.call('GET', `${address}/agreement?version=1`)).body, {
    content: { tasks: ['One'] },
    is_newest: false,
    approvals: [{ as: 'supervisor' }],
  })
  t.match(await site.call('GET', `${address}/agreement?version=3`), {
    status: 404,
    body: { code: 'agreement_not_found' },
  })
})

t.test('of two versions written at once one wins', async (t) => {
  const { office, site, address } = await internWork(service)
  const replies = await Promise.all(
    [office, site].map((by, at) =>
      by.call('POST', `${address}/agreement`, {
        body: { replaces: null, content: { tasks: [`Task ${at}`] } },
      }),
    ),
  )
  t.same(replies.map(({ status }) => status).sort(), [201, 409])
})

t.test('only internships under way have agreements to write, and strangers see none', async (t) => {
  const { office, site, address } = await internWork(service)
  t.match(await site.call('GET', `${address}/agreement`), {
    status: 404,
    body: { code: 'agreement_not_found' },
  })
  const stranger = await service.newPartner()
  t.match(await stranger.call('GET', `${address}/agreement`), { body: { code: 'engagement_not_found' } })
  await office.call('POST', `${address}/agreement`, { body: { replaces: null, content } })
  await site.call('POST', `${address}/end`, { body: { reason: 'agreed' } })
  const ended = { status: 409, body: { code: 'engagement_not_active' } }
  t.match(await site.call('POST', `${address}/agreement`, { body: { replaces: 1, content: {} } }), ended)
  t.match(await site.call('POST', `${address}/agreement/approve`, { body: { version: 1 } }), ended)
  t.equal((await site.call('GET', `${address}/agreement`)).status, 200)

  const pair = await twoPartners(service)
  await answer(pair.offerSide, await proposed(pair), 'accept')
  const { body } = await pair.needSide.call('GET', '/v1/engagements')
  t.match(
    await pair.needSide.call('POST', `/v1/engagements/${body.data[0].id}/agreement`, {
      body: { replaces: null, content },
    }),
    { status: 409, body: { code: 'not_an_internship' } },
  )
})

t.test('the page to print escapes what was written, and loads nothing', async (t) => {
  const { office, site, address } = await internWork(service)
  const evil = '<script>alert(1)</script> & "quotes"'
  await site.call('POST', `${address}/agreement`, {
    body: {
      replaces: null,
      content: {
        learning_goals: [evil],
        tasks: [evil],
        supervision: evil,
        notes: `${evil}\nMondays\r\n\nFridays`,
      },
    },
  })
  await site.call('POST', `${address}/agreement/approve`, { body: { version: 1 } })
  const { body, headers } = await office.call('GET', `${address}/agreement.html`)
  const html = String(body)
  t.match(headers['content-type'], 'text/html')
  t.match(headers['content-security-policy'], "default-src 'none'")
  t.notMatch(html, /<script|src=|url\(|@import|https?:\/\//)
  t.match(html, '&#60;script&#62;alert(1)')
  t.match(html, 'Mondays<br><br>Fridays', 'lines stay lines')
  t.match(html, /Supervisor<\/td><td>approved on \d{4}-\d\d-\d\d/)
  t.match(html, /Student<\/td><td>not yet approved/)
  t.match(html, '@media print')
})

t.test('events tell versions and approvals, and no text', async (t) => {
  const { office, site, address, engagementId } = await internWork(service)
  const body = { replaces: null, content: { ...content, notes: 'Zebrafinch' } }
  await office.call('POST', `${address}/agreement`, { body })
  await site.call('POST', `${address}/agreement/approve`, { body: { version: 1 } })
  for (const by of [office, site]) {
    const { rows } = await service.database.pool.query<{ type: string; data: unknown }>(
      `select e.type, e.data from events e where e.type like 'engagement.agreement%' and e.partner_id =
        (select partner_id from clients where partner_id = e.partner_id limit 1) and e.data ->> 'introduction_id' is not null
        and e.resource_id = $1 order by e.xid, e.seq`,
      [engagementId],
    )
    t.equal(rows.length, 4, by.partnerId)
    for (const { type, data } of rows)
      t.ok(eventData[type as keyof typeof eventData].safeParse(data).success, type)
    t.notMatch(JSON.stringify(rows), /zebrafinch/i)
  }
})

t.test('where there is no agreement yet, both partners are told how to write the first', async (t) => {
  const { office, site, address } = await internWork(service)
  for (const by of [office, site])
    t.match(await by.call('GET', `${address}/agreement`), {
      status: 404,
      body: { code: 'agreement_not_found', detail: /writes the first version with POST/ },
    })
  const write = (more: object) => office.call('POST', `${address}/agreement`, { body: { content, ...more } })
  t.match(await write({ replaces: 1 }), { status: 409, body: { detail: /Write the first without replaces/ } })
  t.match(await write({}), { status: 201, body: { version: 1 } })
  t.match(await site.call('GET', `${address}/agreement?version=2`), {
    status: 404,
    body: { detail: /no version 2. Its newest is 1/ },
  })
})
