import { type Html, html } from '../../../../shared/html.ts'
import type { CohortRow } from '../../../internships/index.ts'
import type { Sent } from '../../desk-pages.ts'
import {
  alert,
  button,
  emptyState,
  linkButton,
  postForm,
  selectField,
  textArea,
  textField,
} from '../../look/parts.ts'
import type { DeskPage, View } from '../../look/view.ts'

export interface CohortChoices {
  programs: readonly { id: string; name: string }[]
  /** Open needs of the office itself that accept students. */
  needs: readonly { id: string; title: string; organization: string | undefined }[]
}

interface Form extends CohortChoices {
  row: CohortRow | undefined
  sent: Sent | undefined
  refusal: string | undefined
}

/** Shows the form of a new or existing cohort. */
export function cohortFormPage({ programs, needs, row, sent, refusal }: Form, view: View): DeskPage {
  const { say } = view
  const given = (name: string) => (typeof sent?.[name] === 'string' ? sent[name] : undefined)
  const chosen = new Set<string>(
    sent ? [sent.need_ids ?? []].flat() : row?.needs.map(({ need_id }) => need_id),
  )
  const own = new Set(needs.map(({ id }) => id))
  const others = [...chosen].filter((id) => !own.has(id))
  const options = programs.map(({ id, name }) => ({ value: id, text: name }))
  return {
    title: say('desk_cohort', { word: row ? 'edit' : 'new' }),
    main: html`${alert(refusal)}${
      programs.length === 0
        ? emptyState(
            say('desk_cohort', { word: 'no_programs' }),
            linkButton('/desk/programs/new', say('desk_new_party', { party: 'program' })),
          )
        : postForm(view, {
            action: row ? `/desk/cohorts/${row.id}/edit` : '/desk/cohorts',
            body: html`${textField({
              ...{ name: 'name', label: say('desk_name'), value: given('name') ?? row?.name },
              ...{ maxLength: 200, isRequired: true },
            })}${selectField({
              ...{ name: 'program_id', label: say('desk_cohort', { word: 'program' }), options },
              value: given('program_id') ?? row?.programId,
            })}${needs.length > 0 && needBoxes(needs, chosen, view)}${textArea({
              ...{ name: 'more_needs', label: say('desk_cohort', { word: 'more_needs' }) },
              hint: say('desk_cohort', { word: 'more_needs_hint' }),
              value: given('more_needs') ?? others.join('\n'),
            })}${button(row ? say('desk_save') : say('desk_cohort', { word: 'create' }))}`,
          })
    }`,
  }
}

function needBoxes(needs: CohortChoices['needs'], chosen: ReadonlySet<string>, { say }: View): Html {
  const boxes = needs.map(
    ({ id, title, organization }) =>
      html`<label class="check"><input type="checkbox" name="need_ids" value="${id}"${chosen.has(id) && html` checked`}> ${title}${organization && html` <span class="hint">${organization}</span>`}</label>`,
  )
  return html`<fieldset><legend>${say('desk_cohort', { word: 'own_needs' })}</legend>${boxes}</fieldset>`
}
