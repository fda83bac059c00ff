import { setImmediate } from 'node:timers/promises'
import t from 'tap'
import { createSerialQueue } from '../../../src/features/matches/serial-queue.ts'

t.test('work takes turns in the order in which it came, also after a failure', async (t) => {
  const engineQueue = createSerialQueue()
  const done: string[] = []
  const slow = engineQueue.run(async () => {
    for (let turn = 0; turn < 5; turn++) await setImmediate()
    done.push('slow')
  })
  const failing = engineQueue.run(() => {
    done.push('failing')
    throw new Error('refused')
  })
  const quick = engineQueue.run(() => done.push('quick'))
  await slow
  await t.rejects(failing, { message: 'refused' })
  await quick
  t.same(done, ['slow', 'failing', 'quick'])
})
