import t from 'tap'
import { signInToDesk } from '../../support/desk.ts'
import { startTestService } from '../../support/service.ts'
import { answer, propose, twoPartners } from '../../support/two-partners.ts'
import { created } from '../../support/world.ts'

const START_MS = Date.parse('2030-03-01T09:00:00Z')
let nowMs = START_MS
const service = await startTestService(t, { clock: () => new Date(nowMs) })

t.test('sessions that are over are ticked and logged together, each once', async (t) => {
  const on = (day: string) => ({
    ...{ starts_at: `2030-${day}T09:00`, ends_at: `2030-${day}T11:30`, time_zone: 'America/Los_Angeles' },
  })
  const sessions = [on('03-09'), on('03-16'), on('03-23')]
  const two = await twoPartners(service, { need: { sessions, hours_per_week: undefined } })
  const introduction = created(await propose(two.needSide, two.needId, two.offerId))
  await answer(two.offerSide, String(introduction.id), 'accept')
  const { body } = await two.offerSide.call('GET', '/v1/engagements')
  const [{ id, sessions: agreed }] = body.data
  const at = `/desk/engagements/${id}`
  const deskOf = ({ partnerId }: typeof two.offerSide) => signInToDesk(service, { partnerId, role: 'editor' })
  t.notMatch((await (await deskOf(two.offerSide)).get(at)).body, /name="session_ids"/)

  nowMs = Date.parse('2030-03-17T09:00:00Z')
  const desk = await deskOf(two.offerSide)
  const page = (await desk.get(at)).body
  t.same(page.match(/name="session_ids" value="\w+" checked/g)?.length, 2)
  t.match((await desk.send(`${at}/hours/sessions`)).status, 422)
  const [first, , third] = agreed.map((one: { id: string }) => one.id)
  t.equal((await desk.send(`${at}/hours/sessions`, { session_ids: third })).status, 422, 'it is not over')
  const sent = await desk.send(`${at}/hours/sessions`, { session_ids: first })
  t.equal(sent.headers.location, `${at}?done=hours_logged`)
  t.equal((await desk.get(at)).body.match(/name="session_ids"/g)?.length, 1)
  t.match((await two.needSide.call('GET', `/v1/engagements/${id}/hours`)).body.data, [
    { session_id: first, hours: 2.5, status: 'logged' },
  ])
})
