type None = Record<never, never>

/** Actions of staff that the log names. */
export const developerActions = [
  'client_created',
  'client_secret_rotated',
  'client_disabled',
  'client_enabled',
  'delivery_resent',
  'webhook_tested',
] as const

/** Error codes that staff may get here. */
export const developerRefusals = [
  'too_many_clients',
  'scopes_not_held',
  'too_many_secrets',
  'last_managing_client',
  'disabled_by_operator',
  'endpoint_disabled',
  'cursor_expired',
] as const

export const developerWords = [
  'lead',
  'clients',
  'no_clients',
  'last_used',
  'scopes',
  'rotate',
  'rotate_lead',
  'new_client',
  'name_hint',
  'access',
  'create',
  'secret',
  'secret_lead',
  'endpoints',
  'no_endpoints',
  'reference',
  'address',
  'enabled',
  'disabled',
  'events',
  'events_lead',
  'no_events',
  'requests',
  'requests_lead',
  'no_requests',
  'request',
  'answer',
  'duration',
  'deliveries',
  'no_deliveries',
  'attempts',
  'failing_since',
  'send_test',
  'resend',
  'data',
] as const

export interface DeveloperMessages {
  desk_developers: None
  desk_developer: { word: (typeof developerWords)[number] }
  desk_access: { role: 'viewer' | 'editor' | 'admin' }
  desk_delivery_status: { status: 'pending' | 'delivered' | 'failed' }
}
