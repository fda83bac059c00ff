import { isInstitution } from './institution-words.ts'
import type { Token } from './text-tokens.ts'

/** Maximum number of words between an article and the trouble. */
const MAX_OF_THING = 7

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/** Words for a trouble, or at its beginning: `the roof leaks`, `das Dach ist undicht`, `el grifo gotea`. */
const TROUBLE = words(
  `is are was were has have had does doesn don didn won wont keeps keep cannot can needs need leaks leaked leaking drips dripping dripped broke breaks
  broken cracked cracks fell falls fails failed stopped stops stuck jams jammed froze freezes smells squeaks rattles rots rotted flooded floods
  overflows collapsed burst crashed died flickers clogged wobbles sags peels fades trips tripped tore shakes rusts rusted
  ist sind war waren hat haben leckt tropft klemmt geht gehen funktioniert streikt riecht quietscht wackelt fallt fiel brach bricht muss mussen lasst
  schliesst lauft rostet spinnt
  est sont etait ont fuit fuient goutte coule ferme ferment marche marchent fonctionne fonctionnent grince claque coince tombe tombent ne
  es esta estan era tiene tienen gotea gotean pierde pierden funciona funcionan cierra cierran chirria huele se
  estao foi tem pinga pingam vaza vazam fecha fecham range caiu cairam quebrou quebraram nao`,
)
/** Spanish `no` is a denial and Portuguese `no` a preposition; `do` is English or Portuguese. */
const WITH_VERB = words('no do')
const VERBS_BEHIND = words('not funciona funcionan cierra cierran abre abren enciende encienden arranca')
const ENGLISH_ARTICLES = words('the our my their his her this that')
const ARTICLES = words(
  `el la los las un una nuestro nuestra nuestros nuestras mi mis le les l une notre nos mon ma mes
  der die das den dem ein eine unser unsere mein meine o os as um uma nosso nossa meu minha`,
)
/** Words between a thing and the larger thing that it is a part of, or the place where it is. */
const OF = words(
  'of in at on inside de d del du des da do dos das vom von der im am en dans na no nas nos em au',
)
/** Words that begin another clause. */
const CLAUSE = words(
  `and or but because when while which who if so where y e u pero porque cuando que si et ou mais parce quand qui und oder aber weil wenn dass mas
  quando for with to pour avec fur mit para com con`,
)
/**
 * Rooms, buildings and grounds, in addition to institutions. Vehicles are left out, because for them it
 * matters who repairs their engines.
 */
const PLACES = words(
  `garden yard backyard shed barn stable stables coop kennel henhouse greenhouse garage attic loft basement cellar kitchen bathroom bedroom room hall
  hallway corridor porch terrace balcony house home flat apartment cottage cabin bungalow pool playground park field court pitch courtyard classroom
  dormitory canteen cafeteria toilet toilets changing lobby entrance
  jardin patio cobertizo caseta establo gallinero perrera invernadero garaje atico desvan sotano cocina bano dormitorio habitacion cuarto sala salon
  aula pasillo porche terraza balcon casa piso apartamento piscina parque patio cancha
  cabane cabanon remise grange ecurie poulailler chenil serre grenier cave cuisine salle chambre couloir veranda terrasse balcon maison appartement
  piscine parc cour terrain hangar abri bains
  galpao galinheiro canil estabulo estufa garagem sotao porao cozinha banheiro quarto corredor varanda alpendre apartamento parquinho quintal quadra
  patio celeiro barracao`,
)
const GERMAN_PLACES =
  /(?:garten|haus|hauses|hutte|schuppens?|stalls?|scheune|garage|kellers?|dachbodens?|kuche|bad|badezimmer|zimmers?|raum|raums|saals?|halle|flurs?|hofs?|terrasse|balkons?|becken|platz|wohnung)$/
/** Words for people: what precedes them names the trade: `the garden designer is ill`. */
const PERSON = /(?:er|or|ist|ian|man|woman|eur|euse|ero|era|eira|eiro|ora|ista|erin|iere)s?$/
const THINGS = words(
  `door floor boiler heater radiator mirror printer shower gutter gutters water timer cooker freezer mower computer monitor projector elevator sensor
  door doors floors tower drawer shutter shutters counter sewer fenster radiador chuveiro torneira evier`,
)

/**
 * Returns words that only name the place which a troubled thing is part of: `garden shed` in `the garden shed
 * roof leaks`, `jardín` in `el techo del jardín gotea`. In English the thing comes last, or before `of`; in
 * the other languages first.
 */
export function placesOfTrouble(tokens: readonly Token[]): ReadonlySet<Token> {
  const found = new Set<Token>()
  const textAt = (at: number) => tokens[at]?.text ?? ''
  for (let at = 0; at < tokens.length; at++) {
    const isEnglish = ENGLISH_ARTICLES.has(textAt(at))
    if (!isEnglish && !ARTICLES.has(textAt(at))) continue
    const end = endOfThing(textAt, at + 1)
    if (end === undefined) continue
    for (const token of placesIn(tokens.slice(at + 1, end), isEnglish)) found.add(token)
    at = end
  }
  return found
}

/** Returns where the trouble of the thing that begins here is said, or undefined. */
function endOfThing(textAt: (at: number) => string, from: number): number | undefined {
  for (let at = from; at <= from + MAX_OF_THING; at++) {
    const word = textAt(at)
    if (word === '' || CLAUSE.has(word)) return undefined
    const isVerb = TROUBLE.has(word) || (WITH_VERB.has(word) && VERBS_BEHIND.has(textAt(at + 1)))
    if (at > from && isVerb) return at
  }
  return undefined
}

function placesIn(thing: readonly Token[], isEnglish: boolean): readonly Token[] {
  const joint = thing.findIndex(({ text }, at) => at > 0 && OF.has(text))
  const own = joint > 0 ? thing.slice(0, joint) : thing
  const head = isEnglish ? own.at(-1) : own[0]
  if (!head || (PERSON.test(head.text) && !THINGS.has(head.text))) return []
  const behind = joint > 0 ? thing.slice(joint + 1) : []
  const before = isEnglish ? own.slice(0, -1) : []
  const last = before.findLastIndex(({ text }) => isPlace(text))
  return [...before.slice(0, last + 1), ...(behind.some(({ text }) => isPlace(text)) ? behind : [])]
}

function isPlace(text: string): boolean {
  return PLACES.has(text) || GERMAN_PLACES.test(text) || isInstitution(text)
}
