import t from 'tap'
import { marketMetrics } from './market-metrics.ts'

const grades = new Map([
  [
    'n1',
    new Map([
      ['a', 3],
      ['b', 2],
      ['c', 1],
    ]),
  ],
  ['n2', new Map([['d', 3]])],
])

t.test('the best lists have the best figures', async (t) => {
  const lists = new Map([
    ['n1', ['a', 'b', 'c']],
    ['n2', ['d']],
  ])
  t.same(marketMetrics(lists, grades), {
    ndcg5: 1,
    hit1: 1,
    recall5: 1,
    junk_share: 0,
    precision_shown: 1,
    recall_good: 1,
  })
})

t.test('rows of needs without any fit are irrelevant, and such needs count nowhere else', async (t) => {
  const lists = new Map([
    ['n2', ['x', 'd']],
    ['nobody', ['x', 'y']],
  ])
  t.same(marketMetrics(lists, grades), {
    ndcg5: 0.631,
    hit1: 0,
    recall5: 1,
    junk_share: 0.75,
    precision_shown: 0.25,
    recall_good: 1,
  })
})

t.test('what comes after the fifth row counts for the list and not for the first five', async (t) => {
  const list = ['x', 'x', 'x', 'x', 'x', 'd']
  t.match(marketMetrics(new Map([['n2', list]]), grades), {
    ndcg5: 0,
    recall5: 0,
    junk_share: 1,
    precision_shown: 0.167,
    recall_good: 1,
  })
})

t.test('an empty list misses what it should contain, and has no rows to judge', async (t) => {
  t.match(marketMetrics(new Map([['n1', []]]), grades), { ndcg5: 0, recall_good: 0, junk_share: 0 })
})
