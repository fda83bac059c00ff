import type { Sent } from '../forms.ts'
import type { View } from './view.ts'

/**
 * Returns the fields that a form sent when it was refused, or null if another form or none was refused. `named` holds the
 * hidden fields that distinguish forms with the same address.
 */
export function refusedFields(
  { refused }: View,
  action: string,
  named: Readonly<Record<string, string>> = {},
): Sent | null {
  if (refused?.action !== action) return null
  return Object.entries(named).every(([name, value]) => refused.sent[name] === value) ? refused.sent : null
}

/** Returns the text of one field as it was sent. */
export function textIn(sent: Sent | null, name: string): string | undefined {
  const value = sent?.[name]
  return typeof value === 'string' ? value : undefined
}
