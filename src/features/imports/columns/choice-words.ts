/** Names of the first to the tenth choice in forms and lists. */
const ORDINALS: readonly string[][] = [
  'first second third fourth fifth sixth seventh eighth ninth tenth'.split(' '),
  '1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th'.split(' '),
  'primera segunda tercera cuarta quinta sexta septima octava novena decima'.split(' '),
  '1a 2a 3a 4a 5a 6a 7a 8a 9a 10a'.split(' '),
  'premier deuxieme troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme'.split(' '),
  'premiere seconde troisieme quatrieme cinquieme sixieme septieme huitieme neuvieme dixieme'.split(' '),
  '1er 2e 3e 4e 5e 6e 7e 8e 9e 10e'.split(' '),
  'erste zweite dritte vierte funfte sechste siebte achte neunte zehnte'.split(' '),
  'erster zweiter dritter vierter funfter sechster siebter achter neunter zehnter'.split(' '),
  'primeira segunda terceira quarta quinta sexta setima oitava nona decima'.split(' '),
]
const GERMAN_PREFIXES = 'erst zweit dritt viert funft sechst siebt acht neunt zehnt'.split(' ')
const NOUNS =
  'choice preference pick site choice site preference opcion preferencia eleccion choix voeu preference wahl wunsch prioritat praferenz opcao escolha preferencia'
    .split(' ')
    .concat('site choice', 'choice of site', 'placement choice', 'choice of placement')
const NUMBERED =
  'choice preference pick rank ranking option priority opcion preferencia prioridad choix voeu preference priorite wahl wunsch prioritat praferenz opcao escolha preferencia prioridade'.split(
    ' ',
  )

/** Returns the names of the choice at this place, counted from 1. */
export function wordsOfChoice(place: number): string[] {
  const at = place - 1
  const withOrdinals = ORDINALS.flatMap((ordinals) => NOUNS.map((noun) => `${ordinals[at]} ${noun}`))
  const inGerman = ['wahl', 'wunsch', 'praferenz'].map((noun) => `${GERMAN_PREFIXES[at]}${noun}`)
  const withNumbers = NUMBERED.flatMap((noun) => [
    `${noun} ${place}`,
    `${place} ${noun}`,
    `${noun} no ${place}`,
    `${noun} n ${place}`,
  ])
  const top = place === 1 ? ['top choice', 'favorite', 'favourite'] : []
  return [...new Set([...withOrdinals, ...inGerman, ...withNumbers, ...top])]
}
