import type { Fault } from '../../../../shared/errors.ts'
import { html } from '../../../../shared/html.ts'
import type { Sent } from '../../forms.ts'
import { otherFaults } from '../../look/form-fields.ts'
import { alert, bullets, button, hidden, linkButton, postForm } from '../../look/parts.ts'
import type { DeskPage, View } from '../../look/view.ts'
import { sectionOf } from '../postings/form-page.ts'
import type { Section } from '../postings/form-sections.ts'
import type { PartyKind } from './parties-page.ts'

interface PartyForm {
  party: PartyKind
  /** Null for a new one. */
  id: string | null
  sections: readonly Section[]
  sent: Sent
  faults?: readonly Fault[]
  refusal?: string
}

/** Shows the form of a new or existing organization, helper or program. */
export function partyFormPage(form: PartyForm, view: View): DeskPage {
  const { say } = view
  const { party, id, sections, sent, faults = [], refusal } = form
  const base = `/desk/${party}s`
  const wrong = otherFaults(
    sections.flatMap(({ fields }) => fields),
    faults,
    view,
  )
  const fields = html`${typeof sent.version === 'string' && hidden('version', sent.version)}${sections.map((section) => sectionOf(section, form, view))}`
  const save = button(say(id === null ? 'desk_create' : 'desk_save'))
  return {
    title: id === null ? say('desk_new_party', { party }) : say('desk_edit_party', { party }),
    main: html`${id === null && html`<p>${say('desk_new_party_lead', { party })}</p>`}${alert(refusal)}${bullets(wrong)}${postForm(
      view,
      {
        action: id === null ? base : `${base}/${id}/edit`,
        body: html`${fields}<div class="actions">${save}${linkButton(id === null ? base : `${base}/${id}`, say('desk_cancel'), 'quiet')}</div>`,
      },
    )}`,
  }
}
