import { message } from '../../../shared/messages/index.ts'
import { countryByName, NAME_LANGUAGES } from '../../../shared/places/index.ts'
import type { Detail } from '../details.ts'
import { foldedWords, trimUnseen } from './cell-text.ts'
import { splitAtSeparators, splitKnownParts } from './lists.ts'
import { isRead, type Reading, read, shortened, unreadableAs } from './reading.ts'

/** Tags of more than two letters that people name. */
const MORE_TAGS =
  `yue fil haw ceb ase hmn chr nv ast gsw nds sco ckb kmr prs bfi haw hak nan wuu tzm ber kab arn quc nah mam
  pt-BR pt-PT en-US en-GB en-AU en-CA fr-CA fr-CH es-MX es-ES es-419 de-AT de-CH zh-Hans zh-Hant nl-BE`.split(
    /\s+/,
  )
const OTHER_NAMES: Readonly<Record<string, string>> = {
  zh: 'mandarin|chinese mandarin|mandarin chinese|putonghua|mandarin chino|chino mandarin|mandarim|mandarino',
  yue: 'cantonese|chinese cantonese',
  fa: 'farsi|persian farsi|dari farsi',
  fil: 'tagalog|filipino|pilipino',
  es: 'castellano|castilian|castilla|spanish castilian',
  ase: 'asl|american sign language',
  bfi: 'bsl|british sign language',
  bn: 'bangla|bengali',
  pa: 'punjabi|panjabi',
  'nl-BE': 'flemish',
  ht: 'haitian creole|creole|kreyol',
  he: 'hebrew|ivrit',
  el: 'greek',
  no: 'norwegian',
  ne: 'nepali',
  'pt-BR': 'brazilian|brazilian portuguese',
}
/** Words for fluency, which no tag expresses. */
const FLUENCY = new Set(
  `native speaker fluent fluently intermediate basic advanced beginner conversational proficient professional working mother
  tongue first second language bilingual good level nativo nativa fluido avanzado intermedio basico materna courant natif native
  maternelle debutant avance intermediaire fliessend muttersprache gut grundkenntnisse sehr fluente avancado a1 a2 b1 b2 c1 c2
  very some elementary limited full proficiency and spoken written`.split(/\s+/),
)

let tagByName: ReadonlyMap<string, string> | undefined

function languagesByName(): ReadonlyMap<string, string> {
  if (tagByName) return tagByName
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  const tags = [...letters.flatMap((first) => letters.map((second) => first + second)), ...MORE_TAGS]
  const named = NAME_LANGUAGES.flatMap((language) => {
    const displayed = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' })
    return tags.flatMap((tag) => {
      const name = displayed.of(tag)
      return name === undefined ? [] : [[foldedWords(name), preferredTag(tag)] as const]
    })
  })
  const own = tags.flatMap((tag) => {
    const name = new Intl.DisplayNames(tag, { type: 'language', fallback: 'none' }).of(tag)
    return name === undefined ? [] : [[foldedWords(name), preferredTag(tag)] as const]
  })
  const others = Object.entries(OTHER_NAMES).flatMap(([tag, names]) =>
    names.split('|').map((name) => [name, tag] as const),
  )
  // The first tag with a name keeps it: Norwegian is `no`, not `nb`.
  const known = new Map<string, string>()
  for (const [name, tag] of [...others, ...named, ...own]) if (!known.has(name)) known.set(name, tag)
  tagByName = known
  return known
}

function preferredTag(tag: string): string {
  return Intl.getCanonicalLocales(tag)[0] ?? tag
}

const TAG = /^[a-z]{2,3}(?:[-_][a-z0-9]{2,8}){0,3}$/i
const IN_BRACKETS = /^([^()[\]]+?)[([]([^()[\]]*)[)\]]\s*$/
const known = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' })

/** Reads a language as a BCP 47 tag, by its tag, or by its name in five languages or its own. */
export function readLanguage(cell: string): Reading<string> {
  const text = trimUnseen(cell)
  const tag = text.length > 100 ? undefined : tagOf(text)
  if (tag !== undefined) return read(tag)
  const [, name, added = ''] = text.length > 100 ? [] : (IN_BRACKETS.exec(text) ?? [])
  const inner = name === undefined ? undefined : tagOf(name)
  if (inner !== undefined) return withAddition(text, inner, added)
  const [first = '', ...rest] = text.length > 100 ? [] : text.split(/\s*[-–:]\s*|\s+/)
  const alone = tagOf(first)
  if (alone !== undefined && rest.every((word) => FLUENCY.has(foldedWords(word))))
    return withAddition(text, alone, rest.join(' '))
  const last = tagOf(rest.at(-1) ?? '')
  if (last !== undefined && [first, ...rest.slice(0, -1)].every((word) => FLUENCY.has(foldedWords(word))))
    return withAddition(text, last, [first, ...rest.slice(0, -1)].join(' '))
  return unreadableAs('language', text)
}

/**
 * Reads a language with an addition. `Português (Brasil)` names a country, `Chinese (Mandarin)` a language, `English
 * (native)` something that no tag expresses.
 */
function withAddition(text: string, tag: string, added: string): Reading<string> {
  const country = countryByName(added)
  if (country !== undefined && !tag.includes('-')) return read(`${tag}-${country}`)
  const inner = tagOf(added)
  if (inner !== undefined) return read(inner)
  return read(
    tag,
    message('import_language_read', { cell: shortened(text), tag, left: shortened(added.trim()) }),
  )
}

function tagOf(text: string): string | undefined {
  const named = languagesByName().get(foldedWords(text))
  if (named !== undefined) return named
  const tag = text.replaceAll('_', '-').trim()
  if (!TAG.test(tag)) return undefined
  try {
    const [canonical] = Intl.getCanonicalLocales(tag)
    return canonical !== undefined && known.of(canonical.split('-')[0] ?? '') !== undefined
      ? canonical
      : undefined
  } catch {
    return undefined
  }
}

const MAX_CHARS = 1000

/** Reads a list of languages. Unknown ones are left out with a note, unless all are unknown. */
export function readLanguages(cell: string): Reading<string[]> {
  if (cell.length > MAX_CHARS) return unreadableAs('languages_too_long', cell)
  const isLanguage = (text: string) => isRead(readLanguage(text))
  const parts = splitAtSeparators(cell).flatMap(
    (part) => splitKnownParts(part, isLanguage) ?? part.split(','),
  )
  const tags = new Set<string>()
  const notes: Detail[] = []
  const unknown: string[] = []
  for (const part of parts) {
    const reading = readLanguage(part)
    if (!isRead(reading)) unknown.push(shortened(trimUnseen(part)))
    else {
      tags.add(reading.value)
      notes.push(...reading.notes)
    }
  }
  if (tags.size === 0) return unreadableAs('languages', trimUnseen(cell))
  const note = unknown.length === 0 ? null : message('import_languages_left_out', { cells: unknown })
  return read([...tags], ...notes, note)
}
