import { MAX_JSON_DEPTH, MAX_JSON_KEYS } from '../../shared/json-shape.ts'
import { TOKEN_LIFETIME_S } from './actor.ts'
import { MAX_CONCURRENT, MAX_WAITING } from './concurrent-rankings.ts'
import { IDEMPOTENCY_HOURS } from './idempotency.ts'
import { DEFAULT_LIMIT, MAX_LIMIT } from './pagination.ts'
import { quotasOf, type RateClass } from './rate-limit.ts'

export const BODY_LIMIT_BYTES = 1024 * 1024
const BYTES_OF_MIB = 1024 * 1024

const countedRequests: Record<RateClass, string> = {
  read: 'reads',
  write: 'writes',
  rank: 'rankings, previews, rings, placements, clearings and skill lookups by text',
  upload: 'file uploads',
  token: 'token requests, per IP address',
  operation: 'health and metrics, per IP address',
}

/**
 * Returns the limits that apply to all routes, as a Markdown table for the reference page. Limits of a single
 * route are in its description.
 */
export function describeLimits(config: {
  RATE_LIMIT_PER_MINUTE: number
  REQUEST_TIMEOUT_MS: number
  UPLOAD_TIMEOUT_MS: number
  MIN_BODY_BYTES_PER_S: number
  OPEN_REQUESTS_PER_CLIENT: number
  OPEN_REQUESTS_PER_ADDRESS: number
}): string {
  const quotas = Object.entries(quotasOf(config.RATE_LIMIT_PER_MINUTE)).map(([name, [burst, sustained]]) => [
    // The keys of an object of rate classes.
    `\`${name}\`: ${countedRequests[name as RateClass]}`,
    `${sustained.requests} requests in ${sustained.windowS} s, ${burst.requests} in ${burst.windowS} s`,
  ])
  const rows = [
    ...quotas,
    ['request body', `${BODY_LIMIT_BYTES / BYTES_OF_MIB} MiB, unless the route states another limit`],
    ['list page', `${DEFAULT_LIMIT} items by default, up to ${MAX_LIMIT} with \`limit\``],
    [
      'time to send a request',
      `${config.REQUEST_TIMEOUT_MS / 1000} s; ${config.UPLOAD_TIMEOUT_MS / 1000} s for a file upload`,
    ],
    ['minimum upload rate of a body', orNone(config.MIN_BODY_BYTES_PER_S, 'bytes per second')],
    ['concurrent requests per client', orNone(config.OPEN_REQUESTS_PER_CLIENT)],
    ['concurrent requests without a token, per IP address', orNone(config.OPEN_REQUESTS_PER_ADDRESS)],
    ['concurrent rankings per partner', `${MAX_CONCURRENT}; up to ${MAX_WAITING} more wait`],
    ['nesting levels of JSON', `${MAX_JSON_DEPTH}`],
    ['keys of one JSON object', `${MAX_JSON_KEYS}`],
    ['token lifetime', `${TOKEN_LIFETIME_S / 60} minutes`],
    ['Idempotency-Key lifetime', `${IDEMPOTENCY_HOURS} hours`],
  ]
  return ['| Limit | |', '|---|---|', ...rows.map(([what, limit]) => `| ${what} | ${limit} |`)].join('\n')
}

/** 0 means no limit. */
function orNone(limit: number, unit = ''): string {
  return limit === 0 ? 'no limit' : `${limit} ${unit}`.trimEnd()
}
