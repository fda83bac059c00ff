import type { Explanation } from './explanation.ts'

/** Refusals of who asks, and of what exists only for operators and sandboxes. */
export const accessErrors = {
  unauthenticated: {
    meaning: 'The request has no valid access token.',
    causes: [
      'The `Authorization` header is missing, or a proxy removed it.',
      'The token has expired. Tokens are valid for minutes, not days.',
      'The token is from another installation, or its client was disabled.',
    ],
    next: [
      'Get a token with `POST /oauth/token` and send it as `Authorization: Bearer <token>`.',
      'Renew it shortly before `expires_in` seconds have passed. The client library does this for you.',
    ],
    detail: 'Send a token from POST /oauth/token as Authorization: Bearer.',
  },
  scope_missing: {
    meaning: 'The token is valid but may not do this.',
    causes: [
      'The client was created without this scope, for example before the scope existed.',
      'The token was requested with a `scope` parameter that leaves it out.',
    ],
    next: [
      '`detail` names the scope. Request a token without the `scope` parameter to get every scope of your client.',
      'If the client lacks it, ask the operator for a client that has it (`partner add-client`).',
    ],
    detail: 'This needs a token with the scope needs:write.',
  },
  route_not_found: {
    meaning: 'Nothing answers at this path.',
    causes: ['The path is misspelled, lacks `/v1`, or ends with a slash.'],
    next: ['Compare the path with the reference at `/docs`.'],
    detail: 'No route has this path.',
  },
  method_not_allowed: {
    meaning: 'The path takes other methods.',
    causes: ['The method is wrong: PUT works only by external id, changes by id use PATCH.'],
    next: ['Use one of the methods in the `Allow` header.'],
    detail: 'This path takes DELETE, GET, HEAD, PATCH, not PUT.',
  },
  sandbox_not_found: {
    meaning: 'You have no sandbox that could be reset.',
    causes: ['No sandbox was created yet with your own client.'],
    next: ['Create one with `POST /v1/sandbox`. Its answer holds the client of the sandbox.'],
    detail: 'Create a sandbox first with POST /v1/sandbox.',
  },
  too_many_clients: {
    meaning: 'Your sandbox has as many clients as it may have.',
    causes: ['Each `POST /v1/sandbox` creates a client, for example in every run of your tests.'],
    next: [
      'Store the client of your sandbox and use it again. Empty the sandbox with `POST /v1/sandbox/reset`.',
    ],
    detail: 'A sandbox can have at most 20 clients.',
  },
} as const satisfies Record<string, Explanation>
