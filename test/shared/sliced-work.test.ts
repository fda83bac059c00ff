import { setImmediate } from 'node:timers/promises'
import t from 'tap'
import { createSlicedWork, runSliced } from '../../src/shared/sliced-work.ts'

t.test('long work in steps lets others run in between, and gives its result', async (t) => {
  let others = 0
  function* steps(): Generator<void, string> {
    // On a busy machine a slice may take long, so the work goes on until others have had their turns.
    for (const endMs = performance.now() + 10_000; others < 5 && performance.now() < endMs; ) yield
    return 'result'
  }
  let isDone = false
  const counting = (async () => {
    while (!isDone) {
      await setImmediate()
      others++
    }
  })()
  t.equal(await runSliced(steps()), 'result')
  isDone = true
  await counting
  t.ok(others >= 5, `others ran ${others} times`)
})

function* count(steps: number, onStep: () => void = () => {}): Generator<void, number> {
  for (let step = 0; step < steps; step++) {
    onStep()
    yield
  }
  return steps
}

t.test('what is asked for at once is computed at once', async (t) => {
  t.equal(createSlicedWork(count(1000)).now(), 1000)
})

t.test('in slices, other work is done in between, and every step once', async (t) => {
  let steps = 0
  let turns = 0
  const spin = () => {
    steps += 1
    const end = performance.now() + 1
    while (performance.now() < end);
  }
  const timer = setInterval(() => (turns += 1), 1)
  const sliced = createSlicedWork(count(60, spin))
  await Promise.all([sliced.ready(), sliced.ready()])
  clearInterval(timer)
  t.equal(sliced.now(), 60)
  t.equal(steps, 60)
  t.ok(turns >= 2, `${turns} turns of the event loop`)
})

t.test('asked for half-way, the rest is computed at once', async (t) => {
  let steps = 0
  const sliced = createSlicedWork(count(100, () => (steps += 1)))
  const ready = sliced.ready()
  t.equal(sliced.now(), 100)
  await ready
  t.equal(steps, 100)
})

t.test('however many computations run at once, others wait for one slice of one of them', async (t) => {
  const STEPS = 30
  let steps = 0
  let longestRun = 0
  let lastTurnAt = 0
  const spin = () => {
    steps += 1
    const end = performance.now() + 1
    while (performance.now() < end);
  }
  let isDone = false
  const counting = (async () => {
    while (!isDone) {
      await setImmediate()
      longestRun = Math.max(longestRun, steps - lastTurnAt)
      lastTurnAt = steps
    }
  })()
  await Promise.all(Array.from({ length: 20 }, () => runSliced(count(STEPS, spin))))
  isDone = true
  await counting
  t.equal(steps, 20 * STEPS)
  t.ok(longestRun < 20, `${longestRun} steps between two turns`)
})
