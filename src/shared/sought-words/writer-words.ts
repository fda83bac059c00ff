import { isInstitution } from './institution-words.ts'
import { type Token, tokensOf } from './text-tokens.ts'
import { placesOfTrouble } from './troubled-parts.ts'

/** Maximum number of words of a description of the writer. */
const MAX_OF_WRITER = 6
/** Maximum number of words between `our` and the institution: `our small family dental practice`. */
const MAX_BEFORE_INSTITUTION = 3

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

const I = words('i we yo nosotros nosotras ich wir je j nous on eu nos')
/** Words before what somebody is: `I am a plumber`, `somos una panadería`. */
const AM = words(
  `i_am i_m we_are we_re soy_- somos_- ich_bin wir_sind bin_ich sind_wir je_suis nous_sommes on_est sou_- como_- als_- as_a as_an`,
)
/**
 * Words before what somebody runs, recognized by the following article: `we run a bakery`, `nous tenons un
 * café`.
 */
const RUN = words(
  `run own manage operate opened started founded llevo llevamos regento regentamos dirijo dirigimos gestiono gestionamos monte
  montamos fuhre fuhren betreibe betreiben leite leiten tiens tenons gere gerons dirige dirigeons administro administramos dirijo
  gerencio gerenciamos toco tocamos`,
)
const HAVE = words('have tengo tenemos habe haben ai avons a tenho temos hay')
/** Words before what somebody does for a living: `I bake cakes`, `vendemos miel`. */
const TRADE = words(
  `sell make teach bake cook brew grow breed paint build repair serve produce craft host publish drive groom import rent knit sew
  vendo vendemos hago hacemos fabrico fabricamos ensenamos ensino cultivo cultivamos damos doy cocino cocinamos
  verkaufe verkaufen mache machen backe backen baue bauen unterrichte unterrichten
  vends vendons fais faisons fabrique fabriquons enseigne enseignons cultive cultivons
  fazemos ensinamos produzo produzimos`,
)
/** `Sind wir eine Bäckerei` is a description; `sind wir um vier gefahren` is not. */
const WITH_ARTICLE = words('i_am i_m we_are we_re bin_ich sind_wir')
/** `Como si fueran`, `als hätte einer`: a comparison. */
const AS_IF = words('si se if ob wenn hatte hatten ware waren wurde wurden')
/** First words of all these. */
const MAY_TELL: ReadonlySet<string> = new Set([
  ...[...AM].map((pair) => pair.slice(0, pair.indexOf('_'))),
  ...RUN,
  ...HAVE,
])
const INDEFINITE = words('a an un una unos unas ein eine einen einem einer une um uma two three several')
const OWNED = words(
  `our my unser unsere unseren unserem unserer mein meine meinen meinem meiner nuestra nuestro nuestras nuestros mi mis notre nos mon ma
  mes nosso nossa nossos nossas meu minha`,
)
const DEFINITE = words(
  'the el la los las der die das den dem im am zum zur le les l du au o os do da no na ao',
)
/** None of these stands between a verb and its noun. */
const STOPS = words(
  `i we ich wir je nous and or but who that which with in on at for from by so because where whose when while before after during until if to than then looking needing seeking
  trying y e o u pero que con en para por porque donde und oder aber mit fur auf in im am bei weil wo die der das et ou mais qui
  avec dans pour par car dont com em por mas onde is are was were has have had needs need wants want ist sind hat haben est sont a ont
  es son tiene tienen esta estan tem sao short`,
)
const OF = words('of de d du des do da dos das del')
/** Endings of adjectives that follow their noun: `clínica veterinaria`, `comedor social`. */
const FOLLOWING =
  /^\p{L}{2,}(?:al|ales|ar|ario|aria|aires?|ic[oa]|iques?|iv[oa]|ives?|if|nelle|elle|il|infantil|[oi]la|rio|ria)$/u
/** Before these words stands the one who asks: `Food bank needs a driver`. */
const ASKS = words(
  `needs need wants want seeks seek requires require lacks lack looks looking is would necesita necesitan busca buscan quiere quieren
  requiere braucht brauchen sucht suchen mochte mochten cherche cherchent recherche a souhaite voudrait precisa precisam procura
  procuram quer querem`,
)
/** Words with which people describe what they offer, not what they seek. */
const OFFERS = words(
  `i_can i_could i_offer we_offer can_help happy_to glad_to love_to i_help years_of available_to puedo_ayudar ofrezco_- ofrecemos_- biete_-
  bieten_- kann_ich ich_kann je_propose nous_proposons je_peux ofereco_- oferecemos_- posso_ajudar`,
)

