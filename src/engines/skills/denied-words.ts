import { startOfHad } from './already-there.ts'
import type { Token } from './text-tokens.ts'

/** How many words after a denial it covers at most. */
const MAX_DENIED = 5
/** How far apart the words of a denial may stand: `ne cherchons vraiment pas`. */
const MAX_BETWEEN = 3

const words = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/))

/** After these, what somebody does or seeks is denied: `do not need`, `no busco`, `machen keine`. */
const DENYING = words(
  'not dont don’t doesnt doesn’t wont won’t didnt no nicht keine kein keinen nao never nunca',
)
const ACTS = words(
  `do does offer offering need needed want wanted require provide handle looking seek seeking hago hacemos ofrezco ofrecemos
  necesito necesitamos quiero queremos busco buscamos fais faisons propose proposons cherche cherchons veux voulons besoin
  mache machen biete bieten brauche brauchen suche suchen will wollen faco fazemos ofereco oferecemos preciso precisamos
  quero queremos procuro procuramos`,
)
/** These deny the words behind them. */
const EXCEPT = words('except excluding excepto salvo sauf ausser exceto')
const EXCEPT_PAIRS = words('instead_of rather_than other_than apart_from anything_but nada_de')
/** `no bookkeeping please`: a short denial with a word behind it that makes it a wish. */
const NO = words('no kein keine keinen pas sin sans sem nem not')
const WISH = words(
  'please thanks needed required necessary wanted involved por bitte notig gesucht merci favor',
)
/** `nothing to do with plumbing`, by its words. */
const UNRELATED = [
  'nothing to do with',
  'nada que ver con',
  'rien a voir avec',
  'nichts zu tun mit',
  'nichts mit',
  'nada a ver com',
  'no experience with',
  'no interest in',
].map((text) => text.split(' '))
/** Who names an activity after these does not want it (see `deniesActivity`). `No heating` tells what is missing. */
const NO_ACTIVITY = words('no not without never')
const ACTIVITY = /^.{4,}ing$/
const MISSING = words(
  'heating lighting wiring parking training funding hearing meaning clothing seating shelving fencing building evening morning',
)
const BEFORE_NO: ReadonlySet<string> = new Set(['', 'and', 'but'])
const BEHIND_NO: ReadonlySet<string> = new Set(['', 'and', 'or'])
const TURN = words('but just only sondern pero mais mas sino nur solo seulement')
/**
 * Leaves out the words that a text denies: `I don't do taxes`, `no bookkeeping please`, `keine Buchhaltung, bitte`. What
 * somebody lacks is no denial: `we have no website`, `nobody keeps our books`.
 */
export function denyWords(tokens: readonly Token[]): Token[] {
  const denied = new Set<number>()
  const textAt = (at: number) => (tokens[at]?.text ?? '').replaceAll("'", '’')
  for (let at = 0; at < tokens.length; at++) {
    const from = startOfDenied(textAt, at)
    if (from === undefined) continue
    for (let to = from; to < from + MAX_DENIED && textAt(to) !== '' && !TURN.has(textAt(to)); to++)
      denied.add(to)
  }
  return denied.size === 0 ? [...tokens] : tokens.filter((_, at) => !denied.has(at))
}

/** Where the words begin that the word at this position denies, if it does. */
function startOfDenied(textAt: (at: number) => string, at: number): number | undefined {
  const word = textAt(at)
  const next = textAt(at + 1)
  if (EXCEPT.has(word)) return at + 1
  if (EXCEPT_PAIRS.has(`${word}_${next}`)) return at + 2
  // `don't` is read as `don` and `t` where labels part it.
  const apart = (word === 'don' || word === 'doesn' || word === 'won') && next === 't' ? 1 : 0
  if ((DENYING.has(word) || apart > 0) && ACTS.has(textAt(at + apart + 1))) return at + apart + 2
  if (ACTS.has(word) && (next === 'pas' || next === 'keine' || next === 'keinen' || next === 'kein'))
    return at + 2
  const unrelated = UNRELATED.find((all) => all.every((one, by) => textAt(at + by) === one))
  if (unrelated) return at + unrelated.length
  if (deniesActivity(textAt, at)) return at + 1
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

/** `Painting and tiling, no plumbing`: an activity, at the beginning of a clause, with nothing behind it. */
function deniesActivity(textAt: (at: number) => string, at: number): boolean {
  const next = textAt(at + 1)
  if (!NO_ACTIVITY.has(textAt(at)) || !ACTIVITY.test(next) || MISSING.has(next)) return false
  return BEFORE_NO.has(textAt(at - 1)) && BEHIND_NO.has(textAt(at + 2))
}

/** `I used to run payroll but don't want to`. */
function gaveUp(textAt: (at: number) => string, at: number): boolean {
  if (textAt(at) !== 'used' || textAt(at + 1) !== 'to') return false
  for (let to = at + 2; to <= at + 2 + MAX_DENIED; to++)
    if (textAt(to) === 'but')
      return [1, 2, 3].some((by) => DENYING.has(textAt(to + by)) || textAt(to + by) === 'don')
  return false
}
