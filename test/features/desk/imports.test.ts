import { sql } from 'drizzle-orm'
import { parse } from 'parse5'
import t, { type Test } from 'tap'
import { columnsOf, importTypes, templateOf } from '../../../src/features/imports/index.ts'
import { type Id, idToUuid, isId } from '../../../src/shared/ids.ts'
import { importFields } from '../../../src/shared/messages/index.ts'
import { programBody } from '../../support/bodies.ts'
import { type DeskVisitor, type Fields, fieldsOf, ownPage, signInToDesk } from '../../support/desk.ts'
import { sendFile, type UploadedFile, uploadAtDesk } from '../../support/desk-uploads.ts'
import { elementsIn, textOf } from '../../support/html.ts'
import { HEADER } from '../../support/office.ts'
import { startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)
const idle = () => service.services.background.works.run_imports.idle()
const DAY_MS = 24 * 60 * 60 * 1000

async function newOffice(name = 'Spring interns') {
  const partner = await service.newPartner({ kind: 'internship_office' })
  const programId = await post(partner, '/v1/programs', programBody({ name }))
  const editor = await signInToDesk(service, { partnerId: partner.partnerId, role: 'editor', name: 'Dana' })
  const uploaded = (content: string, fields: Record<string, string> = {}) =>
    uploadAtDesk(service, editor, {
      fields: { type: 'candidates', program_id: programId, ...fields },
      file: { name: 'roster.csv', content },
    })
  return { partner, programId, editor, uploaded }
}

/** Sends a form and follows it to the import that has taken the place of the one before. */
async function follow(editor: DeskVisitor, url: string, fields: Fields = {}) {
  const reply = await editor.send(url, fields)
  if (reply.status !== 303) throw new Error(`${url} answered ${reply.status}: ${reply.body}`)
  await idle()
  return String(reply.headers.location).replace(/\?.*/, '')
}

/** The id in the address of an import’s page. */
function idIn(at: string): Id<'import'> {
  const id = at.split('/').at(-1) ?? ''
  if (!isId('import', id)) throw new Error(`${at} is no page of an import`)
  return id
}

const line = (key: string, more: { modality?: string; hours?: string; name?: string } = {}) =>
  `${key},${more.name ?? `Student ${key}`},${key}@student.example,Accounting,excel,en,America/Chicago,${more.modality ?? 'remote'},${more.hours ?? '8'},yes,no,2026-11-01T00:00:00Z,Form`

t.test('a file is checked, corrected in place and imported, and nothing is written before', async (t) => {
  const { partner, editor, uploaded } = await newOffice()
  const at = await uploaded([HEADER, line('a'), line('b', { modality: 'on the moon' })].join('\n'))
  const { body } = await editor.get(at)
  t.match(body, /Check only[\s\S]*New<\/dt><dd>1<[\s\S]*Refused<\/dt><dd>1</)
  t.notMatch(body, /no longer kept/)
  t.match(body, /Line 3 of the file[\s\S]*name="cell_2_7" value="on the moon"/)
  t.same((await partner.call('GET', '/v1/candidates')).body.data, [])
  const corrected = await follow(editor, `${at}/cells`, { after: '0', cell_2_7: 'remote' })
  const now = /Every row is understood/
  t.match(await editor.get(at), { status: 200, body: now }, 'the new check has taken its place')
  t.match(await editor.get(`${at}/columns`), { status: 200, body: /on the moon|remote/ })
  t.match(await editor.get(`${at}/cells`), { status: 303, headers: { location: at } })
  t.match((await editor.get(corrected)).body, /New<\/dt><dd>2<[\s\S]*Every row is understood/)
  const applied = await follow(editor, `${corrected}/apply`)
  for (const address of [applied, corrected, at, `${at}/columns`])
    t.match((await editor.get(address)).body, /Done[\s\S]*Created<\/dt><dd>2</, address)
  t.equal((await partner.call('GET', '/v1/candidates')).body.data.length, 2)
  t.match(await editor.send(`${applied}/apply`), { status: 409, body: /no longer kept/ })
})

