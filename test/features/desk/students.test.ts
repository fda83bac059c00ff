import t from 'tap'
import { candidateBody, needBody, organizationBody, programBody } from '../../support/bodies.ts'
import { signInToDesk } from '../../support/desk.ts'
import { startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)

async function newOffice() {
  const office = await service.newPartner({ kind: 'internship_office' })
  const programId = await post(office, '/v1/programs', programBody({ name: 'Spring' }))
  const editor = await signInToDesk(service, { partnerId: office.partnerId, role: 'editor' })
  const newStudent = (name: string, more: Record<string, unknown> = {}) =>
    post(office, '/v1/candidates', candidateBody(programId, { name, ...more }))
  return { office, programId, editor, newStudent }
}

/** The names in the list, in its order. */
const namesIn = (body: string) =>
  [...body.matchAll(/<a href="\/desk\/students\/candidate_\w+">([^<]+)<\/a>/g)].map(([, name]) => name)

t.test('students are found by a word of the name, by their own id and by program', async (t) => {
  const { office, editor, newStudent } = await newOffice()
  const other = await post(office, '/v1/programs', programBody({ name: 'Fall' }))
  await newStudent('Zoë Álvarez', { external_id: 'm-17' })
  await newStudent('Ben Alvarez')
  await newStudent('Mia Wong', { program_id: other, external_id: 'm-18' })
  const found = async (query: string) => namesIn((await editor.get(`/desk/students${query}`)).body)
  t.same(await found(''), ['Ben Alvarez', 'Mia Wong', 'Zoë Álvarez'])
  t.same(await found('?q=alv&program_id='), ['Ben Alvarez', 'Zoë Álvarez'])
  t.same(await found('?q=m-18'), ['Mia Wong'])
  t.same(await found(`?q=&program_id=${other}`), ['Mia Wong'])
  t.same(await found(`?q=m-17&program_id=${other}`), [])
  t.match((await editor.get('/desk/students?q=nobody')).body, /Nobody is found/)
})

t.test('a long list is paged without a gap or a repeat', async (t) => {
  const { editor, newStudent } = await newOffice()
  const names = Array.from({ length: 60 }, (_, at) => `Student ${String(at).padStart(2, '0')}`)
  for (const name of names) await newStudent(name)
  const seen: (string | undefined)[] = []
  for (let url: string | undefined = '/desk/students'; url; ) {
    const { body } = await editor.get(url)
    seen.push(...namesIn(body))
    url = /href="(\/desk\/students\?[^"]*cursor=[^"]+)"/.exec(body)?.[1]?.replaceAll('&#38;', '&')
  }
  t.same(seen, names)
})

t.test('the page of a student shows the consent, and who else saw what', async (t) => {
  const { office, editor, newStudent } = await newOffice()
  const site = await service.newPartner({ name: 'Bakery chain' })
  const id = await newStudent('Ada Byron', { age_band: '18_20' })
  const before = await editor.get(`/desk/students/${id}`)
  t.match(before.body, /Profile may be shown<\/dt><dd>Yes[\s\S]*18 to 20[\s\S]*Nobody else has seen/)
  const organizationId = await post(site, '/v1/organizations', organizationBody())
  const need_id = await post(site, '/v1/needs', needBody(organizationId))
  await post(site, '/v1/introductions', { need_id, offer_id: id.replace('candidate', 'offer') })
  await office.call('GET', `/v1/candidates/${id}`)
  const { body } = await editor.get(`/desk/students/${id}`)
  t.match(body, /data-column="Seen by">Bakery chain<[\s\S]*Profile[\s\S]*data-column="Times">1</)
  const csv = await editor.get(`/desk/students/${id}/disclosures.csv`)
  t.equal(csv.body.trim().split('\n').length, 2)
})

t.test(
  'a student whom others can find leads to the needs that suit, and one who shares nothing does not',
  async (t) => {
    const { editor, newStudent } = await newOffice()
    const found = (await editor.get(`/desk/students/${await newStudent('Ana')}`)).body
    const [, matches = ''] = /href="(\/desk\/offers\/\w+)"/.exec(found) ?? []
    t.match(await editor.get(matches), { status: 200, body: /Ana/ })
    const consent = {
      share_profile: false,
      share_contact: false,
      source: 'Form',
      recorded_at: '2026-11-01T00:00:00Z',
    }
    t.notMatch(
      (await editor.get(`/desk/students/${await newStudent('Bo', { consent })}`)).body,
      '/desk/offers/offer_',
    )
  },
)

t.test('everything that is held downloads as the API exports it, for editors', async (t) => {
  const { office, editor, newStudent } = await newOffice()
  const id = await newStudent('Ada Byron')
  const { status, headers, body } = await editor.get(`/desk/students/${id}/export.json`)
  t.match({ status, headers }, { status: 200, headers: { 'content-disposition': /attachment/ } })
  t.same(body, (await office.call('GET', `/v1/candidates/${id}/export`)).body)
  const viewer = await signInToDesk(service, { partnerId: office.partnerId, role: 'viewer' })
  t.match(await viewer.get(`/desk/students/${id}/export.json`), { status: 403 })
  t.notMatch((await viewer.get(`/desk/students/${id}`)).body, /export\.json|erase/)
})

t.test('a student is erased only after a page that says what goes', async (t) => {
  const { office, editor, newStudent } = await newOffice()
  const id = await newStudent('Ada Byron')
  const { body } = await editor.get(`/desk/students/${id}/erase`)
  t.match(body, /Erase Ada Byron[\s\S]*cannot be undone[\s\S]*the record with its helper/)
  t.match(await office.call('GET', `/v1/candidates/${id}`), { status: 200 })
  t.match(await editor.send(`/desk/students/${id}/erase`), {
    status: 303,
    headers: { location: '/desk/students?done=student_erased' },
  })
  t.match(await office.call('GET', `/v1/candidates/${id}`), { status: 410 })
  const left = await editor.get(`/desk/students/${id}`)
  t.match(left, { status: 200, body: /was erased[\s\S]*Disclosures/ })
  t.notMatch(left.body, /Byron/)
  t.match(await editor.send(`/desk/students/${id}/erase`), { status: 410, body: /was erased/ })
  const admin = await signInToDesk(service, { partnerId: office.partnerId, role: 'admin' })
  t.match((await admin.get('/desk/log.csv')).body, new RegExp(`student_erased,${id}`))
})

t.test('text of a student never becomes markup, in any language', async (t) => {
  const { editor, newStudent } = await newOffice()
  const canary = '<img src=x onerror=alert(1)>'
  const id = await newStudent(canary, { description: 'Likes <b>bold</b>' })
  for (const language of ['en', 'de', 'es', 'fr', 'pt'])
    for (const url of ['/desk/students', `/desk/students/${id}`, `/desk/students/${id}/erase`]) {
      const { body } = await editor.get(url, { 'accept-language': language })
      t.notMatch(body, /<img|<b>/, `${language} ${url}`)
      t.ok(String(body).includes('&#60;img src=x onerror=alert(1)&#62;'), `${language} ${url}`)
    }
})
