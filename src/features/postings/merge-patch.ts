/** Deeper than any body that could be accepted. */
const MAX_DEPTH = 10

/**
 * Applies a JSON merge patch (RFC 7396) and returns the result. Neither argument is changed. Values nested deeper than any
 * acceptable body are copied unmerged, so that the schema refuses them.
 */
export function mergePatch(target: unknown, patch: unknown, depth = 0): unknown {
  if (!isObject(patch) || depth > MAX_DEPTH) return patch
  const result = new Map<string, unknown>(isObject(target) ? Object.entries(target) : [])
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) result.delete(key)
    else result.set(key, mergePatch(result.get(key), value, depth + 1))
  }
  // fromEntries defines own properties, so that a key `__proto__` stays a plain key.
  return Object.fromEntries(result)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
