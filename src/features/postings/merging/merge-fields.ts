import { isDeepStrictEqual } from 'node:util'

/** A field in which two merged records differ. */
export interface MergedField {
  name: string
  outcome: 'kept' | 'filled' | 'combined'
  kept: unknown
  from: unknown
}

/** The merged body of two records, and where they differ. */
export interface MergedFields {
  input: Record<string, unknown>
  fields: MergedField[]
}

/**
 * Merges two bodies. The kept record's values take precedence; its blank fields are filled from the other. `combined` are
 * values made from both.
 */
export function mergeFields<I extends object>(kept: I, from: I, combined: Partial<I>): MergedFields {
  const input: Record<string, unknown> = { ...from, ...withoutBlank(kept), ...combined }
  const before = new Map<string, unknown>(Object.entries(kept))
  const other = new Map<string, unknown>(Object.entries(from))
  const fields = Object.keys(input)
    .filter((name) => !isDeepStrictEqual(orNull(before.get(name)), orNull(other.get(name))))
    .map((name) => ({
      name,
      outcome: outcomeOf(name in combined, before.get(name), input[name]),
      kept: orNull(before.get(name)),
      from: orNull(other.get(name)),
    }))
  return { input, fields }
}

/** Returns the values of both lists without duplicates. */
export function unionOf<T>(kept: readonly T[], from: readonly T[]): T[] {
  return [...new Set([...kept, ...from])]
}

function withoutBlank(fields: object): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => !isBlank(value)))
}

function outcomeOf(isCombined: boolean, before: unknown, after: unknown): MergedField['outcome'] {
  if (isDeepStrictEqual(orNull(before), orNull(after))) return 'kept'
  return isCombined ? 'combined' : 'filled'
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function orNull(value: unknown): unknown {
  return value === undefined ? null : value
}
