import t from 'tap'
import { candidateBody, needBody, organizationBody, programBody } from '../../../support/bodies.ts'
import { checkList } from '../../../support/check-list.ts'
import { inventedWord } from '../../../support/invented-words.ts'
import { upload } from '../../../support/office.ts'
import { type Partner, startTestService } from '../../../support/service.ts'
import { dayFromToday } from '../../../support/workday.ts'
import { post } from '../../../support/world.ts'

const service = await startTestService(t)
const consent = (overrides: Record<string, unknown> = {}) => ({
  share_profile: true,
  share_contact: true,
  recorded_at: '2026-11-01T10:00:00Z',
  source: 'Signed form',
  ...overrides,
})
const anyVersion = { 'if-match': '*' }

/** An office with a program, and a site with a need that its candidates alone fit: by a skill of their own. */
async function officeAndSite(program: Record<string, unknown> = {}) {
  const office = await service.newPartner({ kind: 'internship_office' })
  const site = await service.newPartner()
  const programId = await post(office, '/v1/programs', programBody(program))
  const organizationId = await post(site, '/v1/organizations', organizationBody())
  const skills = [{ skill: inventedWord(), importance: 'must' }]
  const need = needBody(organizationId, { skills })
  const needId = await post(site, '/v1/needs', need)
  const candidate = (overrides = {}) =>
    candidateBody(programId, { skills: skills.map(({ skill }) => skill), ...overrides })
  return { office, site, programId, need, needId, candidate }
}

/** The offers that a need's partner is shown. */
async function shownOffers(site: Partner, needId: string): Promise<string[]> {
  const { body } = await site.call('GET', `/v1/needs/${needId}/matches`)
  return body.data.map((match: { offer_id: string }) => match.offer_id)
}

t.test('a candidate is ranked by its offer, and shows nothing of who it is', async (t) => {
  const days = { starts_on: dayFromToday(40), ends_on: dayFromToday(160) }
  const { office, site, candidate, needId } = await officeAndSite(days)
  const made = await office.call('POST', '/v1/candidates', { body: candidate() })
  t.match(made, { status: 201, body: { is_ranked: true, name: 'Priya Raman' } })
  const { body } = await site.call('GET', `/v1/needs/${needId}/matches`)
  t.match(body.data, [
    {
      offer_id: made.body.offer_id,
      offer: {
        kind: 'intern',
        title: 'An internship in Accounting',
        ...days,
        terms: { learning_goals: [{ skill: 'grant writing' }] },
      },
    },
  ])
  for (const secret of ['Priya', 'Raman', 'lakeside', '0177'])
    t.notMatch(JSON.stringify(body), secret, `no ${secret}`)
})

t.test(
  'without consent to share the profile a candidate is in no ranking, and a change counts at once',
  async (t) => {
    const { office, site, candidate, needId } = await officeAndSite()
    const id = await post(office, '/v1/candidates', candidate({ consent: consent({ share_profile: false }) }))
    t.same(await shownOffers(site, needId), [])
    const set = (share_profile: boolean) =>
      office.call('PATCH', `/v1/candidates/${id}`, {
        headers: anyVersion,
        body: { consent: { share_profile } },
      })
    t.match(await set(true), { status: 200, body: { is_ranked: true } })
    t.equal((await shownOffers(site, needId)).length, 1)
    await set(false)
    t.same(await shownOffers(site, needId), [])
  },
)

t.test('withdrawing consent takes open introductions back', async (t) => {
  const { office, site, candidate, needId } = await officeAndSite()
  const { body: made } = await office.call('POST', '/v1/candidates', { body: candidate() })
  const body = { need_id: needId, offer_id: made.offer_id }
  const introduction = await site.call('POST', '/v1/introductions', { body })
  t.equal(introduction.status, 201)
  await office.call('PATCH', `/v1/candidates/${made.id}`, {
    headers: anyVersion,
    body: { consent: { share_profile: false } },
  })
  t.match((await site.call('GET', `/v1/introductions/${introduction.body.id}`)).body, {
    status: 'withdrawn',
    reason: 'consent_withdrawn',
  })
})

