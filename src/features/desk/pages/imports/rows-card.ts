import { type Html, html } from '../../../../shared/html.ts'
import type { ImportRow, ImportRun } from '../../../imports/index.ts'
import { badge, button, card, checkbox, emptyState, hidden, linkButton, postForm } from '../../look/parts.ts'
import { refusedFields, textIn } from '../../look/refused-form.ts'
import type { View } from '../../look/view.ts'
import { consentZoneHint } from './consent-zone.ts'
import { type CorrectableCell, correctableCells } from './correctable-cells.ts'
import { columnOf, remarkText } from './remarks.ts'

interface Rows {
  run: ImportRun
  rows: readonly ImportRow[]
  after: number
  only: 'rejected' | 'noticed' | undefined
  nextUrl: string | null
}

/** Renders the rows that were refused or have notices, each with its cells to correct. */
export function rowsCard({ run, rows, after, only, nextUrl }: Rows, view: View): Html {
  const { say } = view
  if (rows.length === 0 && after === 0 && !only)
    return run.rowsRead === 0 ? html`` : emptyState(say('desk_import', { word: 'no_rows' }))
  const cards = rows.map((row) => rowPart(run, row, view))
  const canCorrect = rows.some((row) => correctableCells(run, row).length > 0)
  const body = canCorrect
    ? postForm(view, {
        action: cellsAt(run),
        body: html`${hidden('after', after)}${only && hidden('only', only)}${cards}${sameBox(run, view)}${button(say('desk_import', { word: 'correct' }))}`,
      })
    : cards
  return card({
    title: say('desk_import', { word: 'rows' }),
    body: html`${canCorrect && html`<p>${say('desk_import', { word: 'rows_lead' })}</p>`}${whichRows(run, only, view)}${body}`,
    actions: nextUrl && linkButton(nextUrl, say('desk_more')),
  })
}

/** Renders the choice to correct equal cells of all rows, such as a time zone that the whole file misspells. */
function sameBox(run: ImportRun, view: View): Html | null {
  if (run.rejected + run.noticed < 2) return null
  const isChecked = textIn(refusedFields(view, cellsAt(run)), 'same') === 'true'
  return checkbox({ name: 'same', label: view.say('desk_import', { word: 'correct_same' }), isChecked })
}

/** Renders links to the rows that were refused and to those with notices, if there are both: notices may be many. */
function whichRows(run: ImportRun, only: Rows['only'], { say }: View): Html | null {
  const { mode, rejected, noticed } = run
  if (rejected === 0 || noticed === 0) return null
  const link = (which: Rows['only'], text: string) =>
    which === only
      ? html`<strong>${text}</strong>`
      : html`<a href="/desk/imports/${run.id}${which && `?only=${which}`}">${text}</a>`
  const named = (which: 'rejected' | 'noticed') =>
    link(which, `${say('desk_import_outcome', { outcome: which, mode })}: ${run[which]}`)
  return html`<p>${link(undefined, say('desk_filter_all'))} · ${named('rejected')} · ${named('noticed')}</p>`
}

function rowPart(run: ImportRun, row: ImportRow, view: View): Html {
  const { say } = view
  const { number, line, outcome, externalId } = row
  const sent = refusedFields(view, cellsAt(run))
  const remarks = remarksOf(run, row)
  const said = badge(
    say('desk_import_row_outcome', { outcome, mode: run.mode }),
    outcome === 'rejected' ? 'bad' : 'wait',
  )
  return html`<fieldset><legend>${say('desk_import_row', { line })}${externalId && html` · ${externalId}`}</legend>
<p>${said}</p><ul>${remarks.map((remark) => {
    const column = columnOf(run, remark, view)
    return html`<li>${column && html`<strong>${column}</strong>: `}${remarkText(remark, view)}</li>`
  })}</ul>
<div class="fields">${correctableCells(run, row).map((cell) => cellField(number, sent ? { ...cell, cell: textIn(sent, nameOf(number, cell)) ?? '' } : cell, consentZoneHint(cell.column, run.options?.consentTimeZone, view)))}</div></fieldset>`
}

/** Returns the remarks on a row. What the whole file lacks is said above, so rows with something of their own leave it out. */
function remarksOf({ notices }: ImportRun, { faults, notices: ofRow }: ImportRow) {
  const all = [...(faults ?? []), ...(ofRow ?? [])]
  const lacking = new Set(
    (notices ?? []).flatMap(({ details = [] }) =>
      (details ?? []).flatMap((one) => (one.code === 'import_columns_missing' ? one.values.columns : [])),
    ),
  )
  const own = all.filter(
    ({ details }) =>
      !(details ?? []).some(
        (one) => one.code === 'import_needs_columns' && one.values.columns.every((name) => lacking.has(name)),
      ),
  )
  return own.length > 0 ? own : all
}

const cellsAt = ({ id }: ImportRun): string => `/desk/imports/${id}/cells`

function nameOf(number: number, { position }: CorrectableCell): string {
  return `cell_${number}_${position}`
}

/** Renders the field of a cell. A cell with several lines gets a text area. */
function cellField(number: number, shown: CorrectableCell, hint: string | null): Html {
  const { header, cell } = shown
  const name = nameOf(number, shown)
  const about = hint && html` aria-describedby="${name}-hint"`
  const control =
    cell.length > 80 || /[\r\n]/.test(cell)
      ? html`<textarea id="${name}" name="${name}" rows="3"${about}>\n${cell}</textarea>`
      : html`<input id="${name}" name="${name}" value="${cell}"${about}>`
  return html`<div class="field"><label for="${name}">${header}</label>${control}${hint && html`<p class="hint" id="${name}-hint">${hint}</p>`}</div>`
}
