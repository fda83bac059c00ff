import type { Explanation } from './explanation.ts'

/** Errors that concern the caller's access, and errors that only operators and sandboxes meet. */
export const accessErrors = {
  unauthenticated: {
    meaning: 'The request has no valid access token.',
    causes: [
      'The `Authorization` header is missing, or a proxy removed it.',
      'The token has expired. Tokens are valid for 15 minutes.',
      'The client of the token was disabled or removed. `detail` says so: a new token would be refused too.',
      'The token is from another installation.',
    ],
    next: [
      'Get a token with `POST /oauth/token` and send it as `Authorization: Bearer <token>`.',
      'Renew it shortly before `expires_in` seconds have passed. The client library does this for you.',
    ],
    detail: 'Send a token from POST /oauth/token as Authorization: Bearer.',
  },
  scope_missing: {
    meaning: 'The token is valid but lacks the scope for this operation.',
    causes: [
      'The client was created without this scope, for example before the scope existed.',
      'The token was requested with a `scope` parameter that leaves it out.',
    ],
    next: [
      '`detail` names the scope. Request a token without the `scope` parameter to get every scope of your client.',
      'If the client lacks it, ask the operator for a client that has it (`partner add-client`).',
    ],
    detail:
      'This needs a token with the scope needs:write. Use a client that has it, and leave scope out of its token request or name it there.',
  },
  route_not_found: {
    meaning: 'No route has this path.',
    causes: ['The path is misspelled, lacks `/v1`, or ends with a slash.'],
    next: ['Compare the path with the reference at `/docs`.'],
    detail: 'No route has this path. Did you mean /v1/needs? The reference at /docs lists all routes.',
  },
  method_not_allowed: {
    meaning: 'This path does not support the method.',
    causes: [
      'The method is wrong. For example, PUT works only by external id; use PATCH to change a record by id.',
    ],
    next: ['Use one of the methods in the `Allow` header.'],
    detail: 'This path takes DELETE, GET, HEAD, PATCH, not PUT.',
  },
  sandbox_not_found: {
    meaning: 'You have no sandbox.',
    causes: ['No sandbox has been created yet.'],
    next: ['Create one with `POST /v1/sandbox`. Its answer holds the client of the sandbox.'],
    detail: 'Create a sandbox first with POST /v1/sandbox.',
  },
  too_many_clients: {
    meaning: 'You, or your sandbox, already have the maximum number of clients.',
    causes: ['Each `POST /v1/sandbox` creates a client, for example in every run of your tests.'],
    next: [
      'Remove clients that you no longer use, with `DELETE /v1/sandbox/clients/{id}` or `DELETE /v1/clients/{id}`, or use one of them again.',
    ],
    detail: 'There can be at most 20 clients. Remove one first.',
  },
  too_many_secrets: {
    meaning: 'The client already has the maximum number of valid secrets.',
    causes: ['Its secret was rotated several times while older secrets were still valid.'],
    next: [
      'Rotate with `"keep_old_hours": 0`, which ends the older secrets at once, or wait until some have expired.',
    ],
    detail:
      'The client already has 5 secrets that work. Rotate with keep_old_hours 0 to end them, or wait until some have ended.',
  },
  scopes_not_held: {
    meaning: 'The client has, or would get, scopes that your token lacks.',
    causes: [
      'A client can only grant scopes that it has itself. The secret of the other client, or a rotated one, would give you more.',
    ],
    next: ['Ask for fewer scopes, or use a client that has all of them.'],
    detail: 'Your token lacks scopes of the client: needs:write. Use a client that has them.',
  },
  last_managing_client: {
    meaning: 'This is your last client that can manage clients.',
    causes: ['It is the only enabled client with the scope `clients:manage` and a valid secret.'],
    next: ['First create another client with `clients:manage`.'],
    detail:
      'No other enabled client with a secret that works has the scope clients:manage. Create one first.',
  },
  disabled_by_operator: {
    meaning: 'The operator of the service disabled the client.',
    causes: ['Only the operator can enable it again.'],
    next: ['Ask the operator, or create another client.'],
    detail: 'The operator disabled this client. Ask the operator.',
  },
  sign_in_link_spent: {
    meaning: 'The sign-in link of the desk is no longer valid.',
    causes: ['It was used already.', 'It is older than 24 hours.', 'The person was suspended or removed.'],
    next: ['Ask an administrator of your desk, or the operator, for a new link.'],
    detail: 'This link was used already or is too old. Ask for a new one.',
  },
  role_missing: {
    meaning: 'This page of the desk requires a role that the person does not have.',
    causes: ['Viewers cannot change anything. Only administrators manage the team and see the log.'],
    next: ['Ask an administrator of your desk for the role.'],
    detail: 'This needs the role admin. Ask an administrator of your desk.',
  },
  form_not_from_here: {
    meaning: 'The form was not sent from a page of the current desk session.',
    causes: ['The page was loaded before the sign-in.', 'Another site tried to send the form.'],
    next: ['Load the page again and repeat what you did.'],
    detail: 'This form is too old or was not sent from here. Load the page again.',
  },
  last_administrator: {
    meaning: 'This person is the last administrator of the desk.',
    causes: ['It is the only administrator who is not suspended.'],
    next: ['First make somebody else an administrator.'],
    detail: 'This is the only administrator. Make somebody else an administrator first.',
  },
  too_many_staff: {
    meaning: 'The desk already has the maximum number of people.',
    causes: ['People who left were not removed.'],
    next: ['Remove people who no longer use the desk.'],
    detail: 'A desk can have at most 500 people. Remove some first.',
  },
  staff_suspended: {
    meaning: 'A suspended person cannot get a sign-in link.',
    causes: ['An administrator has suspended this person.'],
    next: ['Resume the person, then create the link.'],
    detail: 'This person is suspended. Let them in again first.',
  },
} as const satisfies Record<string, Explanation>
