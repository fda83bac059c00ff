import { type Html, html } from '../../../../shared/html.ts'
import type { DeliveryRow, EndpointRow } from '../../../notifications/index.ts'
import {
  badge,
  button,
  card,
  emptyState,
  facts,
  instant,
  linkButton,
  postForm,
  table,
} from '../../look/parts.ts'
import type { DeskPage, View } from '../../look/view.ts'
import { enabledBadge } from './developers-page.ts'
import { wordOf } from './word-of.ts'

const TONES = { pending: 'wait', delivered: 'good', failed: 'bad' } as const

interface Endpoint {
  endpoint: EndpointRow
  deliveries: readonly DeliveryRow[]
  nextUrl: string | null
  refusal?: string
}

/** Shows one webhook endpoint and its deliveries. */
export function endpointPage({ endpoint, deliveries, nextUrl, refusal }: Endpoint, view: View): DeskPage {
  const { say } = view
  const at = `/desk/webhooks/${endpoint.id}`
  return {
    title: wordOf(view, 'deliveries'),
    main: html`${refusal && html`<p class="fault" role="alert">${refusal}</p>`}
${card({
  body: facts([
    [wordOf(view, 'address'), endpoint.url],
    [say('desk_status'), enabledBadge(endpoint.status === 'enabled', view)],
    [wordOf(view, 'failing_since'), endpoint.failingSince && instant(endpoint.failingSince, view)],
  ]),
  actions: html`${postForm(view, { action: `${at}/test`, body: button(wordOf(view, 'send_test'), 'quiet') })}${linkButton('/desk/developers', say('desk_developers'))}`,
})}
${
  deliveries.length === 0
    ? emptyState(wordOf(view, 'no_deliveries'))
    : table({
        caption: wordOf(view, 'deliveries'),
        columns: [
          say('desk_audit_when'),
          say('desk_audit_what'),
          say('desk_audit_record'),
          say('desk_status'),
          wordOf(view, 'attempts'),
          say('desk_change'),
        ],
        rows: deliveries.map((one) => [
          instant(one.createdAt, view),
          html`<code>${one.type}</code>`,
          one.resourceId,
          badge(say('desk_delivery_status', { status: one.status }), TONES[one.status]),
          one.attemptCount,
          one.status === 'pending' ? null : resend(at, one, view),
        ]),
      })
}
${nextUrl && linkButton(nextUrl, say('desk_more'))}`,
  }
}

function resend(at: string, one: DeliveryRow, view: View): Html {
  const label = html`<button class="quiet">${wordOf(view, 'resend')}<span class="unseen"> ${one.type} ${one.resourceId}</span></button>`
  const body = html`<input type="hidden" name="delivery_id" value="${one.id}">${label}`
  return postForm(view, { action: `${at}/redeliver`, body })
}
