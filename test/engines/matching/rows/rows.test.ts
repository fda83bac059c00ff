import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { createMarket } from '../../../../src/engines/matching/create-market.ts'
import { compileNeed, compileOffer } from '../../../../src/engines/matching/rows/compiled-posting.ts'
import { FLAGS } from '../../../../src/engines/matching/rows/flags.ts'
import { IdTable } from '../../../../src/engines/matching/rows/id-table.ts'
import {
  DIRECTION_DIMENSIONS,
  MEANING_WORDS,
  NO_END,
  NO_START,
  VECTOR_DIMENSIONS,
  WORD,
} from '../../../../src/engines/matching/rows/layout.ts'
import {
  compileMeaning,
  SHARE_OF_VECTOR,
  UNKNOWN_COSINE,
} from '../../../../src/engines/matching/rows/meanings.ts'
import { Row } from '../../../../src/engines/matching/rows/row.ts'
import { Rows } from '../../../../src/engines/matching/rows/rows.ts'
import { newId } from '../../../../src/shared/ids.ts'
import { holds } from '../../../support/holds.ts'
import { need, offer, settings } from '../../../support/market-postings.ts'
import { someNeed, someOffer } from '../../../support/random-market.ts'

const market = createMarket(settings)
const { vocabulary, compiler } = market
const offerOf = (id: string, description = '') => compileOffer(offer({ id, description }), compiler)

t.test('a row reads back what was written, whatever stood in its slot before', async (t) => {
  const rows = new Rows(vocabulary)
  const row = new Row(rows)
  const somePosting = fc.oneof(
    someNeed.map((one) => compileNeed(one, compiler)),
    someOffer.map((one) => compileOffer(one, compiler)),
  )
  holds(
    t,
    fc.property(fc.array(somePosting, { minLength: 1, maxLength: 4 }), (postings) => {
      for (const posting of postings) {
        rows.write(3, posting)
        row.at(3)
        assert.equal(row.id, posting.id)
        assert.equal(vocabulary.partners.textOf(row.partner), posting.partner)
        assert.equal(vocabulary.languages.textOf(row.languages), posting.languages)
        assert.equal(vocabulary.timeZones.textOf(row.timeZone), posting.timeZone)
        assert.equal(row.flags, posting.flags)
        assert.deepEqual(
          posting.skills.map((_, at) => ({
            skill: vocabulary.skills.textOf(row.skill(at)),
            importance: row.importance(at),
            level: row.level(at),
          })),
          posting.skills,
        )
        assert.deepEqual(
          posting.returns.map((_, at) => ({
            skill: vocabulary.skills.textOf(row.returnSkill(at)),
            hoursPerWeek: Number.isNaN(row.returnHours(at)) ? null : row.returnHours(at),
          })),
          posting.returns,
        )
        assert.deepEqual(
          posting.words.map((_, at) => ({
            stem: vocabulary.stems.textOf(row.stem(at)),
            inTitle: row.timesInTitle(at),
            inDescription: row.timesInDescription(at),
            opens: row.opens(at),
          })),
          posting.words,
        )
        assert.deepEqual(
          [row.titleLength, row.descriptionLength],
          [posting.titleLength, posting.descriptionLength],
        )
        assert.equal(row.hasWeek, posting.week !== null)
        if (posting.week) {
          assert.equal(vocabulary.timeZones.textOf(row.weekZone), posting.week.timeZone)
          assert.deepEqual(row.weekSlots, posting.week.slots)
        }
        const { amountMinor, extra, hoursPerWeek, maxDistanceKm, point, sharedPoint } = posting
        assert.deepEqual(
          [row.amountMinor, row.extra, row.hoursPerWeek],
          [amountMinor, extra, hoursPerWeek].map((number) => number ?? Number.NaN),
        )
        assert.deepEqual(
          [row.maxDistanceKm, row.x, row.y, row.z, row.sharedX, row.sharedY, row.sharedZ],
          [
            maxDistanceKm,
            ...[point, sharedPoint].flatMap((one) => (one ? [one.x, one.y, one.z] : [null, null, null])),
          ].map((number) => (number === null ? Number.NaN : Math.fround(number))),
        )
        assert.deepEqual([row.startDay, row.endDay], [posting.startDay ?? NO_START, posting.endDay ?? NO_END])
        assert.deepEqual(
          [row.city, row.region, row.postalCode].map((number) => number > 0),
          [posting.city, posting.region, posting.postalCode].map((name) => name !== null),
        )
        assert.deepEqual(
          posting.causes.map((_, at) => vocabulary.causes.textOf(row.cause(at))),
          posting.causes,
        )
        rows.release(3)
      }
    }),
    200,
  )
})

