import { message } from '../../../shared/messages/index.ts'
import { isBlank } from '../values/blank.ts'
import { foldedWords } from '../values/cell-text.ts'
import { readDayOrMonth } from '../values/dates.ts'
import { isRead, type ReadingContext, read } from '../values/reading.ts'
import { entriesOf, type JsonObject, type ResumeRow, type ResumeText, textOf } from './resume-row.ts'

const AREAS = ['area', 'major', 'field', 'fieldOfStudy', 'field_of_study', 'degreeField', 'course', 'subject']
const DEGREES = ['studyType', 'degree', 'qualification']
const STARTS = ['startDate', 'start', 'from', 'start_date']
const ENDS = [
  'endDate',
  'end',
  'to',
  'end_date',
  'graduationDate',
  'graduation_date',
  'graduation',
  'until',
  'year',
]
const EXAMPLE = '{"area": "Accounting", "endDate": "2028-05"}'
/** More are left out with a notice. */
const MOST_MAJORS = 10

/** Words for studies that continue, in the languages of offices, without accents. */
const OPEN_ENDS = new Set(
  'present|current|currently|now|today|ongoing|on going|in progress|to date|till date|till now|until now|to present|enrolled|heute|aktuell|laufend|jetzt|derzeit|bis heute|andauernd|actual|actualidad|actualmente|presente|en curso|hoy|la actualidad|hasta la fecha|hasta hoy|aujourdhui|present day|actuel|en cours|a ce jour|maintenant|actuellement|atual|atualmente|o momento|hoje|em andamento|ate o momento|expected|tbd|pending'.split(
    '|',
  ),
)
/** Words next to a date in the future. */
const EXPECTED =
  /\b(?:expected|anticipated|estimated|planned|exp\.?|est\.?|graduating|graduation|graduates|voraussichtlich|prévue?|previsto|prevista|esperado|class of)\b/giu

const SHORT_ISO = /^\d{4}(?:-\d\d)?$/

/** Reads the majors, and the day on which the last studies end. Studies that continue have no such day. */
export function readEducation(row: ResumeRow, education: unknown, context: ReadingContext): void {
  const pointer = '/education'
  const entries = entriesOf(row, education, { pointer, example: EXAMPLE })
  const areas: ResumeText[] = []
  const ends: { day: string; pointer: string }[] = []
  let goesOn = false
  for (const { entry, pointer } of entries) {
    if (typeof entry === 'string') {
      row.leaveOut(
        { text: entry, pointer },
        message('import_write_like', { example: EXAMPLE, isEntry: true }),
      )
      continue
    }
    const area =
      textOf(entry, AREAS, { pointer, kind: 'text' }) ?? textOf(entry, DEGREES, { pointer, kind: 'text' })
    if (area) areas.push(area)
    const end = endOf(row, entry, { pointer, context })
    if (end === 'open') goesOn = true
    else if (end) ends.push(end)
  }
  const distinct = [...Map.groupBy(areas, ({ text }) => foldedWords(text)).values()].flatMap(
    ([one]) => one ?? [],
  )
  for (const area of distinct.slice(MOST_MAJORS))
    row.leaveOut(area, message('import_most_of_candidate', { most: MOST_MAJORS, noun: 'majors', of: null }))
  row.setList(
    'majors',
    distinct.slice(0, MOST_MAJORS).map(({ text, pointer }) => ({ value: text.trim(), pointer })),
    pointer,
  )
  const last = ends.toSorted((a, b) => b.day.localeCompare(a.day))[0]
  if (last && !goesOn) row.set('graduates_on', last.day, last.pointer)
}

function endOf(
  row: ResumeRow,
  entry: JsonObject,
  { pointer, context }: { pointer: string; context: ReadingContext },
): { day: string; pointer: string } | 'open' | undefined {
  const end = textOf(entry, ENDS, { pointer })
  if (!end)
    return ENDS.some((name) => isOpen(entry[name])) || textOf(entry, STARTS, { pointer }) ? 'open' : undefined
  if (OPEN_ENDS.has(foldedWords(end.text.slice(0, 60)))) return 'open'
  const text = end.text.replace(EXPECTED, ' ').replace(/[()]/g, ' ').trim()
  const reading = readDayOrMonth(text, context)
  // The format itself writes months and years like this, so no notice is needed.
  const day = row.valueOf(end, isRead(reading) && SHORT_ISO.test(text) ? read(reading.value) : reading)
  return day === undefined ? undefined : { day, pointer: end.pointer }
}

/** Tells whether a date is null or blank. */
function isOpen(value: unknown): boolean {
  return value === null || (typeof value === 'string' && isBlank(value))
}
