import { html } from '../../../../shared/html.ts'
import { card, linkButton } from '../../look/parts.ts'
import { shownFields } from '../../look/shown-fields.ts'
import type { DeskPage, View } from '../../look/view.ts'
import type { Section } from '../postings/form-sections.ts'
import type { PartyKind } from './parties-page.ts'

interface Shown {
  party: PartyKind
  id: string
  name: string
  sections: readonly Section[]
  /** The body in the form of its fields. */
  body: object
  /** Link to the next step. */
  next: { href: string; text: string }
  /** Link to what belongs to it. */
  belongings: { href: string; text: string }
}

/** Shows one organization, helper or program, with the values of its form. */
export function partyPage(
  { party, id, name, sections, body, next, belongings }: Shown,
  view: View,
): DeskPage {
  const cards = sections.map(({ title, fields }) => {
    const shown = shownFields(fields, body, view)
    return shown && card({ title, body: shown })
  })
  return {
    title: name,
    main: html`<div class="cards">${cards}</div><div class="actions">${
      view.may('editor') &&
      html`${linkButton(`/desk/${party}s/${id}/edit`, view.say('desk_edit'))}${linkButton(next.href, next.text, 'quiet')}`
    }${linkButton(belongings.href, belongings.text, 'quiet')}</div>`,
  }
}
