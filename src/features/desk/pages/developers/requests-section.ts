import { type Html, html } from '../../../../shared/html.ts'
import type { RequestRow } from '../../../access/index.ts'
import { badge, emptyState, filters, instant, table, textField } from '../../look/parts.ts'
import type { View } from '../../look/view.ts'
import { wordOf } from './word-of.ts'

/** Lists API requests of the partner's clients: the latest, or those with the given id. */
export function requestsSection(
  { requests, requestId = '' }: { requests: readonly RequestRow[]; requestId: string | undefined },
  view: View,
): Html {
  const word = (one: Parameters<typeof wordOf>[1]) => wordOf(view, one)
  return html`<h2 id="requests">${word('requests')}</h2><p>${word('requests_lead')}</p>
${filters('/desk/developers#requests', {
  fields: [textField({ name: 'request_id', label: 'Request-Id', value: requestId, maxLength: 200 })],
  submit: view.say('desk_search'),
})}
${
  requests.length === 0
    ? emptyState(word('no_requests'))
    : table({
        caption: word('requests'),
        columns: [
          view.say('desk_audit_when'),
          word('request'),
          word('answer'),
          word('duration'),
          'Request-Id',
        ],
        rows: requests.map((one) => [
          instant(one.createdAt, view),
          html`<code>${one.method} ${one.route ?? ''}</code><br><code>${one.clientId}</code>`,
          html`${badge(String(one.status), one.status < 400 ? 'good' : 'bad')} ${one.errorCode && html`<code>${one.errorCode}</code>`}`,
          `${one.durationMs} ms`,
          html`<code>${one.requestId}</code>`,
        ]),
      })
}`
}