t.test(
  "without consent to share contact both sides' yes shows the office in the student's place",
  async (t) => {
    const { office, site, candidate, need } = await officeAndSite()
    const contactOf = async (share_contact: boolean) => {
      const { body: made } = await office.call('POST', '/v1/candidates', {
        body: candidate({ consent: consent({ share_contact }) }),
      })
      const { body } = await site.call('POST', '/v1/introductions', {
        body: { need_id: await post(site, '/v1/needs', need), offer_id: made.offer_id },
      })
      await office.call('POST', `/v1/introductions/${body.id}/accept`)
      return (await site.call('GET', `/v1/introductions/${body.id}`)).body.contacts.helper
    }
    t.match(await contactOf(true), {
      name: 'Priya Raman',
      contact: { email: 'priya@student.lakeside.example' },
    })
    t.match(await contactOf(false), {
      name: 'A student of Lakeside College',
      contact: { name: 'Internship office', email: 'office@lakeside.example' },
    })
  },
)

t.test('text that others read may not tell who the student is', async (t) => {
  const { office, candidate } = await officeAndSite()
  const refused = {
    'Write to me: priya@mail.example': /e-mail address/,
    'Call (510) 555-0177 or 510.555.0177': /phone number/,
    'Student at student.lakeside.example': /domain/,
    'I am priya  raman, a junior': /name/,
    'R.A.M.A.N, Priya': /name/,
    'priya (at) mail (dot) example': /e-mail address/,
    'linkedin.com/in/priya': /link/,
    'I study at lakeside\u200b COLLEGE': /name of the school/,
  }
  for (const [description, detail] of Object.entries(refused)) {
    const body = candidate({ description })
    const reply = await office.call('POST', '/v1/candidates', { body })
    t.match(reply, { status: 422, body: { errors: [{ pointer: '/description', detail }] } }, description)
  }
  for (const description of [
    'Class of 2026-2027, 10,000 rows of data',
    'From 2027-01-11 to 2027-05-14, 15 h',
  ])
    t.equal(
      (await office.call('POST', '/v1/candidates', { body: candidate({ description }) })).status,
      201,
      description,
    )
  const all = await office.call('POST', '/v1/candidates', {
    body: candidate({
      title: 'Priya Raman',
      skills: ['a@b.example'],
      learning_goals: ['+44 20 7946 0000'],
    }),
  })
  t.same(all.body.errors.map((fault: { pointer: string }) => fault.pointer).sort(), [
    '/learning_goals/0',
    '/skills/0',
    '/title',
  ])
})

t.test('no text for others may name the school, also in a change, an import and a place', async (t) => {
  const { office, candidate } = await officeAndSite()
  const { body: made } = await office.call('POST', '/v1/candidates', {
    body: candidate({ external_id: 'S-1' }),
  })
  const named = {
    title: 'Lakeside-College intern',
    skills: ['Choir of Lakeside College'],
    learning_goals: ['LAKESIDE COLLEGE history'],
    location: { country: 'US', city: 'Lakeside College' },
  }
  const refused = {
    status: 422,
    body: {
      errors: ['/title', '/skills/0', '/learning_goals/0', '/location/city'].map((pointer) => ({
        pointer,
        code: 'invalid_value',
        detail: 'Other partners can read this. Remove the name of the school.',
      })),
    },
  }
  t.match(await office.call('POST', '/v1/candidates', { body: candidate(named) }), refused)
  const address = `/v1/candidates/${made.id}`
  t.match(await office.call('PATCH', address, { headers: anyVersion, body: named }), refused)
  const file = 'external_id,description\nS-1,I sing at Lakeside College\n'
  const query = `type=candidates&mode=apply&program_id=${made.program_id}`
  const { body: begun } = await upload(service, office, query, file)
  await service.services.background.works.run_imports.idle()
  const { body: rows } = await office.call('GET', `/v1/imports/${begun.id}/rows`)
  t.match(rows.data, [{ outcome: 'unchanged', notices: [{ detail: /name of the school/ }] }])
  t.equal((await office.call('GET', address)).body.version, made.version)
})

