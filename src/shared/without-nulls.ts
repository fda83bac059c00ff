interface Issue {
  path: PropertyKey[]
  errors?: Issue[][]
}

/**
 * Returns a copy of a value without the null fields that zod's issues refuse, or the value itself if there are none. Many
 * clients write null for a field they leave out, and so do our own answers. Entries of lists are kept.
 */
export function withoutRefusedNulls(value: unknown, issues: readonly Issue[]): unknown {
  const paths = issues.flatMap((issue) => pathsOf(issue, [])).filter((path) => isNullField(value, path))
  if (paths.length === 0) return value
  const lighter: unknown = structuredClone(value)
  for (const path of paths) {
    const owner = valueAt(lighter, path.slice(0, -1))
    const key = path.at(-1)
    if (isObject(owner) && key !== undefined) delete owner[key]
  }
  return lighter
}

/** Returns the path of an issue, and the paths of the issues in each branch of a union. */
function pathsOf({ path, errors = [] }: Issue, base: readonly PropertyKey[]): PropertyKey[][] {
  const whole = [...base, ...path]
  return [whole, ...errors.flat().flatMap((issue) => pathsOf(issue, whole))]
}

function isNullField(value: unknown, path: readonly PropertyKey[]): boolean {
  const owner = valueAt(value, path.slice(0, -1))
  const key = path.at(-1)
  return key !== undefined && isObject(owner) && Object.hasOwn(owner, key) && owner[key] === null
}

/** Returns the value at a path, or undefined. */
function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    // Objects and arrays are read the same way.
    (at, key) =>
      typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  )
}

function isObject(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
