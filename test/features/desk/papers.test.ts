import t from 'tap'
import { type DeskVisitor, signInToDesk } from '../../support/desk.ts'
import { type InternWork, internWork } from '../../support/intern-work.ts'
import { type Partner, startTestService } from '../../support/service.ts'

const service = await startTestService(t)
const questions = {
  mid_term: [
    { id: 'mood', kind: 'scale', question: 'How is it going?' },
    { id: 'why', kind: 'text', question: 'Why?', is_required: false },
  ],
}

interface Desks extends InternWork {
  coordinator: DeskVisitor
  officer: DeskVisitor
  /** Address of the engagement at the desk. */
  at: string
}

/** Work of a student, with a desk on each side. */
async function newDesks(): Promise<Desks> {
  const work = await internWork(service, { program: { evaluations: questions } })
  const desk = ({ partnerId }: Partner) => signInToDesk(service, { partnerId, role: 'editor' })
  const [coordinator, officer] = [await desk(work.site), await desk(work.office)]
  return { ...work, coordinator, officer, at: `/desk/engagements/${work.engagementId}` }
}

const agreement = {
  'content/learning_goals': 'Keep books\nClose a month',
  'content/tasks': 'Reconcile the bank',
}

t.test('an agreement is written at one desk and approved at both, for each role by its side', async (t) => {
  const { coordinator, officer, at, office, address } = await newDesks()
  t.match((await coordinator.get(`${at}/papers`)).body, /There is no agreement yet/)
  t.match(await coordinator.get(`${at}/agreement`), { status: 200, body: /There is no agreement yet/ })
  const written = await officer.send(`${at}/agreement`, { ...agreement, 'content/hours_per_week': '7,5' })
  t.equal(written.headers.location, `${at}/papers?done=agreement_written`)
  t.match((await office.call('GET', `${address}/agreement`)).body.content, {
    learning_goals: ['Keep books', 'Close a month'],
    hours_per_week: 7.5,
  })

  const { body } = await coordinator.get(`${at}/papers`)
  t.match(body, /Version 1[\s\S]*Keep books[\s\S]*Not yet approved[\s\S]*Approve as supervisor/)
  t.notMatch(body, /Approve for the (student|office)/)
  t.match((await officer.get(`${at}/papers`)).body, /Approve for the student[\s\S]*Approve for the office/)
  const approve = (desk: DeskVisitor, as: string, version = '1') =>
    desk.send(`${at}/agreement/approve`, { version, as })
  t.match(await approve(coordinator, 'student'), { status: 403, body: /Only the other side/ })
  t.match(await approve(coordinator, 'supervisor', '2'), { status: 409, body: /another version meanwhile/ })
  for (const [desk, as] of [
    [coordinator, 'supervisor'],
    [officer, 'student'],
    [officer, 'office'],
  ] as const)
    t.equal((await approve(desk, as)).headers.location, `${at}/papers?done=agreement_approved`)
  t.match((await coordinator.get(`${at}/papers`)).body, /Everybody has approved this version/)
})

t.test('a new version needs approvals anew, and earlier ones stay readable and printable', async (t) => {
  const { coordinator, officer, at } = await newDesks()
  await officer.send(`${at}/agreement`, agreement)
  await coordinator.send(`${at}/agreement/approve`, { version: '1', as: 'supervisor' })
  const stale = await coordinator.send(`${at}/agreement`, { ...agreement, 'content/tasks': 'Other' })
  t.match(
    stale,
    { status: 409, body: /another version meanwhile[\s\S]*<details open[\s\S]*>\s*Other</ },
    'is kept',
  )
  await coordinator.send(`${at}/agreement`, { ...agreement, 'content/tasks': 'Other', replaces: '1' })
  const { body } = await officer.get(`${at}/papers`)
  t.match(body, /Version 2[\s\S]*Earlier versions[\s\S]*\?version=1/)
  t.notMatch(body, /Everybody has approved/)
  t.match(
    (await officer.get(`${at}/papers?version=1`)).body,
    /replaced by a newer one[\s\S]*Reconcile the bank/,
  )
  t.match(await officer.get(`${at}/papers?version=3`), { status: 404 })
  const printed = await coordinator.get(`${at}/agreement?version=1`)
  t.match(
    printed.body,
    /Learning agreement: [\s\S]*Version 1[\s\S]*replaced[\s\S]*Keep books[\s\S]*Supervisor/,
  )
  const wrong = await officer.send(`${at}/agreement`, {
    ...agreement,
    'content/hours': 'many',
    replaces: '2',
  })
  t.match(wrong, { status: 422, body: /id="agreement-content\/hours-fault"/ })
})