t.test('what another partner sees is a row of the log for the day, and own looks are none', async (t) => {
  const { office, site, candidate, needId } = await officeAndSite()
  const { body: made } = await office.call('POST', '/v1/candidates', { body: candidate() })
  const log = async () => (await office.call('GET', `/v1/candidates/${made.id}/disclosures`)).body.data
  t.same(await log(), [])
  await shownOffers(site, needId)
  await site.call('GET', `/v1/needs/${needId}/matches/${made.offer_id}`)
  await office.call('GET', `/v1/candidates/${made.id}`)
  const proposal = { need_id: needId, offer_id: made.offer_id }
  const { body: introduction } = await site.call('POST', '/v1/introductions', { body: proposal })
  await office.call('POST', `/v1/introductions/${introduction.id}/accept`)
  await site.call('GET', `/v1/introductions/${introduction.id}`)
  await office.call('GET', `/v1/introductions/${introduction.id}`)
  const rows = await log()
  t.match(rows, [
    { shown: 'profile', need_id: needId, introduction_id: null, to_partner_id: site.partnerId, count: 3 },
    { shown: 'contact', need_id: needId, introduction_id: introduction.id, count: 1 },
  ])
  t.equal(rows.length, 2)
  const csv = await office.call('GET', `/v1/candidates/${made.id}/disclosures.csv`)
  t.equal(csv.body.trim().split('\n').length, 3)
  t.equal((await site.call('GET', `/v1/candidates/${made.id}/disclosures`)).status, 404)
})

t.test('a calendar and a record that name a student to another partner are counted in the log', async (t) => {
  const { office, site, candidate, needId } = await officeAndSite()
  const { body: made } = await office.call('POST', '/v1/candidates', { body: candidate() })
  const body = { need_id: needId, offer_id: made.offer_id }
  const { body: introduction } = await site.call('POST', '/v1/introductions', { body })
  await office.call('POST', `/v1/introductions/${introduction.id}/accept`)
  const { body: begun } = await site.call('GET', '/v1/engagements')
  const engagement = `/v1/engagements/${begun.data[0].id}`
  const plan = {
    ...{ starts_on: dayFromToday(40), ends_on: dayFromToday(70) },
    check_ins: { every_days: 7, time_zone: 'America/Los_Angeles', start: '10:00', minutes: 30 },
  }
  t.equal((await site.call('PUT', `${engagement}/plan`, { headers: anyVersion, body: plan })).status, 200)
  for (const side of [site, office])
    t.equal((await side.call('POST', `${engagement}/complete`, { body: {} })).status, 200)
  const log = async () => {
    const { body: page } = await office.call('GET', `/v1/candidates/${made.id}/disclosures`)
    return page.data.filter(({ shown }: { shown: string }) => shown === 'contact')
  }
  t.same(await log(), [])
  for (const [at, path] of [
    'calendar.ics',
    'record?format=json_resume',
    'record?format=open_badge',
  ].entries()) {
    t.equal((await office.call('GET', `${engagement}/${path}`)).status, 200)
    t.equal((await log())[0]?.count ?? 0, at, 'own looks are not logged')
    t.equal((await site.call('GET', `${engagement}/${path}`)).status, 200)
    const rows = await log()
    t.equal(rows.length, 1, path)
    t.match(rows[0], { count: at + 1, introduction_id: introduction.id, to_partner_id: site.partnerId })
  }
})

t.test('a preview that shows candidates is logged without a need', async (t) => {
  const { office, site, candidate, need } = await officeAndSite()
  const { body: made } = await office.call('POST', '/v1/candidates', { body: candidate() })
  await site.call('POST', '/v1/matches/preview', { body: { need } })
  const { body } = await office.call('GET', `/v1/candidates/${made.id}/disclosures`)
  t.match(body.data, [{ shown: 'profile', need_id: null }])
})

t.test("a program's rules hold for its candidates, and follow when it changes", async (t) => {
  const { office, site, programId, candidate, needId } = await officeAndSite()
  await post(office, '/v1/candidates', candidate())
  t.equal((await shownOffers(site, needId)).length, 1)
  const change = (body: unknown) =>
    office.call('PATCH', `/v1/programs/${programId}`, { headers: anyVersion, body })
  t.equal((await change({ allowed_organization_kinds: ['small_business'] })).status, 200)
  t.same(await shownOffers(site, needId), [])
  await change({ allowed_organization_kinds: ['nonprofit'], paid_only: true })
  t.same(await shownOffers(site, needId), [])
  const budget = { amount_minor: 2000, currency: 'USD', unit: 'hour' }
  await site.call('PATCH', `/v1/needs/${needId}`, { headers: anyVersion, body: { budget } })
  t.equal((await shownOffers(site, needId)).length, 1)
})

