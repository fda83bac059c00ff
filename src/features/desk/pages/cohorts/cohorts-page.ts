import { html } from '../../../../shared/html.ts'
import type { CohortRow } from '../../../internships/index.ts'
import { emptyState, instant, linkButton, table } from '../../look/parts.ts'
import type { DeskPage, View } from '../../look/view.ts'

interface Listed {
  cohorts: readonly CohortRow[]
  programs: readonly { id: string; name: string }[]
  nextUrl: string | null
}

/** Lists the cohorts of an office, latest first. */
export function cohortsPage({ cohorts, programs, nextUrl }: Listed, view: View): DeskPage {
  const { say } = view
  const nameOf = new Map(programs.map(({ id, name }) => [id, name]))
  const create =
    view.may('editor') && programs.length > 0
      ? linkButton('/desk/cohorts/new', say('desk_cohort', { word: 'new' }))
      : undefined
  const toPrograms =
    programs.length > 0
      ? linkButton('/desk/programs', say('desk_parties', { party: 'program' }), 'quiet')
      : view.may('editor') && linkButton('/desk/programs/new', say('desk_new_party', { party: 'program' }))
  const empty = say('desk_cohort', { word: programs.length === 0 ? 'no_programs' : 'empty' })
  return {
    title: say('desk_cohorts'),
    main: html`<p>${say('desk_cohort', { word: 'lead' })}</p>${
      cohorts.length === 0
        ? emptyState(empty, html`${create}${create && ' '}${toPrograms}`)
        : html`<div class="actions">${create}${toPrograms}</div>${table({
            caption: say('desk_cohorts'),
            columns: [
              say('desk_name'),
              say('desk_cohort', { word: 'program' }),
              say('desk_import', { word: 'when' }),
            ],
            rows: cohorts.map((row) => [
              html`<a href="/desk/cohorts/${row.id}">${row.name}</a>`,
              nameOf.get(row.programId),
              instant(row.createdAt, view),
            ]),
          })}`
    }${nextUrl && linkButton(nextUrl, say('desk_more'))}`,
  }
}
