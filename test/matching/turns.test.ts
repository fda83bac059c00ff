import { setImmediate } from 'node:timers/promises'
import t from 'tap'
import { createTurns, inSteps } from '../../src/matching/turns.ts'

t.test('work takes turns in the order in which it came, also after a failure', async (t) => {
  const turns = createTurns()
  const done: string[] = []
  const slow = turns.take(async () => {
    for (let turn = 0; turn < 5; turn++) await setImmediate()
    done.push('slow')
  })
  const failing = turns.take(() => {
    done.push('failing')
    throw new Error('refused')
  })
  const quick = turns.take(() => done.push('quick'))
  await slow
  await t.rejects(failing, { message: 'refused' })
  await quick
  t.same(done, ['slow', 'failing', 'quick'])
})

t.test('long work in steps lets others run in between, and gives its result', async (t) => {
  function* steps(): Generator<void, string> {
    for (const endMs = performance.now() + 200; performance.now() < endMs; ) yield
    return 'result'
  }
  let others = 0
  let isDone = false
  const counting = (async () => {
    while (!isDone) {
      await setImmediate()
      others++
    }
  })()
  t.equal(await inSteps(steps()), 'result')
  isDone = true
  await counting
  t.ok(others >= 5, `others ran ${others} times in 200 ms`)
})
