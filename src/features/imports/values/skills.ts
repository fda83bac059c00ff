import { message } from '../../../shared/messages/index.ts'
import { cellMessage, type Detail } from '../details.ts'
import { foldedWords, trimUnseen } from './cell-text.ts'
import { keepFirst, splitAtSeparators, splitKnownParts } from './lists.ts'
import { type Reading, type ReadingContext, shortened, unreadable } from './reading.ts'
import { IMPORTANCES, LEVELS, valueOfWord, type WordTable } from './words.ts'

/** Details that a column may have for a skill. */
export type SkillDetail = 'level' | 'importance' | 'hours_per_week' | 'already_doing'

export interface SkillEntry {
  skill: string
  level?: string
  importance?: string
  hours_per_week?: number
  already_doing?: true
}

interface SkillOptions {
  max: number
  details: readonly SkillDetail[]
}

/** Reads a list of skills with level and importance: `Excel: advanced; SQL (required)`. */
export function readSkills(
  cell: string,
  context: ReadingContext,
  { max, details }: SkillOptions,
): Reading<SkillEntry[]> {
  const isKnownSkill = context.isKnownSkill ?? (() => false)
  const isKnown = (text: string) => {
    if (isKnownSkill(text)) return true
    const { entry, note } = takeApart(text, details, isKnownSkill)
    return note === null && isKnownSkill(entry.skill)
  }
  const notes: Detail[] = []
  const entries = splitAtSeparators(cell).flatMap((part) => {
    const parts = splitKnownParts(part, isKnown)
    const isOne = !parts && takeApart(part, details, isKnownSkill).note === null
    if (isOne && part.includes(',') && !isDetailed(part, details))
      notes.push(message('import_skill_kept_as_one', { cell: shortened(part) }))
    return (parts ?? [part]).map((one) => {
      const { entry, note } = takeApart(one, details, isKnownSkill)
      if (note !== null) notes.push(note)
      return entry
    })
  })
  if (entries.length === 0) return unreadable(cellMessage('skills_empty'))
  const distinct = [...Map.groupBy(entries, ({ skill }) => skill.toLowerCase()).values()].map((same) => {
    const one = joinEntries(same)
    const lost = same.flatMap(({ skill: _, ...details }) =>
      Object.entries(details).flatMap(([detail, value]) =>
        Object.entries(one).some(([kept, as]) => kept === detail && as === value) ? [] : [String(value)],
      ),
    )
    if (lost.length > 0) notes.push(message('import_skill_twice', { cell: shortened(one.skill), left: lost }))
    return one
  })
  return keepFirst(distinct, { max, noun: 'skills', show: ({ skill }) => skill }, notes)
}

/** Joins several entries for a skill. Of two details of one kind, the first counts. */
function joinEntries(same: readonly SkillEntry[]): SkillEntry {
  const [first = { skill: '' }] = same
  return Object.assign({ skill: first.skill }, ...same.toReversed(), { skill: first.skill })
}

function isDetailed(part: string, details: readonly SkillDetail[]): boolean {
  return Object.keys(takeApart(part, details, () => false).entry).length > 1
}

interface TakenApart {
  entry: SkillEntry
  note: Detail | null
}

/**
 * Splits an entry into a skill and its details. Unknown details stay in the skill's name, unless the name is known without
 * them.
 */
function takeApart(
  text: string,
  details: readonly SkillDetail[],
  isKnownSkill: (label: string) => boolean,
): TakenApart {
  const whole: TakenApart = { entry: { skill: text }, note: null }
  const split = splitDetails(text)
  if (!split || isKnownSkill(text)) return whole
  const entry: SkillEntry = { skill: split.label }
  const unknown: string[] = []
  for (const word of split.words) {
    const detail = detailOf(word, details)
    if (detail) Object.assign(entry, detail)
    else unknown.push(word)
  }
  if (unknown.length === 0) return { entry, note: null }
  const isSure = isKnownSkill(split.label)
  if (!isSure && !split.isPlain) return whole
  const note = message('import_skill_details', {
    words: shortened(unknown.join(', ')),
    skill: shortened(split.label),
    areImportances: details.includes('importance'),
    isKept: !isSure,
  })
  return { entry: isSure ? entry : { skill: text }, note }
}

/** Splits off the words after `:` or ` - `, or in brackets at the end. `isPlain` if only details can be there. */
function splitDetails(text: string): { label: string; words: string[]; isPlain: boolean } | null {
  const bracket = Math.max(text.lastIndexOf('('), text.lastIndexOf('['))
  if (bracket > 0 && /[)\]]$/.test(text))
    return labelAndDetails(text.slice(0, bracket), text.slice(bracket + 1, -1), /[,/:]/, false)
  const colon = text.indexOf(':')
  if (colon > 0) return labelAndDetails(text.slice(0, colon), text.slice(colon + 1), /[:,]/, true)
  const dash = text.search(/ [-–—] /)
  if (dash > 0) return labelAndDetails(text.slice(0, dash), text.slice(dash + 3), /,/, false)
  const [, label, level] = JOINED_LEVEL.exec(text) ?? []
  return label === undefined || level === undefined ? null : { label, words: [level], isPlain: false }
}

/** Without spaces a dash belongs to the name, as in social-media, except before these words. */
const JOINED_LEVEL = /^(.+)[-–](advanced|beginner|intermediate|expert|required|preferred|optional)$/i

function labelAndDetails(label: string, details: string, separator: RegExp, isPlain: boolean) {
  const words = details
    .split(separator)
    .map(trimUnseen)
    .filter((word) => word !== '')
  return trimUnseen(label) === '' || words.length === 0 ? null : { label: trimUnseen(label), words, isPlain }
}

const HOURS = /^(\d{1,3}(?:[.,]\d{1,2})?) ?(?:h|hours?|hrs?)?$/

function detailOf(word: string, details: readonly SkillDetail[]): Partial<SkillEntry> | null {
  const said = (table: WordTable) => valueOfWord(table, word)
  const level = details.includes('level') ? said(LEVELS) : undefined
  if (level !== undefined) return { level }
  const importance = details.includes('importance') ? said(IMPORTANCES) : undefined
  if (importance !== undefined) return { importance }
  if (details.includes('already_doing') && foldedWords(word).startsWith('already'))
    return { already_doing: true }
  const hours = details.includes('hours_per_week') ? HOURS.exec(word.toLowerCase())?.[1] : undefined
  return hours === undefined ? null : { hours_per_week: Number(hours.replace(',', '.')) }
}
