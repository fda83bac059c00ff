import { type Html, html } from '../../../../shared/html.ts'
import { importRemarks, refusalsOfDesk } from '../../../../shared/messages/index.ts'
import type { ImportRun } from '../../../imports/index.ts'
import { columnName } from '../../look/column-name.ts'
import type { View } from '../../look/view.ts'

interface Remark {
  code: string
  message: string
  column?: string | null
}

/** How the API says to give a column that a file lacks. The desk has a page for that. */
const ADVICE_OF_API = [' Add a column for it, or', ' Add columns for them, or']

/**
 * What is said of a row or a file, in the reader's language and without the parameters of the API. What only English says more
 * exactly follows in English.
 */
export function remarkText({ code, message }: Remark, { say, language }: View): Html {
  const known = importRemarks.find((one) => one === code)
  const sentence = known ? say('desk_import_remark', { code: known }) : ''
  const detail = withoutAdvice(message)
  const advice =
    detail === message || code === 'columns_missing' ? '' : say('desk_import', { word: 'remark_advice' })
  const exact = known ? withoutParameters(detail) : detail
  if (language === 'en') return html`${[exact || sentence, advice].filter(Boolean).join(' ')}`
  return html`${[sentence, advice].filter(Boolean).join(' ')}${exact && html` <span class="hint" lang="en">${exact}</span>`}`
}

/** Why a whole file could not be read. What only English says more exactly follows in English. */
export function failureText(
  { code, detail }: { code: string; detail: string },
  { say, language }: View,
): Html {
  const known = refusalsOfDesk.find((one) => one === code)
  if (!known || language === 'en') return html`<span lang="en">${detail}</span>`
  return html`${say('desk_refusal', { code: known })} <span class="hint" lang="en">${detail}</span>`
}

/** The column that a remark is about, by its header in the file if it has one. */
export function columnOf(
  { headers }: Pick<ImportRun, 'headers'>,
  { column = null }: Remark,
  view: View,
): string | null {
  if (column === null) return null
  return headers?.find((one) => one.column === column)?.header ?? columnName(column, view)
}

function withoutAdvice(message: string): string {
  const at = ADVICE_OF_API.map((advice) => message.indexOf(advice)).find((found) => found >= 0)
  return at === undefined ? message : message.slice(0, at)
}

/** Leaves out the sentences that name parameters or fields of the API, such as `key=email`. Those behind the first need it. */
export function withoutParameters(message: string): string {
  const [first = '', ...others] = message.split(/(?<=[.?!]) /)
  return isOfApi(first) ? '' : [first, ...others.filter((one) => !isOfApi(one))].join(' ')
}

function isOfApi(sentence: string): boolean {
  return /`|[a-z]=|[a-z]_[a-z]/.test(sentence)
}
