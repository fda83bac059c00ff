import t from 'tap'
import { fieldsOf, signInToDesk } from '../../support/desk.ts'
import { type Control, type DeskForm, formsIn } from '../../support/desk-forms.ts'
import { deskPagesOf, postDeskRecords } from '../../support/desk-pages.ts'
import { startTestService } from '../../support/service.ts'
import { workday } from '../../support/workday.ts'
import { created } from '../../support/world.ts'

/*
 * A form that is refused shows again what was written into it. The forms come from the pages themselves, so a new one is asked too.
 */
const service = await startTestService(t, {
  log: (await import('../../../src/platform/telemetry/log.ts')).createLog('error'),
})
await service.app.ready()
const partner = await service.newPartner({ name: 'Ours', kind: 'internship_office' })
const admin = await signInToDesk(service, { partnerId: partner.partnerId, role: 'admin' })
const colleague = await signInToDesk(service, { partnerId: partner.partnerId, role: 'viewer' })
const ids: Record<string, string> = { ...(await postDeskRecords(service, partner)), team: colleague.staffId }
await logHours(ids.engagements ?? '')

/** One entry to dispute, and one that is confirmed and can be corrected. */
async function logHours(engagementId: string): Promise<void> {
  const at = `/v1/engagements/${engagementId}/hours`
  for (const hours of [1, 2]) {
    const body = { worked_on: workday(), hours, side: 'offer' }
    const logged = await partner.call('POST', at, { body })
    const { id } = created(logged)
    if (hours === 2) await partner.call('POST', `${at}/${id}/confirm`, { body: { side: 'need' } })
  }
}

/** Forms of choices alone whose choices are all right: only a new state of the record can refuse them. */
const ONLY_CHOICES = /\/(complete|end)$/

async function allForms(): Promise<DeskForm[]> {
  const pages = deskPagesOf(service, ids).filter(
    ({ method, url }) => method === 'GET' && !/\.(csv|json|svg)$/.test(url),
  )
  const found = new Map<string, DeskForm>()
  // A form of a posting is for somebody.
  const begun = { needs: `organization_id=${ids.organizations}`, offers: `helper_id=${ids.helpers}` }
  const paths = [
    ...pages.map(({ path }) => path),
    ...Object.entries(begun).map(([kind, query]) => `/desk/${kind}/new?${query}`),
  ]
  for (const path of paths)
    for (const form of formsIn((await admin.get(path)).body))
      if (form.controls.length > 0) found.set(JSON.stringify([form.action, identityOf(form)]), form)
  return [...found.values()]
}

/** The hidden fields that say which of several forms with one address it is. */
const identityOf = ({ hidden }: DeskForm): Record<string, string> => {
  const { form_key: _key, version: _version, ...rest } = hidden
  return rest
}

/** What somebody could write into a control, of which nothing is what the form already holds. */
function written({ name, kind, options, maxLength, value }: Control): string | null {
  if (kind === 'date') return '2031-05-06'
  if (kind === 'time') return '10:45'
  if (kind === 'color') return '#fafafa'
  if (kind === 'choice') return options.findLast((one) => one !== value && one !== '') ?? value ?? ''
  if (kind === 'box') return value === null ? (options[0] ?? '') : null
  return `Kept ${name} — “as written” & <so>`.slice(0, maxLength)
}

/** Every control with something in it, one text longer than any limit, and a field that no form knows. */
function wrong(form: DeskForm): { sent: Record<string, string[]>; controls: Map<Control, string | null> } {
  const controls = new Map(form.controls.map((one) => [one, written(one)]))
  const longest = form.controls.findLast(({ kind }) => kind === 'text')
  if (longest) controls.set(longest, `Kept ${'words '.repeat(4000)}`)
  const sent: Record<string, string[]> = { unknown_field: ['1'] }
  for (const [name, value] of Object.entries(identityOf(form))) sent[name] = [value]
  if (form.hidden.version !== undefined) sent.version = [form.hidden.version]
  for (const [{ name }, value] of controls) if (value !== null) sent[name] = [...(sent[name] ?? []), value]
  return { sent, controls }
}

t.test('a refused form shows again what was written into it, and is not folded away', async (t) => {
  const forms = await allForms()
  t.ok(forms.length >= 30, `${forms.length} forms`)
  for (const form of forms.filter(({ isUpload, action }) => !isUpload && !ONLY_CHOICES.test(action))) {
    const { sent, controls } = wrong(form)
    const name = form.action.replace(/[a-z_]+_[0-9a-z]{26}/, ':id')
    const reply = await admin.send(form.action, sent)
    if (!t.ok([400, 409, 422].includes(reply.status), `${name} is refused: ${reply.status}`)) continue
    const again = formsIn(reply.body).find(
      (one) => one.action === form.action && contains(one.hidden, identityOf(form)),
    )
    if (!t.ok(again, `${name} is there again`)) continue
    const shown = again?.controls ?? []
    for (const [{ name: field, kind, options }, value] of controls) {
      const control = shown.find(
        (one) => one.name === field && (kind !== 'box' || one.options[0] === options[0]),
      )
      t.equal(control?.value?.trim(), value?.trim(), `${name} keeps ${field}`)
      t.notOk(control?.isFolded, `${name} shows ${field}`)
    }
    t.match(reply.body, /class="fault"/, `${name} says what is wrong`)
  }
})

t.test('a field that has to be filled in is marked before the form is sent', async (t) => {
  const begun = {
    needs: `?organization_id=${ids.organizations}`,
    offers: `?helper_id=${ids.helpers}`,
    sprints: `?organization_id=${ids.organizations}`,
  }
  const kinds = ['needs', 'offers', 'organizations', 'helpers', 'programs', 'sprints', 'cohorts']
  for (const kind of kinds) {
    const at = `/desk/${kind}/new${kind in begun ? begun[kind as keyof typeof begun] : ''}`
    const form = formsIn((await admin.get(at)).body).find(({ action }) => action === `/desk/${kind}`)
    if (!t.ok(form, at)) continue
    const { status, body } = await admin.send(`/desk/${kind}`, form?.hidden)
    t.equal(status, 422, kind)
    const missing = [...body.matchAll(/id="([^"]+)-fault">Fill this in\./g)].map(([, id = '']) => id)
    const isMarked = (id: string) => new RegExp(`<[^>]* id="${id}"[^>]* required`).test(body)
    t.same(
      missing.filter((id) => !isMarked(id)),
      [],
      `${kind} marks ${missing}`,
    )
  }
})

function contains(all: Record<string, string>, some: Record<string, string>): boolean {
  return Object.entries(some).every(([name, value]) => all[name] === value)
}

t.test('what a colleague has changed meanwhile is replaced only by who sends it once more', async (t) => {
  for (const kind of ['needs', 'offers', 'organizations', 'helpers', 'programs']) {
    const at = `/desk/${kind}/${ids[kind]}/edit`
    const opened = fieldsOf((await admin.get(at)).body)
    const title = opened.title === undefined ? 'name' : 'title'
    const saved = await admin.send(at, { ...opened, [title]: 'First' })
    t.equal(saved.status, 303, `${kind} are changed`)
    const refused = await admin.send(at, { ...opened, [title]: 'Second' })
    t.match(refused, { status: 412, body: /Somebody else has changed this/ }, kind)
    const again = fieldsOf(refused.body)
    t.match(again[title], ['Second'], `${kind} keep what was written`)
    t.equal((await admin.send(at, again)).status, 303, `${kind} take it the second time`)
    t.match((await admin.get(at)).body, /value="Second"/, kind)
  }
})
