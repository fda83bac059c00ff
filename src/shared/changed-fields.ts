import { isDeepStrictEqual } from 'node:util'

/**
 * Returns the names of the fields in which two bodies differ, in alphabetical order. A missing field equals
 * null.
 */
export function changedFields(before: object, after: object): string[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)]
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((name) => !isDeepStrictEqual(old.get(name) ?? null, now.get(name) ?? null))
    .toSorted()
}

/** Returns the fields as in JSON: no undefined, instants as text. */
function fieldsOf(body: object): Map<string, unknown> {
  return new Map(Object.entries(JSON.parse(JSON.stringify(body))))
}
