import t from 'tap'
import { tokensOf, wordsOfWriter } from '../../../src/shared/sought-words/index.ts'

/** The words of a text that only say where its trouble is. */
const placesOf = (text: string) => {
  const ofWriter = wordsOfWriter(tokensOf(text))
  return [...ofWriter].flatMap(([{ text: word }, of]) => (of === 'whole' ? [word] : [])).join(' ')
}

const parts = [
  ['The tool shed lock is jammed', 'tool shed'],
  ['Please help, our chicken coop door fell off', 'chicken coop'],
  ['The lock of the garden gate shed rusted', 'the garden gate shed'],
  ['The tap in the kitchen drips', 'the kitchen'],
  ['La cerradura del cobertizo está rota', 'cobertizo'],
  ['El grifo de la cocina no cierra', 'la cocina'],
  ['Le toit du poulailler fuit', 'poulailler'],
  ['Das Schloss vom Geräteschuppen klemmt', 'gerateschuppen'],
  ['O telhado do canil caiu', 'canil'],
] as const
for (const [text, place] of parts)
  t.test(`of a thing with a trouble, what stands around it is only its place: ${text}`, async (t) => {
    t.equal(placesOf(text), place)
  })

const whole = [
  ['The garden is overgrown', 'it has the trouble itself'],
  ['The washing machine is broken', 'a machine is no place'],
  ['The math homework is too hard', 'homework is no part of maths'],
  ['Our garden designer is ill', 'who works there is no part of it'],
  ['Our Instagram page has no followers', 'a name tells more than a place'],
  ['I love the garden shed', 'it has no trouble'],
  ['We need the kitchen and the roof is fine', 'another clause has the trouble'],
  ['La profesora de la sala está enferma', 'a teacher is no part of a room'],
] as const
for (const [text, why] of whole)
  t.test(`no word is taken for a mere place where ${why}: ${text}`, async (t) => {
    t.equal(placesOf(text), '')
  })
