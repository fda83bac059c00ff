import t from 'tap'
import { needBody, organizationBody, programBody } from '../../support/bodies.ts'
import { newCohort } from '../../support/cohort.ts'
import { type DeskVisitor, signInToDesk } from '../../support/desk.ts'
import { startTestService } from '../../support/service.ts'
import { post } from '../../support/world.ts'

const service = await startTestService(t)

async function newDesk(...given: [Parameters<typeof newCohort>[1], Parameters<typeof newCohort>[2]?]) {
  const world = await newCohort(service, ...given)
  const editor = await signInToDesk(service, { partnerId: world.office.partnerId, role: 'editor' })
  return { ...world, editor, at: `/desk/cohorts/${world.cohortId}` }
}

/** Places a cohort at the desk and returns the address of the placement. */
async function place(editor: DeskVisitor, at: string, method = 'stable'): Promise<string> {
  const reply = await editor.send(`${at}/placements`, { method })
  if (reply.status !== 303) throw new Error(`placing answered ${reply.status}: ${reply.body}`)
  return String(reply.headers.location).replace(/\?.*/, '')
}

t.test('a cohort is made from own needs and from ids, and changed without losing the rest', async (t) => {
  const { office, editor, programId, needs, candidates } = await newDesk({ candidates: 1, needs: 2 })
  const made = await editor.send('/desk/cohorts', {
    ...{
      name: 'Fall',
      program_id: programId,
      more_needs: `${needs[0]}\nhttps://help.example.org/public/needs/${needs[1]}`,
    },
  })
  const at = String(made.headers.location).replace(/\?.*/, '')
  const api = at.replace('/desk', '/v1')
  t.match((await office.call('GET', api)).body, {
    name: 'Fall',
    needs: needs.map((need_id) => ({ need_id })),
  })
  const rules = { forbidden_pairs: [{ candidate_id: candidates[0], need_id: needs[0] }] }
  const patch = { candidate_ids: candidates, rules, needs: [{ need_id: needs[0], capacity: 3 }] }
  const headers = { 'if-match': '*' }
  t.match(await office.call('PATCH', api, { headers, body: patch }), { status: 200 })
  const { body: form } = await editor.get(`${at}/edit`)
  t.match(form, new RegExp(`value="Fall"[\\s\\S]*${needs[0]}`))
  const fields = { name: 'Autumn', program_id: programId, more_needs: needs.join(' ') }
  t.match(await editor.send(`${at}/edit`, fields), { status: 303 })
  t.match((await office.call('GET', api)).body, {
    ...{ name: 'Autumn', candidate_ids: candidates, rules },
    needs: [
      { need_id: needs[0], capacity: 3 },
      { need_id: needs[1], capacity: null },
    ],
  })
})

