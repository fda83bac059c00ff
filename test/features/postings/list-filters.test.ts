import t from 'tap'
import { helperBody, needBody, offerBody, organizationBody } from '../../support/bodies.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

let now = new Date('2027-01-04T12:00:00Z')
const service = await startTestService(t, { clock: () => now })
const SECOND_MS = 1000
const tick = () => {
  now = new Date(now.getTime() + SECOND_MS)
  return now.toISOString()
}

/** Posts one after the other, a second apart. Returns their ids. */
async function postAll(partner: Partner, path: string, bodies: readonly object[]): Promise<string[]> {
  const ids: string[] = []
  for (const body of bodies) {
    tick()
    ids.push(await post(partner, path, body))
  }
  return ids
}

async function pageOf(partner: Partner, path: string) {
  const { status, body } = await partner.call('GET', path)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return body
}

async function idsOf(partner: Partner, path: string): Promise<string[]> {
  return (await pageOf(partner, path)).data.map(({ id }: { id: string }) => id)
}

async function allIds(partner: Partner, path: string, between: () => Promise<unknown> = async () => {}) {
  const ids: string[] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await pageOf(partner, `${path}${cursor && `&cursor=${cursor}`}`)
    ids.push(...page.data.map(({ id }: { id: string }) => id))
    cursor = page.next_cursor
    await between()
  }
  return ids
}

async function change(partner: Partner, path: string, body: object) {
  tick()
  const { status } = await partner.call('PATCH', path, { body, headers: { 'if-match': '*' } })
  if (status !== 200) throw new Error(`${path} answered ${status}`)
}

async function csvCount(partner: Partner, path: string): Promise<number> {
  const { status, body } = await partner.call('GET', path)
  if (status !== 200) throw new Error(JSON.stringify(body))
  return String(body).trim().split('\n').length - 1
}

async function newOrganization(partner: Partner): Promise<string> {
  return post(partner, '/v1/organizations', organizationBody())
}

t.test('several statuses and kinds of help narrow needs and offers, as JSON and as CSV', async (t) => {
  const partner = await service.newPartner()
  const organization_id = await newOrganization(partner)
  const need = (more: Record<string, unknown>) => needBody(organization_id, more)
  const [volunteers, paid, both] = await postAll(partner, '/v1/needs', [
    need({ accepts: ['volunteer'] }),
    need({ accepts: ['paid'] }),
    need({ accepts: ['barter', 'paid'] }),
  ])
  await partner.call('POST', `/v1/needs/${paid}/close`)
  await partner.call('POST', `/v1/needs/${both}/fill`)
  t.same(await idsOf(partner, '/v1/needs?status=closed,filled'), [paid, both])
  t.same(await idsOf(partner, '/v1/needs?status=open'), [volunteers])
  t.same(await idsOf(partner, '/v1/needs?kinds=volunteer,barter'), [volunteers, both])
  t.same(await idsOf(partner, '/v1/needs?kinds=paid&status=filled'), [both])
  t.equal(await csvCount(partner, '/v1/needs.csv?status=closed,filled'), 2)
  t.equal(await csvCount(partner, '/v1/needs.csv?kinds=volunteer,barter'), 2)
  const helper_id = await post(partner, '/v1/helpers', helperBody())
  const [free, intern] = await postAll(partner, '/v1/offers', [
    offerBody(helper_id),
    offerBody(helper_id, { kind: 'intern', terms: {} }),
  ])
  t.same(await idsOf(partner, '/v1/offers?kinds=intern'), [intern])
  t.same(await idsOf(partner, '/v1/offers?kinds=intern,volunteer'), [free, intern])
  const refused = await partner.call('GET', '/v1/needs?status=open,old')
  t.match(refused, { status: 422, body: { code: 'validation_failed' } })
})

t.test('the kind of an organization or helper narrows its list', async (t) => {
  const partner = await service.newPartner()
  const [nonprofit, business] = await postAll(partner, '/v1/organizations', [
    organizationBody({ kind: 'nonprofit' }),
    organizationBody({ kind: 'small_business' }),
  ])
  t.same(await idsOf(partner, '/v1/organizations?kind=small_business'), [business])
  t.same(await idsOf(partner, '/v1/organizations?kind=small_business,nonprofit'), [nonprofit, business])
  t.equal(await csvCount(partner, '/v1/organizations.csv?kind=small_business'), 1)
})

