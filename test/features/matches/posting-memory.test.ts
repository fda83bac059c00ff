import t from 'tap'
import { createPostingMemory, type RowSource } from '../../../src/features/matches/posting-memory.ts'
import { newId, type OfferId, type PartnerId } from '../../../src/shared/ids.ts'

interface Row {
  id: OfferId
  partnerId: PartnerId
  partyId: string
  text: string
  isOpen: boolean
}

const BYTES = 100

/** A memory over rows that the test changes. `changes` are those that the index does not show. */
function setUp(maxBytes = 100 * BYTES) {
  const partnerId = newId('partner')
  const rows = new Map<string, Row>()
  const changes = new Set<string>()
  let reads = 0
  const memory = createPostingMemory<Row, Row>({
    maxBytes,
    know: (row) => ({ ...row }),
    describe: ({ id, partnerId: partner, partyId, isOpen }) => ({
      ...{ id, partnerId: partner, partyId },
      ...{ isListed: isOpen, bytes: BYTES },
    }),
  })
  const source: RowSource<Row> = {
    unapplied: async () => ({ ids: new Set(changes), partnerIds: new Set(), askedAtMs: performance.now() }),
    readRows: async (keys) => {
      reads += keys.length
      return keys.flatMap(({ id }) => rows.get(id) ?? [])
    },
  }
  const add = (text: string, isOpen = true) => {
    const row = { id: newId('offer'), partnerId, partyId: newId('helper'), text, isOpen }
    rows.set(row.id, row)
    return row
  }
  const ask = (of: Row[], from = source) =>
    memory.read(
      of.map(({ id }) => ({ partnerId, id })),
      from,
    )
  return { memory, rows, changes, source, add, ask, reads: () => reads, partnerId }
}

t.test(
  'a row is read once, and is known to be in the index if no change names it behind the reading',
  async (t) => {
    const { add, ask, reads } = setUp()
    const row = add('first')
    const [first] = await ask([row])
    t.equal(first?.isIndexed(), true)
    const [second] = await ask([row])
    t.equal(second?.isIndexed(), true)
    t.equal(second?.known, first?.known)
    t.equal(reads(), 1)
  },
)

t.test('what the index changes is forgotten, and no longer said to be in it', async (t) => {
  const { memory, rows, add, ask } = setUp()
  const row = add('before')
  await ask([row])
  const [known] = await ask([row])
  rows.set(row.id, { ...row, text: 'after' })
  memory.forget(row.id)
  t.equal(known?.isIndexed(), false)
  t.equal((await ask([row]))[0]?.known.text, 'after')
})

t.test(
  'while a change of a posting or its party waits for the index, the row is read and not kept',
  async (t) => {
    for (const changed of ['id', 'partyId'] as const) {
      const { rows, changes, add, ask } = setUp()
      const row = add('before')
      await ask([row])
      rows.set(row.id, { ...row, text: 'after' })
      changes.add(row[changed])
      for (const _ of [1, 2]) {
        const [known] = await ask([row])
        t.equal(known?.known.text, 'after', changed)
        t.equal(known?.isIndexed(), false)
      }
    }
  },
)

t.test('a row that changes while it is being read is not kept', async (t) => {
  const { memory, rows, source, add, ask } = setUp()
  const row = add('before')
  await ask([row], {
    ...source,
    async readRows(keys) {
      const read = await source.readRows(keys)
      rows.set(row.id, { ...row, text: 'after' })
      memory.forget(row.id)
      return read
    },
  })
  t.equal((await ask([row]))[0]?.known.text, 'after')
})

t.test(
  'a row that changes between the first look at changes and the reading is not said to be in the index',
  async (t) => {
    for (const changed of ['id', 'partyId'] as const) {
      const { rows, changes, source, add, ask } = setUp()
      const row = add('before')
      const [read] = await ask([row], {
        ...source,
        async readRows(keys) {
          rows.set(row.id, { ...row, text: 'after' })
          changes.add(row[changed])
          return source.readRows(keys)
        },
      })
      t.equal(read?.known.text, 'after', changed)
      t.equal(read?.isIndexed(), false, 'the index has the row before')
    }
  },
)

