import type { z } from 'zod'

/** Returns a check that exactly one of two fields of an object is sent. */
export function exactlyOne<K extends string>(
  first: K,
  second: K,
): z.core.CheckFn<Partial<Record<K, unknown>>> {
  return ({ value, issues }) => {
    const given = [first, second].filter((name) => value[name] !== undefined)
    if (given.length === 1) return
    const message =
      given.length === 0 ? `Send ${first} or ${second}.` : `Send either ${first} or ${second}, not both.`
    issues.push({ code: 'custom', path: [first], message, input: value[first] })
  }
}
