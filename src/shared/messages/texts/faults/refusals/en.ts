import type { RefusalSentences, RefusalTexts } from '../refusal-texts.ts'
import { titles } from '../titles/en.ts'

const SAID: RefusalSentences = {
  no_token: 'Send a token from POST /oauth/token as Authorization: Bearer.',
  not_a_token:
    'Only tokens are accepted here. Send the id and secret of your client to POST /oauth/token, and the token that you get as Authorization: Bearer.',
  token_invalid:
    'This token is not valid here. Get one from POST /oauth/token of this service, and send it unchanged.',
  token_expired: 'This token has expired: tokens last 15 minutes. Get a new one from POST /oauth/token.',
  token_of_disabled:
    'The client of this token was disabled, so a new token would not help. Whoever manages your clients can enable it: with POST /v1/clients/{id}/enable, at the desk under Developers, or the operator.',
  token_of_removed:
    'The client of this token was removed for good. Use another client, or have one created with POST /v1/clients, at the desk under Developers, or by the operator.',
  if_match_needed:
    'Read the resource and send its ETag, such as If-Match: "1". If-Match: * changes it whatever its version.',
  if_match_form: 'If-Match must be the ETag of your last read with its quotation marks, such as "1".',
  weak_etag:
    'A weak ETag never matches. Send the ETag without W/, such as "1". Some proxies add W/ when they compress.',
  changed_since: 'The resource has changed since you read it. Read it again and retry.',
  key_form: 'Idempotency-Key must be 1 to 255 visible ASCII characters.',
  key_in_use: 'A request with this Idempotency-Key is still running. Wait for it, then retry.',
  key_reused: 'This Idempotency-Key was used for a different request. Send a new key.',
  compressed: 'Compressed bodies are not accepted. Send the body as it is, without Content-Encoding.',
  too_large: 'The body is too large. Send less at a time.',
  wrong_length: 'The body is not as long as its Content-Length says. Send it again.',
  address_too_long: 'The address is too long.',
  database_away: 'The service is temporarily unavailable. Try again shortly.',
  overloaded: 'The service is overloaded. Try again shortly.',
  loading: 'The market is still loading. Try again shortly.',
  failed: 'Something failed on our side and was logged. Include the request_id if you report it.',
  need_no_longer_open: 'The need is no longer open. Choose another need with GET /v1/offers/{id}/matches.',
  need_taken:
    'The need is already filled or closed, so nobody more can be accepted. Decline the introduction, or reopen the need with POST /v1/needs/{id}/reopen.',
  offer_cannot_begin:
    "The helper cannot begin new work now. Ask the helper's partner, or choose another offer.",
  offer_gone:
    'The offer is closed or deleted, so it takes no new work. Decline the introduction, or choose another offer with GET /v1/needs/{id}/matches.',
  no_match: 'This need and this offer do not match. See errors for the reasons.',
  sessions_missed:
    'The helper cannot come to some of these sessions. See errors. Name only the others in session_ids.',
  already_introduced:
    'This need and offer already have an open introduction or work under way. Find it with GET /v1/introductions?need_id=…&offer_id=….',
  withdrawn_when_filled:
    'The introduction was withdrawn when the need was filled. If the need opens again, propose it again with POST /v1/introductions.',
  introduction_expired: 'The introduction has expired. Propose it again with POST /v1/introductions.',
}
const KINDS = { client: 'client', address: 'address' }

export const refusals: RefusalTexts = {
  refusal_title: ({ of }) => titles[of],
  refusal_said: ({ what }) => SAID[what],
  refusal_scope: ({ scope }) =>
    `This needs a token with the scope ${scope}. Use a client that has it, and leave scope out of its token request or name it there.`,
  refusal_rate: ({ quotas }) => {
    const most = quotas.map(({ requests, seconds }) => `${requests} in ${seconds} s`).join(', ')
    return `Too many requests of this kind: at most ${most}. Wait as many seconds as Retry-After says.`
  },
  refusal_open_requests: ({ most, of }) =>
    `At most ${most} requests of one ${KINDS[of]} may be open at once. Wait for an answer, then send the next.`,
  refusal_route: ({ meant }) => {
    const said = meant === null ? '' : ` Did you mean ${meant}?`
    return `No route has this path.${said} The reference at /docs lists all routes.`
  },
  refusal_method: ({ allowed, method }) => `This path takes ${allowed}, not ${method}.`,
  refusal_media_type: ({ types }) => {
    const named = types.length > 2 ? `one of ${types.join(', ')}` : types.join(' or ')
    return `This Content-Type is not accepted here. Send Content-Type: ${named}.`
  },
  refusal_status: ({ of, status }) =>
    of === 'need'
      ? `The need is ${status}. Its own partner can reopen it, with POST /v1/needs/{id}/reopen.`
      : `The offer is ${status}. Choose another one with GET /v1/needs/{id}/matches.`,
  refusal_answered: ({ status }) =>
    `The introduction is already ${status}. Read it to see who answered and when.`,
  refusal_external_id: ({ name }) =>
    `Another of your ${name}s already has this external_id. Change that one with PUT by its external id, or choose another.`,
  refusal_turn: ({ of, isAnswer }) => {
    const other = of === 'need' ? 'offer' : 'need'
    return isAnswer
      ? `Only the ${of} side may answer, because the ${other} side proposed. Wait for its answer, or take the proposal back with POST /v1/introductions/{id}/withdraw.`
      : `Only the ${of} side may withdraw, because it proposed. Answer with POST /v1/introductions/{id}/accept or /decline.`
  },
}
