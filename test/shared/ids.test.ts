import fc from 'fast-check'
import t from 'tap'
import { idToUuid, isId, newId, uuidToId } from '../../src/shared/ids.ts'

t.test('the examples of the TypeID specification hold', async (t) => {
  // https://github.com/jetify-com/typeid/blob/main/spec/valid.yml
  const examples = [
    ['00000000000000000000000000', '00000000-0000-0000-0000-000000000000'],
    ['00000000000000000000000001', '00000000-0000-0000-0000-000000000001'],
    ['0000000000000000000000000a', '00000000-0000-0000-0000-00000000000a'],
    ['0000000000000000000000000g', '00000000-0000-0000-0000-000000000010'],
    ['00000000000000000000000010', '00000000-0000-0000-0000-000000000020'],
    ['7zzzzzzzzzzzzzzzzzzzzzzzzz', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
    ['0123456789abcdefghjkmnpqrs', '0110c853-1d09-52d8-d73e-1194e95b5f19'],
    ['01h455vb4pex5vsknk084sn02q', '01890a5d-ac96-774b-bcce-b302099a8057'],
  ] as const
  for (const [suffix, uuid] of examples) {
    t.equal(uuidToId('need', uuid), `need_${suffix}`)
    t.equal(idToUuid(uuidToId('need', uuid)), uuid)
  }
})

t.test('what is no id of this kind is told apart', async (t) => {
  const good = newId('need')
  t.ok(isId('need', good))
  const bad = [
    `offer_${good.slice(5)}`,
    `${good}0`,
    good.slice(0, -1),
    good.toUpperCase(),
    `need_8${'0'.repeat(25)}`,
    '',
    'need_',
  ]
  for (const text of bad) t.notOk(isId('need', text), text)
})

t.test('every UUID comes back, and ids sort as their UUIDs do', async () => {
  fc.assert(
    fc.property(fc.uuid(), fc.uuid(), (a, b) => {
      const [idA, idB] = [uuidToId('org', a), uuidToId('org', b)]
      return idToUuid(idA) === a && isId('org', idA) && a < b === idA < idB
    }),
  )
})

t.test('an id sorts behind all made before it, and no two are equal', async (t) => {
  const ids = Array.from({ length: 20_000 }, () => newId('need'))
  t.same(ids, ids.toSorted())
  t.equal(new Set(ids).size, ids.length)
})
