import { type Html, html } from '../../../../shared/html.ts'
import { type CohortRow, methods, type PlacementRow } from '../../../internships/index.ts'
import {
  alert,
  badge,
  bullets,
  button,
  card,
  emptyState,
  facts,
  instant,
  linkButton,
  postForm,
  selectField,
  table,
} from '../../look/parts.ts'
import { refusedFields, textIn } from '../../look/refused-form.ts'
import type { DeskPage, View } from '../../look/view.ts'

const NEEDS_SHOWN = 50

interface Shown {
  row: CohortRow
  program: { name: string }
  students: number
  sent: { candidates: number; organizations: number }
  needs(id: string | null): string | null
  runs: readonly PlacementRow[]
  refusal: string | undefined
}

/** Shows one cohort: its students, how many sent choices, and the placements so far. */
export function cohortPage({ row, runs, refusal, ...about }: Shown, view: View): DeskPage {
  const { say } = view
  return {
    title: row.name,
    main: html`${alert(refusal)}<div class="cards">${card({ body: aboutCohort({ row, ...about }, view), actions: links(row, view) })}${view.may('editor') && runCard(row, view)}</div>
<h2>${say('desk_cohort', { word: 'placements' })}</h2>
${runs.length === 0 ? emptyState(say('desk_cohort', { word: 'no_placements' })) : runTable(runs, view)}`,
  }
}

function aboutCohort(
  { row, program, students, sent, needs }: Omit<Shown, 'runs' | 'refusal'>,
  view: View,
): Html {
  const { say } = view
  const shown = row.needs.slice(0, NEEDS_SHOWN)
  const more = row.needs.length - shown.length
  const titles = shown.map(({ need_id: id }) => needs(id) ?? id)
  return facts([
    [say('desk_cohort', { word: 'program' }), program.name],
    [
      say('desk_cohort', { word: 'students' }),
      row.candidateIds ? students : html`${students} · ${say('desk_cohort', { word: 'all_of_program' })}`,
    ],
    [
      say('desk_cohort', { word: 'preferences' }),
      html`${say('desk_choices_sent', { sent: sent.candidates, all: students })}<br>${say('desk_rankings_sent', { count: sent.organizations })}`,
    ],
    [say('desk_cohort', { word: 'needs' }), bullets(more > 0 ? [...titles, `+ ${more}`] : titles)],
  ])
}

function links({ id }: CohortRow, view: View): Html | null {
  const { say } = view
  if (!view.may('editor')) return null
  return html`${linkButton(`/desk/cohorts/${id}/students`, say('desk_cohort', { word: 'choose_students' }))}${linkButton(`/desk/cohorts/${id}/edit`, say('desk_cohort', { word: 'edit' }), 'quiet')}${linkButton('/desk/imports', say('desk_cohort', { word: 'import_preferences' }), 'quiet')}`
}

function runCard({ id }: CohortRow, view: View): Html {
  const { say } = view
  const options = methods.map((method) => ({ value: method, text: say('desk_cohort_method', { method }) }))
  const action = `/desk/cohorts/${id}/placements`
  const value = textIn(refusedFields(view, action), 'method')
  return card({
    title: say('desk_cohort', { word: 'run' }),
    body: html`<p>${say('desk_cohort', { word: 'run_lead' })}</p>${postForm(view, {
      action,
      body: html`${selectField({ name: 'method', label: say('desk_cohort', { word: 'method' }), value, options })}${button(say('desk_cohort', { word: 'run' }))}`,
    })}`,
  })
}

function runTable(runs: readonly PlacementRow[], view: View): Html {
  const { say } = view
  return table({
    caption: say('desk_cohort', { word: 'placements' }),
    columns: [
      say('desk_import', { word: 'when' }),
      say('desk_cohort', { word: 'method' }),
      say('desk_status'),
      say('desk_cohort', { word: 'placed' }),
      say('desk_cohort', { word: 'first_choices' }),
    ],
    rows: runs.map((run) => [
      html`<a href="/desk/placements/${run.id}">${instant(run.createdAt, view)}</a>`,
      say('desk_cohort_method', { method: run.method }),
      placementBadge(run, view),
      say('desk_placed_of', { placed: run.summary.placed, all: run.summary.candidates }),
      run.summary.ranks[0] ?? 0,
    ]),
  })
}

export function placementBadge({ status }: PlacementRow, { say }: View): Html {
  const tones = { draft: 'plain', publishing: 'wait', published: 'good' } as const
  return badge(say('desk_placement_status', { status }), tones[status])
}
