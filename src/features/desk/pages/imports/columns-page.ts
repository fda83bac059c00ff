import { type Html, html } from '../../../../shared/html.ts'
import {
  columnsOf,
  type Failure,
  type ImportRun,
  isConsentTime,
  type Sample,
  type showInspection,
  takesCohort,
  takesProgram,
} from '../../../imports/index.ts'
import { columnName } from '../../look/column-name.ts'
import {
  alert,
  button,
  card,
  checkbox,
  linkButton,
  postForm,
  selectField,
  textField,
} from '../../look/parts.ts'
import { refusedFields, textIn } from '../../look/refused-form.ts'
import type { DeskPage, View } from '../../look/view.ts'
import { consentZoneField } from './consent-zone.ts'
import { type Choices, parentFields } from './imports-page.ts'
import { failureText, remarkText } from './remarks.ts'

type Inspection = ReturnType<typeof showInspection>

interface Shown extends Choices {
  run: ImportRun
  shown: Inspection
  /** Samples of each column. */
  samples: readonly Sample[][]
  failure: Failure | null
  /** Why the form was refused. */
  refusal: string | undefined
}

/** Value for a column that is left out. No column has this name. */
export const LEFT_OUT = '-'
const MOST_SAMPLE_CHARS = 60
const PROGRAM_COLUMNS = ['program_id', 'program_external_id']

/** Shows how each column of a file was understood, with samples, and fields to change that. */
export function columnsPage(
  { run, shown, samples, failure, refusal, ...choices }: Shown,
  view: View,
): DeskPage {
  const { say } = view
  const action = columnsAt(run)
  return {
    title: say('desk_import', { word: 'columns' }),
    main: html`${alert(refusal)}<p>${say('desk_import', { word: 'columns_lead' })}</p>
${failure && html`<p class="fault">${failureText(failure, view)}</p>`}
${postForm(view, {
  action,
  body: html`${columnTable(run, { ...shown, samples }, view)}${missingCard(run, shown, choices, view)}${optionsCard(run, shown, choices, view)}<div class="actions">${button(say('desk_import', { word: 'check_again' }))}${linkButton(`/desk/imports/${run.id}`, say('desk_cancel'), 'quiet')}</div>`,
})}`,
  }
}

const columnsAt = ({ id }: ImportRun): string => `/desk/imports/${id}/columns`

function columnTable(
  run: ImportRun,
  { columns, options, samples }: Inspection & Pick<Shown, 'samples'>,
  view: View,
): Html {
  const { say } = view
  const known = columnsOf[run.type].map(({ name }) => ({ value: name, text: columnName(name, view) }))
  const names = [
    say('desk_import', { word: 'header' }),
    say('desk_import', { word: 'meaning' }),
    say('desk_import', { word: 'samples' }),
  ]
  const sent = refusedFields(view, columnsAt(run))
  const rows = columns.map(({ header, column, did_you_mean: meant }, at) => {
    const given = options.columns[header]
    const found = column === null ? say('desk_import', { word: 'leave_out' }) : columnName(column, view)
    const id = `column_${at}`
    const choice = selectField({
      ...{ name: id, label: say('desk_import_meaning_of', { header }) },
      value: sent ? textIn(sent, id) : given === undefined ? '' : (given ?? LEFT_OUT),
      ...(meant !== null && { hint: `${columnName(meant, view)}?` }),
      options: [
        { value: '', text: `${say('desk_import', { word: 'as_found' })}: ${found}` },
        { value: LEFT_OUT, text: say('desk_import', { word: 'leave_out' }) },
        ...known,
      ],
    })
    const shown = (samples[at] ?? []).map(
      ({ cell, value, remark }) =>
        html`<li>${cell.slice(0, MOST_SAMPLE_CHARS)}${value !== null && understoodAs(cell, value, view)}${remark && html` <span class="hint">${remarkText(remark, view)}</span>`}</li>`,
    )
    return html`<tr><th scope="row" data-column="${names[0]}">${header}<input type="hidden" name="header_${at}" value="${header}"></th>
<td data-column="${names[1]}">${header.trim() !== '' && choice}</td><td data-column="${names[2]}"><ul>${shown}</ul></td></tr>`
  })
  return html`<table class="columns"><caption class="unseen">${say('desk_import', { word: 'columns' })}</caption>
<thead><tr>${names.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`
}