t.test('a consent is read in the zone that the upload names, and its field says so', async (t) => {
  const { partner, editor, uploaded } = await newOffice()
  t.match((await editor.get('/desk/imports')).body, /<select[^>]* name="consent_time_zone" data-own-zone/)
  const row = line('a').replace('2026-11-01T00:00:00Z', 'yesterday')
  const at = await uploaded([HEADER, row].join('\n'), { consent_time_zone: 'America/New_York' })
  t.match(
    (await editor.get(at)).body,
    /name="cell_1_11" value="yesterday" aria-describedby="cell_1_11-hint">[\s\S]*read in America\/New York/,
  )
  t.match((await editor.get(`${at}/columns`)).body, /value="America\/New_York" selected/)
  const corrected = await follow(editor, `${at}/cells`, { after: '0', cell_1_11: '2026-10-05 09:00' })
  await follow(editor, `${corrected}/apply`)
  const [student] = (await partner.call('GET', '/v1/candidates')).body.data
  t.equal(Date.parse(student.consent.recorded_at), Date.parse('2026-10-05T13:00:00Z'))
  const ofRow = await uploaded([HEADER, row].join('\n'))
  t.match((await editor.get(ofRow)).body, /cell_1_11-hint">Time zone of consents: The time zone of each row</)
})

t.test('refused rows are found among many with notices, and are corrected there', async (t) => {
  const { editor, uploaded } = await newOffice()
  const noticed = Array.from({ length: 12 }, (_, at) => line(`n-${at}`, { hours: '8-10' }))
  const rows = [...noticed, line('bad', { modality: 'on the moon' })]
  const at = await uploaded([HEADER, ...rows].join('\n'))
  const { body } = await editor.get(at)
  t.notMatch(body, /on the moon/, 'it is on the next page')
  t.match(body, new RegExp(`<a href="${at}\\?only=rejected">Refused: 1</a>`))
  const refused = (await editor.get(`${at}?only=rejected`)).body
  t.match(refused, /Line 14 of the file[\s\S]*on the moon/)
  t.equal(refused.match(/ of the file/g)?.length, 1)
  const fields = { after: '0', only: 'rejected', cell_13_7: 'remote' }
  const corrected = await follow(editor, `${at}/cells`, fields)
  t.match((await editor.get(corrected)).body, /New<\/dt><dd>13<[\s\S]*Refused<\/dt><dd>0</)
})

t.test('equal cells of all rows are corrected at once, and no others', async (t) => {
  const { partner, editor, uploaded } = await newOffice()
  const misspelt = Array.from({ length: 23 }, (_, at) => line(`same-${at}`, { modality: 'on the moon' }))
  const other = line('other', { modality: 'on Mars' })
  const at = await uploaded([HEADER, ...misspelt, other].join('\n'))
  t.match((await editor.get(at)).body, /name="same" value="true"> Correct equal cells/)
  const correct = async (from: string, fields: Record<string, string>) => {
    const sent = fieldsOf((await editor.get(from)).body, 'after')
    return follow(editor, `${from}/cells`, { ...sent, ...fields })
  }
  const alone = await correct(at, { cell_1_7: 'remote' })
  t.match((await editor.get(alone)).body, /New<\/dt><dd>1<[\s\S]*Refused<\/dt><dd>23</)
  const twoWays = await correct(alone, { same: 'true', cell_2_7: 'remote', cell_3_7: 'onsite' })
  const { body: unsure } = await editor.get(twoWays)
  t.match(unsure, /New<\/dt><dd>3<[\s\S]*Refused<\/dt><dd>21</, 'it is not known which is meant')
  const all = await correct(twoWays, { same: 'true', cell_4_7: 'hybrid' })
  t.match((await editor.get(all)).body, /New<\/dt><dd>23<[\s\S]*Refused<\/dt><dd>1<[\s\S]*on Mars/)
  await follow(editor, `${all}/apply`)
  const { data } = (await partner.call('GET', '/v1/candidates?limit=100')).body
  const count = (one: string) => data.filter(({ modality }: { modality: string }) => modality === one).length
  t.same(['remote', 'onsite', 'hybrid'].map(count), [2, 1, 20])
})

t.test('what the whole file lacks is said once, and on rows that lack nothing else', async (t) => {
  const { editor, uploaded } = await newOffice()
  const without = (text: string) => text.replace(/,[^,]*$/, '')
  const rows = [HEADER, line('a'), line('b', { modality: 'on the moon' }), line('c', { modality: 'on Mars' })]
  const { body } = await editor.get(await uploaded(rows.map(without).join('\n')))
  t.match(body, /The file has no column “Where the consent is recorded”/)
  t.equal(body.match(/needs “Where the consent is recorded”/g)?.length, 1)
  t.match(
    body,
    /Line 2 of the file[\s\S]*needs “Where the consent is recorded”[\s\S]*Line 3 of the file[\s\S]*on the moon/,
  )
})

t.test('the pages of rows with notices stay among them', async (t) => {
  const { editor, uploaded } = await newOffice()
  const noticed = Array.from({ length: 12 }, (_, at) => line(`n-${at}`, { hours: '8-10' }))
  const at = await uploaded([HEADER, line('bad', { modality: 'on the moon' }), ...noticed].join('\n'))
  const { body } = await editor.get(`${at}?only=noticed`)
  t.notMatch(body, /on the moon/)
  const [, next = ''] = /href="([^"]*only=noticed&#38;after=\d+)"/.exec(body) ?? []
  const more = (await editor.get(next.replace('&#38;', '&'))).body
  t.equal(more.match(/ of the file/g)?.length, 2)
  t.match(more, /name="only" value="noticed"/)
})

