import { mock } from 'node:test'
import t, { type Test } from 'tap'
import {
  type CircuitBreaker,
  createCircuitBreaker,
} from '../../../src/platform/embeddings/circuit-breaker.ts'

function breaker(t: Test): CircuitBreaker {
  mock.timers.enable({ apis: ['Date'] })
  t.teardown(() => mock.timers.reset())
  return createCircuitBreaker({ failures: 3, openMs: 1000 })
}

const succeed = (one: CircuitBreaker) => one.run(async () => 'done')
/** Whether the call was made. */
async function letsThrough(one: CircuitBreaker, call: () => Promise<unknown>): Promise<boolean> {
  let wasMade = false
  const made = () => {
    wasMade = true
    return call()
  }
  await one.run(made).catch(() => {})
  return wasMade
}
async function fail(one: CircuitBreaker, times: number): Promise<void> {
  for (let i = 0; i < times; i++) await letsThrough(one, () => Promise.reject(new Error('no')))
}

t.test(
  'it opens after so many failures in a row, and a success in between starts the count anew',
  async (t) => {
    const one = breaker(t)
    await fail(one, 2)
    t.equal(await succeed(one), 'done')
    await fail(one, 2)
    t.equal(one.isOpen, false)
    await t.rejects(
      one.run(() => Promise.reject(new Error('the third'))),
      { message: 'the third' },
      'this one is let through',
    )
    t.equal(one.isOpen, true)
    t.equal(one.waitMs, 1000)
    await t.rejects(succeed(one), { message: /circuit breaker is open/ })
  },
)

t.test('when its time is over it lets one call through on trial, and closes by its success', async (t) => {
  const one = breaker(t)
  await fail(one, 3)
  mock.timers.tick(999)
  await t.rejects(succeed(one), { message: /circuit breaker is open/ })
  mock.timers.tick(1)
  t.equal(one.waitMs, 0)
  const answer = Promise.withResolvers<string>()
  const trial = one.run(() => answer.promise)
  let isMade = false
  const next = one.run(async () => {
    isMade = true
  })
  await new Promise(setImmediate)
  t.equal(isMade, false, 'one at a time')
  t.equal(one.isOpen, true)
  answer.resolve('done')
  t.equal(await trial, 'done')
  t.equal(one.isOpen, false)
  await next
  t.equal(isMade, true)
  t.equal(await succeed(one), 'done')
})

t.test('a trial that fails opens it for as long again, also to who waited for the trial', async (t) => {
  const one = breaker(t)
  await fail(one, 3)
  mock.timers.tick(1500)
  const trial = one.run(() => Promise.reject(new Error('still not')))
  const next = succeed(one)
  await t.rejects(trial, { message: 'still not' })
  await t.rejects(next, { message: /circuit breaker is open/ })
  mock.timers.tick(999)
  t.equal(one.waitMs, 1)
  await t.rejects(succeed(one), { message: /circuit breaker is open/ })
  mock.timers.tick(1)
  t.equal(await succeed(one), 'done')
})
