import t from 'tap'
import { createSkillHints, shownSkills } from '../../../src/engines/skills/index.ts'
import { readEverydayWords } from '../../../src/features/skills/everyday-words.ts'
import { rankOfWord } from '../../../src/features/skills/index.ts'
import { readCuratedTaxonomy } from '../../../src/features/skills/taxonomy-files.ts'

const skills = shownSkills(createSkillHints(readCuratedTaxonomy(), rankOfWord, readEverydayWords()))
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
] as const
for (const [text, skill] of notAsking)
  t.test(`an everyday word that is not asked for names no skill: ${text}`, async (t) => {
    t.notOk(idsOf(text).includes(skill), idsOf(text).join())
  })

t.test('a name of several words counts, not its last word', async (t) => {
  t.equal(idsOf('We need a web developer.')[0], 'web-development')
})
