import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { newId, uuidToId } from '../../src/shared/ids.ts'
import { PACKED_ID_WORDS, packId, unpackId } from '../../src/shared/packed-id.ts'
import { holds } from '../support/holds.ts'

const packed = (id: string) => {
  const words = new Int32Array(PACKED_ID_WORDS)
  return { length: packId(id, words, 0), words }
}

t.test('a packed id has the text and the order that it had', async (t) => {
  const someUuid = fc.uuid({ version: [1, 4, 7, 8] })
  holds(
    t,
    fc.property(someUuid, someUuid, (one, other) => {
      const [a, b] = [uuidToId('offer', one), uuidToId('offer', other)]
      const { length, words } = packed(a)
      assert.equal(length, 'offer'.length)
      assert.equal(`offer_${unpackId(words, 0)}`, a)
      const theirs = packed(b).words
      const at = words.findIndex((word, index) => word !== theirs[index])
      const isFirst = at >= 0 && (words[at] ?? 0) >>> 0 < (theirs[at] ?? 0) >>> 0
      assert.equal(isFirst, a < b)
    }),
    500,
  )
  t.equal(`sign_in_${unpackId(packed(newId('sign_in')).words, 0)}`.length, 34)
  const all = uuidToId('need', 'ffffffff-ffff-ffff-ffff-ffffffffffff')
  t.equal(`need_${unpackId(packed(all).words, 0)}`, all)
})

t.test('an id that is written in another way has only its text', async (t) => {
  const id = newId('need')
  const others = ['', 'need', 'need_1', id.toUpperCase(), id.slice(0, -1), `${id}0`, `need_8${id.slice(6)}`]
  for (const other of [...others, id.replace('_', '-'), `need_0${'u'.repeat(25)}`, `need_0${'é'.repeat(25)}`])
    t.equal(packed(other).length, -1, other)
})
