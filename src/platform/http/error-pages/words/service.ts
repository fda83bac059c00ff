import type { Explanation } from './explanation.ts'

/** Errors that end by waiting or by sending less, and faults of the service. */
export const serviceErrors = {
  rate_limited: {
    meaning: 'Your client has sent too many requests of this kind.',
    causes: ['More requests were sent per second or per minute than the limit of their class allows.'],
    next: [
      'Wait for `Retry-After` seconds, then continue more slowly.',
      '`RateLimit` on every response says how many requests are left. The reference lists the limits.',
      'Send many records as one file to `POST /v1/imports`, and read changes from `GET /v1/events`.',
    ],
    detail: 'Too many requests of this kind: at most 60 in 1 s. Wait as many seconds as Retry-After says.',
  },
  too_many_open_requests: {
    meaning: 'You have too many concurrent requests.',
    causes: ['Your code sends many requests without waiting for their responses.'],
    next: [
      'Limit the number of concurrent requests, for example to 8, and send the next when one has ended.',
    ],
    detail: 'At most 64 rankings of one partner may wait at once. Wait for an answer, then send the next.',
  },
  request_timeout: {
    meaning: 'The request took too long to arrive.',
    causes: [
      'The connection is slow or broke off.',
      'The client opened a connection and sent only a part of the request.',
    ],
    next: [
      'Send the request again, with the same `Idempotency-Key` if it is a POST.',
      'Send a large file in parts.',
    ],
    detail: 'The request did not arrive in time. Send it again, at once.',
  },
  overloaded: {
    meaning: 'The service is overloaded at the moment.',
    causes: ['Many partners send requests at once.'],
    next: ['Send the request again after `Retry-After` seconds, and wait longer after each further refusal.'],
    detail: 'The service is overloaded. Try again shortly.',
  },
  database_unavailable: {
    meaning: 'The service cannot reach its database.',
    causes: ['The database restarts, or the connection to it is interrupted.'],
    next: [
      'Send the request again after `Retry-After` seconds. A POST keeps its `Idempotency-Key`, so nothing happens twice.',
      'If it lasts for minutes, tell the operator.',
    ],
    detail: 'The service is temporarily unavailable. Try again shortly.',
  },
  not_ready: {
    meaning: 'The service has just started and is still loading the market.',
    causes: ['A process was started or replaced within the last seconds or minutes.'],
    next: [
      'Send the request again after `Retry-After` seconds.',
      'Operators: send requests to a process only once `GET /readyz` answers 200.',
    ],
    detail: 'The market is still loading. Try again shortly.',
  },
  rings_unavailable: {
    meaning: 'This service does not offer barter rings.',
    causes: [
      'The operator has configured the service to search for matches in the database, because the market is large. Rings are only found in memory.',
    ],
    next: ['Do not repeat the request. Ask the operator if you need rings.'],
    detail: 'This service finds no rings, since it searches its market in the database.',
  },
  internal: {
    meaning: 'An unexpected error occurred in the service.',
    causes: ['A fault on our side. It was logged with the id of your request.'],
    next: [
      'Send the request again once, with the same `Idempotency-Key` if it is a POST.',
      'If it fails again, report the `request_id` and stop repeating it.',
    ],
    detail: 'Something failed on our side and was logged. Include the request_id if you report it.',
  },
} as const satisfies Record<string, Explanation>
