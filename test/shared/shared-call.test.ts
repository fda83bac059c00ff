import t from 'tap'
import { sharedCall } from '../../src/shared/shared-call.ts'

/** A call that ends when the test says so, and counts itself. */
function controlled() {
  const ends: ((outcome: Error | null) => void)[] = []
  const call = sharedCall(
    () =>
      new Promise<number>((resolve, reject) => {
        const number = ends.length
        ends.push((error) => (error ? reject(error) : resolve(number)))
      }),
  )
  return { call, ends }
}

const settled = () => new Promise((resolve) => setImmediate(resolve))

t.test('calls that come while one runs share the next, which begins after they came', async (t) => {
  const { call, ends } = controlled()
  const first = call()
  await settled()
  const others = [call(), call()]
  await settled()
  t.equal(ends.length, 1, 'one runs at a time')
  ends[0]?.(null)
  t.equal(await first, 0)
  await settled()
  ends[1]?.(null)
  t.same(await Promise.all(others), [1, 1])
})

t.test('a call that fails fails for those who share it, and not for the next', async (t) => {
  const { call, ends } = controlled()
  const failing = [call(), call()]
  await settled()
  ends[0]?.(new Error('away'))
  for (const each of failing) await t.rejects(each, /away/)
  const next = call()
  await settled()
  ends[1]?.(null)
  t.equal(await next, 1)
})
