import { html } from '../../../../shared/html.ts'
import type { readFeed } from '../../../notifications/index.ts'
import { emptyState, instant, linkButton, table } from '../../look/parts.ts'
import type { DeskPage, View } from '../../look/view.ts'
import { wordOf } from './word-of.ts'

type Event = Awaited<ReturnType<typeof readFeed>>['events'][number]

/** Lists the events of a partner in order, as programs read them. */
export function eventsPage(
  { events, nextUrl }: { events: readonly Event[]; nextUrl: string | null },
  view: View,
): DeskPage {
  const { say } = view
  return {
    title: wordOf(view, 'events'),
    main: html`<p>${wordOf(view, 'events_lead')}</p>
${
  events.length === 0
    ? emptyState(wordOf(view, 'no_events'))
    : table({
        caption: wordOf(view, 'events'),
        columns: [
          say('desk_audit_when'),
          say('desk_audit_what'),
          say('desk_audit_record'),
          wordOf(view, 'data'),
        ],
        rows: events.map((one) => [
          instant(one.occurredAt, view),
          html`<code>${one.type}</code>`,
          one.resourceId,
          html`<code>${JSON.stringify(one.data ?? {})}</code>`,
        ]),
      })
}
<div class="actions">${nextUrl && linkButton(nextUrl, say('desk_more'))}${linkButton('/desk/developers', say('desk_developers'))}</div>`,
  }
}
