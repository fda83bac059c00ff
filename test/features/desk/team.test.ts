import t from 'tap'
import { ownPage, signInToDesk } from '../../support/desk.ts'
import { startTestService } from '../../support/service.ts'

const service = await startTestService(t)

async function newTeam() {
  const { partnerId } = await service.newPartner({ name: 'Chamber' })
  const admin = await signInToDesk(service, { partnerId, role: 'admin', name: 'Ada' })
  return { partnerId, admin }
}
const keyOf = (page: string) => /\/desk\/sign-in\/([\w-]{54})/.exec(page)?.[1] ?? ''
const signIn = (key: string) =>
  service.inject({ method: 'POST', url: `/desk/sign-in/${key}`, headers: ownPage })

t.test('an administrator invites somebody, who signs in with the link that is shown once', async (t) => {
  const { admin } = await newTeam()
  const made = await admin.send('/desk/team', { name: 'Zoe', role: 'editor' })
  t.match(made, { status: 200, body: /A link for Zoe/ })
  t.match(await signIn(keyOf(made.body)), { status: 303 })
  const { body } = await admin.get('/desk/team')
  t.match(body, /Zoe[\s\S]*Editor[\s\S]*Active/)
  t.notMatch(body, keyOf(made.body))
})

t.test(
  'an invitation without a name or with an unknown role says so beside the form, with what was sent',
  async (t) => {
    const { admin } = await newTeam()
    t.match(await admin.send('/desk/team', { role: 'editor' }), {
      status: 422,
      body: /class="fault" id="name-fault"/,
    })
    t.match(await admin.send('/desk/team', { name: 'Kept', role: 'king' }), {
      status: 422,
      body: /value="Kept"/,
    })
    t.notMatch((await admin.get('/desk/team')).body, 'Kept')
  },
)

t.test('who is suspended or removed is out at once, and only the suspended come back', async (t) => {
  const { partnerId, admin } = await newTeam()
  for (const [verb, comesBack] of [
    ['suspend', true],
    ['remove', false],
  ] as const) {
    const zoe = await signInToDesk(service, { partnerId, role: 'editor', name: 'Zoe' })
    const made = await admin.send(`/desk/team/${zoe.staffId}/link`)
    t.match(await admin.send(`/desk/team/${zoe.staffId}/${verb}`), { status: 303 })
    t.match(await zoe.get('/desk'), { status: 303 })
    t.match(await signIn(keyOf(made.body)), { status: 409 })
    const resumed = await admin.send(`/desk/team/${zoe.staffId}/resume`)
    t.equal(resumed.status, comesBack ? 303 : 404)
    const renewed = await admin.send(`/desk/team/${zoe.staffId}/link`)
    t.equal(renewed.status, comesBack ? 200 : 404)
    if (comesBack) t.match(await signIn(keyOf(renewed.body)), { status: 303 })
  }
})

t.test('a changed role counts from the next page on', async (t) => {
  const { partnerId, admin } = await newTeam()
  const zoe = await signInToDesk(service, { partnerId, role: 'viewer', name: 'Zoe' })
  t.match(await zoe.get('/desk/team'), { status: 403 })
  await admin.send(`/desk/team/${zoe.staffId}/role`, { role: 'admin' })
  t.match(await zoe.get('/desk/team'), { status: 200 })
})

t.test('of two administrators who remove each other at once, one stays', async (t) => {
  const { partnerId, admin } = await newTeam()
  const zoe = await signInToDesk(service, { partnerId, role: 'admin', name: 'Zoe' })
  const replies = await Promise.all([
    admin.send(`/desk/team/${zoe.staffId}/remove`),
    zoe.send(`/desk/team/${admin.staffId}/suspend`),
  ])
  t.equal(replies.filter(({ headers }) => String(headers.location).includes('done=')).length, 1)
  const left = [await admin.get('/desk/team'), await zoe.get('/desk/team')].filter(
    ({ status }) => status === 200,
  )
  t.equal(left.length, 1)
})

t.test('the last administrator can be neither suspended, removed nor made an editor', async (t) => {
  const { admin } = await newTeam()
  for (const [verb, fields] of [
    ['suspend', {}],
    ['remove', {}],
    ['role', { role: 'editor' }],
  ] as const)
    t.match(await admin.send(`/desk/team/${admin.staffId}/${verb}`, fields), {
      status: 409,
      body: /only administrator/,
    })
})

t.test('the log names who did what, also people who were removed, and is written as CSV', async (t) => {
  const { partnerId, admin } = await newTeam()
  const zoe = await signInToDesk(service, { partnerId, role: 'admin', name: '=Zoe' })
  await zoe.send('/desk/team', { name: 'Kim', role: 'viewer' })
  await admin.send(`/desk/team/${zoe.staffId}/remove`)
  t.match((await admin.get('/desk/log')).body, /Ada[\s\S]*Removed somebody[\s\S]*=Zoe[\s\S]*Invited somebody/)
  const csv = await admin.get('/desk/log.csv')
  t.match(csv, { status: 200, headers: { 'content-type': /^text\/csv/ } })
  t.match((await admin.get('/desk/log')).body, /Removed somebody<\/td><td[^>]*><a href="\/desk\/team">=Zoe</)
  t.match(csv.body, new RegExp(`staff_removed,${zoe.staffId},'=Zoe`))
  t.match(csv.body, /'=Zoe,staff_invited,staff_/)
})

t.test('the log is paged without a gap or a repeat', async (t) => {
  const { partnerId, admin } = await newTeam()
  const zoe = await signInToDesk(service, { partnerId, role: 'viewer', name: 'Zoe' })
  for (let round = 0; round < 30; round++)
    for (const verb of ['suspend', 'resume']) await admin.send(`/desk/team/${zoe.staffId}/${verb}`)
  const seen: string[] = []
  for (let url: string | undefined = '/desk/log'; url; ) {
    const { body } = await admin.get(url)
    seen.push(...[...String(body).matchAll(/<time datetime="([^"]+)"/g)].map(([, at = '']) => at))
    url = /href="(\/desk\/log\?before=[^"]+)"/.exec(body)?.[1]
  }
  // Two invitations and two sign-ins stand before.
  t.equal(seen.length, 64)
  t.same(seen, seen.toSorted().toReversed())
})

t.test('the log leads to records and shows no ids', async (t) => {
  const { admin } = await newTeam()
  const sent = await admin.send('/desk/organizations', {
    ...{ name: 'Corner Bakery', kind: 'nonprofit', languages: 'en', time_zone: 'America/Chicago' },
    ...{ 'contact/name': 'Ana', 'contact/email': 'ana@bakery.example' },
  })
  const [organizationId = ''] = /org_\w+/.exec(String(sent.headers.location)) ?? []
  await admin.send('/desk/team', { name: 'Kim', role: 'viewer' })
  const { body } = await admin.get('/desk/log')
  t.match(
    body,
    `<a href="/desk/organizations/${organizationId}">Show<span class="unseen">: Added an organization`,
  )
  t.match(body, '<a href="/desk/team">Kim</a>')
  t.notMatch(body, />[^<]*(org|staff)_\w{26}/)
})