t.test('students are chosen by ticking, by a search, by consent, and all at once', async (t) => {
  const unwilling = {
    share_profile: false,
    share_contact: false,
    recorded_at: '2026-11-01T00:00:00Z',
    source: 'Form',
  }
  const { office, editor, at, programId, candidates } = await newDesk(
    { candidates: 4, needs: 1 },
    { candidate: (nth) => ({ name: `Studént ${nth}`, ...(nth === 3 && { consent: unwilling }) }) },
  )
  const [zero = '', one = '', two = '', three = ''] = candidates
  const choose = async (fields: Record<string, string | string[]>) => {
    const reply = await editor.send(`${at}/students`, fields)
    t.match(reply, { status: 303, headers: { location: new RegExp(`${at}/students`) } })
    const { body } = await office.call('GET', at.replace('/desk', '/v1'))
    return body.candidate_ids?.sort() ?? null
  }
  const boxes = (body: string) => [...body.matchAll(/name="candidate_ids" value="(\w+)"( checked)?/g)]
  const { body: before } = await editor.get(`${at}/students`)
  t.match(before, /4 of 4 students of the program take part[\s\S]*All students of the program/)
  t.same(
    boxes(before).map(([, id, ticked]) => [id, ticked]),
    candidates.map((id) => [id, ' checked']),
  )
  const listed = candidates
  t.equal(await choose({ choose: 'ticked', listed, candidate_ids: candidates }), null, 'nobody was unticked')
  t.same(await choose({ choose: 'ticked', listed, candidate_ids: [one, three] }), [one, three])
  const { body: taking } = await editor.get(`${at}/students?show=taking&q=student 1`)
  t.same(
    boxes(taking).map(([, id]) => id),
    [one],
    'a search ignores accents',
  )
  t.same(await choose({ choose: 'ticked', listed: [two], candidate_ids: [two] }), [one, two, three])
  t.same(await choose({ choose: 'none_found', q: 'Studént 1', show: 'taking' }), [two, three])
  t.same(await choose({ choose: 'found', q: 'Studént 0' }), [zero, two, three])
  t.same(await choose({ choose: 'consenting' }), [zero, one, two])
  t.match((await editor.get(at)).body, /Choose students/)
  t.equal(await choose({ choose: 'all' }), null)
  await choose({ choose: 'ticked', listed: [zero], candidate_ids: [] })
  t.match((await editor.get(at)).body, /Students<\/dt><dd>3</)
  const elsewhere = await post(office, '/v1/programs', programBody())
  const fields = { name: 'Moved', program_id: elsewhere, more_needs: 'need_' }
  t.match(await editor.send(`${at}/edit`, fields), { status: 422 })
  t.match(await editor.send(`${at}/students`, { choose: 'some' }), { status: 422 })
  t.match(await editor.send(`${at}/edit`, { ...fields, program_id: programId, more_needs: '' }), {
    status: 422,
  })
})

t.test('a long program is ticked page by page, with what each page shows', async (t) => {
  const { office, editor, at } = await newDesk(
    { candidates: 53, needs: 1 },
    { candidate: (nth) => ({ name: `Student ${String(nth).padStart(2, '0')}` }) },
  )
  const idsIn = (body: string) => [...body.matchAll(/name="listed" value="(\w+)"/g)].map(([, id = '']) => id)
  const nextIn = (body: string) =>
    /href="([^"]*\/students\?[^"]*(?:cursor|from)=[^"]+)"/.exec(body)?.[1]?.replaceAll('&#38;', '&') ?? ''
  const { body: first } = await editor.get(`${at}/students`)
  const { body: second } = await editor.get(nextIn(first))
  t.same([idsIn(first).length, idsIn(second).length], [50, 3])
  await editor.send(`${at}/students`, { choose: 'ticked', listed: idsIn(second), candidate_ids: [] })
  t.equal((await office.call('GET', at.replace('/desk', '/v1'))).body.candidate_ids.length, 50)
  await editor.send(`${at}/students`, { choose: 'found' })
  await editor.send(`${at}/students`, { choose: 'ticked', listed: idsIn(first).slice(0, 1) })
  const { body: taking } = await editor.get(`${at}/students?show=taking`)
  t.same(idsIn(taking), [...idsIn(first).slice(1), ...idsIn(second).slice(0, 1)])
  t.same(idsIn((await editor.get(nextIn(taking))).body), idsIn(second).slice(1))
  t.equal(nextIn((await editor.get(nextIn(taking))).body), '')
})

t.test('only needs that accept students are offered, with whose they are', async (t) => {
  const { office, editor } = await newDesk({ candidates: 1, needs: 1 })
  const site = await post(office, '/v1/organizations', organizationBody({ name: 'Corner Bakery' }))
  await post(office, '/v1/needs', needBody(site, { title: 'Paint the fence', accepts: ['volunteer'] }))
  await post(office, '/v1/needs', needBody(site, { title: 'Keep our books', accepts: ['intern'] }))
  const { body } = await editor.get('/desk/cohorts/new')
  t.match(body, /Keep our books <span class="hint">Corner Bakery</)
  t.notMatch(body, /Paint the fence/)
})

t.test('a cohort without a name or with an unknown need says so, with what was written', async (t) => {
  const { editor, programId } = await newDesk({ candidates: 0, needs: 1 })
  const given = { program_id: programId, name: 'Kept' }
  t.match(await editor.send('/desk/cohorts', { ...given, more_needs: 'need_nobody' }), {
    status: 422,
    body: /role="alert"[\s\S]*value="Kept"[\s\S]*need_nobody/,
  })
  t.match(await editor.send('/desk/cohorts', given), { status: 422 })
})

