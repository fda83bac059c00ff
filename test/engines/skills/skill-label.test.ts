import fc from 'fast-check'
import t from 'tap'
import { labelKey, unknownSkillId, wordsOf } from '../../../src/engines/skills/skill-label.ts'

t.test('case, accents, punctuation and spaces do not tell two labels apart', async (t) => {
  t.equal(labelKey('  Résumé — Writing! '), 'resume writing')
  t.equal(labelKey('E-mail'), 'e mail')
  t.equal(labelKey('Node.js'), 'node js')
  t.equal(labelKey('.NET'), 'net')
  t.equal(labelKey('ＷｏｒｄＰｒｅｓｓ'), 'wordpress')
})

t.test('C, C++ and C# stay three labels, however they are spaced', async (t) => {
  t.same(['C', 'c++', 'C#'].map(labelKey), ['c', 'c++', 'c#'])
  t.same(wordsOf(labelKey('C ++ and C #')), ['c++', 'and', 'c#'])
  t.same(wordsOf(labelKey('Photoshop+Illustrator + Excel')), ['photoshop', 'illustrator', 'excel'])
})

t.test('vowel signs stay in their words; emoji are no letters', async (t) => {
  t.not(labelKey('कि'), labelKey('का'))
  t.equal(labelKey('ภาษาไทย'), 'ภาษาไทย')
  t.equal(labelKey('ترجمة 🌍'), 'ترجمة')
  t.equal(labelKey('❤️'), '')
})

t.test('a key is its own key, and an unknown id is never shared by labels of different signs', async (t) => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (s) => labelKey(labelKey(s)) === labelKey(s)))
  fc.assert(fc.property(fc.string({ unit: 'binary' }), (s) => labelKey(labelKey(s)) === labelKey(s)))
  t.equal(unknownSkillId(' Goat Yoga '), '~goat yoga')
  t.not(unknownSkillId('🐐'), unknownSkillId('🧘'))
})
