import t from 'tap'
import { soughtText } from '../../../src/shared/sought-words/index.ts'

const wordsOf = (text: string, side: 'need' | 'offer', knowsWork = true) =>
  soughtText(text, { side, knowsWork: () => knowsWork })
    .replace(/\s+/g, ' ')
    .trim()

/** A need, and what is left of it. */
const needs = [
  ['We already have a bookkeeper but the website looks old', 'We already have a but the website looks old'],
  ["We've already got a driver but nobody to cook", "We've already got a but nobody to cook"],
  ['Not a web designer, a job advert', 'Not a , a job advert'],
  ["They don't want a nurse, they want somebody", "They don't want , they want somebody"],
  ['As a florist I have no time for Instagram', 'As a I have no time for Instagram'],
  ['I am a plumber and need a website', 'I am and need a website'],
  ['No necesitamos jardinero sino electricista', 'No necesitamos sino electricista'],
  ['Tenemos ya fotógrafa, pero falta un cocinero', 'Tenemos ya , pero falta un cocinero'],
  ['Soy panadera y necesito fotos', 'Soy y necesito fotos'],
  ['Nous ne cherchons pas de photographe mais un traducteur', 'Nous ne cherchons pas mais un traducteur'],
  ['On a déjà un menuisier, mais la cave fuit', 'On a déjà un , mais la cave fuit'],
  ['Je suis boulanger et je cherche un photographe', 'Je suis et je cherche un photographe'],
  ['Wir suchen keinen Gärtner, sondern eine Lehrerin', 'Wir suchen keinen , sondern eine Lehrerin'],
  ['Ich bin Gärtner und brauche eine Webseite', 'Ich bin und brauche eine Webseite'],
  ['Não preciso de faxineira, preciso de motorista', 'Não preciso , preciso de motorista'],
  ['Sou cozinheira e preciso de fotos', 'Sou e preciso de fotos'],
] as const

t.test('what a need denies and what its writer is are left out, in five languages', async (t) => {
  for (const [text, left] of needs) t.equal(wordsOf(text, 'need'), left, text)
})

/** Nothing of these denies, or tells who writes. */
const whole = [
  "They won't do exercise, but they like a laugh",
  'Not a single volunteer came',
  'We have no website',
  'Nobody keeps our books',
  'Die Stängel kippen um, als hätte einer sie abgeknipst',
  'Letztes Jahr sind wir um vier noch herumgeirrt',
  'Bin ich zu billig?',
  'Je fais ça au crayon le jeudi soir',
  'That is our whole board',
]

t.test('what is missing, what others do, and what something is like are no denials', async (t) => {
  for (const text of whole) t.equal(wordsOf(text, 'need'), text)
})

/** A need with a saying, and what is left of it. */
const sayings = [
  ['The invoices are driving me crazy', 'The invoices are'],
  ['Getting volunteers to reply is like herding cats', 'Getting volunteers to reply is like'],
  ['I am tearing my hair out over the till', 'I am over the till'],
  ['Las facturas me están volviendo loca', 'Las facturas me están'],
  ['La compta me rend fou', 'La compta me'],
  ['Die Ablage wächst mir über den Kopf', 'Die Ablage'],
  ['Vivo apagando incêndios na loja', 'Vivo na loja'],
] as const

t.test('the words of sayings are left out, in five languages', async (t) => {
  for (const [text, left] of sayings) t.equal(wordsOf(text, 'need'), left, text)
  for (const text of ['I am driving elderly people home', 'Fires put out by our brigade', 'We herd goats'])
    t.equal(wordsOf(text, 'need'), text)
})

t.test('a denial covers a list that ends with `or`, and ends where the next clause begins', async (t) => {
  t.equal(wordsOf("I don't do phones, websites or apps. I do radios.", 'offer'), "I don't do . I do radios.")
  t.equal(wordsOf("I don't do fabric and I do wood", 'offer'), "I don't do and I do wood")
  t.equal(wordsOf('Je ne fais pas de peinture, de plomberie ni de toiture', 'offer'), 'Je ne fais pas')
  t.equal(wordsOf("I don't do phones, radios are my thing", 'offer'), "I don't do , radios are my thing")
})

t.test('what the writer of an offer is belongs to the work', async (t) => {
  t.equal(wordsOf('I am a plumber. We sell pipes.', 'offer'), 'I am a plumber. We sell pipes.')
})

t.test('the business of who seeks help is left out where the work is known, and a place never', async (t) => {
  t.equal(wordsOf('Our bakery needs flyers', 'need', true), 'Our needs flyers')
  t.equal(wordsOf('Our bakery needs flyers', 'need', false), 'Our bakery needs flyers')
  t.equal(
    wordsOf('The garden of the museum needs water', 'need', true),
    'The garden of the museum needs water',
  )
})

t.test('a text keeps its length and the places of its words', async (t) => {
  const text = "I don't do taxes, but I do payroll"
  const left = soughtText(text, { side: 'offer', knowsWork: () => true })
  t.equal(left.length, text.length)
  t.equal(left.indexOf('payroll'), text.indexOf('payroll'))
})
