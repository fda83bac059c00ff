import t from 'tap'
import { createMarketRepository, createMeanings } from '../../../src/features/matches/index.ts'
import type { TextEncoder } from '../../../src/platform/embeddings/index.ts'
import { idToUuid, isId } from '../../../src/shared/ids.ts'
import { needBody } from '../../support/bodies.ts'
import { until } from '../../support/process.ts'
import { startTestService } from '../../support/service.ts'
import { post, postWorld } from '../../support/world.ts'

// The index of this service follows its own model. The tests make meanings beside it, with a model of their own.
const service = await startTestService(t)
const { db, pool } = service.database

/** Counts what it reads. Fails as often as it is told to. */
function countingEncoder(): TextEncoder & { read: string[]; failures: number } {
  const encoder = {
    model: 'counting',
    modelOf: () => 'counting',
    isOf: (model: string) => model === 'counting',
    isLocal: true,
    isEnglishOnly: false,
    read: [] as string[],
    failures: 0,
    async encode(texts: readonly string[]) {
      if (encoder.failures-- > 0) throw new Error('the thread was ended')
      encoder.read.push(...texts)
      return texts.map((text) =>
        text.startsWith('Unreadable') ? null : new Float32Array(512).fill(text.length),
      )
    },
    async close() {},
  }
  return encoder
}

/** The meanings of one process. */
function createAnother(options: { leftToWriterMs?: number } = {}) {
  const encoder = countingEncoder()
  const stored: string[] = []
  const meanings = createMeanings({
    db,
    encoder,
    skillsOfText: () => [],
    isReady: () => true,
    onStored: async (keys) => void stored.push(...keys.map(({ id }) => id)),
    onError: () => {},
    retryMs: 10,
    ...options,
  })
  t.teardown(() => meanings.close())
  return { encoder, stored, meanings }
}

async function setUp() {
  const { encoder, stored, meanings } = createAnother()
  const partner = await service.newPartner()
  const world = await postWorld(partner)
  const { needId } = world
  if (!isId('need', needId)) throw new Error(`${needId} is no need`)
  const key = { partnerId: partner.partnerId, id: needId }
  const make = async () => {
    meanings.want('need', key, { isOwn: true })
    await until(() => meanings.waiting === 0 && stored.splice(0).includes(world.needId))
  }
  const rows = async () =>
    (await pool.query('select * from need_meanings where need_id = $1', [idToUuid(needId)])).rows
  const patch = (body: object) =>
    partner.call('PATCH', `/v1/needs/${world.needId}`, { body, headers: { 'if-match': '*' } })
  return { encoder, meanings, key, make, rows, patch, partner, world }
}

t.test('a text is read once, again when it changes, and forgotten when its posting is deleted', async (t) => {
  const { encoder, make, rows, patch, partner, world } = await setUp()
  await make()
  t.equal(encoder.read.length, 1)
  const [first] = await rows()
  t.equal(first.vector.length, 256)
  t.notMatch(JSON.stringify(first), encoder.read[0] ?? 'nothing was read')
  await patch({ hours_per_week: 7 })
  await make()
  t.equal(encoder.read.length, 1)
  t.same(await rows(), [first], 'hours are no part of the text')
  await patch({ title: 'Something else entirely' })
  await make()
  t.equal(encoder.read.length, 2)
  t.match(encoder.read[1], /^Something else entirely/)
  const changed = await rows()
  t.equal(changed.length, 1)
  t.notSame(changed[0].text_hash, first.text_hash)
  const deleted = await partner.call('DELETE', `/v1/needs/${world.needId}`, { headers: { 'if-match': '*' } })
  t.equal(deleted.status, 204)
  t.same(await rows(), [])
})

t.test('what a version before has stored is confirmed without reading it again', async (t) => {
  const { encoder, make, rows, patch, key } = await setUp()
  await make()
  const [first] = await rows()
  const forget = () =>
    pool.query('update need_meanings set posted_hash = null where need_id = $1', [idToUuid(key.id)])
  const isCurrent = async () => (await createMarketRepository(db).needsByKey([key]))[0]?.meaning?.isCurrent
  await forget()
  t.equal(await isCurrent(), true, 'it is of this version')
  await patch({ hours_per_week: 8 })
  t.equal(await isCurrent(), false)
  await make()
  t.same([await rows(), encoder.read.length], [[{ ...first, posting_version: 2 }], 1])
  t.equal(await isCurrent(), true)
})

t.test(
  'while the model fails, postings are written and ranked, and their meaning is made later',
  async (t) => {
    const { encoder, make, partner, world } = await setUp()
    encoder.failures = 2
    const reply = await partner.call('GET', `/v1/needs/${world.needId}/matches`)
    t.equal(reply.status, 200)
    await make()
    t.equal(encoder.read.length, 1)
  },
)

