import { isDeepStrictEqual } from 'node:util'

/** The names of the fields in which two bodies differ, in alphabetical order. A field that is absent equals one that is null. */
export function changedFields(before: object, after: object): string[] {
  const [old, now] = [fieldsOf(before), fieldsOf(after)]
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((name) => !isDeepStrictEqual(old.get(name) ?? null, now.get(name) ?? null))
    .toSorted()
}

/** The fields as JSON holds them: no undefined, instants as text. */
function fieldsOf(body: object): Map<string, unknown> {
  return new Map(Object.entries(JSON.parse(JSON.stringify(body))))
}
