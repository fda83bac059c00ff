import { type Html, html, type Part } from '../../../../shared/html.ts'
import type { ClientWithSecrets, NewSecret, RequestRow } from '../../../access/index.ts'
import type { EndpointRow } from '../../../notifications/index.ts'
import {
  badge,
  button,
  card,
  emptyState,
  facts,
  instant,
  linkButton,
  postForm,
  selectField,
  table,
  textField,
} from '../../look/parts.ts'
import { refusedFields, textIn } from '../../look/refused-form.ts'
import type { DeskPage, View } from '../../look/view.ts'
import { staffRoles } from '../../staff/staff.table.ts'
import { requestsSection } from './requests-section.ts'
import { wordOf } from './word-of.ts'

interface Developers {
  clients: readonly ClientWithSecrets[]
  endpoints: readonly EndpointRow[]
  requests: readonly RequestRow[]
  /** The id that requests are filtered by. */
  requestId: string | undefined
  refusal?: string
}

/** Shows the clients that may call the API for the partner, and its webhooks. */
export function developersPage({ clients, endpoints, refusal, ...asked }: Developers, view: View): DeskPage {
  const { say } = view
  const word = (one: Parameters<typeof wordOf>[1]) => wordOf(view, one)
  return {
    title: say('desk_developers'),
    main: html`${refusal && html`<p class="fault" role="alert">${refusal}</p>`}<p>${word('lead')}</p>
<h2>${word('clients')}</h2>
${
  clients.length === 0
    ? emptyState(word('no_clients'))
    : table({
        caption: word('clients'),
        columns: [
          say('desk_name'),
          say('desk_status'),
          word('last_used'),
          word('scopes'),
          say('desk_change'),
        ],
        rows: clients.map((one) => clientCells(one, view)),
      })
}
${newClientCard(view)}
<h2>${word('endpoints')}</h2>
${
  endpoints.length === 0
    ? emptyState(word('no_endpoints'), linkButton('/docs', word('reference')))
    : table({
        caption: word('endpoints'),
        columns: [word('address'), say('desk_status')],
        rows: endpoints.map((one) => [
          html`<a href="/desk/webhooks/${one.id}">${one.url}</a>`,
          enabledBadge(one.status === 'enabled', view),
        ]),
      })
}
<h2>${word('events')}</h2><p>${word('events_lead')}</p>
<p>${linkButton('/desk/developers/events', word('events'))}</p>
${requestsSection(asked, view)}`,
  }
}

export function enabledBadge(isEnabled: boolean, view: View): Html {
  return badge(wordOf(view, isEnabled ? 'enabled' : 'disabled'), isEnabled ? 'good' : 'bad')
}

function clientCells({ client, secrets }: ClientWithSecrets, view: View): Part[] {
  const { say } = view
  const used = secrets.flatMap(({ lastUsedAt }) => lastUsedAt ?? []).sort((a, b) => Number(b) - Number(a))[0]
  const form = (verb: string, body: Html) =>
    postForm(view, { action: `/desk/clients/${client.id}/${verb}`, body })
  const switched = client.disabledAt
    ? form('enable', button(say('desk_resume'), 'quiet'))
    : form('disable', button(say('desk_suspend'), 'danger'))
  const name = client.name ?? client.id
  return [
    html`${name}${client.name && html`<br><code>${client.id}</code>`}`,
    enabledBadge(client.disabledAt === null, view),
    used ? instant(used, view) : say('desk_never'),
    html`<details><summary>${client.scopes.length}<span class="unseen"> ${wordOf(view, 'scopes')} ${name}</span></summary>${client.scopes.join(', ')}</details>`,
    html`<details><summary>${say('desk_change')}<span class="unseen"> ${name}</span></summary><p>${wordOf(view, 'rotate_lead')}</p>${form('rotate', button(wordOf(view, 'rotate'), 'quiet'))}${switched}</details>`,
  ]
}

function newClientCard(view: View): Html {
  const { say } = view
  const options = staffRoles.map((role) => ({ value: role, text: say('desk_access', { role }) }))
  const action = '/desk/developers/clients'
  const sent = refusedFields(view, action)
  return card({
    title: wordOf(view, 'new_client'),
    body: postForm(view, {
      action,
      body: html`${textField({
        ...{ name: 'name', label: say('desk_name'), hint: wordOf(view, 'name_hint') },
        ...{ value: textIn(sent, 'name'), maxLength: 100, isRequired: true },
      })}${selectField({ name: 'access', label: wordOf(view, 'access'), value: textIn(sent, 'access'), options })}${button(wordOf(view, 'create'))}`,
    }),
  })
}

/** Shows the secret of a client, only this once. */
export function secretPage({ client, clientSecret }: NewSecret, view: View): DeskPage {
  return {
    title: wordOf(view, 'secret'),
    main: card({
      body: html`<p>${wordOf(view, 'secret_lead')}</p>${facts([
        [view.say('desk_name'), client.name],
        ['client_id', html`<span class="key">${client.id}</span>`],
        ['client_secret', html`<span class="key">${clientSecret}</span>`],
      ])}`,
      actions: linkButton('/desk/developers', view.say('desk_developers')),
    }),
  }
}
