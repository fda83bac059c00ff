import t from 'tap'
import { askedWords } from '../../../src/engines/skills/asked-words.ts'
import { createSkillHints, shownSkills } from '../../../src/engines/skills/index.ts'
import { readEverydayWords } from '../../../src/features/skills/everyday-words.ts'
import { rankOfWord } from '../../../src/features/skills/index.ts'
import { readLearntWords } from '../../../src/features/skills/learnt-words.ts'
import { readCuratedTaxonomy } from '../../../src/features/skills/taxonomy-files.ts'
import { tokensOf } from '../../../src/shared/sought-words/index.ts'

const skills = shownSkills(
  createSkillHints(readCuratedTaxonomy(), rankOfWord, readEverydayWords(), readLearntWords()),
)
const idsOf = (description: string, side: 'need' | 'offer' = 'need') =>
  skills({ title: 'Help', description, side }).map(({ skill }) => skill)

/** Everyday names of people and things, and the skill that is asked for. */
const asking = [
  ['We need a driver on Saturdays.', 'driving'],
  ['We are looking for an attorney.', 'legal-advice'],
  ['Looking for a reliable part-time teacher.', 'teaching'],
  ['We could use a good designer.', 'graphic-design'],
  ['I need someone to cook for 30 people.', 'cooking'],
  ['In need of volunteer drivers!', 'driving'],
  ['We need a chef.', 'cooking'],
  ['We need a new logo.', 'logo-design'],
  ['Necesitamos un entrenador.', 'sports-coaching'],
  ['Busco una maestra los lunes.', 'teaching'],
  ['On cherche un professeur.', 'teaching'],
  ["Nous avons besoin d'une comptable.", 'accounting'],
  ["On cherche quelqu'un pour cuisiner.", 'cooking'],
  ['Il nous faut un serveur le samedi.', 'waiting-tables'],
  ['Wir suchen einen Regisseur.', 'theater-production'],
  ['Ich brauche einen Anwalt.', 'legal-advice'],
  ['Wir brauchen ehrenamtliche Fahrer.', 'driving'],
  ['Procuramos um advogado.', 'legal-advice'],
  ['Preciso de uma enfermeira.', 'nursing'],
  ['Our chess club needs somebody for the books.', 'bookkeeping'],
  ['We are looking for a person for our phones.', 'phone-answering'],
  ['Our surf school could use a hand with the books.', 'bookkeeping'],
] as const
for (const [text, skill] of asking)
  t.test(`what a need asks for is understood though its name is an everyday word: ${text}`, async (t) => {
    t.ok(idsOf(text).includes(skill), idsOf(text).join())
  })

const notAsking = [
  ['We need a place to store books.', 'bookkeeping'],
  ['The driver came late and the teacher was angry.', 'driving'],
  ["We don't need a lawyer, only somebody who listens.", 'legal-advice'],
  ['I need time to think about the manager.', 'people-management'],
  ['Wir brauchen keinen Anwalt.', 'legal-advice'],
  ['We need somebody for the evening. The books are done.', 'bookkeeping'],
  ['We need money for the books of the children.', 'bookkeeping'],
] as const
for (const [text, skill] of notAsking)
  t.test(`an everyday word that is not asked for names no skill: ${text}`, async (t) => {
    t.notOk(idsOf(text).includes(skill), idsOf(text).join())
  })

const behindSomebody = [
  ['Our yoga studio needs somebody for the books', 'books'],
  ['We could use a hand with our accounts on Fridays', 'accounts'],
  ['Looking for a reliable person for the website of the museum', 'website'],
  ['Nuestra panadería busca a alguien para las cuentas', 'cuentas'],
  ['Necesitamos ayuda con la contabilidad', 'contabilidad'],
  ["On cherche quelqu'un pour la compta", 'compta'],
  ["Le club a besoin d'une personne pour les comptes", 'comptes'],
  ['Wir suchen jemanden für die Küche', 'kuche'],
  ['Die Kita braucht Hilfe bei der Wäsche', 'wasche'],
  ['Procuramos alguém para as contas', 'contas'],
  ['We need somebody for 20 hours', ''],
  ['We need somebody for the web shop', ''],
  ['We need money for the books', 'money'],
] as const
for (const [text, asked] of behindSomebody)
  t.test(`what somebody is sought for is asked for, if one word names it: ${text}`, async (t) => {
    t.equal([...askedWords(tokensOf(text))].map((token) => token.text).join(' '), asked)
  })

t.test('the place of who asks is not the work that somebody is sought for', async (t) => {
  t.strictSame(idsOf('Our yoga studio needs somebody for the books'), ['bookkeeping'])
  t.notOk(idsOf('Our karate school is looking for someone for the website').includes('martial-arts'))
})

t.test('a name of several words counts, not its last word', async (t) => {
  t.equal(idsOf('We need a web developer.')[0], 'web-development')
})