t.test('spans of creation and change narrow lists and CSV: since is included, before is not', async (t) => {
  const partner = await service.newPartner()
  const bodies = ['A', 'B', 'C'].map((name) => organizationBody({ name }))
  const [a = '', b, c] = await postAll(partner, '/v1/organizations', bodies)
  const { created_at: second } = (await partner.call('GET', `/v1/organizations/${b}`)).body
  t.same(await idsOf(partner, `/v1/organizations?created_since=${second}`), [b, c])
  t.same(await idsOf(partner, `/v1/organizations?created_before=${second}`), [a])
  t.same(await idsOf(partner, `/v1/organizations?created_since=${second}&sort=-created_at`), [c, b])
  await change(partner, `/v1/organizations/${a}`, { name: 'D' })
  const changed = now.toISOString()
  t.same(await idsOf(partner, `/v1/organizations?updated_since=${second}`), [b, c, a])
  t.same(await idsOf(partner, `/v1/organizations?updated_since=${second}&updated_before=${changed}`), [b, c])
  t.same(await idsOf(partner, `/v1/organizations?updated_since=${second}&created_before=${second}`), [a])
  t.equal(
    await csvCount(partner, `/v1/organizations.csv?updated_since=${second}&updated_before=${changed}`),
    2,
  )
})

t.test('each order holds everything once, in pages of any size', async (t) => {
  const partner = await service.newPartner()
  const names = ['bee', 'Ant', 'cow', 'ant', 'Élan', 'Bee']
  const ids = await postAll(
    partner,
    '/v1/organizations',
    names.map((name) => organizationBody({ name })),
  )
  await change(partner, `/v1/organizations/${ids[2]}`, { languages: ['de'] })
  const rows = (await pageOf(partner, '/v1/organizations')).data
  const by = (key: (row: { name: string; updated_at: string }) => string) =>
    rows
      .toSorted((x: never, y: never) => (key(x) < key(y) ? -1 : key(x) > key(y) ? 1 : 0))
      .map(({ id }: { id: string }) => id)
  const orders: Record<string, string[]> = {
    created_at: ids,
    updated_at: by((row) => row.updated_at),
  }
  for (const limit of [1, 2, 4, 100]) {
    for (const [sort, expected] of Object.entries(orders)) {
      t.same(await allIds(partner, `/v1/organizations?limit=${limit}&sort=${sort}`), expected, sort)
      t.same(await allIds(partner, `/v1/organizations?limit=${limit}&sort=-${sort}`), expected.toReversed())
    }
    const named = await allIds(partner, `/v1/organizations?limit=${limit}&sort=name`)
    t.same(named.slice(0, 4), [ids[1], ids[3], ids[0], ids[5]], 'the case of letters does not matter')
    t.same(named.toSorted(), ids.toSorted())
    t.same(await allIds(partner, `/v1/organizations?limit=${limit}&sort=-name`), named.toReversed())
  }
})

t.test('rows that change while a list is read neither repeat nor hide others', async (t) => {
  const partner = await service.newPartner()
  const names = ['a', 'b', 'c', 'd', 'e', 'f']
  const ids = await postAll(
    partner,
    '/v1/organizations',
    names.map((name) => organizationBody({ name })),
  )
  const still = ids.slice(2)
  for (const sort of ['name', '-name', 'created_at', '-created_at', '-updated_at']) {
    let turn = 0
    const seen = await allIds(partner, `/v1/organizations?limit=1&sort=${sort}`, () =>
      change(partner, `/v1/organizations/${ids[turn++ % 2]}`, { name: turn % 3 === 0 ? 'z' : `a${turn}` }),
    )
    const kept = seen.filter((id) => still.includes(id))
    t.same(kept, sort.startsWith('-') ? still.toReversed() : still, sort)
  }
  const first = await pageOf(partner, '/v1/organizations?limit=2&sort=name')
  await partner.call('DELETE', `/v1/organizations/${first.data[1].id}`, { headers: { 'if-match': '*' } })
  const next = await pageOf(partner, `/v1/organizations?limit=100&sort=name&cursor=${first.next_cursor}`)
  t.equal(next.data.length, 4, 'the row of the cursor may be gone')
})

t.test('a cursor goes on only with the filters and the order that it came with', async (t) => {
  const partner = await service.newPartner()
  const organization_id = await newOrganization(partner)
  await postAll(
    partner,
    '/v1/needs',
    [1, 2, 3].map(() => needBody(organization_id)),
  )
  const { next_cursor: cursor } = await pageOf(partner, '/v1/needs?limit=1&status=open&sort=-updated_at')
  t.equal(
    (await idsOf(partner, `/v1/needs?status=open&sort=-updated_at&limit=50&cursor=${cursor}`)).length,
    2,
  )
  t.equal(
    (await idsOf(partner, `/v1/needs?status=open&sort=-updated_at&fields=title&cursor=${cursor}`)).length,
    2,
  )
  for (const other of [
    'status=open',
    'status=open&sort=updated_at',
    'status=closed&sort=-updated_at',
    'sort=-updated_at',
    'status=open&sort=-updated_at&kinds=paid',
    'status=open&sort=-updated_at&q=need',
  ]) {
    const { status, body } = await partner.call('GET', `/v1/needs?${other}&cursor=${cursor}`)
    t.equal(status, 422, other)
    t.match(body, { code: 'invalid_cursor', detail: /other filters or another order/ })
  }
})

