import { labelKey, wordsOf } from './skill-label.ts'

/**
 * Words that do not name work, in any of the languages: they say how well somebody does it, with which certificate, or only
 * that it is a person: `certified`, `Grundkenntnisse`, `specialist`.
 */
const QUALIFYING =
  words(`accredited advanced amateur basic basics beginner beginners certified competent enthusiast
  entry essentials excellent exp experience experienced expert expertise experts fluency freelance freelancer fundamentals
  good great guru guy helper hobbyist intermediate intern jr junior knowledge lady leader level licensed licenced mid
  ninja organiser organizer person practical practitioner pro professional proficiency proficient pros qualified registered
  retired skill skilled skills solid some specialist specialists sr strong student technician trained trainee wizard
  worker years yrs
  avanzado avanzada avanzados basico basica basicos certificado certificada conocimiento conocimientos dominio experiencia
  experta experto manejo nivel principiante principiantes profesional profesionales titulada titulado tecnico
  avancee avance certifie certifiee competences confirme confirmee connaissances debutant debutants debutante diplome
  diplomee experimente experimentee maitrise niveau notions professionnel professionnelle qualifie qualifiee specialiste
  anfanger anfangerin ausgebildet ausgebildete ausgebildeter erfahren erfahrene erfahrener erfahrung experte expertin
  fachkraft fortgeschritten fortgeschrittene fundierte gelernt gelernte gelernter gepruft geprufte geprufter gute
  grundkenntnisse kenntnisse professionell professionelle profi sehr spezialist spezialistin zertifiziert zertifizierte
  avancado avancada certificacao conhecimento conhecimentos especialista experiente habilidade habilidades iniciante
  iniciantes profissional profissionais`)
/** Words that join these to the name of the work: `experience with`, `Erfahrung in`, `notions de`. */
const JOINING = words(
  `a al au aux bei com con d da das de del des do dos du el em en et for fur im in into la las le les los mit o of on para
   pour to und using von with y`,
)

/** Returns the words of a label without qualifying words, or undefined if there are none of these or no others. */
export function withoutQualifiers(label: readonly string[]): string[] | undefined {
  const isQualifying = (word: string) => QUALIFYING.has(word)
  if (!label.some(isQualifying)) return undefined
  const left = label.filter((word) => !isQualifying(word))
  const from = left.findIndex((word) => !JOINING.has(word))
  const to = left.findLastIndex((word) => !JOINING.has(word))
  return from < 0 ? undefined : left.slice(from, to + 1)
}

/** Returns whether a word of a label names work or a part of it. */
export function isNaming(word: string): boolean {
  return !QUALIFYING.has(word) && !JOINING.has(word)
}

/** Returns the parts of a label that lists several things: `Cooking & cleaning`, `backend (Go, Postgres)`. Empty for one thing. */
export function partsOfLabel(label: string): string[] {
  const parts = label
    .split(/[&,;/()|]| \+ | (?:and|y|et|und|e|or|ou|oder|o) /u)
    .map((part) => part.trim())
    .filter((part) => labelKey(part) !== '')
  return parts.length > 1 ? parts : []
}

function words(text: string): ReadonlySet<string> {
  return new Set(wordsOf(labelKey(text)))
}
