import type { Explanation } from './explanation.ts'

/** Errors that concern the form, the values and the headers of a request. */
export const requestErrors = {
  validation_failed: {
    meaning: 'The request is readable, but some of its values are not allowed.',
    causes: [
      'A required field is missing, has the wrong type, or is outside its limits.',
      'A field or parameter is unknown, often because its name is misspelled.',
      'Two values contradict each other, or an id in the body does not exist or is not yours to use.',
    ],
    next: [
      'Read `errors`: it lists every fault at once. `pointer` says where, as a JSON pointer into the body or `?name` for a parameter; `detail` says what to send.',
      'Correct all of them, then send the request again. A POST may keep its `Idempotency-Key`.',
    ],
    detail: '2 values are invalid; see errors.',
    faults: [
      { pointer: '/title', code: 'required', detail: 'This is required.' },
      { pointer: '/max_distance_km', code: 'too_small', detail: 'Must be at least 0.' },
    ],
  },
  malformed_request: {
    meaning: 'The request could not be read.',
    causes: [
      'The body is not JSON: a comma or a quotation mark is missing, or the body was cut off.',
      'A header has the wrong format, such as `If-Match` without quotation marks or an `Idempotency-Key` that is too long.',
      'A form contains no file, or more than one.',
    ],
    next: [
      '`detail` says where reading failed. Correct that part.',
      'Write the body with a JSON library instead of joining strings.',
    ],
    detail: 'The body is empty. Send a JSON object, or leave the Content-Type header out.',
  },
  json_too_deep: {
    meaning: 'Arrays or objects in the body are nested too deeply.',
    causes: ['The body holds a deep tree, or an object with a cycle that was written out many times.'],
    next: [
      'Send only the fields that the reference names.',
      'Send deeper data as text, for example in a description.',
    ],
    detail:
      'Arrays and objects may be nested at most 20 levels deep. Flatten deeper data or send it as text.',
  },
  json_too_many_keys: {
    meaning: 'An object in the body has too many keys.',
    causes: ['A whole record of another system was sent, or a map with one key per record.'],
    next: [
      'Send only the fields that the reference names.',
      'Send many records as a file to `POST /v1/imports`.',
    ],
    detail: 'An object may have at most 1000 keys. Send only the fields that the reference names.',
  },
  body_too_large: {
    meaning: 'The body is larger than this route accepts.',
    causes: ['Many records were sent in one request.', 'A file is larger than the limit of an import.'],
    next: [
      'Send less at a time. Split a file by rows and keep its header line.',
      'The reference lists the limit of each route.',
    ],
    detail: 'The body is too large. Send less at a time.',
  },
  uri_too_long: {
    meaning: 'A part of the URL path is too long.',
    causes: ['An external id or another part of the path has more characters than the service accepts.'],
    next: ['Check the id that your code puts into the path.'],
    detail: 'The address is too long.',
  },
  headers_too_large: {
    meaning: 'The address and the headers together are too long.',
    causes: ['A proxy or a browser adds many cookies.', 'A very long query was sent.'],
    next: ['Send fewer or shorter headers. The service needs no cookies.'],
    detail: 'The address and the headers of a request may have 16 KiB together. Send fewer or shorter ones.',
  },
  unsupported_media_type: {
    meaning: 'The service does not accept content of this type here.',
    causes: [
      'The `Content-Type` header is missing or wrong. Some clients send `text/plain` or a form unless told otherwise.',
      'A file of an import is neither a table nor JSON, such as a PDF.',
    ],
    next: ['Send `Content-Type: application/json` with JSON.', 'Save a file as CSV or as an Excel workbook.'],
    detail: 'This Content-Type is not accepted here. Send Content-Type: application/json.',
  },
  precondition_required: {
    meaning: 'This change must name the version that it changes.',
    causes: ['A PATCH or DELETE, or the PUT of a plan or of preferences, was sent without `If-Match`.'],
    next: [
      'Read the resource and send its `ETag` as `If-Match`, with the quotation marks: `If-Match: "3"`.',
      'This prevents overwriting a change of somebody else by accident.',
    ],
    detail:
      'Read the resource and send its ETag, such as If-Match: "1". If-Match: * changes it whatever its version.',
  },
  precondition_failed: {
    meaning: 'The resource has changed since you read it.',
    causes: [
      'Another request has changed it since your last read.',
      'A weak ETag was sent, such as `W/"3"`. Some proxies add `W/` when they compress.',
      'A PUT with `If-Match` was sent for a record that does not exist yet, or a PUT with `If-None-Match: *` for one that does.',
    ],
    next: ['Read the resource again, apply your change to it, and send its new `ETag`.'],
    detail: 'The resource has changed since you read it. Read it again and retry.',
  },
  idempotency_key_reused: {
    meaning: 'This `Idempotency-Key` was already used for a different request.',
    causes: ['Your code uses one key for several requests, or changed the body between two attempts.'],
    next: [
      'Create a new key, such as a UUID, for each operation.',
      'To repeat a request, send the same body as before.',
    ],
    detail: 'This Idempotency-Key was used for a different request. Send a new key.',
  },
  idempotency_key_in_use: {
    meaning: 'The first request with this `Idempotency-Key` is still running.',
    causes: [
      'Your client gave up waiting and sent the request again.',
      'Two of your processes do the same work.',
    ],
    next: ['Wait a moment and send the same request with the same key: you get the response of the first.'],
    detail: 'A request with this Idempotency-Key is still running. Wait for it, then retry.',
  },
  invalid_cursor: {
    meaning: 'The `cursor` is not a position in this list.',
    causes: [
      'The cursor was cut off or changed.',
      'It belongs to another list, or to the same list in another order.',
    ],
    next: [
      'Send the `next_cursor` of the previous page unchanged, to the same path with the same parameters.',
      'Leave the cursor out to start again.',
    ],
    detail: 'Send the next_cursor of the previous page unchanged, to the same list.',
    faults: [
      {
        pointer: '?cursor',
        code: 'invalid_cursor',
        detail: 'Send the next_cursor of the previous page unchanged, to the same list.',
      },
    ],
  },
  cursor_expired: {
    meaning: 'The events after this cursor are no longer kept.',
    causes: ['Your code did not read `GET /v1/events` for longer than events are kept.'],
    next: [
      'Read the lists that you mirror with `updated_since`, then read events without a cursor.',
      'Set up an alert for when your reader falls behind.',
    ],
    detail:
      'Events after this cursor were removed after 90 days. Leave the cursor out to start at the oldest event that is kept.',
  },
} as const satisfies Record<string, Explanation>