/**
 * What a word says besides the work that is sought: what the writer is (`I am a plumber`), their business
 * (`our dental practice`, `we sell honey`), a place (`the museum`), the purpose (`a website for my dog
 * walking`), or the whole of which a troubled thing is a part (`the garden shed roof leaks`).
 */
export type OfWriter = 'work' | 'business' | 'place' | 'purpose' | 'whole'

/**
 * Returns words that say who asks for help and not what for, in the five languages: `we run a bakery`, `our
 * dental practice`, `as a florist`, `food bank needs …`.
 */
export function wordsOfWriter(tokens: readonly Token[]): ReadonlyMap<Token, OfWriter> {
  const found = new Map<Token, OfWriter>()
  const textAt = (at: number) => tokens[at]?.text ?? ''
  const add = (span: Span | undefined, of: OfWriter) => {
    for (const token of span ? tokens.slice(...span) : []) if (!found.has(token)) found.set(token, of)
  }
  for (let at = 0; at < tokens.length; at++) {
    if (textAt(at) === '') continue
    add(identityAt(textAt, at), 'work')
    add(tradeAt(textAt, at), 'business')
    const institution = institutionAt(textAt, at)
    add(institution, institution && isOwn(textAt, institution) ? 'business' : 'place')
  }
  for (let at = 0; at < tokens.length; at++) add(purposeAt(textAt, at), 'purpose')
  for (const token of placesOfTrouble(tokens)) if (!found.has(token)) found.set(token, 'whole')
  return found
}

/** Returns whether a text reads like an offer: it says what the writer can do. */
export function soundsLikeOffer(text: string): boolean {
  const tokens = tokensOf(text)
  return tokens.some(({ text }, at) => isPair(OFFERS, text, tokens[at + 1]?.text ?? ''))
}

type Span = readonly [from: number, to: number]
type TextAt = (at: number) => string

function isPair(pairs: ReadonlySet<string>, first: string, second: string): boolean {
  return pairs.has(`${first}_${second}`) || (first !== '' && pairs.has(`${first}_-`))
}

/** Finds `I am a plumber`, `as a small charity`, `we run a boarding kennel`, `tenemos una peluquería`. */
function identityAt(textAt: TextAt, at: number): Span | undefined {
  const first = textAt(at)
  if (!MAY_TELL.has(first)) return undefined
  const next = textAt(at + 1)
  if (isPair(AM, first, next)) {
    const isOne = AM.has(`${first}_-`)
    const isAs = first === 'as' || first === 'als' || first === 'como'
    // `We work as a team` and `better than as a hobby` are no descriptions, because descriptions begin a
    // clause.
    if (isAs && (textAt(at - 1) !== '' || AS_IF.has(next))) return undefined
    const from = at + (isOne ? 1 : 2)
    const head = textAt(from)
    // In `um vier`, the Portuguese article is a German word for a time.
    const isArticle = INDEFINITE.has(head) && !(head === 'um' && (next === 'wir' || next === 'ich'))
    if (WITH_ARTICLE.has(`${first}_${next}`) && !isArticle) return undefined
    const to = endOfPhrase(textAt, INDEFINITE.has(textAt(from)) ? from + 1 : from)
    // `We are one volunteer short` asks for one.
    return textAt(to) === 'short' ? undefined : [from, to]
  }
  const article = at + 1
  if (!INDEFINITE.has(textAt(article)) && !OWNED.has(textAt(article))) return undefined
  const isRun = RUN.has(first) && (textAt(at - 1) === '' || I.has(textAt(at - 1)))
  if (isRun && INDEFINITE.has(textAt(article))) return [article, endOfPhrase(textAt, article + 1)]
  if (!HAVE.has(first)) return undefined
  const to = endOfPhrase(textAt, article + 1)
  for (let own = article + 1; own < to; own++) if (isInstitution(textAt(own))) return [article, to]
  return undefined
}