t.test('a row that the index changes behind the reading is not said to be in it', async (t) => {
  const { memory, source, add, ask } = setUp()
  const row = add('before')
  let looks = 0
  const [read] = await ask([row], {
    ...source,
    async unapplied() {
      if (++looks === 2) memory.forget(row.id)
      return source.unapplied()
    },
  })
  t.equal(looks, 2)
  t.equal(read?.isIndexed(), false)
})

t.test('a row that was kept after the changes were asked for is compared with later ones', async (t) => {
  const { source, changes, add, ask } = setUp()
  const row = add('first')
  const isIndexed = async () => {
    let questions = 0
    const slow = ask([row], {
      ...source,
      async unapplied() {
        const answer = await source.unapplied()
        if (++questions === 1) await ask([row])
        return answer
      },
    })
    return { is: (await slow)[0]?.isIndexed(), questions }
  }
  t.same(await isIndexed(), { is: true, questions: 2 })
  changes.add(row.partyId)
  t.match(await isIndexed(), { is: false })
})

t.test(
  'an earlier answer is enough, except to say that the index has a row that was kept behind it',
  async (t) => {
    const { source, changes, add, ask, reads } = setUp()
    const [early, late] = [add('early'), add('late')]
    let questions = 0
    const counted = {
      ...source,
      async unapplied() {
        questions++
        return source.unapplied()
      },
    }
    await ask([early])
    const asked = await source.unapplied()
    const again = (of: typeof early) => ask([of], { ...counted, asked })
    t.equal((await again(early))[0]?.isIndexed(), true)
    t.equal(questions, 0)
    await ask([late])
    t.equal((await again(late))[0]?.isIndexed(), true, 'one question for all such rows')
    t.equal(questions, 1)
    changes.add(late.id)
    t.equal((await again(late))[0]?.isIndexed(), false)
    t.equal(reads(), 2, 'it is as it was when the earlier answer came')
  },
)

t.test('a single row is read without asking whether the index has it', async (t) => {
  const { memory, source, add, partnerId, reads } = setUp()
  const row = add('first')
  const asked = await source.unapplied()
  const alone = { ...source, asked, unapplied: () => Promise.reject(new Error('it was asked again')) }
  const readOne = () => memory.readOne({ partnerId, id: row.id }, alone)
  const first = await readOne()
  t.equal(first?.text, 'first')
  t.equal(await readOne(), first)
  t.equal(reads(), 1)
})

t.test('with too many changes under way, every row is read', async (t) => {
  const { rows, source, add, ask } = setUp()
  const row = add('before')
  await ask([row])
  rows.set(row.id, { ...row, text: 'after' })
  const [known] = await ask([row], { ...source, unapplied: async () => 'many' })
  t.equal(known?.known.text, 'after')
})

t.test('another partner is not answered from memory', async (t) => {
  const { memory, source, add, ask, rows } = setUp()
  const row = add('ours')
  await ask([row])
  rows.delete(row.id)
  t.same(await memory.read([{ partnerId: newId('partner'), id: row.id }], source), [])
})

t.test('what is not in the index is not kept: nobody would say that it has changed', async (t) => {
  const { rows, add, ask } = setUp()
  const row = add('closed', false)
  await ask([row])
  rows.set(row.id, { ...row, text: 'changed' })
  t.equal((await ask([row]))[0]?.known.text, 'changed')
})

t.test('memory is bounded: what was used last stays', async (t) => {
  const { memory, add, ask, reads } = setUp(3 * BYTES)
  const [a, b, c, d] = [add('a'), add('b'), add('c'), add('d')]
  await ask([a, b, c])
  await ask([a])
  await ask([d])
  t.equal(memory.bytes, 3 * BYTES)
  const before = reads()
  await ask([a, c, d])
  t.equal(reads(), before)
  await ask([b])
  t.equal(reads(), before + 1)
  t.equal(memory.bytes, 3 * BYTES)
})