t.test('the only program is chosen at first, and counts for students alone', async (t) => {
  const { partner, programId, editor } = await newOffice()
  const chosen = new RegExp(`<option value="${programId}" selected>Spring interns`)
  t.match((await editor.get('/desk/imports')).body, chosen)
  const at = await uploadAtDesk(service, editor, {
    fields: { type: 'organizations', program_id: programId },
    file: { name: 'sites.csv', content: templateOf('organizations') },
  })
  t.notMatch((await editor.get(`${at}/columns`)).body, 'Spring interns')
  await follow(editor, `${at}/apply`)
  t.equal((await partner.call('GET', '/v1/organizations')).body.data.length, 1)
  await post(partner, '/v1/programs', programBody({ name: 'Autumn' }))
  t.notMatch((await editor.get('/desk/imports')).body, chosen)
})

t.test('an import is undone in two steps, and says so or why not', async (t) => {
  const { partner, editor, uploaded } = await newOffice()
  const apply = async (key: string) =>
    follow(editor, `${await uploaded([HEADER, line(key)].join('\n'))}/apply`)
  const at = await apply('undo-a')
  const { body } = await editor.get(at)
  t.match(body, /<details class="confirm"><summary>Undo this import<[\s\S]*erased[\s\S]*\/undo"/)
  t.equal(await follow(editor, `${at}/undo`), at)
  const undone = (await editor.get(at)).body
  t.match(undone, /This import was undone/)
  t.notMatch(undone, /Undo this import/)
  t.match(undone, />Undone</)
  t.notMatch(undone, /See the students/, 'they are gone')
  t.match((await editor.get('/desk/imports')).body, />Undone</)
  t.same((await partner.call('GET', '/v1/candidates')).body.data, [])
  t.match(await editor.send(`${at}/undo`), { status: 409, body: /was undone before/ })

  const used = await apply('undo-b')
  const [{ id }] = (await partner.call('GET', '/v1/candidates')).body.data
  const change = { body: { school_year: 'senior' }, headers: { 'if-match': '*' } }
  t.equal((await partner.call('PATCH', `/v1/candidates/${id}`, change)).status, 200)
  const refused = await editor.send(`${used}/undo`)
  t.match(refused, { status: 409, body: /Something followed from this import/ })
  t.match(refused.body, `<a href="/desk/students/${id}">Student undo-b</a>`, 'the student is named')
  t.equal((await partner.call('GET', '/v1/candidates')).body.data.length, 1)
})

t.test('only those who may import may undo', async (t) => {
  const { partner, editor, uploaded } = await newOffice()
  const at = await follow(editor, `${await uploaded([HEADER, line('undo-c')].join('\n'))}/apply`)
  const viewer = await signInToDesk(service, { partnerId: partner.partnerId, role: 'viewer', name: 'Vi' })
  t.notMatch((await viewer.get(at)).body, /Undo this import/)
  t.equal((await viewer.send(`${at}/undo`)).status, 403)
  t.equal((await partner.call('GET', '/v1/candidates')).body.data.length, 1)
})

t.test('a correction stays through further readings, and the last of a cell counts', async (t) => {
  const { editor, uploaded } = await newOffice()
  let at = await uploaded([HEADER, line('a', { modality: 'moon', hours: 'many' })].join('\n'))
  at = await follow(editor, `${at}/cells`, { after: '0', cell_1_7: 'mars', cell_1_8: '9' })
  t.match((await editor.get(at)).body, /name="cell_1_7" value="mars"/)
  at = await follow(editor, `${at}/cells`, { after: '0', cell_1_7: 'remote' })
  at = await follow(editor, `${at}/columns`, {})
  t.match((await editor.get(at)).body, /Refused<\/dt><dd>1<|New<\/dt><dd>1</)
  const { rows } = await service.database.db.execute(sql`
    select position, cell from import_corrections
    where import_id = ${idToUuid(idIn(at))} order by position`)
  t.match(rows, [
    { position: 7, cell: 'remote' },
    { position: 8, cell: '9' },
  ])
})

t.test('columns are shown with samples, and can hold something else', async (t) => {
  const { editor, uploaded, programId } = await newOffice()
  const header = HEADER.replace('name', 'Zzyzx').replace(',email,', ',Shoe size,')
  const at = await uploaded([header, line('a'), line('b')].join('\n'))
  t.match((await editor.get(at)).body, /column|needs/)
  const { body } = await editor.get(`${at}/columns`)
  t.match(body, /What “Zzyzx” holds[\s\S]*As found: Leave out[\s\S]*Student a/)
  t.match(body, /What “skills” holds[\s\S]*As found: Skills/)
  const fields = {
    ...{ header_1: 'Zzyzx', column_1: 'name', header_2: 'Shoe size', column_2: 'email' },
    program_id: programId,
  }
  const read = await follow(editor, `${at}/columns`, fields)
  t.match((await editor.get(read)).body, /New<\/dt><dd>2</)
  t.match((await editor.get(`${read}/columns`)).body, /<option value="name" selected>/)
})

t.test('a column that does not exist is refused in place, and the file stays', async (t) => {
  const { editor, uploaded } = await newOffice()
  const at = await uploaded([HEADER, line('a')].join('\n'))
  const refused = await editor.send(`${at}/columns`, { header_1: 'name', column_1: 'nom' })
  t.match(refused, { status: 422, body: /no column “nom”/ })
  const written = { default_consent_recorded_at: '3/4/26', default_consent_source: 'Form 17' }
  const german = await editor.send(`${at}/columns`, written, { ...ownPage, 'accept-language': 'de' })
  t.match(german, { status: 422, body: /Einwilligung am: „3\/4\/26“ kann 2026-04-03 oder 2026-03-04 heißen/ })
  t.match(await editor.get(at), { status: 200, body: /New<\/dt><dd>1</ })
})

t.test('what was said of a file is saved as a profile and used for the next', async (t) => {
  const { partner, editor, uploaded, programId } = await newOffice()
  const content = [HEADER.replace('name', 'Zzyzx'), line('a')].join('\n')
  const first = await uploaded(content)
  const fields = { header_1: 'Zzyzx', column_1: 'name', program_id: programId }
  const at = await follow(editor, `${first}/columns`, fields)
  t.match(await editor.send(`${at}/profile`, { name: 'registrar' }), { status: 303 })
  t.match((await partner.call('GET', '/v1/import-profiles/registrar')).body, {
    type: 'candidates',
    columns: { Zzyzx: 'name' },
  })
  t.match((await editor.get('/desk/imports')).body, /<option value="registrar">/)
  const next = await uploaded(content, { profile: 'registrar' })
  t.match((await editor.get(next)).body, /New<\/dt><dd>1</)
})

t.test('rows without ids are found by their e-mails', async (t) => {
  const { editor, uploaded } = await newOffice()
  const withoutId = [HEADER, line('a')].map((text) => text.replace(/^[^,]*,/, '')).join('\n')
  t.match(
    (await editor.get(await uploaded(withoutId))).body,
    /Failed[\s\S]*no “Own id” column\. Line 1 was read as the header: “name”[\s\S]*by e-mail/,
  )
  t.match((await editor.get(await uploaded(withoutId, { by_email: 'true' }))).body, /New<\/dt><dd>1</)
})

t.test('an unreadable file, a missing one and a wrong choice say so, with what was chosen', async (t) => {
  const { editor } = await newOffice()
  const sent = (file: UploadedFile, fields: Record<string, string>) =>
    sendFile(service, editor, { url: '/desk/imports', fields, file })
  const file = { name: 'roster.csv', content: 'a,b\n1,2' }
  t.match(await sent(file, { type: 'horses' }), { status: 422, body: /role="alert"/ })
  t.match(await sent(file, { type: 'candidate_preferences' }), {
    status: 422,
    body: /value="candidate_preferences" selected/,
  })
  const picture = { name: 'me.png', content: Buffer.from('89504e470d0a1a0a0000', 'hex') }
  t.match(await sent(picture, { type: 'candidates' }), { body: /role="alert"/ })
  t.match((await sent(picture, { type: 'candidates' })).status, /415|422/)
  t.match(await editor.send('/desk/imports', { type: 'candidates' }), { status: 403 })
})

t.test(
  'a file is kept for a day, the last five of a partner, and not beyond the erasure of a person',
  async (t) => {
    const { partner, editor, uploaded } = await newOffice()
    const content = [HEADER, line('a')].join('\n')
    const first = await uploaded(content)
    for (let count = 0; count < 5; count++) await uploaded(content)
    t.match((await editor.get(first)).body, /Every row/)
    t.notMatch((await editor.get(first)).body, /Import now/)
    const applied = await uploaded(content)
    await follow(editor, `${applied}/apply`)
    const last = await uploaded(content.replace('Student a', 'Student A'))
    t.match((await editor.get(last)).body, /Import now/)
    const { id } = (await partner.call('GET', '/v1/candidates')).body.data[0]
    t.match(await partner.call('DELETE', `/v1/candidates/${id}`, { headers: { 'if-match': '*' } }), {
      status: 204,
    })
    t.notMatch((await editor.get(last)).body, /Import now/)
    const left = await service.database.db.execute(
      sql`select count(*)::int as chunks from import_chunks c join imports i on i.id = c.import_id where i.kept_until is null`,
    )
    t.same(left.rows, [{ chunks: 0 }])
  },
)

t.test('a kept file goes a day later', async (t) => {
  const time = { ms: Date.parse('2026-11-20T10:00:00Z') }
  const service = await startTestService(t, { clock: () => new Date(time.ms) })
  const { partnerId } = await service.newPartner()
  const editor = await signInToDesk(service, { partnerId, role: 'editor' })
  const at = await uploadAtDesk(service, editor, {
    fields: { type: 'organizations' },
    file: { name: 'sites.csv', content: 'external_id,name\n1,Bakery' },
  })
  const chunks = async () =>
    (await service.database.db.execute(sql`select count(*)::int as left from import_chunks`)).rows
  t.same(await chunks(), [{ left: 1 }])
  time.ms += DAY_MS
  await service.services.background.works.run_imports.removeOld()
  const again = await signInToDesk(service, { partnerId, role: 'editor' })
  t.match(await again.send(`${at}/columns`), { status: 409 })
  t.match((await again.get(at)).body, /The file is no longer kept\. Upload it again/)
  time.ms += 1
  await service.services.background.works.run_imports.removeOld()
  t.same(await chunks(), [{ left: 0 }])
})

t.test('of two who import a checked file at once, one does, and each row is written once', async (t) => {
  const { partner, editor, uploaded } = await newOffice()
  const at = await uploaded([HEADER, line('a'), line('b')].join('\n'))
  const replies = await Promise.all([1, 2, 3].map(() => editor.send(`${at}/apply`)))
  t.same(replies.map(({ status }) => status).sort(), [303, 404, 404])
  await idle()
  t.equal((await partner.call('GET', '/v1/candidates')).body.data.length, 2)
  t.equal((await partner.call('GET', '/v1/imports')).body.data.length, 1)
})

t.test('who only views sees imports and changes none', async (t) => {
  const { partner, uploaded } = await newOffice()
  const at = await uploaded([HEADER, line('a', { modality: 'moon' })].join('\n'))
  const viewer = await signInToDesk(service, { partnerId: partner.partnerId, role: 'viewer' })
  const { body } = await viewer.get(at)
  t.match(body, /Refused/)
  t.notMatch(body, /<form(?! method="post" action="\/desk\/sign-out")|cell_1/)
  t.notMatch((await viewer.get('/desk/imports')).body, /type="file"/)
})

t.test('the report downloads, and the log says who did what', async (t) => {
  const { partner, editor, uploaded } = await newOffice()
  const at = await uploaded([HEADER, line('a', { modality: 'moon' })].join('\n'))
  const report = await editor.get(`${at}/report.csv`)
  t.match(report, { status: 200, headers: { 'content-type': /text\/csv/ }, body: /moon/ })
  const next = await follow(editor, `${at}/cells`, { after: '0', cell_1_7: 'remote' })
  await follow(editor, `${next}/apply`)
  const admin = await signInToDesk(service, { partnerId: partner.partnerId, role: 'admin' })
  const { body } = await admin.get('/desk/log.csv')
  for (const action of ['import_uploaded', 'import_corrected', 'import_applied'])
    t.match(body, new RegExp(`Dana,${action},import_`))
})

t.test('JSON is checked and imported too', async (t) => {
  const { partner, editor } = await newOffice()
  const at = await uploadAtDesk(service, editor, {
    fields: { type: 'organizations' },
    file: {
      name: 'sites.json',
      content: '[{"external_id":"1","name":"Bakery"}]',
      mediaType: 'application/json',
    },
  })
  t.match((await editor.get(at)).body, /read/)
  t.match(await editor.get(`${at}/columns`), { status: 200 })
  t.ok(partner.partnerId)
})

t.test('text of a file never becomes markup, in any language', async (t) => {
  const { editor, uploaded } = await newOffice('<img src=x onerror=alert(1)>')
  const canary = '<img src=x onerror=alert(1)>'
  const header = HEADER.replace('majors', canary)
  const at = await uploaded([header, line('a', { modality: canary, name: canary })].join('\n'))
  await every(t, async (language) => {
    for (const url of ['/desk/imports', at, `${at}/columns`]) {
      const { body } = await editor.get(url, { 'accept-language': language })
      t.notMatch(body, '<img', `${language} ${url}`)
      t.ok(String(body).includes('&#60;img src=x onerror=alert(1)&#62;'), `${language} ${url}`)
    }
  })
})

async function every(t: Test, work: (language: string) => Promise<void>): Promise<void> {
  for (const language of ['en', 'de', 'es', 'fr', 'pt']) await work(language)
  t.ok(importTypes.length > 0)
}

t.test(
  'what is said of rows and files is in the reader’s language, and names no parameter of the API',
  async (t) => {
    const { editor, uploaded } = await newOffice()
    const lacking = HEADER.replace('modality', 'Zzyzx')
    const at = await uploaded([lacking, line('a'), line('b', { hours: 'many' })].join('\n'))
    for (const [language, missing, advice] of [
      ['en', /no column “Where the work is done/, /Under Columns, choose/],
      ['de', /Der Datei fehlt die Spalte/, /Wählen Sie unter „Spalten“/],
      ['es', /Al archivo le falta la columna/, /En Columnas, elija/],
      ['fr', /Il manque au fichier la colonne/, /Sous Colonnes, choisissez/],
      ['pt', /Falta ao arquivo a coluna/, /Em Colunas, escolha/],
    ] as const) {
      const { body } = await editor.get(at, { 'accept-language': language })
      t.match(body, missing, language)
      t.match(body, advice, language)
      t.notMatch(body, /defaults=|columns=|key=external_id|`/, language)
    }
  },
)

t.test('columns are called what people call them', async (t) => {
  const known = new Set<string>(importFields)
  for (const type of importTypes)
    for (const { name } of columnsOf[type]) t.ok(known.has(name) || /^choice_\d+$/.test(name), name)

  const { programId, editor, uploaded } = await newOffice()
  const roster =
    'Student ID,Name,E-Mail,Work mode,Available from\nS1,Ana,ana@student.example,remote,1/10/2027'
  const at = await uploaded(roster, { program_id: '' })
  for (const page of [at, `${at}/columns`]) {
    const { body } = await editor.get(page)
    t.notMatch(
      textOf(elementsIn(parse(body)).find(({ tagName }) => tagName === 'main')),
      /[a-z]_[a-z]|[a-z]=/,
      page,
    )
  }
  const columns = (await editor.get(`${at}/columns`)).body
  t.match(columns, /As found: Own id/)
  t.match(columns, /May show the profile for all rows/)
  t.notMatch(columns, /Program for all rows/, 'it is chosen by its name')
  const again = await follow(editor, `${at}/columns`, { program_id: programId })
  t.notMatch((await editor.get(again)).body, /<strong>Program</)
  const german = (await editor.get(`${again}/columns`, { 'accept-language': 'de' })).body
  t.match(german, /Wie gefunden: Eigene Nummer|: Eigene Nummer/)
})

t.test('a template of each type downloads, and is understood as it is', async (t) => {
  const { editor, uploaded } = await newOffice()
  const page = (await editor.get('/desk/imports')).body
  for (const type of importTypes) {
    const at = `/desk/imports/templates/${type}.csv`
    t.match(page, `href="${at}"`)
    t.match(await editor.get(at), { status: 200, headers: { 'content-type': /^text\/csv/ } })
  }
  const template = (await editor.get('/desk/imports/templates/candidates.csv')).body
  t.match((await editor.get(await uploaded(template))).body, /1 row read/)
})
