import { setImmediate } from 'node:timers/promises'
import fc from 'fast-check'
import t from 'tap'
import { createFairQueue, MAX_WORK_OF_PARTNER } from '../../../src/features/matches/fair-queue.ts'
import { newId, type PartnerId } from '../../../src/shared/ids.ts'

const partners = Array.from({ length: 4 }, (): PartnerId => newId('partner'))

t.test(
  'no piece of work waits for more than one piece of each other partner, and a partner keeps its order',
  async (t) => {
    const bursts = fc.array(
      fc.record({ owner: fc.integer({ min: 0, max: 4 }), count: fc.integer({ min: 1, max: 8 }) }),
      { minLength: 1, maxLength: 12 },
    )
    await fc.assert(
      fc.asyncProperty(bursts, async (arrivals) => {
        const queue = createFairQueue()
        /** Works in the order in which they ran, and how many had run when each was queued. */
        const ran: { owner: number; number: number }[] = []
        const queued: { owner: number; number: number; ranBefore: number; ownBefore: number }[] = []
        const waitingOf = [0, 0, 0, 0, 0]
        const counts = [0, 0, 0, 0, 0]
        const all: Promise<void>[] = []
        for (const { owner, count } of arrivals) {
          for (let one = 0; one < count; one++) {
            const number = counts[owner] ?? 0
            counts[owner] = number + 1
            queued.push({ owner, number, ranBefore: ran.length, ownBefore: waitingOf[owner] ?? 0 })
            waitingOf[owner] = (waitingOf[owner] ?? 0) + 1
            const work = async () => {
              ran.push({ owner, number })
              await setImmediate()
              waitingOf[owner] = (waitingOf[owner] ?? 0) - 1
            }
            const partnerId = partners[owner]
            all.push(partnerId ? queue.runFor(partnerId, work) : queue.run(work))
          }
          await setImmediate()
        }
        await Promise.all(all)
        for (const { owner, number, ranBefore, ownBefore } of queued) {
          const at = ran.findIndex((one) => one.owner === owner && one.number === number)
          const between = ran.slice(ranBefore, at)
          for (let other = 0; other < 5; other++) {
            const waitedFor = between.filter((one) => one.owner === other).length
            // Each piece of its own that waits before it lets every other partner have one more.
            if (waitedFor > ownBefore + (other === owner ? 0 : 1)) return false
          }
        }
        return partners.every((_, owner) => {
          const numbers = ran.filter((one) => one.owner === owner).map(({ number }) => number)
          return numbers.every((number, at) => number === at)
        })
      }),
      { numRuns: 200 },
    )
    t.pass('for all arrivals')
  },
)

t.test('a partner with a full queue is refused, and only that one', async (t) => {
  const queue = createFairQueue()
  const [full, other] = partners
  if (!full || !other) throw new Error('two partners')
  const release = Promise.withResolvers<void>()
  const waiting = Array.from({ length: MAX_WORK_OF_PARTNER }, () => queue.runFor(full, () => release.promise))
  await t.rejects(
    queue.runFor(full, () => {}),
    { code: 'too_many_open_requests' },
  )
  const others = queue.runFor(other, () => 'other')
  const own = queue.run(() => 'service')
  release.resolve()
  t.same(await Promise.all([others, own]), ['other', 'service'])
  await Promise.all(waiting)
  t.equal(await queue.runFor(full, () => 'again'), 'again')
})

t.test('a failure is its caller’s, and the next piece of work runs', async (t) => {
  const queue = createFairQueue()
  const failing = queue.run(() => {
    throw new Error('refused')
  })
  const next = queue.run(() => 'next')
  await t.rejects(failing, { message: 'refused' })
  t.equal(await next, 'next')
})
