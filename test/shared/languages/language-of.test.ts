import t from 'tap'
import { type Language, languageOf, languagesOf } from '../../../src/shared/languages/index.ts'

const TEXTS: Readonly<Record<Language, readonly string[]>> = {
  english: [
    'Help with Instagram',
    'Web design',
    'Bookkeeping',
    'Someone to walk our dogs on Sunday mornings',
    'Spanish-speaking families need a tutor',
    'Our café needs new menus',
  ],
  spanish: [
    'Fotos de la comida',
    'Clases de guitarra',
    'Poda de árboles',
    'mi perro',
    'Necesitamos a alguien que arregle el tejado de la iglesia',
  ],
  french: [
    'Aide aux devoirs',
    'Cours de guitare',
    'Entretien du jardin',
    'Électricien',
    'Nous cherchons une personne pour traduire nos brochures',
  ],
  german: [
    'Hilfe mit der Buchhaltung',
    'Buchhaltungshilfe',
    'Gitarrenunterricht',
    'Steuererklärung',
    'Wir suchen jemanden, der unsere Webseite pflegt',
  ],
  portuguese: [
    'Ajuda com os impostos',
    'Aulas de violão',
    'Tradução de textos',
    'Precisamos de alguém para cuidar da horta',
  ],
}

t.test('the language of a text is told, of short ones too', async (t) => {
  for (const [language, texts] of Object.entries(TEXTS))
    for (const text of texts) t.equal(languageOf(text), language, text)
})

t.test('what the writer speaks decides only where the text says little', async (t) => {
  t.equal(languageOf('Auto'), 'english')
  t.equal(languageOf('Auto', ['de']), 'german')
  t.equal(languageOf('Auto', ['de-AT']), 'german')
  for (const text of TEXTS.spanish) t.equal(languageOf(text, ['en']), 'spanish', text)
  t.equal(languageOf('Someone to walk our dogs on Sunday mornings', ['de']), 'english')
})

t.test('words of trades are English where only English is spoken', async (t) => {
  for (const text of ['Banquet chef', 'Sous chef', 'Chauffeur', 'Tire assembler', 'TIG welder'])
    t.equal(languageOf(text, ['en']), 'english', text)
})

t.test(
  'a German title is told by its form for women, its spelling or its parts, and English stays English',
  async (t) => {
    for (const title of [
      'Restaurantfachfrau',
      'Softwareanalystin',
      'Softwarearchitektinnen',
      'Postbote/Postbotin',
      'Gamedesigner/Gamedesignerin',
      'Co-Pilot/Co-Pilotin',
      'Textildesigner/in',
      'Geolog(e)in',
      'Simultandolmetscher',
      'Hochzeitsfotograf',
    ])
      t.equal(languageOf(title, ['en']), 'german', title)
    for (const title of [
      'Storyteller',
      'Deckhand',
      'Stand-in',
      'Live-in companion',
      'Audiologist',
      'Radiologist',
    ])
      t.equal(languageOf(title, ['en']), 'english', title)
  },
)

t.test('the title of a trade is told by its form, whatever the writer speaks', async (t) => {
  const titles: Readonly<Partial<Record<Language, readonly string[]>>> = {
    german: [
      'Kranführerin',
      'Glaserhelfer/in',
      'Orthopädiemechaniker (m/w/d)',
      'ElektrotechnikerIn',
      'Holzbildhauer*innen',
    ],
    spanish: ['Tornera', 'Cristaleros', 'Escayolista', 'Encofrador'],
    french: ['Fraiseur', 'Zingueuse', 'Palefrenière', 'Cariste (H/F)'],
    portuguese: ['Marceneira', 'Canalizadores', 'Ladrilhador', 'Tecelã'],
  }
  for (const [language, texts] of Object.entries(titles))
    for (const text of texts) t.equal(languageOf(text, ['en']), language, text)
})

t.test('a text that may be in one of two languages has both, a clear one has its own', async (t) => {
  t.same(languagesOf('Someone to walk our dogs on Sunday mornings', ['en']), ['english'])
  t.same(languagesOf('Wir suchen jemanden, der unsere Webseite pflegt', ['en']), ['german'])
  t.same(languagesOf('書類の翻訳'), [])
  const doubtful = languagesOf('Supervisor de control', ['en'])
  t.equal(doubtful[0], languageOf('Supervisor de control', ['en']))
})

t.test('a long text is told by its beginning, whatever comes later', async (t) => {
  const begin = 'We look for somebody who keeps our books. '.repeat(25)
  t.equal(languageOf(`${begin}${'Wir suchen jemanden für die Buchhaltung. '.repeat(100)}`), 'english')
})

t.test('a text of two languages has the one of most of its words', async (t) => {
  t.equal(languageOf('Social media und Newsletter für unseren Verein, gerne remote'), 'german')
  t.equal(languageOf('We need somebody who knows DATEV and Steuerrecht'), 'english')
})

t.test(
  'a text in another language of Latin letters is read as one of the five, another script as none',
  async (t) => {
    t.ok(languageOf('Pomoc z ogrodem'))
    t.ok(languageOf('Hulp met de boekhouding'))
    for (const text of ['Помощь с садом', '書類の翻訳', 'مساعدة', '🎉🎉', '', '12345', '¿?'])
      t.equal(languageOf(text), undefined, text)
    t.equal(languageOf('Нужна помощь: Excel'), undefined)
  },
)
