import { setTimeout as delay } from 'node:timers/promises'
import t from 'tap'
import { createWhenQuiet } from '../../../src/features/matches/meanings/when-quiet.ts'
import { until } from '../../support/process.ts'

t.test('what comes in quick succession is passed on together, behind the last', async (t) => {
  const passed: string[][] = []
  const gathering = createWhenQuiet<string>({ quietMs: 200, mostMs: 60_000 }, (items) => {
    passed.push([...items])
  })
  t.teardown(() => gathering.close())
  for (const item of ['a', 'b', 'c']) gathering.add(item)
  t.same(passed, [], 'more may come')
  await until(() => passed.length > 0)
  t.same(passed, [['a', 'b', 'c']])
  gathering.add('d')
  await until(() => passed.length > 1)
  t.same(passed, [['a', 'b', 'c'], ['d']])
})

t.test('the first waits no longer than it may, however many come behind it', async (t) => {
  const passed: number[] = []
  const gathering = createWhenQuiet<number>({ quietMs: 60_000, mostMs: 100 }, (items) => {
    passed.push(...items)
  })
  t.teardown(() => gathering.close())
  let added = 0
  while (passed.length === 0) {
    gathering.add(added++)
    await delay(5)
  }
  t.equal(passed[0], 0)
})

t.test('nothing is passed on behind the end', async (t) => {
  const passed: string[] = []
  const gathering = createWhenQuiet<string>({ quietMs: 10, mostMs: 10 }, (items) => {
    passed.push(...items)
  })
  gathering.add('a')
  gathering.close()
  await delay(50)
  t.same(passed, [])
})