t.test('documents are links that the side which added them can remove', async (t) => {
  const { coordinator, officer, at } = await newDesks()
  const document = { title: 'Report', url: 'https://files.example/report' }
  t.match(await officer.send(`${at}/documents`, { ...document, url: 'http://files.example' }), {
    status: 422,
    body: /id="documents-url-fault"[\s\S]*value="Report"|value="Report"[\s\S]*id="documents-url-fault"/,
  })
  const added = await officer.send(`${at}/documents`, document)
  t.equal(added.headers.location, `${at}/papers?done=document_added`)
  const shown = (await coordinator.get(`${at}/papers`)).body
  t.match(shown, /href="https:\/\/files\.example\/report"/)
  t.notMatch(shown, /documents\/remove/)
  const [, document_id = ''] =
    /name="document_id" value="(\w+)"/.exec((await officer.get(`${at}/papers`)).body) ?? []
  t.match(await coordinator.send(`${at}/documents/remove`, { document_id }), { status: 403 })
  t.equal((await officer.send(`${at}/documents/remove`, { document_id })).status, 303)
  t.match((await officer.get(`${at}/papers`)).body, /There are no documents yet/)
})

t.test(
  'each side answers the program’s questions once, and sees the other’s answers after its own',
  async (t) => {
    const { coordinator, officer, at } = await newDesks()
    const send = (desk: DeskVisitor, fields: Record<string, string>) =>
      desk.send(`${at}/evaluations`, { moment: 'mid_term', ...fields })
    t.match(await send(officer, {}), { status: 422, body: /id="mid_term-answers\/mood-fault"/ })
    const sent = await send(officer, { 'answers/mood': '4', 'answers/why': 'Learns a lot' })
    t.equal(sent.headers.location, `${at}/papers?done=evaluation_sent`)
    t.match((await officer.get(`${at}/papers`)).body, /Learns a lot[\s\S]*has not sent its answers yet/)
    t.notMatch((await coordinator.get(`${at}/papers`)).body, /Learns a lot/)
    t.match(await send(officer, { 'answers/mood': '5' }), {
      status: 409,
      body: /sent this evaluation already/,
    })
    await send(coordinator, { 'answers/mood': '2' })
    t.match((await coordinator.get(`${at}/papers`)).body, /Learns a lot/)
    t.match(await send(officer, { moment: 'final' }), { status: 409, body: /asks no questions/ })
  },
)

t.test('other work has documents only, and a stranger sees nothing', async (t) => {
  const { at } = await newDesks()
  const stranger = await signInToDesk(service, await service.newPartner().then(asAdmin))
  for (const page of ['papers', 'agreement']) t.equal((await stranger.get(`${at}/${page}`)).status, 404)
  t.match((await stranger.send(`${at}/agreement`, agreement)).status, 404)
})

function asAdmin({ partnerId }: Partner) {
  return { partnerId, role: 'admin' as const }
}

t.test('the pages are in the language of their reader, and text of others is never markup', async (t) => {
  const { coordinator, officer, at } = await newDesks()
  const canary = '<img src=x onerror=alert(1)>'
  await officer.send(`${at}/agreement`, { 'content/tasks': canary, 'content/notes': canary })
  await officer.send(`${at}/documents`, { title: canary, url: 'https://files.example/' })
  for (const [language, text] of [
    ['de', /Lernvereinbarung · Fassung 1[\s\S]*Als Anleitung zustimmen/],
    ['es', /Acuerdo de aprendizaje · Versión 1/],
    ['fr', /Convention pédagogique · Version 1/],
    ['pt', /Acordo de aprendizagem · Versão 1/],
  ] as const)
    for (const page of ['papers', 'agreement']) {
      const { body } = await coordinator.get(`${at}/${page}`, { 'accept-language': language })
      t.notMatch(body, '<img', `${language} ${page}`)
      if (page === 'papers') t.match(body, text)
    }
})

t.test('an address that only takes forms leads back to the page of the form', async (t) => {
  const { officer, at } = await newDesks()
  for (const [path, page] of [
    [`${at}/agreement/approve`, `${at}/agreement`],
    [`${at}/documents`, at],
    [`${at}/hours/confirm`, at],
    ['/desk/imports/import_1/cells?x=1', '/desk/imports/import_1'],
    ['/desk/clients/client_1/rotate', '/desk'],
  ])
    t.match(await officer.get(path ?? ''), { status: 303, headers: { location: page } })
})
