import { html } from '../../../shared/html.ts'
import { card, linkButton } from '../look/parts.ts'
import type { DeskPage, View } from '../look/view.ts'

/** Shows the URL of a calendar, only this once. */
export function calendarPage({ url, back }: { url: string; back: string }, { say }: View): DeskPage {
  return {
    title: say('desk_calendar'),
    main: card({
      body: html`<p>${say('desk_calendar_lead')}</p><p class="key">${url}</p>`,
      actions: linkButton(back, say('desk_back')),
    }),
  }
}
