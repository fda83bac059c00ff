import { type Html, html } from '../../../../shared/html.ts'
import { canBeUndone, type ImportRow, type ImportRun, type KeptRecords } from '../../../imports/index.ts'
import { alert, button, card, confirmed, facts, linkButton, postForm, textField } from '../../look/parts.ts'
import { recordLink } from '../../look/record-link.ts'
import { refusedFields, textIn } from '../../look/refused-form.ts'
import type { DeskPage, View } from '../../look/view.ts'
import { statusBadge } from './imports-page.ts'
import { failureText, remarkText } from './remarks.ts'
import { rowsCard } from './rows-card.ts'

type FollowedRecord = KeptRecords['named'][number]

interface Shown {
  run: ImportRun
  /** Rows that were refused or have notices. */
  rows: readonly ImportRow[]
  /** Number of the last row of the previous page. */
  after: number
  /** Lists only rows that were refused, or only those with notices. */
  only: 'rejected' | 'noticed' | undefined
  nextUrl: string | null
  refusal: string | undefined
  /** Why it could not be undone: records that something followed from. */
  followed?: readonly FollowedRecord[]
  /** Names of records by id, as far as they are known. */
  names?: ReadonlyMap<string, string>
  now: Date
}

/** Shows one file: its progress, the results of its rows, and the next steps. */
export function importPage({ run, refusal, followed = [], ...shown }: Shown, view: View): DeskPage {
  const { say } = view
  const isKept = run.endedAt !== null && run.keptUntil !== null && run.keptUntil > shown.now
  const canGoOn = isKept && view.may('editor')
  const isGone = run.endedAt !== null && !isKept && run.mode === 'dry_run'
  return {
    title: say('desk_import', { word: 'title' }),
    isFollowed: run.endedAt === null,
    main: html`${alert(refusal)}${followed.length > 0 && followedList(followed, shown.names, view)}
${isGone && html`<p>${say('desk_import', { word: 'file_gone' })}</p>`}
${card({ body: html`${factsOf(run, view)}${run.endedAt === null && progress(run, view)}`, actions: nextSteps(run, canGoOn, view) })}
${aboutFile(run, view)}
${canGoOn && applyCard(run, view)}
${undoPart(run, shown, view)}
${run.endedAt !== null && run.status !== 'cancelled' && rowsCard({ run: canGoOn ? run : { ...run, keptUntil: null }, ...shown }, view)}
${canGoOn && run.format !== 'ndjson' && profileCard(run, view)}`,
  }
}

function factsOf(run: ImportRun, view: View): Html {
  const { say } = view
  const { mode } = run
  const count = (outcome: 'created' | 'updated' | 'unchanged' | 'rejected' | 'noticed') =>
    [say('desk_import_outcome', { outcome, mode }), run[outcome]] as const
  return facts([
    [say('desk_import', { word: 'what' }), say('desk_import_type', { type: run.type })],
    [say('desk_status'), statusBadge(run, view)],
    [say('desk_import', { word: 'result' }), say('desk_import_rows_read', { count: run.rowsRead })],
    count('created'),
    count('updated'),
    count('unchanged'),
    count('rejected'),
    count('noticed'),
  ])
}

/** Renders the progress. The number of rows is known only if the file was read before. */
function progress({ rowsRead, rowsExpected }: ImportRun, { say }: View): Html {
  const text = say('desk_import', { word: 'reading' })
  const value = rowsExpected !== null && rowsExpected > 0 && html` value="${rowsRead}" max="${rowsExpected}"`
  return html`<p id="progress-text">${text}</p><progress aria-labelledby="progress-text"${value}></progress>`
}

function nextSteps(run: ImportRun, canGoOn: boolean, view: View): Html {
  const { say } = view
  const at = `/desk/imports/${run.id}`
  const isWritten =
    run.status === 'done' && run.undoneAt === null && run.mode === 'apply' && run.type === 'candidates'
  return html`${canGoOn && run.format !== 'ndjson' && linkButton(`${at}/columns`, say('desk_import', { word: 'columns' }), run.created + run.updated > 0 ? 'quiet' : 'main')}${
    run.endedAt === null &&
    view.may('editor') &&
    postForm(view, { action: `${at}/cancel`, body: button(say('desk_import', { word: 'cancel' }), 'danger') })
  }${isWritten && linkButton('/desk/students', say('desk_import', { word: 'see_students' }))}${
    run.rejected + run.noticed > 0 &&
    linkButton(`${at}/report.csv`, say('desk_import', { word: 'report' }), 'quiet')
  }`
}

function aboutFile({ failure, notices }: ImportRun, view: View): Html | null {
  const said = (notices ?? []).map((notice) => html`<li>${remarkText(notice, view)}</li>`)
  if (!failure && said.length === 0) return null
  return card({
    title: view.say('desk_import', { word: 'of_the_file' }),
    body: html`<ul>${failure && html`<li>${failureText(failure, view)}</li>`}${said}</ul>`,
  })
}

function applyCard(run: ImportRun, view: View): Html | null {
  const { say } = view
  const { created, updated, rejected } = run
  if (run.status !== 'done' || created + updated === 0) return null
  return card({
    title: say('desk_import', { word: 'apply' }),
    body: postForm(view, {
      action: `/desk/imports/${run.id}/apply`,
      body: html`<p>${say('desk_import_apply_sure', { created, updated, rejected })}</p>${button(say('desk_import', { word: 'apply' }))}`,
    }),
  })
}

function undoPart(run: ImportRun, { now, names }: Pick<Shown, 'now' | 'names'>, view: View): Html | null {
  const { say } = view
  if (run.undoneAt !== null)
    return html`<p>${say('desk_import', { word: 'undone' })}</p>${run.kept && html`<p>${say('desk_import', { word: 'undone_kept' })}</p>${followedList(run.kept.named, names, view)}`}`
  if (!view.may('editor') || !canBeUndone(run, now)) return null
  const undo = say('desk_import', { word: 'undo' })
  return confirmed({
    summary: undo,
    warning: say('desk_import', { word: run.type === 'candidates' ? 'undo_sure_students' : 'undo_sure' }),
    form: postForm(view, { action: `/desk/imports/${run.id}/undo`, body: button(undo, 'danger') }),
  })
}

/** Lists records that something depends on, grouped by what that is. */
function followedList(
  followed: readonly FollowedRecord[],
  names: ReadonlyMap<string, string> | undefined,
  { say }: View,
): Html {
  const groups = Map.groupBy(followed, ({ code }) => code)
  const said = [...groups].map(([code, records]) => {
    const links = records.map(({ id }) => html`<li>${recordLink(id, names?.get(id) ?? id)}</li>`)
    return html`<li>${say('import_followed', { code })}<ul>${links}</ul></li>`
  })
  return html`<ul>${said}</ul>`
}

function profileCard({ id }: ImportRun, view: View): Html {
  const { say } = view
  const save = say('desk_import', { word: 'save_profile' })
  const action = `/desk/imports/${id}/profile`
  const sent = refusedFields(view, action)
  const name = {
    value: textIn(sent, 'name'),
    name: 'name',
    label: say('desk_import', { word: 'profile_name' }),
    maxLength: 100,
  }
  return html`<details class="card"${sent && html` open`}><summary>${save}</summary>${postForm(view, {
    action,
    body: html`${textField({ ...name, isRequired: true })}${button(save, 'quiet')}`,
  })}</details>`
}
