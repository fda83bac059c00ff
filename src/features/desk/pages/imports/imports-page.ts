import { type Html, html } from '../../../../shared/html.ts'
import { type ImportRun, importTypes } from '../../../imports/index.ts'
import {
  badge,
  bullets,
  card,
  checkbox,
  emptyState,
  instant,
  linkButton,
  selectField,
  type Tone,
  table,
} from '../../look/parts.ts'
import { uploadForm } from '../../look/upload-form.ts'
import type { DeskPage, View } from '../../look/view.ts'
import { consentZoneField } from './consent-zone.ts'

/** What a file can belong to. */
export interface Choices {
  programs: readonly { id: string; name: string }[]
  cohorts: readonly { id: string; name: string }[]
  profiles: readonly string[]
}

interface Listed extends Choices {
  runs: readonly ImportRun[]
  nextUrl: string | null
  /** Why the last file was refused, and what was chosen for it. */
  refusal: string | undefined
  sent: Readonly<Record<string, unknown>>
}

const TONES: Record<ImportRun['status'] | 'undone', Tone> = {
  receiving: 'wait',
  queued: 'wait',
  running: 'wait',
  done: 'good',
  failed: 'bad',
  cancelled: 'plain',
  undone: 'plain',
}

/** Shows a form for a file, and the earlier files. */
export function importsPage({ runs, nextUrl, refusal, sent, ...choices }: Listed, view: View): DeskPage {
  const { say } = view
  return {
    title: say('desk_import', { word: 'title' }),
    main: html`<p>${say('desk_import', { word: 'lead' })}</p>
${refusal && html`<p class="fault" role="alert">${refusal}</p>`}
${view.may('editor') && uploadCard(choices, sent, view)}
<h2>${say('desk_import', { word: 'past' })}</h2>
${
  runs.length === 0
    ? emptyState(say('desk_import', { word: 'empty' }))
    : table({
        caption: say('desk_import', { word: 'past' }),
        columns: [
          say('desk_import', { word: 'when' }),
          say('desk_import', { word: 'what' }),
          say('desk_status'),
          say('desk_import', { word: 'result' }),
        ],
        rows: runs.map((run) => [
          html`<a href="/desk/imports/${run.id}">${instant(run.createdAt, view)}</a>`,
          say('desk_import_type', { type: run.type }),
          statusBadge(run, view),
          resultOf(run, view),
        ]),
      })
}
${nextUrl && linkButton(nextUrl, say('desk_more'))}`,
  }
}

/** How many rows were read, refused, and have notices. */
function resultOf({ mode, rowsRead, rejected, noticed }: ImportRun, { say }: View): string {
  const counts = { rejected, noticed }
  const toLookAt = (['rejected', 'noticed'] as const)
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => `${say('desk_import_outcome', { outcome, mode })}: ${counts[outcome]}`)
  return [say('desk_import_rows_read', { count: rowsRead }), ...toLookAt].join(' · ')
}

export function statusBadge({ status: ended, mode, undoneAt }: ImportRun, { say }: View): Html {
  const how = say('desk_import_mode', { mode })
  const status = undoneAt === null ? ended : 'undone'
  return html`${badge(say('desk_import_status', { status }), TONES[status])} ${how}`
}

function uploadCard(choices: Choices, sent: Listed['sent'], view: View): Html {
  const { say } = view
  const chosen = (name: string) => (typeof sent[name] === 'string' ? sent[name] : undefined)
  const types = importTypes.map((type) => ({ value: type, text: say('desk_import_type', { type }) }))
  return card({
    title: say('desk_import', { word: 'upload' }),
    body: html`${choices.programs.length === 0 && html`<p>${say('desk_import', { word: 'program_first' })} ${linkButton('/desk/programs/new', say('desk_import', { word: 'program_add' }))}</p>`}${uploadForm(
      view,
      {
        action: '/desk/imports',
        label: say('desk_import', { word: 'file' }),
        hint: say('desk_import', { word: 'file_hint' }),
        submit: say('desk_import', { word: 'start' }),
        fields: html`${selectField({ name: 'type', label: say('desk_import', { word: 'what' }), value: chosen('type'), options: types })}
${parentFields(
  choices,
  {
    program: chosen('program_id') ?? onlyId(choices.programs),
    cohort: chosen('cohort_id') ?? onlyId(choices.cohorts),
  },
  view,
)}
${
  choices.profiles.length > 0 &&
  selectField({
    ...{ name: 'profile', label: say('desk_import', { word: 'profile' }), value: chosen('profile') },
    options: withNone(
      choices.profiles.map((name) => ({ value: name, text: name })),
      view,
    ),
  })
}
${consentZoneField({ value: chosen('consent_time_zone'), isOwnZone: true }, view)}
${checkbox({ name: 'by_email', label: say('desk_import', { word: 'by_email' }), isChecked: sent.by_email === 'true' })}`,
      },
    )}${templates(view)}`,
  })
}

function templates({ say }: View): Html {
  const links = importTypes.map(
    (type) => html`<a href="/desk/imports/templates/${type}.csv">${say('desk_import_type', { type })}</a>`,
  )
  return html`<details><summary>${say('desk_import', { word: 'template' })}</summary><p>${say('desk_import', { word: 'template_lead' })}</p>${bullets(links)}</details>`
}

function onlyId(rows: readonly { id: string }[]): string | undefined {
  return rows.length === 1 ? rows[0]?.id : undefined
}

/** Renders the fields for the program of students and the cohort of choices, if there are any. */
export function parentFields(
  { programs, cohorts }: Choices,
  chosen: { program: string | undefined; cohort: string | undefined },
  view: View,
): Html {
  const { say } = view
  const options = (rows: Choices['programs']) =>
    withNone(
      rows.map(({ id, name }) => ({ value: id, text: name })),
      view,
    )
  return html`${
    programs.length > 0 &&
    selectField({
      ...{ name: 'program_id', label: say('desk_import', { word: 'program' }), value: chosen.program },
      options: options(programs),
    })
  }${
    cohorts.length > 0 &&
    selectField({
      ...{ name: 'cohort_id', label: say('desk_import', { word: 'cohort' }), value: chosen.cohort },
      options: options(cohorts),
    })
  }`
}

function withNone(options: { value: string; text: string }[], { say }: View) {
  return [{ value: '', text: say('desk_import', { word: 'none' }) }, ...options]
}
