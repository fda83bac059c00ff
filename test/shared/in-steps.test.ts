import { setImmediate } from 'node:timers/promises'
import t from 'tap'
import { inSteps } from '../../src/shared/in-steps.ts'

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
