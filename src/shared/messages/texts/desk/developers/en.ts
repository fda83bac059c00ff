import type { DeskAreas } from '../desk-texts.ts'

const WORDS = {
  lead: 'Programs call the API for you with a client id and a secret, and get messages when something changes.',
  clients: 'Clients',
  no_clients: 'No program may call the API for you yet. Create a client below.',
  last_used: 'Last used',
  scopes: 'Scopes',
  rotate: 'New secret',
  rotate_lead: 'The old secrets work for another 24 hours.',
  new_client: 'Create a client',
  name_hint: 'What it is for: nightly sync, for example.',
  access: 'It may',
  create: 'Create',
  secret: 'The secret of a client',
  secret_lead: 'Copy it now and keep it safe. It is not shown again.',
  endpoints: 'Webhooks',
  no_endpoints: 'No address gets messages yet. A program adds one: see webhook endpoints in the reference.',
  reference: 'Reference',
  address: 'Address',
  enabled: 'Enabled',
  disabled: 'Suspended',
  events: 'Events',
  events_lead:
    'What happened to your records and to those that concern you, oldest first, from the last 30 days.',
  no_events: 'Nothing happened yet. Post a need, and its event is here.',
  requests: 'Requests',
  requests_lead:
    'What programs asked for you, the latest first. Each answer carries a Request-Id: search for it. Up to 10,000 requests are kept for 7 days, without addresses, queries or contents.',
  no_requests: 'No request is kept here. A new one appears after a second or two.',
  request: 'Request',
  answer: 'Answer',
  duration: 'Duration',
  deliveries: 'Messages to an address',
  no_deliveries: 'Nothing was sent yet. Send a test message.',
  attempts: 'Attempts',
  failing_since: 'Failing since',
  send_test: 'Send a test message',
  resend: 'Send again',
  data: 'Data',
}
const ACCESS = {
  viewer: 'read everything',
  editor: 'read and change everything',
  admin: 'also manage clients, webhooks and settings',
}
const DELIVERIES = {
  pending: 'Waiting',
  delivered: 'Delivered',
  failed: 'Failed',
}

export const en: DeskAreas['developers'] = {
  actions: {
    client_created: 'Created a client',
    client_secret_rotated: 'Gave a client a new secret',
    client_disabled: 'Suspended a client',
    client_enabled: 'Let a client in again',
    delivery_resent: 'Sent a message again',
    webhook_tested: 'Sent a test message',
  },
  refusals: {
    too_many_clients: 'There are as many clients as there can be. Remove one first.',
    scopes_not_held: 'This client may do more than you may. Leave out what you lack.',
    too_many_secrets: 'Too many secrets of this client still work. Wait until some have ended.',
    last_managing_client: 'No other client may manage clients. Create one first.',
    disabled_by_operator: 'The operator suspended this client. Ask the operator.',
    endpoint_disabled: 'This address is suspended. Enable it first.',
    cursor_expired: 'These events are no longer kept. Begin at the first page.',
  },
  words: {
    desk_developers: () => 'Developers',
    desk_developer: ({ word }) => WORDS[word],
    desk_access: ({ role }) => ACCESS[role],
    desk_delivery_status: ({ status }) => DELIVERIES[status],
  },
}
