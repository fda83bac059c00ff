import { type Html, html } from '../../../../shared/html.ts'
import type { CandidateRow, CohortRow } from '../../../internships/index.ts'
import {
  alert,
  badge,
  button,
  card,
  emptyState,
  filters,
  hidden,
  linkButton,
  postForm,
  selectField,
  table,
  textField,
} from '../../look/parts.ts'
import { refusedFields } from '../../look/refused-form.ts'
import type { DeskPage, View } from '../../look/view.ts'
import { rankedBadge } from '../students/students-page.ts'

interface Shown {
  row: CohortRow
  program: { name: string }
  /** Number of students in the program. */
  inProgram: number
  students: readonly CandidateRow[]
  q: string
  show: 'all' | 'consenting' | 'taking'
  nextUrl: string | null
  refusal: string | undefined
}

const addressOf = ({ id }: CohortRow): string => `/desk/cohorts/${id}/students`

/** Shows who takes part in a cohort, with boxes to change it. */
export function cohortStudentsPage(shown: Shown, view: View): DeskPage {
  const { say } = view
  const { row, refusal } = shown
  return {
    title: say('desk_cohort', { word: 'choose_students' }),
    main: html`${alert(refusal)}<p><a href="/desk/cohorts/${row.id}">${row.name}</a></p>
${wholeCard(shown, view)}
${searchForm(shown, view)}
${tickForm(shown, view)}`,
  }
}

function wholeCard({ row, program, inProgram }: Shown, view: View): Html {
  const { say } = view
  const taking = row.candidateIds?.length ?? inProgram
  const choose = (value: string, text: string) =>
    postForm(view, { action: addressOf(row), body: html`${hidden('choose', value)}${button(text, 'quiet')}` })
  return card({
    body: html`<p><strong>${say('desk_cohort_takes', { taking, all: inProgram })}</strong> · ${program.name} ${row.candidateIds === null && badge(say('desk_cohort', { word: 'all_of_program' }), 'good')}</p>
<p class="hint">${say('desk_cohort', { word: row.candidateIds === null ? 'takes_all' : 'takes_some' })}</p>`,
    actions: html`${choose('consenting', say('desk_cohort', { word: 'take_consenting' }))}${row.candidateIds !== null && choose('all', say('desk_cohort', { word: 'take_all' }))}`,
  })
}

function searchForm({ row, q, show }: Shown, view: View): Html {
  const { say } = view
  const which = (['all', 'consenting', 'taking'] as const).map((value) => ({
    value,
    text: say('desk_cohort_students_shown', { which: value }),
  }))
  const search = say('desk_student', { word: 'search' })
  return filters(addressOf(row), {
    fields: [
      textField({ name: 'q', type: 'search', label: search, value: q, maxLength: 200 }),
      selectField({ name: 'show', label: say('desk_students'), value: show, options: which }),
    ],
    submit: say('desk_show'),
  })
}

function tickForm({ row, students, q, show, nextUrl }: Shown, view: View): Html {
  const { say } = view
  const word = (word: 'name' | 'external_id' | 'majors') => say('desk_student', { word })
  if (students.length === 0)
    return emptyState(
      say('desk_student', { word: 'nobody' }),
      linkButton(addressOf(row), say('desk_filter_all')),
    )
  const taking = new Set<string>(row.candidateIds)
  const sent = refusedFields(view, addressOf(row))
  const ticked = sent?.listed === undefined ? null : new Set([sent.candidate_ids ?? []].flat())
  const isTaking = ({ id }: CandidateRow) =>
    ticked ? ticked.has(id) : row.candidateIds === null || taking.has(id)
  const boxes = table({
    caption: say('desk_students'),
    columns: [word('name'), word('external_id'), word('majors'), say('desk_status')],
    rows: students.map((one) => [
      html`${hidden('listed', one.id)}<label class="check"><input type="checkbox" name="candidate_ids" value="${one.id}"${isTaking(one) && html` checked`}> ${one.profile.name}</label>`,
      one.externalId,
      one.profile.majors.join(', '),
      rankedBadge(one, view),
    ]),
  })
  return postForm(view, {
    action: addressOf(row),
    body: html`<p>${say('desk_cohort', { word: 'tick_lead' })}</p>${hidden('q', q)}${hidden('show', show)}${boxes}
<div class="actions">${choice('ticked', say('desk_save'), 'main')}${choice('found', say('desk_cohort', { word: 'add_found' }), 'quiet')}${choice('none_found', say('desk_cohort', { word: 'remove_found' }), 'quiet')}${nextUrl && linkButton(nextUrl, say('desk_more'), 'quiet')}</div>`,
  })
}

function choice(value: string, text: string, look: 'main' | 'quiet'): Html {
  return html`<button class="${look}" name="choose" value="${value}">${text}</button>`
}