t.test('hours and words of any size are read back', async (t) => {
  const rows = new Rows(vocabulary)
  const row = new Row(rows)
  const often = (count: number) => Array.from({ length: count }, () => 'violin').join(' ')
  for (const hoursPerWeek of [0.05, 2.5, 1 / 3, 40]) {
    rows.write(0, compileOffer(offer({ hoursPerWeek }), compiler))
    t.equal(row.at(0).hoursPerWeek, hoursPerWeek)
    rows.release(0)
  }
  for (const count of [1, 7, 8, 20]) {
    rows.write(0, compileOffer(offer({ description: often(count), title: often(count) }), compiler))
    const at = Array.from({ length: row.at(0).wordCount }, (_, one) => vocabulary.stems.textOf(row.stem(one)))
    t.same(
      [row.timesInTitle(at.indexOf('violin')), row.timesInDescription(at.indexOf('violin'))],
      [Math.min(7, count), Math.min(15, count)],
    )
    rows.release(0)
  }
})

t.test('what is released is forgotten: no number of the vocabulary stays held', async (t) => {
  const own = createMarket(settings)
  const rows = new Rows(own.vocabulary)
  rows.write(0, compileOffer(offer({ title: 'Singular marmalade' }), own.compiler))
  t.ok(own.vocabulary.stems.find('marmalad') >= 0)
  rows.release(0)
  t.equal(own.vocabulary.stems.find('marmalad'), -1)
  t.equal(own.vocabulary.skills.find('bookkeeping'), -1)
})

t.test(
  'room is won back: many times more written than kept does not grow the pool, and nothing kept is lost',
  async (t) => {
    const rows = new Rows(vocabulary)
    const row = new Row(rows)
    const long = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ')
    for (let slot = 0; slot < 300; slot++) rows.write(slot, offerOf(`offer_${slot}`, long))
    for (let round = 0; round < 60; round++) {
      for (let slot = round % 3; slot < 300; slot += 3) {
        rows.release(slot)
        rows.write(slot, offerOf(`offer_${slot}`, long))
      }
    }
    for (let slot = 0; slot < 300; slot++) {
      if (row.at(slot).id !== `offer_${slot}` || row.wordCount < 60) t.fail(`slot ${slot} was lost`)
    }
    // 300 records of some 90 words fit in one chunk: two are full and half empty at the worst, and one is written.
    t.ok(rows.pool.chunks <= 3, `${rows.pool.chunks} chunks`)
  },
)

t.test('ids are found as long as they are there, and compare as their characters do', async (t) => {
  const written = Array.from({ length: 8 }, (_, at) => newId(at % 2 === 0 ? 'need' : 'offer'))
  const id = fc.oneof(
    fc.stringMatching(/^[a-z0-9_A-Z]{1,12}$/),
    fc.constantFrom(...written, newId('org'), `need_${'z'.repeat(26)}`),
  )
  const change = fc.record({ id, remove: fc.boolean() })
  holds(
    t,
    fc.property(fc.array(change, { maxLength: 120 }), (changes) => {
      const rows = new Rows(vocabulary)
      const ids = new IdTable(rows)
      const expected = new Map<string, number>()
      changes.forEach(({ id, remove }, slot) => {
        if (remove) {
          if (expected.delete(id)) ids.remove(id)
        } else if (!expected.has(id)) {
          rows.write(slot, offerOf(id))
          ids.insert(id, slot)
          expected.set(id, slot)
        }
      })
      assert.equal(ids.size, expected.size)
      for (const { id } of changes) assert.equal(ids.find(id), expected.get(id) ?? -1)
      const slots = [...expected.values()]
      const row = new Row(rows)
      const other = new Row(rows)
      for (const a of slots)
        for (const b of slots) {
          const [ours, theirs] = [row.at(a).id, other.at(b).id]
          assert.equal(Math.sign(row.compareId(other)), ours < theirs ? -1 : ours > theirs ? 1 : 0)
        }
    }),
    60,
  )
})

