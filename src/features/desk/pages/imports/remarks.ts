import { type Html, html } from '../../../../shared/html.ts'
import { importRemarks, paragraphOf, refusalsOfDesk, textOf } from '../../../../shared/messages/index.ts'
import type { Detail, Failure, ImportRun, StoredNotice } from '../../../imports/index.ts'
import { columnName } from '../../look/column-name.ts'
import type { View } from '../../look/view.ts'

type Remark = StoredNotice & { column?: string | null }

/** The API's advice on giving a missing column. The desk has a page for that. */
const ADVICE_OF_API = [' Add a column for it, or', ' Add columns for them, or']

/**
 * Renders a remark on a row or a file in the reader's language, without parameters of the API. Parts that exist only in
 * English follow in English.
 */
export function remarkText(remark: Remark, view: View): Html {
  const { say, language } = view
  const known = importRemarks.find((one) => one === remark.code)
  const sentence = known ? say('desk_import_remark', { code: known }) : ''
  if (language === 'en') return html`${inEnglish(remark, view) || sentence}`
  return remark.details
    ? inWords(remark.details, sentence, view)
    : withHint(sentence, known ? withoutParameters(remark.message) : remark.message)
}

/** Renders why a whole file could not be read, like `remarkText`. */
export function failureText({ code, detail, details }: Failure, view: View): Html {
  const { say, language } = view
  const known = refusalsOfDesk.find((one) => one === code)
  const sentence = known ? say('desk_refusal', { code: known }) : ''
  if (language === 'en') {
    const exact = details ? details.map((one) => englishOf(one, view)).join(' ') : withoutParameters(detail)
    return html`${exact.trim() || sentence || detail}`
  }
  return details ? inWords(details, sentence, { language }) : withHint(sentence, detail)
}

/** Renders sentences of the catalogue. If some are the API's own, `sentence` introduces them in the reader's language. */
function inWords(details: readonly Detail[], sentence: string, { language }: Pick<View, 'language'>): Html {
  const own = details.filter(({ code }) => code !== 'import_in_english')
  const others = details.filter(({ code }) => code === 'import_in_english')
  const said = paragraphOf(own, language)
  const exact = withoutParameters(paragraphOf(others, 'en'))
  return withHint(others.length > 0 ? [sentence, said].filter(Boolean).join(' ') : said, exact)
}

function withHint(sentence: string, exact: string): Html {
  return html`${sentence}${exact && html` <span class="hint" lang="en">${exact}</span>`}`
}

/** Returns the API's sentences with the column names that people use, and the desk's advice instead of the API's. */
function inEnglish({ code, message, details }: Remark, view: View): string {
  if (details)
    return details
      .map((detail) => englishOf(detail, view))
      .filter(Boolean)
      .join(' ')
  const detail = withoutAdvice(message)
  const isAdvised = detail !== message && code !== 'columns_missing'
  const sentence = inWordsOfDesk(detail, view)
  const exact = importRemarks.some((one) => one === code) ? withoutParameters(sentence) : sentence
  const advice = isAdvised ? view.say('desk_import', { word: 'remark_advice' }) : ''
  return [exact, advice].filter(Boolean).join(' ')
}

function englishOf(detail: Detail, view: View): string {
  if (detail.code === 'import_how_to_give') return view.say('desk_import', { word: 'remark_advice' })
  // The desk has a check box for that.
  if (detail.code === 'import_row_said' && detail.values.what === 'email_can_be_key')
    return view.say('desk_import_remark', { code: 'email_can_be_key' })
  return withoutParameters(inWordsOfDesk(textOf(withNames(detail, view), 'en'), view))
}

/** The name of the API for a record's own id, except in JSON and in parameters. */
const OWN_ID = /(?<!["=])\bexternal_id\b(?!["=])/g

/** Words of the API, and the desk's words for them, in sentences that say more than how to call the API. */
const WORDS_OF_API = [
  ['in the order of date_format=', 'in the order '],
  [', which `columns` names', ', which the chosen columns name'],
  ['small_business', 'small business'],
] as const

/** Writes a sentence of the API with the desk's words, so that it is not dropped for its words. */
function inWordsOfDesk(sentence: string, view: View): string {
  const named = sentence.replace(OWN_ID, `“${columnName('external_id', view)}”`)
  return WORDS_OF_API.reduce((text, [word, instead]) => text.replace(word, instead), named)
}

/** Replaces the columns in a detail with the names that people use. */
function withNames(detail: Detail, view: View): Detail {
  const called = (column: string) => `“${columnName(column, view)}”`
  switch (detail.code) {
    case 'import_needs_columns': {
      const { columns, beside } = detail.values
      return {
        ...detail,
        values: { columns: columns.map(called), beside: beside === null ? null : called(beside) },
      }
    }
    case 'import_columns_missing':
      return { ...detail, values: { columns: detail.values.columns.map(called) } }
    case 'import_key_missing': {
      const { key, headers, ...rest } = detail.values
      const values = { ...rest, key: called(key), headers: headers.map((header) => `“${header}”`) }
      return { ...detail, values }
    }
    case 'import_decimals_found': {
      const shown = detail.values.shown.map((one) => ({ ...one, column: called(one.column) }))
      return { ...detail, values: { shown } }
    }
    case 'import_date_orders_found': {
      const shown = detail.values.shown.map((one) => ({ ...one, column: called(one.column) }))
      return { ...detail, values: { shown } }
    }
    default:
      return detail
  }
}

/** Returns the column of a remark, by its header in the file if it has one. */
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

/**
 * Drops sentences that name parameters or fields of the API, such as `key=email`. Drops everything if the first does,
 * because the others depend on it.
 */
function withoutParameters(message: string): string {
  const [first = '', ...others] = message.split(/(?<=[.?!]) /)
  return isOfApi(first) ? '' : [first, ...others.filter((one) => !isOfApi(one))].join(' ')
}

/** Quoted cells and headers of a file. */
const QUOTED = /“[^“”]*”/g

function isOfApi(sentence: string): boolean {
  return /`|[a-z]=|[a-z]_[a-z]/.test(sentence.replace(QUOTED, ''))
}
