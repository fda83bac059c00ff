import { HAS_ALREADY, startOfHad } from './already-there.ts'
import type { Token } from './text-tokens.ts'

/** Maximum number of words that a denial covers. */
const MAX_DENIED = 5
/** Maximum distance between the words of a denial: `ne cherchons vraiment pas`. */
const MAX_BETWEEN = 3

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/** Words that deny what somebody does or seeks after them: `do not need`, `no busco`, `machen keine`. */
const DENYING = words('not dont doesnt wont didnt no nicht keine kein keinen nao never nunca')
const ACTS = words(
  `do does offer offering need needed want wanted require provide handle looking seek seeking hago hacemos ofrezco ofrecemos
  necesito necesitamos quiero queremos busco buscamos fais faisons propose proposons cherche cherchons veux voulons besoin
  mache machen biete bieten brauche brauchen suche suchen will wollen faco fazemos ofereco oferecemos preciso precisamos
  quero queremos procuro procuramos`,
)
/** What other people do not do is no denial (`they won't do exercise`), but what they do not want is. */
const OTHERS = words(
  'they he she it who nobody ellos ellas el ella sie er es ils elles il elle eles elas ele ela',
)
const WORK = words(
  'do does offer offering provide handle hago hacemos fais faisons mache machen faco fazemos',
)
/** Words that deny what follows. */
const EXCEPT = words('except excluding excepto salvo sauf ausser exceto')
const EXCEPT_PAIRS = words('instead_of rather_than other_than apart_from anything_but nada_de')
/** `no bookkeeping please`: a short denial, followed by a word that makes it a wish. */
const NO = words('no kein keine keinen pas sin sans sem nem not')
const WISH = words(
  'please thanks needed required necessary wanted involved por bitte notig gesucht merci favor',
)
/** `nothing to do with plumbing`, as lists of words. */
const UNRELATED: ReadonlyMap<string, readonly string[][]> = Map.groupBy(
  [
    'nothing to do with',
    'nada que ver con',
    'rien a voir avec',
    'nichts zu tun mit',
    'nichts mit',
    'nada a ver com',
    'no experience with',
    'no interest in',
  ].map((text) => text.split(' ')),
  ([first = '']) => first,
)
/**
 * Words before an unwanted activity (see `deniesActivity`). `No heating`, by contrast, says what is missing.
 */
const NO_ACTIVITY = words('no not without never')
const ACTIVITY = /^.{4,}ing$/
const MISSING = words(
  'heating lighting wiring parking training funding hearing meaning clothing seating shelving fencing building evening morning',
)
const BEFORE_NO: ReadonlySet<string> = new Set(['', 'and', 'but'])
const BEHIND_NO: ReadonlySet<string> = new Set(['', 'and', 'or'])
const OR = words('or nor o ni ou oder noch nem')
const AND = words('and y e und et')
const OF = words('de d du des')
const I = words('i we yo nosotros nosotras ich wir je nous on eu nos')
/** `Not a web designer, a job advert`. `Not a single one came` denies nothing. */
const NOT_A = words('not_a not_an no_un no_una nicht_ein nicht_eine pas_un pas_une nao_um nao_uma')
const SINGLE = words(
  'single day bit word clue lot soul penny cent solo sola einziger einzige einziges seul seule unico unica',
)
const MAX_OF_NOT_A = 3
const TURN = words('but just only sondern pero mais mas sino nur solo seulement')
const firstsOf = (pairs: ReadonlySet<string>) => [...pairs].map((pair) => pair.slice(0, pair.indexOf('_')))
/** First words of all these, to skip most words quickly. */
const MAY_DENY: ReadonlySet<string> = new Set([
  ...['don', 'doesn', 'won', 'used'],
  ...[DENYING, ACTS, EXCEPT, NO, NO_ACTIVITY].flatMap((set) => [...set]),
  ...[EXCEPT_PAIRS, NOT_A, HAS_ALREADY].flatMap(firstsOf),
  ...UNRELATED.keys(),
])

/**
 * Returns the words that a text denies: `I don't do taxes`, `no bookkeeping please`, `keine Buchhaltung,
 * bitte`. Something that is missing is not denied: `we have no website`, `nobody keeps our books`.
 */
export function deniedTokens(tokens: readonly Token[]): ReadonlySet<Token> {
  const denied = new Set<Token>()
  const textAt = (at: number) => tokens[at]?.text ?? ''
  for (let at = 0; at < tokens.length; at++) {
    const from = startOfDenied(textAt, at)
    if (from === undefined) continue
    const end = endOfList(textAt, endOfDenied(textAt, from))
    for (const token of tokens.slice(from, end)) denied.add(token)
  }
  return denied
}

