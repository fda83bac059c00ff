import { html } from '../../../../shared/html.ts'
import type { PlacementRow, Placements } from '../../../internships/index.ts'
import { facts, instant, linkButton, table } from '../../look/parts.ts'
import type { DeskPage, View } from '../../look/view.ts'

interface Shown {
  row: PlacementRow
  other: PlacementRow
  comparison: Awaited<ReturnType<Placements['compare']>>
  nameOf(id: string | null): string | null
}

/** Compares two placements of a cohort, and lists who is placed elsewhere. */
export function comparisonPage({ row, other, comparison, nameOf }: Shown, view: View): DeskPage {
  const { say } = view
  const { same, better, worse, moved } = comparison
  const titles = [
    say('desk_cohort', { word: 'this_run' }),
    say('desk_cohort', { word: 'other_run' }),
  ] as const
  const both = [row, other] as const
  const placedAt = ({ need_id: id, rank }: (typeof moved)[number]['this']) =>
    id === null
      ? say('desk_cohort', { word: 'not_placed' })
      : html`${nameOf(id) ?? say('desk_cohort', { word: 'gone_need' })}${rank !== null && html` · ${say('desk_choice_got', { rank })}`}`
  const figures = [
    [say('desk_import', { word: 'when' }), both.map(({ createdAt }) => instant(createdAt, view))],
    [say('desk_cohort', { word: 'method' }), both.map(({ method }) => say('desk_cohort_method', { method }))],
    [say('desk_cohort', { word: 'placed' }), both.map(({ summary }) => summary.placed)],
    [say('desk_cohort', { word: 'first_choices' }), both.map(({ summary }) => summary.ranks[0] ?? 0)],
    [
      say('desk_cohort', { word: 'score' }),
      both.map(({ summary }) => say('desk_number', { value: summary.score_sum })),
    ],
    [say('desk_cohort', { word: 'blocking' }), both.map(({ summary }) => summary.blocking_pairs)],
  ] as const
  return {
    title: say('desk_cohort', { word: 'compare' }),
    main: html`${table({
      caption: say('desk_cohort', { word: 'compare' }),
      columns: [say('desk_import', { word: 'result' }), ...titles],
      rows: figures.map(([name, values]) => [name, ...values]),
    })}${facts([
      [say('desk_cohort', { word: 'same' }), same],
      [say('desk_cohort', { word: 'better' }), better],
      [say('desk_cohort', { word: 'worse' }), worse],
    ])}${
      moved.length > 0 &&
      html`<h2>${say('desk_cohort', { word: 'moved' })}</h2>${table({
        caption: say('desk_cohort', { word: 'moved' }),
        columns: [say('desk_cohort', { word: 'student' }), ...titles],
        rows: moved.map((one) => [
          html`<a href="/desk/students/${one.candidate_id}">${nameOf(one.candidate_id) ?? say('desk_cohort', { word: 'erased_student' })}</a>`,
          placedAt(one.this),
          placedAt(one.other),
        ]),
      })}`
    }<p>${linkButton(`/desk/placements/${row.id}`, titles[0])} ${linkButton(`/desk/placements/${other.id}`, titles[1])}</p>`,
  }
}
