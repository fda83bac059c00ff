type Serialize = (body: unknown) => string

/** Bodies that are sent more than once, with their serialized form. */
const written = new WeakMap<object, { serialize: Serialize; json: Buffer } | null>()

/** The serialized forms among them. */
const jsons = new WeakSet<Buffer>()

/** Marks a body that has been sent before and never changes: from now on it is serialized only once. */
export function cacheJson<B extends object>(body: B): B {
  if (!written.has(body)) written.set(body, null)
  return body
}

/** Serializes a body, or returns the stored result for a marked body. */
export function toCachedJson(body: unknown, serialize: Serialize): string | Buffer {
  if (typeof body !== 'object' || body === null) return serialize(body)
  const known = written.get(body)
  if (known === undefined) return serialize(body)
  if (known?.serialize === serialize) return known.json
  const json = Buffer.from(serialize(body))
  written.set(body, { serialize, json })
  jsons.add(json)
  return json
}

/** Returns whether these bytes are the stored result of a marked body, so that they will be sent again. */
export function isCachedJson(bytes: Buffer): boolean {
  return jsons.has(bytes)
}