t.test("a candidate's helper and offer can't be changed or deleted past the candidate", async (t) => {
  const { office, candidate } = await officeAndSite()
  const { body: made } = await office.call('POST', '/v1/candidates', { body: candidate() })
  const helper = `/v1/helpers/${made.helper_id}`
  const offer = `/v1/offers/${made.offer_id}`
  const refused = { status: 409, body: { code: 'kept_by_candidate' } }
  for (const address of [helper, offer]) {
    t.match(await office.call('PATCH', address, { headers: anyVersion, body: { external_id: 'x' } }), refused)
    t.match(await office.call('DELETE', address, { headers: anyVersion }), refused)
  }
  t.match(await office.call('POST', `${offer}/close`), refused)
  t.equal((await office.call('GET', offer)).status, 200)
})

t.test('a program with candidates stays, and one of another office can not be named', async (t) => {
  const { office, programId, candidate } = await officeAndSite()
  const other = await officeAndSite()
  await post(office, '/v1/candidates', candidate())
  t.match(await office.call('DELETE', `/v1/programs/${programId}`, { headers: anyVersion }), {
    status: 409,
    body: { code: 'program_has_candidates' },
  })
  t.match(await office.call('POST', '/v1/candidates', { body: other.candidate() }), {
    status: 422,
    body: { errors: [{ pointer: '/program_id', code: 'program_not_found' }] },
  })
})

t.test(
  'candidates are listed by whether they are ranked: open, and with the consent to be shown',
  async (t) => {
    const { office, programId, candidate } = await officeAndSite()
    const ranked = await post(office, '/v1/candidates', candidate())
    const hidden = await post(
      office,
      '/v1/candidates',
      candidate({ consent: consent({ share_profile: false }) }),
    )
    const paused = await post(office, '/v1/candidates', candidate())
    const pausing = { headers: anyVersion, body: { status: 'paused' } }
    t.equal((await office.call('PATCH', `/v1/candidates/${paused}`, pausing)).status, 200)
    await checkList(service, office, '/v1/candidates', {
      key: 'id',
      all: [ranked, hidden, paused],
      finds: {
        'is_ranked=true': [ranked],
        'is_ranked=false': [hidden, paused],
        'is_ranked=false&status=open': [hidden],
        [`is_ranked=false&program_id=${programId}&sort=-created_at`]: [paused, hidden],
      },
    })
    t.match(await office.call('GET', '/v1/candidates?is_ranked=yes'), {
      status: 422,
      body: { errors: [{ pointer: '?is_ranked' }] },
    })
  },
)

t.test('a consent that is recorded later than now is refused, by the API and in files', async (t) => {
  const { office, candidate, programId } = await officeAndSite()
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString()
  const post = (body: object) => office.call('POST', '/v1/candidates', { body: candidate(body) })
  const guardian = (minutes: number) => ({
    given_by: 'mother',
    recorded_at: inMinutes(minutes),
    text_version: '3',
  })
  t.match(await post({ consent: consent({ recorded_at: inMinutes(10) }), guardian_consent: guardian(10) }), {
    status: 422,
    body: {
      errors: ['/consent/recorded_at', '/guardian_consent/recorded_at'].map((pointer) => ({
        pointer,
        code: 'in_the_future',
        detail: /^This time has not come yet/,
      })),
    },
  })
  const near = await post({ consent: consent({ recorded_at: inMinutes(2) }), guardian_consent: guardian(2) })
  t.equal(near.status, 201, 'clocks may differ by some minutes')
  const change = { headers: anyVersion, body: { consent: consent({ recorded_at: inMinutes(60) }) } }
  t.equal((await office.call('PATCH', `/v1/candidates/${near.body.id}`, change)).status, 422)

  const columns =
    'external_id,name,email,languages,time_zone,modality,share_profile,share_contact,consent_recorded_at,consent_source'
  const line = (key: string, at: string) =>
    `${key},Priya Raman,${key}@lakeside.example,en,America/Chicago,remote,yes,no,${at},Form`
  const file = [columns, line('S-1', inMinutes(-60)), line('S-2', inMinutes(60))].join('\n')
  const { headers } = await upload(
    service,
    office,
    `type=candidates&mode=apply&program_id=${programId}`,
    file,
  )
  await service.services.background.works.run_imports.idle()
  const run = await office.call('GET', String(headers.location))
  t.match(run.body, { created: 1, rejected: 1 })
  const { body: rows } = await office.call('GET', `${headers.location}/rows?outcome=rejected`)
  t.match(rows.data, [{ errors: [{ pointer: 'consent_recorded_at', code: 'in_the_future' }] }])
})
