const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

type TextAt = (at: number) => string

/**
 * Maximum distance in words from `already have a` to the next clause, and the number of its words that are
 * read.
 */
const MAX_OF_THING = 5
const MAX_OF_CLAUSE = 9
/** Number of leading letters that words for one person or thing share: `bookkeeper`, `bookkeeping`. */
const SHARED_LETTERS = 5

/** Somebody who already has help for this work asks for other work: `we already have a bookkeeper`. */
export const HAS_ALREADY = words(
  `already_have already_has already_got have_already has_already ya_tenemos ya_tengo ya_hay tenemos_ya tengo_ya
  avons_deja ai_deja a_deja haben_schon
  haben_bereits habe_schon habe_bereits ja_temos ja_tenho temos_ja tenho_ja`,
)
const ARTICLES = words(
  'a an one our my un una nuestro nuestra mi une notre mon ma ein eine einen unsere unseren meine meinen um uma nosso nossa meu minha',
)
/**
 * Words after which the text says what is wrong with the thing: `we already have a website that nobody
 * finds`.
 */
const GOES_ON = words('that which who whose where with que qui dont con avec mit das die der com')
const BUT = words('but pero aber mais mas')
/** Words that show that a clause is about the same person or thing, or about more of it. */
const SAME = words(
  `another more second extra better replacement he she they it him her them his hers its one same happy trust satisfied
  otro otra otros otras mas segundo segunda mejor ella ello ellos ellas contento contenta confio
  er sie es ihn ihm ihr noch zweite zweiten zweiter weitere weiteren andere anderen bessere besseren zufrieden
  autre autres deuxieme second seconde mieux meilleur meilleure il elle ils elles lui plus contents contente content
  outro outra outros outras mais melhor ele ela eles elas substituto substituta satisfeito satisfeitos`,
)
/** Other words for the same person or thing. */
const THE_SAME = words(
  `person guy man woman lady current old previous last persona chica chico senora senor actual person frau mann dame personne dame
  monsieur pessoa moca rapaz senhora senhor atual`,
)
const DETERMINERS = words(
  `the a an our my this that these those el la los las un una nuestro nuestra nuestros nuestras mi mis este der die das den dem ein
  eine einen unser unsere unseren mein meine meinen le l les une notre nos mon ma mes ce cette o os as ao um uma nosso nossa nossos
  nossas meu minha`,
)
/** Words after `but` without a new subject: `but cannot keep up`, `pero se fue`, `aber ist krank`. */
const ACTS_ON = words(
  `is isn was wasn can cannot could couldn will won does doesn did didn has hasn keeps left quit retired never not only just no too
  se ya no esta es era puede va deja dejo tiene solo siempre nunca cobra
  ist war kann hat will wird geht ging kommt kam zieht arbeitet sagt schafft macht nur nicht nie
  est etait ne n a peut va part fait seulement
  nao ja foi e vai pode tem so sempre saiu anda`,
)
/** `but we need …`: what follows is what is needed. */
const WRITER = words(
  `we i nobody noone someone still now need needs want wants nosotros yo nadie todavia necesitamos necesito queremos quiero buscamos
  busco falta faltan nos me hace wir ich niemand uns mir brauchen brauche suchen suche fehlt nous on je personne manque cherchons
  cherche voulons faut nos eu ninguem precisamos preciso procuramos procuro queremos quero`,
)

/**
 * Returns where the words for something that the writer already has begin, unless the text says that it is
 * not enough.
 */
export function startOfHad(textAt: TextAt, at: number): number | undefined {
  if (!HAS_ALREADY.has(`${textAt(at)}_${textAt(at + 1)}`)) return undefined
  const hasArticle = ARTICLES.has(textAt(at + 2))
  const from = at + (hasArticle ? 3 : 2)
  // `Ya tenemos contable` means this; `ya tenemos fecha para la boda` does not.
  const most = hasArticle ? MAX_OF_THING : 1
  for (let to = from; to <= from + most; to++) {
    const isEnd = textAt(to) === ''
    const but = isEnd ? to + 1 : to
    if (BUT.has(textAt(but))) return speaksOfOther(textAt, but + 1, textAt(to - 1)) ? from : undefined
    if (isEnd) return from
    if (GOES_ON.has(textAt(to))) return undefined
  }
  return undefined
}

/**
 * Returns whether the clause after `but` is about something else: `but the website looks old`. Otherwise it
 * is about the same person or thing, or more of it (`but she left`, `but we need another`), so the work is
 * sought after all.
 */
function speaksOfOther(textAt: TextAt, from: number, thing: string): boolean {
  const given = clauseAt(textAt, from)
  // `Il nous faut un photographe` has no subject.
  const clause = IMPERSONAL.has(given.slice(0, 2).join('_')) ? given.slice(1) : given
  const [first = '', next = ''] = clause
  if (DETERMINERS.has(first) && !ACTS_ON.has(next)) return !isSame(clause.slice(1, 4), thing, 2)
  if (ACTS_ON.has(first) || SAME.has(first)) return false
  if (DETERMINERS.has(first)) return false
  if (!WRITER.has(first)) return !isSame(clause, thing)
  return !isSame(clause, thing) && clause.some((word, at) => at > 0 && isThing(word))
}

/** Returns the words up to the end of the clause, or to a further clause joined to it. */
function clauseAt(textAt: TextAt, from: number): string[] {
  const clause: string[] = []
  for (let at = from; at < from + MAX_OF_CLAUSE && textAt(at) !== ''; at++) clause.push(textAt(at))
  return clause
}

/**
 * Returns whether one of the first words stands for the same person or thing: `the old one left`, but not
 * `the roof is old`.
 */
function isSame(clause: readonly string[], thing: string, named = clause.length): boolean {
  const beginning = thing.slice(0, SHARED_LETTERS)
  return clause.some(
    (word, at) => SAME.has(word) || (at < named && THE_SAME.has(word)) || word.startsWith(beginning),
  )
}

const IMPERSONAL = words('il_nous il_me il_faut il_manque es_fehlt uns_fehlt')

const VAGUE = words(
  `help support assistance hand hands someone somebody people time please now still urgently ayuda apoyo alguien ahora hilfe unterstutzung
  jemand jemanden hilfe jetzt aide quelqu un maintenant ajuda apoio alguem agora to with for of in on so much de du con para mit fur bei
  avec pour com por not do does don t be is are am was have has`,
)

/** Returns whether a word names another thing that is sought: neither the writer nor a vague word. */
function isThing(word: string): boolean {
  return !WRITER.has(word) && !VAGUE.has(word) && !DETERMINERS.has(word) && !ACTS_ON.has(word)
}