t.test('the page of a cohort says who has sent choices', async (t) => {
  const { editor, at, prefer } = await newDesk({ candidates: 3, needs: 2 })
  t.match((await editor.get(at)).body, /0 of 3 students sent choices[\s\S]*0 organizations ranked/)
  await prefer({ 0: [0, 1], 1: [1] }, { 0: [1, 0] })
  t.match((await editor.get(at)).body, /2 of 3 students sent choices[\s\S]*1 organization ranked/)
})

t.test('a placement shows who got which choice, and who got none and why', async (t) => {
  const { editor, at, prefer, needs } = await newDesk(
    { candidates: 3, needs: 2 },
    { candidate: (at) => ({ name: `Student ${at}` }), need: (at) => ({ title: `Need ${at}` }) },
  )
  await prefer({ 0: [0, 1], 1: [0, 1], 2: [0] }, { 0: [0, 1, 2] })
  const run = await place(editor, at)
  const { body } = await editor.get(run)
  t.match(body, /2 of 3 placed/)
  t.match(body, /Choice 1<\/th><td>1<[\s\S]*Choice 2<\/th><td>1<[\s\S]*Not placed<\/th><td>1</)
  t.match(body, /Student 2<\/a>[\s\S]*Others were placed at all their choices/)
  const { body: list } = await editor.get(`${run}/list`)
  t.match(list, /Student 0<[\s\S]*Need 0<[\s\S]*Student 1<[\s\S]*Need 1</)
  t.notMatch(list, /Student 2/)
  const csv = await editor.get(`${run}/results.csv`)
  t.match(csv.body, new RegExp(`Student 0,${needs[0]}`))
  t.equal(csv.body.trim().split('\n').length, 4)
})

t.test('two placements stand side by side, with who is placed elsewhere', async (t) => {
  const { editor, at, prefer } = await newDesk(
    { candidates: 2, needs: 2 },
    { candidate: (at) => ({ name: `Student ${at}` }), need: (at) => ({ title: `Need ${at}` }) },
  )
  await prefer({ 0: [0, 1], 1: [0] }, { 0: [0, 1] })
  const stable = await place(editor, at)
  const most = await place(editor, at, 'most_placed')
  const other = most.split('/').at(-1)
  t.match((await editor.get(stable)).body, new RegExp(`<option value="${other}"`))
  const { body } = await editor.get(`${stable}/comparison?with=${other}`)
  t.match(
    body,
    /Stable[\s\S]*As many placed as possible[\s\S]*Student 0<\/a>[\s\S]*Need 0 · Choice 1[\s\S]*Need 1 · Choice 2/,
  )
  t.match(body, /Student 1<\/a>[\s\S]*Not placed[\s\S]*Need 0 · Choice 1/)
  const stranger = await newDesk({ candidates: 1, needs: 1 })
  const theirs = (await place(stranger.editor, stranger.at)).split('/').at(-1)
  t.match(await editor.get(`${stable}/comparison?with=${theirs}`), { status: 404 })
})

