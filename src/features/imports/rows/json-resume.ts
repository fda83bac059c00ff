import { didYouMean } from '../../../shared/did-you-mean.ts'
import { message } from '../../../shared/messages/index.ts'
import { candidateInput } from '../../internships/index.ts'
import type { ReadingContext } from '../values/reading.ts'
import { shortened } from '../values/reading.ts'
import { readBasics } from './resume-basics.ts'
import { readEducation } from './resume-education.ts'
import { isJsonObject, type JsonObject, ResumeRow } from './resume-row.ts'
import { readLanguagesOf, readSkillsOf } from './resume-skills.ts'

/** Sections of https://jsonresume.org/schema, and of other versions of it. */
const SECTIONS = new Set(
  '$schema basics work volunteer education awards certificates publications skills languages interests references projects meta'.split(
    ' ',
  ),
)
/** Keys that both a résumé and a candidate have: they belong to the résumé. */
const OF_RESUME = new Set(['skills', 'languages'])
/** Longest résumé of a candidate. */
const MOST_CHARS = 64 * 1024

export function isJsonResume(value: JsonObject): boolean {
  if (isJsonObject(value.basics)) return true
  return value.basics === undefined && (Array.isArray(value.education) || Array.isArray(value.work))
}

/**
 * Reads a JSON Resume entry by entry as the fields of a candidate. An unreadable entry is left out with a notice. Fields
 * that the format lacks, such as consent, may be next to it under the names of the body and take precedence. The résumé
 * itself is stored whole, unless it is too long.
 */
export function readJsonResume(value: JsonObject, context: ReadingContext = {}): ResumeRow {
  const row = new ResumeRow()
  const isOwn = (key: string) => key in candidateInput.shape && !OF_RESUME.has(key)
  const key = keyOf(value)
  const own = Object.entries(value).filter(([name]) => isOwn(name) && name !== 'external_id')
  const resume = Object.fromEntries(Object.entries(value).filter(([name]) => !isOwn(name) && name !== key))
  row.origins.set('/external_id', `/${key}`)
  const { basics } = value
  const isNested = isJsonObject(basics)
  readBasics(row, isNested ? basics : resume, { pointer: isNested ? '/basics' : '', context })
  readEducation(row, value.education, context)
  readSkillsOf(row, value.skills, context)
  readLanguagesOf(row, value.languages)
  for (const [key, given] of own) row.set(key, given, `/${key}`)
  row.set('resume', withinLimit(row, resume), '')
  pointOutSlips(row, resume, isNested)
  return row
}

/** Returns the field next to a résumé that holds the candidate's key. */
export function keyOf({ external_id, id }: JsonObject): 'external_id' | 'id' {
  const isGiven =
    typeof external_id === 'number' || (typeof external_id === 'string' && external_id.trim() !== '')
  return !isGiven && (typeof id === 'string' || typeof id === 'number') ? 'id' : 'external_id'
}

/** Shortens a résumé that is too long: first the pictures, then the longest sections. One notice names them. */
function withinLimit(row: ResumeRow, resume: JsonObject): JsonObject {
  if (lengthOf(resume) <= MOST_CHARS) return resume
  const { basics, ...sections } = resume
  const left: string[] = []
  let withoutPicture = false
  let kept: JsonObject = resume
  if (isJsonObject(basics)) {
    const { image: _, picture: __, ...others } = basics
    if (lengthOf(others) < lengthOf(basics)) withoutPicture = true
    kept = { basics: others, ...sections }
  }
  const longestFirst = Object.keys(sections).toSorted((a, b) => lengthOf(sections[b]) - lengthOf(sections[a]))
  for (const name of longestFirst) {
    if (lengthOf(kept) <= MOST_CHARS) break
    left.push(name)
    kept = Object.fromEntries(Object.entries(kept).filter(([key]) => key !== name))
  }
  row.notices.push({
    column: null,
    code: 'left_out',
    details: [message('import_resume_too_long', { withoutPicture, sections: left })],
    value: null,
  })
  return kept
}

function lengthOf(value: unknown): number {
  return JSON.stringify(value)?.length ?? 0
}

/** Reports fields next to the résumé whose name is nearly that of a candidate's field. */
function pointOutSlips(row: ResumeRow, resume: JsonObject, isNested: boolean): void {
  if (!isNested) return
  for (const key of Object.keys(resume)) {
    const meant = SECTIONS.has(key) ? undefined : didYouMean(key, Object.keys(candidateInput.shape))
    if (meant !== undefined)
      row.notices.push({
        column: `/${key}`,
        code: 'unknown_field',
        details: [message('import_field_kept_with_resume', { field: shortened(key), meant })],
        value: null,
      })
  }
}
