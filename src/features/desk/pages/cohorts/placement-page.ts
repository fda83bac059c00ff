import { type Html, html } from '../../../../shared/html.ts'
import type { CohortRow, PlacementResult, PlacementRow } from '../../../internships/index.ts'
import {
  alert,
  button,
  card,
  confirmed,
  emptyState,
  facts,
  instant,
  linkButton,
  postForm,
  selectField,
  table,
} from '../../look/parts.ts'
import type { DeskPage, View } from '../../look/view.ts'
import { placementBadge } from './cohort-page.ts'

interface Shown {
  row: PlacementRow
  cohort: CohortRow
  unplaced: readonly PlacementResult[]
  nameOf(id: string | null): string | null
  /** Other placements of the cohort. */
  others: readonly PlacementRow[]
  nextUrl: string | null
  /** Number of pairs that the publication could not introduce. */
  notIntroduced: number
  refusal: string | undefined
}

const MOST_BARS = 10

/** Shows one placement: how many got which choice, who got none and why, and the possible actions. */
export function placementPage(
  { row, cohort, refusal, others, notIntroduced, ...rest }: Shown,
  view: View,
): DeskPage {
  const { say } = view
  return {
    title: cohort.name,
    isFollowed: row.status === 'publishing',
    main: html`${alert(refusal)}<div class="cards">${card({ body: aboutPlacement(row, notIntroduced, view), actions: links(row, view) })}${card(
      {
        title: say('desk_cohort', { word: 'ranks' }),
        body: rankBars(row, view),
      },
    )}</div>
${view.may('editor') && row.status === 'draft' && draftCard(row, view)}
${others.length > 0 && compareCard(row, others, view)}
<h2>${say('desk_cohort', { word: 'unplaced' })}</h2>
${unplacedTable(rest, view)}
<p>${linkButton(`/desk/cohorts/${cohort.id}`, say('desk_cohort', { word: 'back' }))}</p>`,
  }
}

function aboutPlacement(row: PlacementRow, notIntroduced: number, view: View): Html {
  const { say } = view
  const { summary } = row
  const isPublishing = row.status === 'publishing'
  return html`${isPublishing && html`<p>${say('desk_cohort', { word: 'publishing' })}</p>`}${notIntroduced > 0 && html`<p>${say('desk_not_introduced', { count: notIntroduced })}</p>`}${facts(
    [
      [say('desk_status'), placementBadge(row, view)],
      [say('desk_import', { word: 'when' }), instant(row.createdAt, view)],
      [say('desk_cohort', { word: 'method' }), say('desk_cohort_method', { method: row.method })],
      [
        say('desk_cohort', { word: 'placed' }),
        say('desk_placed_of', { placed: summary.placed, all: summary.candidates }),
      ],
      [say('desk_cohort', { word: 'score' }), say('desk_number', { value: summary.score_sum })],
      [say('desk_cohort', { word: 'blocking' }), summary.blocking_pairs],
    ],
  )}`
}

/** Renders a bar for each choice, and one for those who got none, with the numbers. */
function rankBars({ summary }: PlacementRow, { say }: View): Html {
  const { ranks, candidates, placed } = summary
  const later = ranks.slice(MOST_BARS).reduce((sum, count) => sum + count, 0)
  const bars = ranks.slice(0, MOST_BARS).map((count, at) => ({
    ...{ label: say('desk_choice_got', { rank: at + 1 }), count },
  }))
  const all = [
    ...bars,
    ...(later > 0 ? [{ label: `> ${MOST_BARS}`, count: later }] : []),
    { label: say('desk_cohort', { word: 'not_placed' }), count: candidates - placed },
  ]
  return html`<table class="bars"><caption class="unseen">${say('desk_cohort', { word: 'ranks' })}</caption><tbody>${all.map(
    ({ label, count }) =>
      html`<tr><th scope="row">${label}</th><td>${count}</td><td><meter min="0" max="${Math.max(1, candidates)}" value="${count}" aria-label="${label}">${count}</meter></td></tr>`,
  )}</tbody></table><p class="hint">${say('desk_cohort', { word: 'ranks_note' })}</p>`
}

function links({ id, summary }: PlacementRow, { say }: View): Html {
  const at = `/desk/placements/${id}`
  return html`${summary.placed > 0 && linkButton(`${at}/list`, say('desk_cohort', { word: 'print_list' }))}${linkButton(`${at}/results.csv`, say('desk_download_csv'))}`
}

/** Renders what may be done with a draft. */
function draftCard({ id, summary }: PlacementRow, view: View): Html {
  const { say } = view
  const step = (verb: 'publish' | 'remove', look: 'main' | 'danger') => {
    const name = say('desk_cohort', { word: verb })
    return confirmed({
      summary: name,
      warning: say('desk_cohort', { word: `${verb}_sure` }),
      form: postForm(view, { action: `/desk/placements/${id}/${verb}`, body: button(name, look) }),
    })
  }
  return card({ body: html`${summary.placed > 0 && step('publish', 'main')}${step('remove', 'danger')}` })
}

/** Renders a form to compare placements, which their times tell apart. */
function compareCard({ id }: PlacementRow, others: readonly PlacementRow[], view: View): Html {
  const { say } = view
  const options = others.map(({ id: value, createdAt: at, method, summary }) => {
    const shown = say('desk_instant', { at: at.getTime() })
    const placed = say('desk_placed_of', { placed: summary.placed, all: summary.candidates })
    const text = [shown, say('desk_cohort_method', { method }), placed].join(' · ')
    return { value, text, instant: { at, shown } }
  })
  const field = selectField({ name: 'with', label: say('desk_cohort', { word: 'compare_with' }), options })
  return html`<form class="filters" method="get" action="/desk/placements/${id}/comparison">${field}${button(say('desk_cohort', { word: 'compare' }), 'quiet')}</form>`
}

function unplacedTable(
  { unplaced, nameOf, nextUrl }: Pick<Shown, 'unplaced' | 'nameOf' | 'nextUrl'>,
  view: View,
): Html {
  const { say } = view
  if (unplaced.length === 0) return emptyState(say('desk_cohort', { word: 'nobody_unplaced' }))
  return html`${table({
    caption: say('desk_cohort', { word: 'unplaced' }),
    columns: [say('desk_cohort', { word: 'student' }), say('desk_cohort', { word: 'reason' })],
    rows: unplaced.map(({ candidateId, reason }) => [
      html`<a href="/desk/students/${candidateId}">${nameOf(candidateId) ?? say('desk_cohort', { word: 'erased_student' })}</a>`,
      reason && say('desk_unplaced_reason', { reason }),
    ]),
  })}${nextUrl && linkButton(nextUrl, say('desk_more'))}`
}
