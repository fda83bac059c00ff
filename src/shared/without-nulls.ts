interface Issue {
  path: PropertyKey[]
  errors?: Issue[][]
}

/**
 * The value without the fields that issues refuse because they are null: many clients write null for what they leave out, and
 * answers do. Entries of lists stay. The value itself if there is no such field.
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

/** Where an issue lies, and those of the branches of a union. */
function pathsOf({ path, errors = [] }: Issue, base: readonly PropertyKey[]): PropertyKey[][] {
  const whole = [...base, ...path]
  return [whole, ...errors.flat().flatMap((issue) => pathsOf(issue, whole))]
}

function isNullField(value: unknown, path: readonly PropertyKey[]): boolean {
  const owner = valueAt(value, path.slice(0, -1))
  const key = path.at(-1)
  return key !== undefined && isObject(owner) && Object.hasOwn(owner, key) && owner[key] === null
}

export function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    // Objects and lists are read alike.
    (at, key) =>
      typeof at === 'object' && at !== null ? (at as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  )
}

function isObject(value: unknown): value is Record<PropertyKey, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
