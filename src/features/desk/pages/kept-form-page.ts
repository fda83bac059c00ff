import { html } from '../../../shared/html.ts'
import type { Sent } from '../forms.ts'
import { alert, bullets, button, card, hidden, postForm } from '../look/parts.ts'
import type { DeskPage, View } from '../look/view.ts'

/**
 * Keeps what a form sent after its session has ended. The form can be sent again from this page, once somebody has signed
 * in, so nothing is stored meanwhile.
 */
export function keptFormPage(sent: Sent, view: View): DeskPage {
  const { say } = view
  const isSignedIn = view.session !== null
  const fields = Object.entries(sent).flatMap(([name, value]) =>
    [value].flat().map((one) => [name, one] as const),
  )
  const written = fields.map(([, value]) => value).filter((value) => /\s/.test(value))
  return {
    title: say('desk_kept', { word: isSignedIn ? 'title_in' : 'title_out' }),
    main: html`${alert(say('desk_kept', { word: isSignedIn ? 'lead_in' : 'lead_out' }))}
${card({
  title: say('desk_kept', { word: 'wrote' }),
  body: bullets(written.map((text) => html`<span class="written">${text}</span>`)),
  actions: postForm(view, {
    action: view.path,
    body: html`${fields.map(([name, value]) => hidden(name, value))}${button(say('desk_kept', { word: 'send' }))}`,
  }),
})}`,
  }
}