t.test('a placement is published once, and leads to introductions', async (t) => {
  const { office, editor, at } = await newDesk({ candidates: 2, needs: 2 })
  const run = await place(editor, at)
  const replies = await Promise.all([1, 2, 3].map(() => editor.send(`${run}/publish`)))
  t.same(replies.map(({ status }) => status).sort(), [303, 409, 409])
  await service.services.background.works.publish_placements.idle()
  const { body } = await editor.get(run)
  t.match(body, /Published/)
  t.notMatch(body, /\/publish"/)
  t.match((await editor.get(`${run}/list`)).body, /\/desk\/introductions\/introduction_/)
  t.equal((await office.call('GET', '/v1/introductions')).body.data.length, 2)
  const second = await place(editor, at)
  t.match(await editor.send(`${second}/publish`), {
    status: 409,
    body: /students are published in another result of this cohort already/,
  })
  t.match(await editor.send(`${run}/publish`), { status: 409, body: /published already/ })
})

t.test(
  'a draft is deleted with its results, and a published placement says what to do instead',
  async (t) => {
    const { office, editor, at } = await newDesk({ candidates: 2, needs: 2 })
    const [kept, dropped] = [await place(editor, at), await place(editor, at, 'most_placed')]
    t.match((await editor.get(dropped)).body, /Delete this draft/)
    const gone = await editor.send(`${dropped}/remove`)
    t.match(gone, { status: 303, headers: { location: `${at}?done=placement_removed` } })
    t.match((await editor.get(`${at}?done=placement_removed`)).body, /Deleted a draft placement/)
    t.match(await editor.get(dropped), { status: 404 })
    t.match(await office.call('GET', dropped.replace('/desk', '/v1')), { status: 404 })
    await editor.send(`${kept}/publish`)
    t.match(await editor.send(`${kept}/remove`), { status: 409, body: /published already[\s\S]*Withdraw/ })
    await service.services.background.works.publish_placements.idle()
    t.notMatch((await editor.get(kept)).body, /Delete this draft/)
    const { partnerId } = office
    const viewer = await signInToDesk(service, { partnerId, role: 'viewer' })
    t.notMatch((await viewer.get(await place(editor, at))).body, /Delete this draft/)
  },
)

t.test('a published list says in words who was not introduced and why, and who was erased', async (t) => {
  const { office, editor, at, candidates } = await newDesk(
    { candidates: 2, needs: 2 },
    { candidate: (at) => ({ name: `Student ${at}` }) },
  )
  const runs = [await place(editor, at), await place(editor, at)]
  const again = String(runs[1])
  // Whoever is introduced already is not introduced once more.
  const { body: results } = await office.call('GET', `${again.replace('/desk', '/v1')}/results`)
  for (const { candidate_id: id, need_id } of results.data)
    await post(office, '/v1/introductions', { need_id, offer_id: id.replace('candidate_', 'offer_') })
  await editor.send(`${again}/publish`)
  await service.services.background.works.publish_placements.idle()
  t.match((await editor.get(again)).body, /2 placed students were not introduced/)
  t.match((await editor.get(`${again}/list`)).body, /Not introduced: [A-Z][^<]{20}/)
  t.notMatch((await editor.get(`${again}/list`)).body, /introduction_standing/)
  const headers = { 'if-match': '*' }
  t.match(await office.call('DELETE', `/v1/candidates/${candidates[0]}`, { headers }), { status: 204 })
  for (const url of [`${runs[0]}/list`, `${runs[0]}/comparison?with=${again.split('/').at(-1)}`]) {
    const { body } = await editor.get(url)
    const shown = body.replace(/<[^>]*>/g, '')
    t.notMatch(shown, /candidate_|need_0/, url)
  }
  t.match((await editor.get(`${runs[0]}/list`)).body, /An erased student/)
})

t.test('an empty desk says what to do first', async (t) => {
  const { partnerId } = await service.newPartner()
  const editor = await signInToDesk(service, { partnerId, role: 'editor' })
  t.match((await editor.get('/desk/cohorts')).body, /needs a program first/)
  t.match((await editor.get('/desk/cohorts/new')).body, /needs a program first/)
})

t.test('text of others never becomes markup, in any language', async (t) => {
  const canary = '<img src=x onerror=alert(1)>'
  const world = await newDesk({ candidates: 1, needs: 1 }, { need: () => ({ title: canary }) })
  const { office, editor, needs } = world
  const programId = await post(office, '/v1/programs', programBody({ name: canary }))
  const body = { program_id: programId, name: canary, needs: needs.map((need_id) => ({ need_id })) }
  const cohortId = await post(office, '/v1/cohorts', body)
  const run = await place(editor, world.at)
  for (const language of ['en', 'de', 'es', 'fr', 'pt'])
    for (const url of [
      ...['/desk/cohorts', '/desk/cohorts/new', world.at, `/desk/cohorts/${cohortId}`],
      ...[`/desk/cohorts/${cohortId}/edit`, `${run}/list`],
    ]) {
      const { body } = await editor.get(url, { 'accept-language': language })
      t.notMatch(body, '<img', `${language} ${url}`)
      t.ok(String(body).includes('&#60;img src=x onerror=alert(1)&#62;'), `${language} ${url}`)
    }
})
