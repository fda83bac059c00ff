import type { World } from '../world.ts'

type Values = Record<string, unknown | ((world: World) => unknown)>

/** Examples of parameters that the cases of the routes do not send, by name, or by operation and name. */
export const parameterValues: Values = {
  limit: 20,
  q: 'books',
  place: 'Oakland',
  cause: 'hunger',
  kind: 'volunteer',
  date: '2026-11-30',
  from: '2026-11-01',
  to: '2026-11-30',
  updated_since: '2026-11-01T00:00:00Z',
  external_id: 'pantry-17',
  metadata: { crm_id: '77' },
  separator: ';',
  bom: 'true',
  kinds: ['volunteer', 'intern'],
  modality: ['remote', 'hybrid'],
  min_score: 0.5,
  max_distance_km: 25,
  skill: 'bookkeeping',
  exclude_introduced: 'true',
  include: ['near_misses'],
  fields: 'created_at,updated_at',
  expand: 'need,offer',
  'listNeeds expand': 'organization',
  'getNeed expand': 'organization',
  'listOffers expand': 'helper',
  'getOffer expand': 'helper',
  role: 'need',
  format: 'json_resume',
  minutes_per_task: 45,
  times_per_week: 2,
  training_multiplier: 10,
  learning_rate: 0.8,
  owner_hour_value: 40,
  helper_hour_cost: 0,
  supervision_minutes_per_week: 20,
  currency: 'USD',
  has_notices: 'true',
  max_length: 3,
  need_id: (world: World) => world.needId,
  offer_id: (world: World) => world.offerId,
  organization_id: (world: World) => world.organizationId,
  helper_id: (world: World) => world.helperId,
  program_id: (world: World) => world.programId,
  cohort_id: (world: World) => world.cohortId,
  'getSitemap from': (world: World) => world.needId,
  date_format: 'mdy',
  decimal: '.',
  sheet: 'Students',
  key: 'email',
  profile: 'usual',
  columns: '{"Student ID":"external_id"}',
  defaults: '{"share_contact":"no"}',
}

/** Not sent by themselves: a position belongs to its list, and a file has a sheet or not. */
export const notTried = new Set(['cursor', 'sheet', 'profile', 'program_id', 'cohort_id', 'format'])

export const headerValues: Record<string, string> = {
  'if-match': '"1"',
  'if-none-match': '*',
  'idempotency-key': 'a7d3b7f0-5d0c-4a4e-9a65-2f8e6c1d4b90',
  'accept-language': 'en',
}
export const CURSOR_EXAMPLE = Buffer.from('{"id":"need_01kafz3e00e008000000000011"}').toString('base64url')
