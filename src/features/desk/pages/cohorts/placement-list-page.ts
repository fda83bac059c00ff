import { html } from '../../../../shared/html.ts'
import type { CohortRow, PlacementResult, PlacementRow } from '../../../internships/index.ts'
import { linkButton, table } from '../../look/parts.ts'
import { textOfCode } from '../../look/refusal-text.ts'
import type { DeskPage, View } from '../../look/view.ts'

interface Shown {
  row: PlacementRow
  cohort: CohortRow
  placed: readonly PlacementResult[]
  nameOf(id: string | null): string | null
  nextUrl: string | null
}

/** Lists who is placed where, to print. */
export function placementListPage({ row, cohort, placed, nameOf, nextUrl }: Shown, view: View): DeskPage {
  const { say } = view
  const { summary } = row
  const isPublished = row.status === 'published'
  return {
    title: `${cohort.name}: ${say('desk_placed_of', { placed: summary.placed, all: summary.candidates })}`,
    main: html`<p class="screen">${say('desk_cohort', { word: 'print' })}</p>${table({
      caption: say('desk_cohort', { word: 'placements' }),
      columns: [
        say('desk_cohort', { word: 'student' }),
        say('desk_cohort', { word: 'need' }),
        say('desk_cohort', { word: 'organization' }),
        say('desk_cohort', { word: 'choice' }),
        ...(isPublished ? [say('desk_cohort', { word: 'introduction' })] : []),
      ],
      rows: placed.map((one) => [
        nameOf(one.candidateId) ?? say('desk_cohort', { word: 'erased_student' }),
        nameOf(one.needId) ?? say('desk_cohort', { word: 'gone_need' }),
        nameOf(one.organizationId),
        one.rank,
        ...(isPublished ? [introductionOf(one, view)] : []),
      ]),
    })}<div class="actions">${nextUrl && linkButton(nextUrl, say('desk_more'))}${linkButton(`/desk/placements/${row.id}`, say('desk_cohort', { word: 'placements' }))}</div>`,
  }
}

function introductionOf({ introductionId, refusal }: PlacementResult, view: View) {
  const { say } = view
  if (introductionId)
    return html`<a href="/desk/introductions/${introductionId}">${say('desk_introduction')}</a>`
  const reason = refusal && textOfCode(refusal, view)
  return html`${say('desk_cohort', { word: 'not_introduced' })}${reason && html`: ${reason}`}`
}