t.test('q finds own postings and names by the beginnings of words, whatever the accents', async (t) => {
  const partner = await service.newPartner()
  const stranger = await service.newPartner()
  const [bakery, bureau, club] = await postAll(partner, '/v1/organizations', [
    organizationBody({ name: 'Bäckerei Großmann & Söhne' }),
    organizationBody({ name: "L'Œuvre café-théâtre" }),
    organizationBody({ name: 'Organização São João', public_name: 'Клуб чтения' }),
  ])
  await newOrganization(stranger)
  const found = (by: Partner, q: string) => idsOf(by, `/v1/organizations?q=${encodeURIComponent(q)}`)
  for (const q of ['backerei', 'BÄCKEREI', 'grossm', 'Großmann söhne', 'sohne backer'])
    t.same(await found(partner, q), [bakery], q)
  for (const q of ['oeuvre', 'theatre', 'café théâtre', 'cafe-theatre'])
    t.same(await found(partner, q), [bureau], q)
  for (const q of ['sao joao', 'ORGANIZACAO', 'клуб']) t.same(await found(partner, q), [club], q)
  for (const q of ['backerei cafe', 'ckerei', '&', "' | x:*"]) t.same(await found(partner, q), [], q)
  t.same(await found(stranger, 'backerei'), [], 'nobody else finds them')
  const organization_id = bakery ?? ''
  const [need] = await postAll(partner, '/v1/needs', [
    needBody(organization_id, {
      title: 'Kasse führen',
      description: 'Am/um Samstag',
      skills: ['QuickBooks'],
    }),
    needBody(organization_id, { title: 'Garten', description: 'Beete anlegen', skills: ['gardening'] }),
  ])
  for (const q of ['fuhren', 'samstag', 'quickb', 'kasse quickbooks'])
    t.same(await idsOf(partner, `/v1/needs?q=${q}`), [need], q)
  t.same(await idsOf(partner, '/v1/needs?q=kasse&status=closed'), [], 'with other filters')
  t.equal(await csvCount(partner, '/v1/needs.csv?q=kasse'), 1)
  const [helper] = await postAll(partner, '/v1/helpers', [
    helperBody({ name: 'Zoë Núñez', preferred_name: 'Zo' }),
    helperBody({ name: 'Ann Lee' }),
  ])
  for (const q of ['nunez', 'zoe', 'zo']) t.same(await idsOf(partner, `/v1/helpers?q=${q}`), [helper], q)
  t.equal((await partner.call('GET', '/v1/cohorts?q=x')).status, 422, 'a list without words has no q')
})

t.test('a search goes through pages in every order', async (t) => {
  const partner = await service.newPartner()
  const names = ['Club b', 'Club a', 'Other', 'Club c']
  const [b, a, , c] = await postAll(
    partner,
    '/v1/organizations',
    names.map((name) => organizationBody({ name })),
  )
  for (const [sort, ids] of Object.entries({
    name: [a, b, c],
    '-name': [c, b, a],
    '-created_at': [c, a, b],
    updated_at: [b, a, c],
  }))
    t.same(await allIds(partner, `/v1/organizations?q=club&limit=1&sort=${sort}`), ids, sort)
})

t.test('include=total counts what the filters find, on each page', async (t) => {
  const partner = await service.newPartner()
  const bodies = ['Club a', 'Club b', 'Other'].map((name) => organizationBody({ name }))
  await postAll(partner, '/v1/organizations', bodies)
  const page = await pageOf(partner, '/v1/organizations?limit=1&include=total&fields=name')
  t.same(page.total, { value: 3, is_exact: true })
  const next = `/v1/organizations?limit=1&include=total&cursor=${page.next_cursor}`
  t.same((await pageOf(partner, next)).total, { value: 3, is_exact: true }, 'whatever the page')
  t.same((await pageOf(partner, '/v1/organizations?q=club&include=total')).total, {
    value: 2,
    is_exact: true,
  })
  t.notOk('total' in (await pageOf(partner, '/v1/organizations')))
  const stranger = await service.newPartner()
  t.same((await pageOf(stranger, '/v1/organizations?include=total')).total, { value: 0, is_exact: true })
})
