import t from 'tap'
import { createSkillHints, shownSkills } from '../../../src/engines/skills/index.ts'
import { readEverydayWords } from '../../../src/features/skills/everyday-words.ts'
import { rankOfWord } from '../../../src/features/skills/index.ts'
import { readLearntWords } from '../../../src/features/skills/learnt-words.ts'
import { readCuratedTaxonomy } from '../../../src/features/skills/taxonomy-files.ts'

const hints = createSkillHints(readCuratedTaxonomy(), rankOfWord, readEverydayWords(), readLearntWords())
const skills = shownSkills(hints)
const idsOf = (description: string, side?: 'need' | 'offer') =>
  skills({ title: '', description, ...(side && { side }) }).map(({ skill }) => skill)

/** A need, what its writer is or does, and what is sought. */
const needs = [
  ['I own a bakery and our Instagram has been dead since spring.', 'baking', 'instagram-marketing'],
  ['Our yoga studio needs a bookkeeper once a month.', 'yoga', 'bookkeeping'],
  ['As a florist I have no idea how to file my business taxes.', 'floristry', 'small-business-tax'],
  ['Our music school wants somebody to repair the washing machine.', 'music-teaching', 'appliance-repair'],
  ['Tenemos una peluquería y necesitamos un fontanero.', 'hairdressing', 'plumbing'],
  ['Soy carpintero y mi página web no sale en Google.', 'carpentry', 'seo'],
  ['Nuestra panadería busca quien lleve la contabilidad.', 'baking', 'bookkeeping'],
  ['Ich bin Tischlerin und suche jemanden für die Buchhaltung.', 'carpentry', 'bookkeeping'],
  ['Wir sind eine kleine Bäckerei und suchen jemanden für die Lohnabrechnung.', 'baking', 'payroll'],
  ['Je suis coiffeuse et mon ordinateur est devenu très lent.', 'hairdressing', 'computer-repair'],
  ['Notre boulangerie cherche un plombier.', 'baking', 'plumbing'],
  ['Sou fotógrafa e preciso de um canalizador.', 'photography', 'plumbing'],
] as const
for (const [text, own, sought] of needs)
  t.test(`what a writer is or does is not sought: ${text}`, async (t) => {
    t.notOk(idsOf(text, 'need').includes(own))
    t.ok(idsOf(text, 'need').includes(sought))
    t.ok(
      hints({ title: '', description: text, side: 'need' }).every(
        ({ skill, isSure }) => skill !== own || !isSure,
      ),
    )
  })

t.test('the same words in an offer tell what is offered', async (t) => {
  t.ok(idsOf('I am a carpenter and I love it.', 'offer').includes('carpentry'))
  t.ok(idsOf('Soy carpintero.', 'offer').includes('carpentry'))
  t.ok(idsOf('Je suis coiffeuse.', 'offer').includes('hairdressing'))
  t.ok(idsOf('I am a plumber and I can help on Saturdays.').includes('plumbing'))
})

t.test('where nothing else is said, the writer means the own place or work', async (t) => {
  t.ok(idsOf('Help in our food bank', 'need').includes('food-bank-work'))
  t.ok(idsOf('I am a plumber.', 'need').includes('plumbing'))
})

t.test('work at the place of the writer is sought', async (t) => {
  t.ok(idsOf('Someone to clean our office twice a week', 'need').includes('office-cleaning'))
  t.ok(idsOf('The roof of our church leaks', 'need').includes('roofing'))
  t.ok(idsOf('Coordinator for our volunteers', 'need').includes('volunteer-coordination'))
})

t.test('what a sought thing is for is not sought itself', async (t) => {
  t.notOk(
    idsOf('Need a simple one page site for my dog walking, with a price list.', 'need').includes(
      'dog-walking',
    ),
  )
  t.notOk(idsOf('We need a clever name for a mobile petting zoo.', 'need').includes('animal-care'))
  t.ok(idsOf('Looking for someone for our bookkeeping', 'need').includes('bookkeeping'))
})

t.test('of a thing with a trouble, the place that it is a part of is not the work', async (t) => {
  t.strictSame(idsOf('The garden shed roof leaks', 'need'), ['roofing'])
  t.strictSame(idsOf('Das Dach vom Gartenhaus ist undicht', 'need'), ['roofing'])
  t.ok(
    idsOf('The garden path is overgrown', 'need').length > 0,
    'where nothing else is said, it is the place',
  )
})