t.test('what a row has no room for is refused, not cut', async (t) => {
  const rows = new Rows(vocabulary)
  const people = Array.from({ length: 1024 }, (_, at) => `org_${at}`)
  t.throws(() => rows.write(0, compileOffer(offer({ blockedOrganizationIds: people }), compiler)), RangeError)
  t.throws(() => rows.write(0, offerOf('näher')), RangeError)
  t.throws(() => rows.write(0, compileNeed(need({ causes: people.slice(0, 256) }), compiler)), RangeError)
})

t.test('short records can be read ahead wherever in their chunk they end', async (t) => {
  const rows = new Rows(vocabulary)
  const short = compileOffer(offer({ title: '', description: '', skills: [], credentials: [] }), compiler)
  // More than a chunk of 65,536 words.
  const slots = Int32Array.from({ length: 4000 }, (_, slot) => slot)
  for (const slot of slots) rows.write(slot, short)
  t.ok(rows.pool.chunks > 1)
  for (const from of [WORD.flags, WORD.rest + MEANING_WORDS])
    t.doesNotThrow(() => rows.prefetch(slots, slots.length, from))
})

t.test(
  'the likeness of two rows is that of their vectors and of their directions, but for what 4 bits a number lose',
  async (t) => {
    const rows = new Rows(vocabulary)
    const [row, otherRow] = [new Row(rows), new Row(rows)]
    const numbersOf = (count: number) =>
      fc.oneof(
        // As of an encoder: few numbers are great. Equal numbers lose the most in 4 bits.
        fc.array(fc.integer({ min: -40, max: 40 }), { minLength: count, maxLength: count }),
        fc.constantFrom(127, -127).map((number) => Array<number>(count).fill(number)),
      )
    const someMeaning = fc.record({
      kind: fc.constantFrom(1, 2),
      vector: fc.option(numbersOf(VECTOR_DIMENSIONS)),
      direction: fc.option(numbersOf(DIRECTION_DIMENSIONS)),
    })
    const meaning = someMeaning.filter(({ vector, direction }) => vector !== null || direction !== null)
    const [one, other] = [compileOffer(offer({}), compiler), compileNeed(need({}), compiler)]
    holds(
      t,
      fc.property(meaning, meaning, (ours, theirs) => {
        rows.write(0, {
          ...one,
          flags: one.flags | FLAGS.meaning,
          meaning: compileMeaning(ours.kind, ours.vector, ours.direction),
        })
        rows.write(1, {
          ...other,
          flags: other.flags | FLAGS.meaning,
          meaning: compileMeaning(theirs.kind, theirs.vector, theirs.direction),
        })
        const likeness = row.at(0).likenessTo(otherRow.at(1))
        assert.equal(otherRow.likenessTo(row), likeness)
        const areCompared = ours.vector && theirs.vector && ours.kind === theirs.kind
        const ofVectors = areCompared ? cosineOf(ours.vector ?? [], theirs.vector ?? []) : UNKNOWN_COSINE
        const haveDirections = ours.direction && theirs.direction
        const ofDirections = haveDirections
          ? cosineOf(ours.direction ?? [], theirs.direction ?? [])
          : UNKNOWN_COSINE
        const expected = SHARE_OF_VECTOR * ofVectors + (1 - SHARE_OF_VECTOR) * ofDirections
        assert(Math.abs(likeness - expected) < 0.1, `${likeness} instead of ${expected}`)
        rows.release(0)
        rows.release(1)
      }),
      300,
    )
  },
)

function cosineOf(ours: number[], theirs: number[]): number {
  const product = (a: number[], b: number[]) => a.reduce((sum, one, at) => sum + one * (b[at] ?? 0), 0)
  const lengths = Math.sqrt(product(ours, ours) * product(theirs, theirs))
  return lengths === 0 ? 0 : product(ours, theirs) / lengths
}
