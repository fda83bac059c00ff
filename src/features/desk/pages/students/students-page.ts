import { html } from '../../../../shared/html.ts'
import type { CandidateRow } from '../../../internships/index.ts'
import { badge, button, emptyState, linkButton, selectField, table, textField } from '../../look/parts.ts'
import type { DeskPage, View } from '../../look/view.ts'

interface Listed {
  students: readonly CandidateRow[]
  programs: readonly { id: string; name: string }[]
  q: string | undefined
  programId: string | undefined
  nextUrl: string | null
}

/** Lists the students that a search finds, by name. */
export function studentsPage({ students, programs, q, programId, nextUrl }: Listed, view: View): DeskPage {
  const { say } = view
  const nameOf = new Map(programs.map(({ id, name }) => [id, name]))
  const isSearch = q !== undefined || programId !== undefined
  const word = (word: 'name' | 'external_id' | 'program') => say('desk_student', { word })
  const options = [
    { value: '', text: say('desk_filter_all') },
    ...programs.map(({ id, name }) => ({ value: id, text: name })),
  ]
  const none = isSearch
    ? emptyState(
        say('desk_student', { word: 'nobody' }),
        linkButton('/desk/students', say('desk_filter_all')),
      )
    : emptyState(
        say('desk_student', { word: 'empty' }),
        linkButton('/desk/imports', say('desk_student', { word: 'import' })),
      )
  return {
    title: say('desk_students'),
    main: html`<p>${say('desk_student', { word: 'lead' })}</p>
<div class="actions">${linkButton('/desk/programs', say('desk_parties', { party: 'program' }), 'quiet')}</div>
<form class="filters" method="get" action="/desk/students" role="search">${textField({
      ...{
        name: 'q',
        type: 'search',
        label: say('desk_student', { word: 'search' }),
        value: q,
        maxLength: 200,
      },
    })}${selectField({ name: 'program_id', label: word('program'), value: programId, options })}${button(say('desk_show'), 'quiet')}</form>
${
  students.length === 0
    ? none
    : table({
        caption: say('desk_students'),
        columns: [word('name'), word('external_id'), word('program'), say('desk_status')],
        rows: students.map((row) => [
          html`<a href="/desk/students/${row.id}">${row.profile.name}</a>`,
          row.externalId,
          nameOf.get(row.programId),
          rankedBadge(row, view),
        ]),
      })
}
${nextUrl && linkButton(nextUrl, say('desk_more'))}`,
  }
}

/** Tells whether others can find the student now. */
export function isDiscoverable({
  status,
  sharesProfile,
}: Pick<CandidateRow, 'status' | 'sharesProfile'>): boolean {
  return status === 'open' && sharesProfile
}

export function rankedBadge({ status, sharesProfile }: CandidateRow, { say }: View) {
  const isRanked = isDiscoverable({ status, sharesProfile })
  const text = say('desk_student', { word: isRanked ? 'ranked' : 'not_ranked' })
  return html`${say('desk_student_status', { status })} ${badge(text, isRanked ? 'good' : 'plain')}`
}