/** Renders what a cell was understood as, unless it says the same. */
function understoodAs(cell: string, value: unknown, { say }: View): Html | null {
  const text = typeof value === 'boolean' ? say('desk_yes_no', { is: value }) : shortOf(value)
  return text === cell.trim() ? null : html` → ${text}`
}

function shortOf(value: unknown): string {
  const isList = Array.isArray(value) && value.every((one) => typeof one === 'string')
  const text = typeof value === 'string' ? value : isList ? value.join(', ') : JSON.stringify(value)
  return text.length > MOST_SAMPLE_CHARS ? `${text.slice(0, MOST_SAMPLE_CHARS)}…` : text
}

/** Renders the columns that a new record needs, and the defaults given for all rows. */
function missingCard(
  run: ImportRun,
  { missing, options, suggested_defaults: suggested }: Inspection,
  { programs }: Choices,
  view: View,
): Html | null {
  const { say } = view
  // The program is chosen below, by name.
  const isChosenBelow = (column: string) => programs.length > 0 && PROGRAM_COLUMNS.includes(column)
  const columns = [...Object.keys(options.defaults), ...Object.keys(suggested)]
  const withDefault = new Set(columns.filter((one) => !isChosenBelow(one)))
  const others = missing.filter(({ column }) => !withDefault.has(column) && !isChosenBelow(column))
  if (withDefault.size === 0 && others.length === 0) return null
  const sent = refusedFields(view, columnsAt(run))
  const field = (column: string) =>
    textField({
      ...{
        name: `default_${column}`,
        label: say('desk_import_missing', { column: columnName(column, view) }),
      },
      value: sent ? textIn(sent, `default_${column}`) : options.defaults[column],
      ...(suggested[column] !== undefined && { hint: suggested[column] }),
      maxLength: 10_000,
    })
  return card({
    body: html`<p>${say('desk_import', { word: 'missing_lead' })}</p>${
      others.length > 0 &&
      html`<ul>${others.map(({ column, candidates }) => html`<li>${columnName(column, view)}${candidates.length > 0 && html` · ${candidates.join(', ')}?`}</li>`)}</ul>`
    }${[...withDefault].map(field)}`,
  })
}

function optionsCard(run: ImportRun, { options }: Inspection, choices: Choices, view: View): Html {
  const { say } = view
  const sent = refusedFields(view, columnsAt(run))
  const given = (name: string, before: string | null | undefined) =>
    sent ? textIn(sent, name) : (before ?? undefined)
  const parents = {
    program: given('program_id', run.programId),
    cohort: given('cohort_id', run.cohortId),
  }
  const hasConsents = columnsOf[run.type].some(({ name }) => isConsentTime(name))
  const isByEmail = sent ? sent.by_email === 'true' : options.key === 'email'
  const asFound = { value: '', text: say('desk_import', { word: 'as_found' }) }
  const orders = (['dmy', 'mdy', 'ymd'] as const).map((order) => ({
    value: order,
    text: say('desk_import_order', { order }),
  }))
  return card({
    body: html`${parentFields(takenOf(run.type, choices), parents, view)}
${selectField({ name: 'date_format', label: say('desk_import', { word: 'dates' }), value: given('date_format', options.date_format), options: [asFound, ...orders] })}
${selectField({
  ...{
    name: 'decimal',
    label: say('desk_import', { word: 'decimals' }),
    value: given('decimal', options.decimal),
  },
  options: [asFound, { value: ',', text: '1,5' }, { value: '.', text: '1.5' }],
})}
${hasConsents && consentZoneField({ value: given('consent_time_zone', options.consent_time_zone) }, view)}
${checkbox({ name: 'by_email', label: say('desk_import', { word: 'by_email' }), isChecked: isByEmail })}`,
  })
}

/** Keeps only the choices that rows of the type can belong to. */
function takenOf(type: ImportRun['type'], { programs, cohorts, ...rest }: Choices): Choices {
  return { ...rest, programs: takesProgram(type) ? programs : [], cohorts: takesCohort(type) ? cohorts : [] }
}
