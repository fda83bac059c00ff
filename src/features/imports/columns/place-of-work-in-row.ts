import { message } from '../../../shared/messages/index.ts'
import { LEFT_OUT } from '../details.ts'
import type { RowRemark } from '../imports.table.ts'
import { foldedWords } from '../values/cell-text.ts'
import { isRead, shortened, unreadableAs } from '../values/reading.ts'
import { MODALITIES, valueOfWord } from '../values/words.ts'
import { readYesOrNo } from '../values/yes-or-no.ts'

/** Columns that each ask about one place of work: `Remote: yes`, `Willing to work on site: no`. */
export const PLACES_OF_WORK = {
  works_remotely: 'remote',
  works_on_site: 'onsite',
  works_hybrid: 'hybrid',
} as const
type Place = (typeof PLACES_OF_WORK)[keyof typeof PLACES_OF_WORK]
const columns = Object.entries(PLACES_OF_WORK)
/** The column of the place, where lists of positions also write `Remote`. */
const PLACE = 'city'

/** Answers that are neither yes nor no. */
const PARTLY = new Set(
  [
    'partly partially sometimes occasionally maybe possibly depends',
    'a veces|parcial|parcialmente|ocasionalmente|quizas|as vezes',
    'parfois|partiellement|en partie|occasionnellement|peut etre|partiel',
    'teilweise zeitweise manchmal gelegentlich tageweise vielleicht',
  ].flatMap((words) => words.split(words.includes('|') ? '|' : ' ')),
)

/** Returns the place of work in a cell of the place column: `Location: Remote`. */
export function placeOfWorkIn(text: string): Place | undefined {
  if (text.length > MAX_CHARS) return undefined
  const before = kept.get(text)
  if (before !== undefined) return before ?? undefined
  const named = valueOfWord(MODALITIES, text)
  const place = isPlace(named) ? named : null
  if (kept.size >= MAX_KEPT) kept.clear()
  kept.set(text, place)
  return place ?? undefined
}

/** Rows of one file repeat the same few places. */
const kept = new Map<string, Place | null>()
const MAX_KEPT = 1000

const MAX_CHARS = 40

function isPlace(word: string | undefined): word is Place {
  return word === 'remote' || word === 'onsite' || word === 'hybrid'
}

/** Combines the places of work of a row. Undefined if they say nothing, or all say no. */
export function placeOfWorkInRow(
  cellOf: (column: string) => readonly string[],
  headerOf: (column: string) => string,
): { modality: Place | undefined; notices: RowRemark[] } {
  const notices: RowRemark[] = []
  const said: { place: Place; isMeant: boolean; text: string; header: string }[] = []
  for (const [column, place] of columns) {
    const [text] = cellOf(column)
    if (text === undefined) continue
    const header = headerOf(column)
    const meant = meaningOf(text, place)
    if (meant) said.push({ ...meant, text, header })
    else
      notices.push({
        column,
        code: 'value_left_out',
        details: [...unreadableAs('yes_or_no', text).unreadable, LEFT_OUT],
        value: text,
      })
  }
  const [city] = cellOf(PLACE)
  const atCity = city === undefined ? undefined : placeOfWorkIn(city)
  if (city !== undefined && atCity !== undefined)
    said.push({ place: atCity, isMeant: true, text: city, header: headerOf(PLACE) })
  const modality = combinePlaces(said)
  if (said.length === 0) return { modality, notices }
  const answers = said.map(({ text, header }) => ({ cell: shortened(text), header: shortened(header) }))
  const value = said.map(({ text }) => text).join('; ')
  notices.push(
    modality === undefined
      ? {
          ...{ column: 'modality', code: 'value_left_out', value },
          details: [message('import_answers_leave_nothing', { answers }), LEFT_OUT],
        }
      : {
          ...{ column: 'modality', code: 'value_read_as', value },
          details: [message('import_answers_read', { answers, modality })],
        },
  )
  return { modality, notices }
}

/** Returns the place that an answer means. A cell may name a place of work itself: `Remote: hybrid`. */
function meaningOf(text: string, place: Place): { place: Place; isMeant: boolean } | null {
  const answer = readYesOrNo(text)
  if (isRead(answer)) return { place, isMeant: answer.value }
  if (PARTLY.has(foldedWords(text))) return { place: 'hybrid', isMeant: true }
  const named = valueOfWord(MODALITIES, text)
  return isPlace(named) ? { place: named, isMeant: true } : null
}

/** Combines answers. No to one place means the other. */
function combinePlaces(said: readonly { place: Place; isMeant: boolean }[]): Place | undefined {
  const isSaid = (place: Place, isMeant: boolean) =>
    said.some((one) => one.place === place && one.isMeant === isMeant)
  const [remote, onsite] = [isSaid('remote', true), isSaid('onsite', true)]
  if (isSaid('hybrid', true) || (remote && onsite)) return 'hybrid'
  if (remote) return 'remote'
  if (onsite) return 'onsite'
  if (isSaid('remote', false) === isSaid('onsite', false)) return undefined
  return isSaid('remote', false) ? 'onsite' : 'remote'
}
