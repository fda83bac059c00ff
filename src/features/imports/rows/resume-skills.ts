import { message } from '../../../shared/messages/index.ts'
import { foldedWords } from '../values/cell-text.ts'
import { readLanguage, readLanguages } from '../values/languages.ts'
import { splitKnownParts } from '../values/lists.ts'
import { isRead, type Reading, type ReadingContext, read, shortened } from '../values/reading.ts'
import { LEVELS, valueOfWord } from '../values/words.ts'
import {
  entriesOf,
  isJsonObject,
  type JsonObject,
  type ResumeRow,
  type ResumeText,
  textOf,
} from './resume-row.ts'

const SKILL_NAMES = ['name', 'skill', 'title', 'label', 'category', 'group']
const SKILL_LEVELS = ['level', 'proficiency', 'rating', 'experience']
const KEYWORDS = ['keywords', 'items', 'list', 'skills', 'tags']
const LANGUAGE_NAMES = ['language', 'name', 'lang', 'code']
const MOST_SKILLS = 30
const MOST_LANGUAGES = 20

/** Names of groups, which are not skills if keywords follow. In the languages of offices, without accents. */
const HEADINGS = new Set(
  'skills|technical skills|hard skills|soft skills|other skills|other|others|misc|miscellaneous|general|languages|programming languages|programming|coding languages|tools|tools and technologies|technologies|technology|frameworks|libraries|frameworks and libraries|libraries and frameworks|practices|methods|methodologies|platforms|software|applications|databases|operating systems|technical|core|core competencies|competencies|interpersonal|personal|business|keywords|certifications|kenntnisse|fahigkeiten|programmiersprachen|sprachen|werkzeuge|methoden|sonstiges|software kenntnisse|edv|habilidades|lenguajes|lenguajes de programacion|herramientas|tecnologias|otros|competencias|metodologias|competences|langages|outils|logiciels|autres|methodes|bases de donnees|habilidades tecnicas|ferramentas|linguagens|outros'.split(
    '|',
  ),
)

interface Entry extends ResumeText {
  level?: string
}

/** Reads the skills: names of entries and their keywords. */
export function readSkillsOf(row: ResumeRow, skills: unknown, { isKnownSkill }: ReadingContext): void {
  const pointer = '/skills'
  const sections =
    isJsonObject(skills) && !textOf(skills, SKILL_NAMES, { pointer }) ? groupsOf(skills) : skills
  const entries = entriesOf(row, sections, { pointer, example: '{"name": "Excel", "level": "advanced"}' })
  const all = entries.flatMap(({ entry, pointer }) =>
    typeof entry === 'string' ? textsIn(entry, pointer) : skillsIn(row, entry, pointer),
  )
  const found = isKnownSkill ? all.flatMap((one) => knownPartsOf(one, isKnownSkill)) : all
  const distinct = [...Map.groupBy(found, ({ text }) => foldedWords(text) || text).values()].map(bestOf)
  const left = distinct.slice(MOST_SKILLS)
  if (left.length > 0)
    row.leaveOut(
      { text: left.map(({ text }) => text).join(', '), pointer },
      message('import_most_of_candidate', { most: MOST_SKILLS, noun: 'skills', of: distinct.length }),
    )
  row.setList(
    'skills',
    distinct.slice(0, MOST_SKILLS).map(({ text, pointer, level }) => ({
      value: level === undefined ? text : { skill: text, level },
      pointer,
    })),
    pointer,
  )
}

/** Splits `Excel and Word` if both are known. */
function knownPartsOf(entry: Entry, isKnownSkill: (label: string) => boolean): Entry[] {
  const parts = splitKnownParts(entry.text, isKnownSkill) ?? [entry.text]
  return parts.map((text) => ({ ...entry, text }))
}

/** Converts `{"Languages": ["Python", "SQL"]}` to entries. */
function groupsOf(skills: JsonObject): unknown {
  return Object.entries(skills).map(([name, keywords]) => ({ name, keywords }))
}

function skillsIn(row: ResumeRow, entry: JsonObject, pointer: string): Entry[] {
  const name = textOf(entry, SKILL_NAMES, { pointer })
  const keywords = KEYWORDS.flatMap((key) => textsIn(entry[key], `${pointer}/${key}`))
  const level = levelOf(row, entry, pointer)
  const isHeading = name && keywords.length > 0 && HEADINGS.has(foldedWords(name.text))
  const named = name && !isHeading ? [{ text: name.text.trim(), pointer: name.pointer, ...level }] : []
  return [...named, ...keywords.map((keyword) => (isHeading ? { ...keyword, ...level } : keyword))]
}

function levelOf(row: ResumeRow, entry: JsonObject, pointer: string): { level?: string } {
  const given = textOf(entry, SKILL_LEVELS, { pointer })
  if (!given) return {}
  const level = valueOfWord(LEVELS, given.text)
  if (level !== undefined) return { level }
  row.leaveOut(given, message('import_level_unread', { cell: shortened(given.text) }))
  return {}
}

/** Returns the texts of a list, or of one text with commas or semicolons. */
function textsIn(value: unknown, pointer: string): ResumeText[] {
  const list = Array.isArray(value)
    ? value.map((one: unknown, at) => ({ one, pointer: `${pointer}/${at}` }))
    : typeof value === 'string'
      ? value.split(/[;,|\r\n]+/).map((one) => ({ one, pointer }))
      : []
  return list.flatMap(({ one, pointer }) => {
    const text =
      typeof one === 'string'
        ? one.trim()
        : isJsonObject(one)
          ? (textOf(one, SKILL_NAMES, { pointer })?.text ?? '')
          : ''
    return text === '' ? [] : [{ text, pointer }]
  })
}

/** Returns the one of several equal skills that has a level, otherwise the first. */
function bestOf(same: readonly Entry[]): Entry {
  const [first = { text: '', pointer: '' }] = same
  return same.find(({ level }) => level !== undefined) ?? first
}

/** Reads the languages. Fluency stays only in the résumé. */
export function readLanguagesOf(row: ResumeRow, languages: unknown): void {
  const pointer = '/languages'
  row.origins.set(pointer, pointer)
  const entries = entriesOf(row, languages, {
    pointer,
    example: '{"language": "English", "fluency": "Native speaker"}',
  })
  const tags = new Map<string, string>()
  for (const { entry, pointer } of entries) {
    const given =
      typeof entry === 'string' ? { text: entry, pointer } : textOf(entry, LANGUAGE_NAMES, { pointer })
    if (!given) continue
    for (const tag of row.valueOf(given, tagsIn(given.text)) ?? [])
      if (!tags.has(tag)) tags.set(tag, given.pointer)
  }
  const kept = [...tags].map(([value, pointer]) => ({ value, pointer }))
  for (const { value, pointer } of kept.slice(MOST_LANGUAGES))
    row.leaveOut(
      { text: value, pointer },
      message('import_most_of_candidate', { most: MOST_LANGUAGES, noun: 'languages', of: null }),
    )
  row.setList('languages', kept.slice(0, MOST_LANGUAGES), pointer)
}

/** Reads one language, or several in one entry. */
function tagsIn(text: string): Reading<string[]> {
  const one = readLanguage(text)
  return isRead(one) ? read([one.value]) : readLanguages(text)
}
