import type { Fault } from '../../../../shared/errors.ts'
import { html } from '../../../../shared/html.ts'
import type { Sent } from '../../forms.ts'
import { otherFaults } from '../../look/form-fields.ts'
import { alert, bullets, button, linkButton, postForm } from '../../look/parts.ts'
import type { DeskPage, View } from '../../look/view.ts'
import { sectionOf } from '../postings/form-page.ts'
import type { Section } from '../postings/form-sections.ts'

export interface PartyForm {
  party: 'organization' | 'helper' | 'program'
  sections: readonly Section[]
  sent: Sent
  faults?: readonly Fault[]
  refusal?: string
}

/** The form of a new organization, helper or program. */
export function partyFormPage(form: PartyForm, view: View): DeskPage {
  const { say } = view
  const { party, sections, faults = [], refusal } = form
  const wrong = otherFaults(
    sections.flatMap(({ fields }) => fields),
    faults,
  )
  return {
    title: say('desk_new_party', { party }),
    main: html`<p>${say('desk_new_party_lead', { party })}</p>${alert(refusal)}${bullets(wrong)}${postForm(
      view,
      {
        action: `/desk/${party}s`,
        body: html`${sections.map((section) => sectionOf(section, form, view))}<div class="actions">${button(say('desk_create'))}${linkButton('/desk', say('desk_cancel'), 'quiet')}</div>`,
      },
    )}`,
  }
}
