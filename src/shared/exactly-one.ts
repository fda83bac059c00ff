import type { z } from 'zod'
import { issueText } from './issue-messages.ts'

/** Returns a check that exactly one of two fields of an object is sent. */
export function exactlyOne<K extends string>(
  first: K,
  second: K,
): z.core.CheckFn<Partial<Record<K, unknown>>> {
  return ({ value, issues }) => {
    const given = [first, second].filter((name) => value[name] !== undefined)
    if (given.length === 1) return
    const message = issueText('fault_one_of_two', { fields: [first, second], areBoth: given.length > 0 })
    issues.push({ code: 'custom', path: [first], message, input: value[first] })
  }
}
