import { MAX_JSON_DEPTH } from '../../shared/json-depth.ts'
import { TOKEN_LIFETIME_S } from './actor.ts'
import { IDEMPOTENCY_HOURS } from './idempotency.ts'
import { DEFAULT_LIMIT, MAX_LIMIT } from './pagination.ts'
import { quotasOf, type RateClass } from './rate-limit.ts'

export const BODY_LIMIT_BYTES = 1024 * 1024
const BYTES_OF_MIB = 1024 * 1024

const whatIsCounted: Record<RateClass, string> = {
  read: 'reads',
  write: 'writes',
  rank: 'rankings, previews, rings, placements, clearings and what skills are understood as',
  upload: 'files',
  token: 'tokens, by address',
  operation: 'health and metrics, by address',
}

/** What holds for every route, as a table for the reference page; limits of one route stand there. */
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
    `\`${name}\`: ${whatIsCounted[name as RateClass]}`,
    `${sustained.requests} requests in ${sustained.windowS} s, ${burst.requests} in ${burst.windowS} s`,
  ])
  const rows = [
    ...quotas,
    ['body of a request', `${BODY_LIMIT_BYTES / BYTES_OF_MIB} MiB, where a route says nothing else`],
    ['page of a list', `${DEFAULT_LIMIT} items, up to ${MAX_LIMIT} by \`limit\``],
    [
      'time to send a request',
      `${config.REQUEST_TIMEOUT_MS / 1000} s, a file ${config.UPLOAD_TIMEOUT_MS / 1000} s`,
    ],
    ['rate of a body', orNone(config.MIN_BODY_BYTES_PER_S, 'bytes per second or more')],
    ['requests open at once, per client', orNone(config.OPEN_REQUESTS_PER_CLIENT)],
    ['requests open at once without a token, per address', orNone(config.OPEN_REQUESTS_PER_ADDRESS)],
    ['levels of JSON', `${MAX_JSON_DEPTH}`],
    ['life of a token', `${TOKEN_LIFETIME_S / 60} minutes`],
    ['life of an Idempotency-Key', `${IDEMPOTENCY_HOURS} hours`],
  ]
  return ['| Limit | |', '|---|---|', ...rows.map(([what, limit]) => `| ${what} | ${limit} |`)].join('\n')
}

/** 0 turns these limits off. */
function orNone(limit: number, unit = ''): string {
  return limit === 0 ? 'no limit' : `${limit} ${unit}`.trimEnd()
}