function endOfDenied(textAt: (at: number) => string, from: number): number {
  let to = from
  while (to < from + MAX_DENIED && textAt(to) !== '' && !TURN.has(textAt(to)) && !goesOn(textAt, to)) to++
  return to
}

/** True for `I don't do fabric and I do wood`. */
function goesOn(textAt: (at: number) => string, at: number): boolean {
  return AND.has(textAt(at)) && I.has(textAt(at + 1))
}

/**
 * `I don't do phones, websites or clouds`: returns the end of the clause that ends a list of single words
 * with `or`.
 */
function endOfList(textAt: (at: number) => string, end: number): number {
  let at = end
  while (textAt(at) === '') {
    const item = OF.has(textAt(at + 1)) ? at + 2 : at + 1
    if (textAt(item) === '') return end
    if (OR.has(textAt(item + 1))) return endOfDenied(textAt, item)
    if (textAt(item + 1) !== '') return end
    at = item + 1
  }
  return end
}

/** Returns where the words denied by the word at this position begin, or undefined. */
function startOfDenied(textAt: (at: number) => string, at: number): number | undefined {
  const word = textAt(at)
  if (!MAY_DENY.has(word)) return undefined
  const next = textAt(at + 1)
  if (EXCEPT.has(word)) return at + 1
  if (EXCEPT_PAIRS.has(`${word}_${next}`)) return at + 2
  // In labels, `don't` is read as `don` and `t`.
  const apart = (word === 'don' || word === 'doesn' || word === 'won') && next === 't' ? 1 : 0
  const act = textAt(at + apart + 1)
  if ((DENYING.has(word) || apart > 0) && ACTS.has(act))
    return WORK.has(act) && OTHERS.has(textAt(at - 1)) ? undefined : at + apart + 2
  if (ACTS.has(word) && (next === 'pas' || next === 'keine' || next === 'keinen' || next === 'kein'))
    return at + 2
  const unrelated = UNRELATED.get(word)?.find((all) => all.every((one, by) => textAt(at + by) === one))
  if (unrelated) return at + unrelated.length
  if (deniesActivity(textAt, at)) return at + 1
  if (isNotA(textAt, at)) return at + 2
  const had = startOfHad(textAt, at)
  if (had !== undefined) return had
  if (gaveUp(textAt, at)) return at + 2
  if (word === 'no' && next === 'longer' && ACTS.has(textAt(at + 2))) return at + 3
  if (ACTS.has(word) && next === 'plus' && textAt(at - 1) === 'ne') return at + 2
  if (NO.has(word))
    for (let to = at + 2; to <= at + 1 + MAX_BETWEEN && textAt(to - 1) !== ''; to++) {
      const behind = textAt(to) === '' ? textAt(to + 1) : textAt(to)
      if (WISH.has(behind)) return at + 1
    }
  return undefined
}

/** `Painting and tiling, no plumbing`: an activity at the beginning of a clause, with nothing after it. */
function deniesActivity(textAt: (at: number) => string, at: number): boolean {
  const next = textAt(at + 1)
  if (!NO_ACTIVITY.has(textAt(at)) || !ACTIVITY.test(next) || MISSING.has(next)) return false
  return BEFORE_NO.has(textAt(at - 1)) && BEHIND_NO.has(textAt(at + 2))
}

/** Returns whether the clause begins with `not a` and contains only a thing after it. */
function isNotA(textAt: (at: number) => string, at: number): boolean {
  if (textAt(at - 1) !== '' || !NOT_A.has(`${textAt(at)}_${textAt(at + 1)}`)) return false
  if (textAt(at + 2) === '' || SINGLE.has(textAt(at + 2))) return false
  return Array.from({ length: MAX_OF_NOT_A }, (_, by) => textAt(at + 3 + by)).includes('')
}

/** True for `I used to run payroll but don't want to`. */
function gaveUp(textAt: (at: number) => string, at: number): boolean {
  if (textAt(at) !== 'used' || textAt(at + 1) !== 'to') return false
  for (let to = at + 2; to <= at + 2 + MAX_DENIED; to++)
    if (textAt(to) === 'but')
      return [1, 2, 3].some((by) => DENYING.has(textAt(to + by)) || textAt(to + by) === 'don')
  return false
}
