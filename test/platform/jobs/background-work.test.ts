import t from 'tap'
import { createBackgroundWork } from '../../../src/platform/jobs/background-work.ts'

t.test('who is woken while at it does it once more, and once for all who woke it', async (t) => {
  let rounds = 0
  let release = Promise.withResolvers<void>()
  const work = createBackgroundWork(
    async () => {
      rounds += 1
      await release.promise
    },
    () => {},
  )
  work.wake()
  t.equal(rounds, 1)
  for (let time = 0; time < 3; time++) work.wake()
  t.equal(rounds, 1, 'never twice at a time')
  release.resolve()
  await work.idle()
  t.equal(rounds, 2)
  release = Promise.withResolvers()
  work.wake()
  t.equal(rounds, 3)
  release.resolve()
  await work.stop()
  work.wake()
  await work.idle()
  t.equal(rounds, 3, 'what is stopped never begins again')
})

t.test('work that fails tells so, and is done again when it is woken', async (t) => {
  const errors: string[] = []
  let rounds = 0
  const work = createBackgroundWork(
    async () => {
      rounds += 1
      if (rounds === 1) throw new Error('not now')
    },
    (error) => errors.push(error.message),
  )
  work.wake()
  await work.idle()
  work.wake()
  await work.idle()
  t.same(errors, ['not now'])
  t.equal(rounds, 2)
})

t.test('stopping aborts the work, and what that breaks off is no failure', async (t) => {
  const errors: string[] = []
  const work = createBackgroundWork(
    (stopping) =>
      new Promise((_, reject) => stopping.addEventListener('abort', () => reject(stopping.reason))),
    (error) => errors.push(error.message),
  )
  work.wake()
  await work.stop()
  t.same(errors, [])
})
