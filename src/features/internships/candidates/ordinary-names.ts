/** First names that are also ordinary words or months in students' languages. */
const ORDINARY = new Set(
  `may april june august will mark grace art rose hope joy faith dawn summer autumn frank grant bill rob sue pat drew chase
  hunter miles page paige ray rich penny ruby pearl crystal olive ivy lily daisy violet amber ginger iris hazel jade robin angel
  dean earl guy jay lance max norm pierce skip sterling victor wade ward gene harmony melody charity patience prudence mercy
  constance destiny trinity serenity journey jasmine holly heather rusty sandy stormy sunny sky star mai abril julio luz sol paz
  alba clara blanca rosa flor esperanza victoria stern wolf ernst`.split(/\s+/),
)
const WORD = /\p{L}+/gu
const MAX_NAME_CHARS = 200
/** Phrases that introduce a person, followed by the name. */
const INTRODUCED =
  /(?:\bi am|\bi['’]m|\bname is|\bname['’]s|\bcall me|\bknown as|\bich bin|\bich heiße|\bje suis|\bje m['’]appelle|\bme llamo|\bsoy|\bmeu nome é|\bsou)\s{1,3}(\p{L}{1,40})(?:\s{0,3}(?:[.,;:!?)\n–-]|$)|\s{1,3}(?:and|from|a|an|und|et|y|e)\s)/giu

/** Tells whether every word of a name is also an ordinary word, such as May or April Rose. */
export function isOrdinaryName(name: string): boolean {
  if (name !== latest.name) latest = { name, isOrdinary: hasOnlyOrdinaryWords(name) }
  return latest.isOrdinary
}

/** Caches the last name, because all texts of one person are checked in sequence. */
let latest = { name: '', isOrdinary: false }

function hasOnlyOrdinaryWords(name: string): boolean {
  const words = wordsOf(name)
  return words.length > 0 && words.every((word) => ORDINARY.has(word))
}

/** Tells whether a text clearly names the person: in full, after an introduction, or as the whole text. */
export function holdsOrdinaryName(plain: string, name: string): boolean {
  const words = wordsOf(name)
  const [only = '', ...others] = words
  const text = plain.toLowerCase()
  if (others.length > 0) return holdsInFull(text, words.join(' '))
  const said = text.match(WORD) ?? []
  return (
    (said.length === 1 && said[0] === only) || text.matchAll(INTRODUCED).some(([, word]) => word === only)
  )
}

function wordsOf(name: string): string[] {
  return [...(name.slice(0, MAX_NAME_CHARS).toLowerCase().match(WORD) ?? [])]
}

/** Tells whether a text contains the name in full, with single spaces only: April, May and June are months. */
function holdsInFull(text: string, name: string): boolean {
  const spaced = ` ${text.replace(/\s+/g, ' ')} `
  for (let at = spaced.indexOf(name); at >= 0; at = spaced.indexOf(name, at + 1)) {
    const around = `${spaced.charAt(at - 1)}${spaced.charAt(at + name.length)}`
    if (!/[\p{L}\p{N}]/u.test(around)) return true
  }
  return false
}