/** Finds `we sell honey at markets and …`: up to the end of the clause or to the conjunction. */
function tradeAt(textAt: TextAt, at: number): Span | undefined {
  if (!TRADE.has(textAt(at))) return undefined
  const isFirst = textAt(at - 1) === ''
  const isInflected = /(?:o|mos)$/.test(textAt(at))
  if (!(I.has(textAt(at - 1)) && isStart(textAt, at - 2)) && !(isFirst && isInflected)) return undefined
  if (THAT.has(textAt(at + 1))) return undefined
  let to = at
  while (to < at + MAX_OF_WRITER && textAt(to) !== '' && !JOINS.has(textAt(to))) to++
  return [at, to]
}

/** `Je fais ça le soir`: the thing was named before. */
const THAT = words('ca cela it this that them das es dies sie lo la los las eso esto isso isto')
const JOINS = words('and but y e pero und aber et mais mas who that which que qui')

function isStart(textAt: TextAt, at: number): boolean {
  return textAt(at) === '' || JOINS.has(textAt(at))
}

/**
 * Finds `our yoga studio`, `der Kindergarten`, `la tienda de flores`, and `food bank needs` at the beginning
 * of a clause.
 */
function institutionAt(textAt: TextAt, at: number): Span | undefined {
  const from = startOfInstitution(textAt, at)
  return from === undefined || !isInstitution(textAt(at)) ? undefined : [from, endOfInstitution(textAt, at)]
}

/** `Our library` and `food bank needs …` are the writer's own; `the library` may be any. */
function isOwn(textAt: TextAt, [from]: Span): boolean {
  return textAt(from - 1) === '' || OWNED.has(textAt(from - 1))
}

/**
 * After these words, `for` names what or whom is sought, not a purpose: `someone for the garden`, `looking
 * for`.
 */
const SOUGHT = words(
  `someone somebody anyone anybody person people help helper helpers hand hands volunteer volunteers looking search searching ask asking asked asks
  apply applying applied pay paying paid care caring responsible ready need needed wait waiting hire hiring sign signed time money me us him her them it you
  budget look fee charge price cost quote quotes not and or but alguien ayuda persona personas voluntario voluntarios voluntarias
  sirve gente tiempo dinero jemand jemanden hilfe helfer leute person personen unterstutzung zeit geld quelqu un aide personne personnes
  benevole benevoles bras temps argent alguem ajuda pessoa pessoas voluntaria gente tempo dinheiro`,
)
const FOR = words('for fur para pour')

/** Finds the purpose after a thing: `a website for my dog walking`, `costumes for the musical`. */
function purposeAt(textAt: TextAt, at: number): Span | undefined {
  if (!FOR.has(textAt(at)) || textAt(at - 1) === '' || SOUGHT.has(textAt(at - 1))) return undefined
  const article = textAt(at + 1)
  if (!INDEFINITE.has(article) && !OWNED.has(article) && !DEFINITE.has(article)) return undefined
  return [at + 2, endOfPhrase(textAt, at + 2)]
}

const IS = words('is are was were es son era eran est sont etait ist sind war waren e sao era eram')

function startOfInstitution(textAt: TextAt, at: number): number | undefined {
  for (let from = at - 1; from >= at - 1 - MAX_BEFORE_INSTITUTION; from--) {
    const word = textAt(from)
    // `That is our whole board` says what something is.
    if (OWNED.has(word) || DEFINITE.has(word)) return IS.has(textAt(from - 1)) ? undefined : from + 1
    if (word === '') return ASKS.has(textAt(endOfInstitution(textAt, at))) ? from + 1 : undefined
    if (STOPS.has(word) || INDEFINITE.has(word)) return undefined
  }
  return undefined
}

function endOfInstitution(textAt: TextAt, at: number): number {
  let to = at + 1
  if (FOLLOWING.test(textAt(to))) to++
  if (!OF.has(textAt(to))) return to
  const isArticle = DEFINITE.has(textAt(to + 1))
  return textAt(to + 1) === '' ? to : to + (isArticle ? 3 : 2)
}

function endOfPhrase(textAt: TextAt, from: number): number {
  let to = from
  while (to < from + MAX_OF_WRITER && textAt(to) !== '' && !STOPS.has(textAt(to))) to++
  return to
}
