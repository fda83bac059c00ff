import fc from 'fast-check'
import t from 'tap'
import { startTestService } from '../../support/service.ts'
import { anotherNeed, answer, proposed, twoPartners } from '../../support/two-partners.ts'

const service = await startTestService(t, { clock: () => new Date('2026-11-02T20:00:00Z') })

const MINUTES_A_DAY = 1440
const step = fc.record({
  verb: fc.constantFrom(
    'log',
    'log',
    'log',
    'confirm',
    'confirm',
    'correct',
    'correct',
    'dispute',
    'withdraw',
  ),
  engagement: fc.nat(1),
  entry: fc.nat(20),
  hours: fc.constantFrom(0.5, 3, 8, 11.5, 24),
})

interface Entry {
  engagement: number
  id: string
  minutes: number
  status: 'logged' | 'confirmed' | 'disputed'
  corrects: string | null
}

t.test('over random histories a day has 24 hours at most, and sums are those of what stands', async (t) => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), async (steps) => {
      const pair = await twoPartners(service)
      const other = await anotherNeed(pair)
      for (const needId of [pair.needId, other])
        await answer(pair.offerSide, await proposed(pair, needId), 'accept')
      const { body } = await pair.offerSide.call('GET', '/v1/engagements')
      const urls = body.data.map(({ id }: { id: string }) => `/v1/engagements/${id}/hours`) as string[]
      let entries: Entry[] = []
      /** Of the helper's day, without corrections that only take hours back once they are confirmed. */
      const worked = () =>
        entries
          .filter(({ minutes, status }) => minutes > 0 || status === 'confirmed')
          .reduce((sum, { minutes }) => sum + minutes, 0)
      const sumOf = (is: (entry: Entry) => boolean) =>
        entries.filter(is).reduce((sum, { minutes }) => sum + minutes, 0) / 60
      for (const { verb, engagement, entry: at, hours } of steps) {
        const url = urls[engagement]
        const one = entries[at % Math.max(1, entries.length)]
        if (verb === 'log') {
          const reply = await pair.offerSide.call('POST', String(url), {
            body: { worked_on: '2026-11-02', hours },
          })
          const fits = worked() + hours * 60 <= MINUTES_A_DAY
          if (reply.status !== (fits ? 201 : 422)) throw new Error(`log ${hours}: ${reply.status}`)
          if (fits)
            entries.push({
              engagement,
              id: reply.body.id,
              minutes: hours * 60,
              status: 'logged',
              corrects: null,
            })
          continue
        }
        if (!one) continue
        const path = `${urls[one.engagement]}/${one.id}`
        if (verb === 'correct') {
          const reply = await pair.offerSide.call('POST', `${path}/correct`, {
            body: { hours, reason: 'Wrong' },
          })
          if (reply.status === 201) {
            // A disputed correction makes way for the next one.
            entries = entries.filter(({ corrects, status }) => corrects !== one.id || status !== 'disputed')
            entries.push({
              engagement: one.engagement,
              id: reply.body.id,
              minutes: reply.body.minutes,
              status: 'logged',
              corrects: one.id,
            })
          } else if (one.status === 'confirmed' && one.corrects === null && reply.status === 500)
            throw new Error('500')
        } else if (verb === 'withdraw') {
          const reply = await pair.offerSide.call('DELETE', path, { headers: { 'if-match': '*' } })
          if ((reply.status === 204) !== (one.status !== 'confirmed'))
            throw new Error(`withdraw ${reply.status}`)
          if (reply.status === 204) entries = entries.filter(({ id }) => id !== one.id)
        } else {
          const given = verb === 'dispute' ? { body: { reason: 'Not so' } } : {}
          const reply = await pair.needSide.call('POST', `${path}/${verb}`, given)
          if (reply.status === 200) one.status = verb === 'dispute' ? 'disputed' : 'confirmed'
        }
        if (worked() > MINUTES_A_DAY) throw new Error(`${worked()} minutes in a day`)
      }
      const isOpenCorrection = ({ corrects, status }: Entry) => corrects !== null && status !== 'confirmed'
      const of = (status: Entry['status']) => (entry: Entry) =>
        entry.status === status && !isOpenCorrection(entry)
      const { totals } = (await pair.needSide.call('GET', '/v1/hours?include=total')).body
      t.same(totals, {
        entries: entries.length,
        logged_hours: sumOf(of('logged')),
        confirmed_hours: sumOf(of('confirmed')),
        disputed_hours: sumOf(of('disputed')),
        open_corrections_hours: sumOf(isOpenCorrection),
      })
      if (totals.logged_hours < 0 || totals.confirmed_hours < 0) throw new Error('less than no hours')
    }),
    { numRuns: 12 },
  )
})
