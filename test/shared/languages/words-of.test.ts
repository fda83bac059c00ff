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

t.test('spellings of German titles for women and men are those of the plain title', async (t) => {
  for (const [title, plain] of [
    ['Geolog(e)in', 'Geologe'],
    ['Weinbaugehilf(e)in', 'Weinbaugehilfe'],
    ['Zahntechnisch(er)e Hilfskraft (m./w.)', 'zahntechnische Hilfskraft'],
    ['Steinmetzin', 'Steinmetz'],
    ['Hauswartin', 'Hauswart'],
    ['Postbotin', 'Postbote'],
    ['Agrarberater/in (Ing.)', 'Agrarberater'],
    ['Weinbautechniker/in (DI)', 'Weinbautechniker'],
  ] as const)
    t.ok(alike(title, plain, 'german'), title)
})

t.test('words that only introduce a trade in a German title are left out', async (t) => {
  t.ok(
    alike(
      'Staatlich geprüfter Techniker Fachrichtung Textiltechnik Schwerpunkt Vliesstoffe',
      'Techniker Textiltechnik Vliesstoffe',
      'german',
    ),
  )
})

t.test('who does the work, the work and its verb are one in German', async (t) => {
  for (const family of [
    'Installateur Installation Installationen installieren Installateurin',
    'Restaurator Restaurierung restaurieren Restauratorinnen',
    'Konstrukteur Konstruktion Konstrukteurin',
    'Redakteur Redaktion Redakteurin',
    'Monteur Montage montieren',
    'Masseur Massage Masseurin',
    'Architekt Architektur Architektin',
    'Therapeut Therapie Therapeutin',
  ]) {
    const [first = '', ...others] = family.split(' ')
    for (const other of others) t.ok(alike(first, other, 'german'), `${first}, ${other}`)
  }
})

t.test(
  'a part of a German compound is a form of a known word, not a word with the same beginning',
  async (t) => {
    t.not(stems('Möbelmontierer', 'german').at(-1), 'tier')
    t.same(stems('Leasingwirt', 'german'), ['leasing', 'wirt'])
  },
)

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

t.test('the beginning of a verb stays with the one who does it, whatever is before', async (t) => {
  for (const title of [
    'Bediener',
    'Verarbeiter',
    'Beschichter',
    'Aufseher',
    'Abfüller',
    'Verlader',
    'Entsorger',
  ]) {
    const [own = ''] = stems(title, 'german')
    for (const before of ['Maschinen', 'Wald', 'Trikotagen', 'Xylophon'])
      t.equal(stems(before + title.toLowerCase(), 'german').at(-1), own, before + title.toLowerCase())
  }
  t.same(stems('Gewerbeleiter', 'german').length, 2)
  t.same(stems('Patentanwalt', 'german').at(-1), stems('Anwalt', 'german')[0])
})

t.test('known words are taken off the end of an unknown compound, one after the other', async (t) => {
  const spoken = stems('Taumelwickelmaschinenbediener', 'german')
  t.same(spoken.slice(-2), [...stems('Maschine', 'german'), ...stems('Bediener', 'german')])
})

t.test('a verb is not taken apart like the one who does it', async (t) => {
  for (const word of ['übertreiben', 'aufschreiben', 'vorbereiten', 'einsetzen'])
    t.equal(stems(word, 'german').length, 1, word)
})

t.test('a trade and those who work at it are one', async (t) => {
  const pairs: readonly (readonly [Language, string])[] = [
    [
      'german',
      'Bäckerei Bäcker, Psychologie Psychologin, Technik technische, Photographie Fotografie, Verkauf Verkäufer',
    ],
    ['spanish', 'traducción traductora, panadería panadero, venta vendedora, instalación instalador'],
    ['french', 'traduction traductrice, vente vendeuse, pâtisserie pâtissière, plomberie plombier'],
    [
      'portuguese',
      'tradução tradutora, padaria padeiro, direção director, óptica ótica, arquitecta arquiteto',
    ],
  ]
  for (const [language, list] of pairs)
    for (const pair of list.split(', ')) {
      const [one = '', other = ''] = pair.split(' ')
      t.ok(alike(one, other, language), pair)
    }
})

t.test('a word of a text in doubt has the stems of both languages, each once', async (t) => {
  const words = (language: Language, also?: Language) =>
    wordsOf('Baristas', language, also).map(({ stem }) => stem)
  t.same(new Set(words('spanish', 'german')), new Set([...words('spanish'), ...words('german')]))
  t.same(words('english', 'english'), words('english'))
})

t.test(
  'a French word is the same behind an apostrophe of either form, and where people leave it out',
  async (t) => {
    for (const [given, plain] of [
      ["besoin d'une comptable", 'comptable'],
      ['besoin d’une comptable', 'comptable'],
      ['besoin d une comptable', 'comptable'],
      ['l entretien qu elle a', 'entretien'],
      ["quelqu un pour l'eau", 'eau'],
      ['c est l evier', 'evier'],
    ] as const)
      t.ok(alike(given, plain, 'french'), given)
    t.ok(alike("l'acqua dell'acquario", 'acqua acquario', 'spanish'))
    t.same(stems('Développeur C et R', 'french').slice(-2), ['c', 'r'])
  },
)
