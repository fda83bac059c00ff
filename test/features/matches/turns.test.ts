import { setImmediate } from 'node:timers/promises'
import t from 'tap'
import { createTurns } from '../../../src/features/matches/turns.ts'

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