t.test('what another process has written is left to it, and made here if it does not', async (t) => {
  const writer = await setUp()
  const patient = createAnother({ leftToWriterMs: 600_000 })
  const other = createAnother({ leftToWriterMs: 0 })
  patient.meanings.want('need', writer.key, { isOwn: false })
  await writer.make()
  other.meanings.want('need', writer.key, { isOwn: false })
  await until(() => other.stored.includes(writer.key.id))
  t.same(
    [writer, patient, other].map(({ encoder }) => encoder.read.length),
    [1, 0, 0],
  )
  await writer.patch({ title: 'Written by a process that was killed' })
  other.meanings.want('need', writer.key, { isOwn: false })
  await until(() => other.meanings.waiting === 0 && other.encoder.read.length === 1)
  t.match(await writer.rows(), [{ posting_version: 2 }])
})

t.test('what this process has written is made at once, also if it was left to another before', async (t) => {
  const { key, rows } = await setUp()
  const { encoder, meanings } = createAnother({ leftToWriterMs: 600_000 })
  meanings.want('need', key, { isOwn: false })
  meanings.want('need', key, { isOwn: true })
  await until(async () => (await rows()).length === 1 && meanings.waiting === 0)
  t.equal(encoder.read.length, 1)
})

t.test('processes that find the same postings without meaning share them', async (t) => {
  const { partner, world } = await setUp()
  const processes = [createAnother({ leftToWriterMs: 0 }), createAnother({ leftToWriterMs: 0 })]
  const needs = Array.from({ length: 64 }, async (_, at) => {
    const body = needBody(world.organizationId, { title: `Need ${at}` })
    const { id } = (await partner.call('POST', '/v1/needs', { body })).body
    if (!isId('need', id)) throw new Error(`${id} is no need`)
    return { partnerId: partner.partnerId, id }
  })
  for (const key of await Promise.all(needs))
    for (const { meanings } of processes) meanings.want('need', key, { isOwn: false })
  await until(() => processes.every(({ meanings, stored }) => meanings.waiting === 0 && stored.length >= 64))
  const made = processes.map(({ encoder }) => encoder.read.length)
  t.ok(
    made.reduce((sum, one) => sum + one, 0) < 1.5 * needs.length,
    `made ${made.join(' and ')} of ${needs.length}`,
  )
  t.equal(new Set(processes.flatMap(({ encoder }) => encoder.read)).size, needs.length)
})

t.test('a text that the model makes nothing of is not asked again', async (t) => {
  const { encoder, make, rows, patch } = await setUp()
  await patch({ title: 'Unreadable' })
  await make()
  await make()
  t.equal(encoder.read.length, 1)
  t.match(await rows(), [{ vector: null }])
})

t.test('what a ranking waits for is made before all that wait, and alone', async (t) => {
  const { encoder, meanings, partner, world } = await setUp()
  const batches: string[][] = []
  const { encode } = encoder
  let open = () => {}
  const gate = new Promise<void>((resolve) => (open = resolve))
  encoder.encode = async (texts) => {
    batches.push([...texts])
    await gate
    return encode(texts)
  }
  const titles = Array.from({ length: 20 }, (_, at) => `Newsletter number ${at}`)
  const keys = []
  for (const title of titles) {
    const id = await post(partner, '/v1/needs', needBody(world.organizationId, { title }))
    if (!isId('need', id)) throw new Error(`${id} is no need`)
    keys.push({ partnerId: partner.partnerId, id })
  }
  for (const key of keys) meanings.want('need', key, { isOwn: true })
  await until(() => batches.length === 1)
  const last = keys.at(-1)
  const inFirst = keys[0]
  if (!last || !inFirst) throw new Error('there are keys')
  const made = Promise.all([meanings.makeFirst('need', last), meanings.makeFirst('need', inFirst)])
  open()
  await made
  await until(() => batches.flat().length >= titles.length && meanings.waiting === 0)
  t.equal(batches.flat().length, titles.length, 'nothing is made twice')
  t.equal(batches[1]?.length, 1)
  t.match(batches[1]?.[0], /^Newsletter number 19/)
})

t.test('nothing waits for a model that fails', async (t) => {
  const { encoder, meanings, make, partner, world } = await setUp()
  encoder.failures = 1
  const { needId } = world
  if (!isId('need', needId)) throw new Error(`${needId} is no need`)
  const key = { partnerId: partner.partnerId, id: needId }
  await meanings.makeFirst('need', key)
  await meanings.makeFirst('need', key)
  await make()
  await meanings.makeFirst('need', key)
  t.equal(encoder.read.length, 1)
})

t.test('with EMBEDDINGS=off nothing is read', async (t) => {
  t.equal(service.services.market.meanings, undefined)
})
