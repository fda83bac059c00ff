import t from 'tap'
import { type Language, wordsOf } from '../../../src/shared/languages/index.ts'

const stems = (text: string, language: Language) => wordsOf(text, language).map(({ stem }) => stem)
const alike = (a: string, b: string, language: Language) =>
  JSON.stringify(stems(a, language)) === JSON.stringify(stems(b, language))

t.test('a German compound is read as its parts, whatever joins them', async (t) => {
  const parts = (text: string) => stems(text, 'german')
  const [books] = parts('Buchhaltung')
  t.same(parts('Buchhaltungshilfe'), [books, 'hilf'])
  t.equal(parts('Putzhilfe').at(-1), 'hilf')
  t.same(parts('Gitarrenunterricht'), [...parts('Gitarre'), ...parts('Unterricht')])
  t.same(parts('Fahrradkurier'), [...parts('Fahrrad'), ...parts('Kurier')])
})

t.test('a German word that is no compound stays whole', async (t) => {
  for (const word of ['Wunderbar', 'Gesellschaft', 'Freundlichkeit', 'Reinigung'])
    t.equal(stems(word, 'german').length, 1, word)
})

t.test('forms of a word are one, also those for women, in each language', async (t) => {
  t.ok(alike('Verkäufer', 'Verkäuferinnen', 'german'))
  t.ok(alike('Verkäufer/in (m/w/d)', 'Verkäufer', 'german'))
  t.ok(alike('Kaufmann', 'Kauffrau', 'german'))
  t.ok(alike('jardinero', 'jardineras', 'spanish'))
  t.ok(alike('vendeur', 'vendeuses', 'french'))
  t.ok(alike('tradutor', 'tradutoras', 'portuguese'))
  t.ok(alike('gardening', 'gardens', 'english'))
})

t.test('a German title for women is read as the one for men, whatever compound it is', async (t) => {
  const before = [
    '',
    'Maschinen',
    'Karosserie',
    'Verkehrs',
    'Vollziehungs',
    'Obst',
    'Quarzsand',
    'Sozial',
    'Zahn',
  ]
  const trades = `Bauer Bauerin, Bauer Bäuerin, Weber Weberin, Beamter Beamtin, Fachmann Fachfrau, Kaufmann Kauffrau,
    Pädagoge Pädagogin, Psychologe Psychologin, Arzt Ärztin, Anwalt Anwältin, Koch Köchin, Führer Führerin,
    Techniker Technikerin, Laborant Laborantin, Masseur Masseuse, Chirurg Chirurgin, Redakteur Redakteurin`
  for (const pair of trades.split(',')) {
    const [man = '', woman = ''] = pair.trim().split(' ')
    for (const part of before) {
      const [his, hers] = part ? [part + man.toLowerCase(), part + woman.toLowerCase()] : [man, woman]
      t.same(stems(hers, 'german'), stems(his, 'german'), hers)
      t.same(new Set(stems(`${his}/${hers}`, 'german')), new Set(stems(his, 'german')), `${his}/${hers}`)
    }
  }
})

t.test('words that say nothing of the work are left out, in each language', async (t) => {
  t.same(stems('Necesito ayuda con la contabilidad', 'spanish').length, 1)
  t.same(stems("J'ai besoin d'aide pour la comptabilité", 'french').length, 1)
  t.same(stems('Ich suche Hilfe bei der Buchhaltung', 'german').length, 1)
  t.same(stems('Preciso de ajuda com a contabilidade', 'portuguese').length, 1)
  t.same(stems('I need help with the bookkeeping', 'english').length, 1)
})

t.test('names with signs, one letter or digits stay as they are, and so do other scripts', async (t) => {
  t.same(stems('C++ C# R 2026', 'spanish'), ['c++', 'c#', 'r', '2026'])
  t.same(stems('Excel 書類', 'english'), ['excel', '書類'])
})
