/** Deeper than any body that could be accepted. */
const MAX_DEPTH = 10

/**
 * Applies a JSON merge patch (RFC 7396) and returns the result. Neither argument is changed. Values nested deeper than any
 * acceptable body are copied unmerged, so that the schema refuses them.
 */
export function mergePatch(target: unknown, patch: unknown, depth = 0): unknown {
  if (!isObject(patch) || depth > MAX_DEPTH) return patch
  const result = isObject(target) ? { ...target } : {}
  for (const key of Object.keys(patch)) {
    const value = patch[key]
    if (value === null) delete result[key]
    else {
      const before = isObject(value) && Object.hasOwn(result, key) ? result[key] : undefined
      setOwn(result, key, mergePatch(before, value, depth + 1))
    }
  }
  return result
}

/** Sets a property. A key `__proto__` becomes an ordinary property. */
function setOwn(target: Record<string, unknown>, key: string, value: unknown): void {
  if (key === '__proto__')
    Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true })
  else target[key] = value
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
