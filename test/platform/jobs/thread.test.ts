import t, { type Test } from 'tap'
import { createThread } from '../../../src/platform/jobs/index.ts'
import type { work } from './faulty-thread.ts'

function startThread(t: Test) {
  const thread = createThread<Parameters<typeof work>[0], string>(
    new URL('faulty-thread.ts', import.meta.url),
    'work',
  )
  t.teardown(() => thread.close())
  return thread
}

t.test('a call that hangs ends with its signal, and the next one starts another thread', async (t) => {
  const thread = startThread(t)
  await t.rejects(thread.run('hangs', AbortSignal.timeout(50)), { name: 'AbortError' })
  t.equal(await thread.run('answers'), 'answers')
})

t.test('a thread that ends refuses its call, and the next one starts another thread', async (t) => {
  const thread = startThread(t)
  await t.rejects(thread.run('ends'), /worker exited with code: 3/)
  t.equal(await thread.run('answers'), 'answers')
})

t.test('a thread that cannot be loaded refuses its calls, and the process goes on', async (t) => {
  const thread = createThread(new URL('no-such-thread.ts', import.meta.url), 'work')
  t.teardown(() => thread.close())
  for (let call = 0; call < 2; call++) await t.rejects(thread.run('answers'))
})
