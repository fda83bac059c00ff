import type { Token } from '../../shared/sought-words/index.ts'
import { isJoiningWord } from './word-forms.ts'

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/** Verbs after which a text names what it asks for: `we need a driver`, `cherchons une comptable`. */
const ASK = words(
  `need needs needed needing want wants wanted seek seeks seeking hire hiring require requires requiring
  necesito necesita necesitamos necesitan busco busca buscamos buscan falta quisiera quisieramos
  cherche cherchons cherchent recherche recherchons besoin faut
  suche suchen sucht brauche brauchen braucht benotige benotigen benotigt
  preciso precisa precisamos precisam procuro procura procuramos procuram`,
)
const ASK_PAIRS = words(
  'looking_for look_for looks_for search_for searching_for could_use need_of short_of on_cherche nos_falta',
)
/** Words around a name that say nothing about it: articles, numbers, and adjectives for people. */
const BESIDE = words(
  `a an some one two three four another more new good great reliable experienced qualified friendly patient local regular part full time
  urgently for of also still volunteer volunteers de d du des un una unos unas une deux trois dos tres buen buena nuevo nueva bon bonne nouveau nouvelle
  experimentado experimentada voluntario voluntaria voluntarios voluntarias benevole benevoles experimente experimentee
  ein eine einen einem einer zwei drei um uma uns umas dois duas novo nova bom boa experiente neue neuen neuer gute guten guter
  ehrenamtliche ehrenamtlichen ehrenamtlicher erfahrene erfahrenen erfahrener auch noch aussi encore tambien tambem`,
)
const SOMEONE = words(
  'someone somebody people anyone volunteers alguien gente personas quelqu alguem pessoas',
)
/** Words before an activity: `someone to drive`, `alguien para conducir`. */
const TO = words('to can who para que pour qui')
/** Words that, with an article, introduce the purpose: `somebody for the books`, `help with the accounts`. */
const FOR = words('for with fur mit bei beim pour avec para con com')
const HELP = words(
  `help hand hands person persons helper helpers hilfe unterstutzung leute jemand jemanden aide personne personnes main mains
  ayuda persona mano pessoa ajuda`,
)
/** Articles that begin an addition: `una enfermera los lunes`. */
const ARTICLES = words('the el la los las le les l der die das den dem o os as')
const OWNED = words(
  'our my unser unsere unseren mein meine nuestro nuestra mi notre mon ma nosso nossa meu minha',
)
const MAX_BESIDE = 4

/**
 * Returns the words that name what a text asks for, directly after `need a`, `on cherche une` or `someone to`. Such a
 * word is meant literally, however frequent it is elsewhere.
 */
export function askedWords(tokens: readonly Token[]): ReadonlySet<Token> {
  const asked = new Set<Token>()
  const textAt = (at: number) => tokens[at]?.text ?? ''
  for (let at = 0; at < tokens.length; at++) {
    const isPair = ASK_PAIRS.has(`${textAt(at)}_${textAt(at + 1)}`)
    if (!isPair && !ASK.has(textAt(at))) continue
    const verb = isPair ? at + 1 : at
    const head = headBehind(textAt, verb)
    const token = head === undefined ? undefined : tokens[head]
    if (token) asked.add(token)
  }
  return asked
}

/**
 * Returns the index of what is named after a verb that asks. Undefined for `a web developer`, where no single word
 * names it.
 */
function headBehind(textAt: (at: number) => string, verb: number): number | undefined {
  const first = skipBeside(textAt, verb + 1)
  if (SOMEONE.has(textAt(first)) || HELP.has(textAt(first))) {
    // `quelqu'un` is two words here.
    const behind = textAt(first + 1) === 'un' ? first + 2 : first + 1
    if (FOR.has(textAt(behind))) {
      const thing = skipArticle(textAt, behind + 1)
      if (thing > behind + 1) return loneNameAt(textAt, skipBeside(textAt, thing))
    }
    const to = skipBeside(textAt, first + 1)
    return TO.has(textAt(to)) ? to + 1 : undefined
  }
  return loneNameAt(textAt, first)
}

function loneNameAt(textAt: (at: number) => string, at: number): number | undefined {
  return !isNaming(textAt(at)) || isNaming(textAt(skipBeside(textAt, at + 1))) ? undefined : at
}

function skipArticle(textAt: (at: number) => string, at: number): number {
  return ARTICLES.has(textAt(at)) || OWNED.has(textAt(at)) ? at + 1 : at
}

function skipBeside(textAt: (at: number) => string, from: number): number {
  let at = from
  while (at < from + MAX_BESIDE && BESIDE.has(textAt(at))) at++
  return at
}

function isNaming(word: string): boolean {
  return word !== '' && !isJoiningWord(word) && !ARTICLES.has(word)
}
