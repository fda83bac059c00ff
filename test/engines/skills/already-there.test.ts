import t from 'tap'
import { createTextSkills } from '../../../src/engines/skills/index.ts'
import { readEverydayWords } from '../../../src/features/skills/everyday-words.ts'
import { rankOfWord } from '../../../src/features/skills/index.ts'
import { readLearntWords } from '../../../src/features/skills/learnt-words.ts'
import { readCuratedTaxonomy } from '../../../src/features/skills/taxonomy-files.ts'

const skillsOfText = createTextSkills(
  readCuratedTaxonomy(),
  rankOfWord,
  readEverydayWords(),
  readLearntWords(),
)
const idsOf = (description: string) => skillsOfText({ title: '', description }).map(({ skill }) => skill)

/** What is there already, and what the clause behind it speaks of. */
const ofOtherThings = [
  ['We already have a bookkeeper but the website looks like 2005', 'bookkeeping'],
  ['We already have a plumber but our roof leaks', 'plumbing'],
  ['I already have an accountant, but nobody for the garden', 'accounting'],
  ['We already have a web designer but need someone for the books', 'web-design'],
  ['We have already a photographer but marketing is a mess', 'photography'],
  ['Ya tenemos contable pero la web parece de otro siglo', 'accounting'],
  ['Ya tenemos un contable pero la web está anticuada', 'accounting'],
  ['Ya tengo un fontanero pero el tejado gotea', 'plumbing'],
  ['Ya tenemos una contable, pero nos falta un diseñador', 'accounting'],
  ['Wir haben schon eine Buchhalterin aber die Website ist uralt', 'bookkeeping'],
  ['Wir haben bereits einen Klempner, aber das Dach tropft', 'plumbing'],
  ['Wir haben schon eine Fotografin aber suchen jemanden für die Buchhaltung', 'photography'],
  ['Nous avons déjà une comptable mais le site est dépassé', 'accounting'],
  ['Nous avons déjà un plombier mais le toit fuit', 'plumbing'],
  ['Já temos um contador mas o site parece velho', 'accounting'],
  ['Já temos uma fotógrafa mas precisamos de um jardineiro', 'photography'],
  ['She already has a gardener but the gutters are full of leaves', 'gardening'],
  ['We already have an electrician but the kitchen tap drips', 'electrical-work'],
  ['I already have a lawyer but my logo is ugly', 'legal-advice'],
  ['We already have a translator, but the printer jams', 'translation'],
  ['We already have a plumber but we want a mural painted', 'plumbing'],
  ['Ya tenemos una fotógrafa pero el grifo gotea', 'photography'],
  ['Ya tengo un abogado pero mi ordenador no enciende', 'legal-advice'],
  ['Ya tenemos un jardinero pero buscamos un electricista', 'gardening'],
  ['Wir haben schon einen Gärtner aber der Drucker streikt', 'gardening'],
  ['Ich habe schon eine Übersetzerin, aber meine Steuererklärung fehlt', 'translation'],
  ['Wir haben bereits einen Elektriker aber brauchen einen Fotografen', 'electrical-work'],
  ["Nous avons déjà un jardinier mais l'imprimante est en panne", 'gardening'],
  ["J'ai déjà une traductrice mais mon site est moche", 'translation'],
  ['Nous avons déjà un électricien mais il nous faut un photographe', 'electrical-work'],
  ['Já temos um jardineiro mas a impressora não funciona', 'gardening'],
  ['Já tenho uma tradutora mas o meu site é feio', 'translation'],
  ['Já temos um eletricista mas procuramos um fotógrafo', 'electrical-work'],
] as const
const ofTheSame = [
  ['We already have a bookkeeper but she left', 'bookkeeping'],
  ['We already have a bookkeeper but we need another', 'bookkeeping'],
  ['We already have a plumber but he cannot keep up', 'plumbing'],
  ['We already have an accountant but the guy is leaving in May', 'accounting'],
  ['We already have a bookkeeper, but she is off sick', 'bookkeeping'],
  ['We already have a plumber but are not happy with him', 'plumbing'],
  ['Ya tenemos un contable pero se fue', 'accounting'],
  ['Ya tenemos un contable pero necesitamos otro', 'accounting'],
  ['Ya tenemos un fontanero pero no da abasto', 'plumbing'],
  ['Wir haben schon eine Buchhalterin, aber sie ist krank', 'bookkeeping'],
  ['Wir haben schon einen Klempner aber brauchen noch einen', 'plumbing'],
  ['Wir haben schon eine Buchhalterin aber die ist im Mutterschutz', 'bookkeeping'],
  ['Nous avons déjà un plombier mais il ne vient jamais', 'plumbing'],
  ['Já temos um contador mas ele saiu', 'accounting'],
  ['Já temos um contador mas precisamos de mais um', 'accounting'],
  ['We already have a gardener but he hurt his back', 'gardening'],
  ['We already have an electrician but could use a second one', 'electrical-work'],
  ['I already have a translator but she only works mornings', 'translation'],
  ['We already have a photographer but our photographer moved away', 'photography'],
  ['We already have a gardener but want a better one', 'gardening'],
  ['Ya tenemos un jardinero pero está de baja', 'gardening'],
  ['Ya tengo una traductora pero queremos una más', 'translation'],
  ['Ya tenemos un electricista pero cobra demasiado', 'electrical-work'],
  ['Wir haben schon einen Gärtner, aber er schafft es nicht', 'gardening'],
  ['Wir haben schon eine Übersetzerin aber suchen eine zweite', 'translation'],
  ['Wir haben bereits einen Elektriker aber der kommt nie', 'electrical-work'],
  ['Nous avons déjà un jardinier mais il est débordé', 'gardening'],
  ['Nous avons déjà une traductrice mais il en faut une autre', 'translation'],
  ['Nous avons déjà un électricien mais ne répond plus', 'electrical-work'],
  ['Já temos um jardineiro mas não dá conta', 'gardening'],
  ['Já temos uma tradutora mas queremos outra', 'translation'],
  ['Já temos um eletricista mas ele mudou de cidade', 'electrical-work'],
] as const

for (const [text, skill] of ofOtherThings)
  t.test(`what is there already is not sought beside another thing: ${text}`, async (t) => {
    t.notOk(idsOf(text).includes(skill))
  })

for (const [text, skill] of ofTheSame)
  t.test(`who is not enough is sought after all: ${text}`, async (t) => {
    t.ok(idsOf(text).includes(skill))
  })
