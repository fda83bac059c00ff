import t from 'tap'
import { CircuitBreaker } from '../../../src/platform/embeddings/circuit-breaker.ts'

function breaker() {
  const clock = { ms: 0 }
  return { clock, breaker: new CircuitBreaker({ failures: 3, openMs: 1000, nowMs: () => clock.ms }) }
}

function fail(one: CircuitBreaker, times: number): void {
  for (let i = 0; i < times; i++) if (one.letsThrough()) one.failed()
}

t.test(
  'it opens after so many failures in a row, and a success in between starts the count anew',
  async (t) => {
    const { breaker: one } = breaker()
    fail(one, 2)
    one.succeeded()
    fail(one, 2)
    t.equal(one.letsThrough(), true)
    one.failed()
    t.equal(one.isOpen, true)
    t.equal(one.waitMs, 1000)
    t.equal(one.letsThrough(), false)
  },
)

t.test('when its time is over it lets one call through on trial, and closes by its success', async (t) => {
  const { breaker: one, clock } = breaker()
  fail(one, 3)
  clock.ms = 999
  t.equal(one.letsThrough(), false)
  clock.ms = 1000
  t.equal(one.letsThrough(), true)
  t.equal(one.letsThrough(), false, 'one at a time')
  one.succeeded()
  t.equal(one.isOpen, false)
  t.equal(one.letsThrough(), true)
  t.equal(one.letsThrough(), true)
})

t.test('a trial that fails opens it for as long again', async (t) => {
  const { breaker: one, clock } = breaker()
  fail(one, 3)
  clock.ms = 1500
  t.equal(one.letsThrough(), true)
  one.failed()
  clock.ms = 2499
  t.equal(one.letsThrough(), false)
  clock.ms = 2500
  t.equal(one.letsThrough(), true)
})
