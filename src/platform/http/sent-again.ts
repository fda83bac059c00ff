type Serialize = (body: unknown) => string

/** Bodies that are sent more than once, and what they come to. */
const written = new WeakMap<object, { serialize: Serialize; json: Buffer } | null>()

/** Says that this body has been sent before and never changes: from now on it is written once for all answers. */
export function sentAgain<B extends object>(body: B): B {
  if (!written.has(body)) written.set(body, null)
  return body
}

/** Writes a body, or returns what it came to the last time. */
export function writeOnce(body: unknown, serialize: Serialize): string | Buffer {
  if (typeof body !== 'object' || body === null) return serialize(body)
  const known = written.get(body)
  if (known === undefined) return serialize(body)
  if (known?.serialize === serialize) return known.json
  const json = Buffer.from(serialize(body))
  written.set(body, { serialize, json })
  return json
}
