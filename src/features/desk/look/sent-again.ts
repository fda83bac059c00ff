import type { Sent } from '../forms.ts'
import type { View } from './view.ts'

/**
 * What the form with this address sent when it was refused; null if it was not this form. `named`: hidden fields that tell forms with
 * one address apart.
 */
export function sentAgain(
  { refused }: View,
  action: string,
  named: Readonly<Record<string, string>> = {},
): Sent | null {
  if (refused?.action !== action) return null
  return Object.entries(named).every(([name, value]) => refused.sent[name] === value) ? refused.sent : null
}

/** The text of one field, as it was sent. */
export function textIn(sent: Sent | null, name: string): string | undefined {
  const value = sent?.[name]
  return typeof value === 'string' ? value : undefined
}
