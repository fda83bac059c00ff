import { z } from 'zod'
import type { Precondition } from '../../shared/precondition.ts'
import type { DeskAction } from './audit/audit.table.ts'

/** The submitted fields of a form, without blank ones, and with the line breaks that people wrote. */
export type Sent = Readonly<Record<string, string | readonly string[]>>

/** The content of a log entry, besides its person and time. */
export interface Logged {
  action: DeskAction
  /** The record that was changed. */
  subject: string | null
}

export function withoutBlanks(body: Record<string, string | string[]>): Sent {
  const written = Object.entries(body).map(([name, value]) => [name, withoutReturns(value)] as const)
  return Object.fromEntries(written.filter(([, value]) => value !== ''))
}

/** Browsers send each line break as two characters, of which a text field counts one. */
function withoutReturns(value: string | string[]): string | string[] {
  const one = (text: string) => text.replaceAll('\r\n', '\n')
  return typeof value === 'string' ? one(value) : value.map(one)
}

/** Schema of forms that accept anything, since the schemas of the API check it. */
export const anyForm = z.custom<Sent>((sent) => typeof sent === 'object')

/** Returns the values that a refused form shows again. After a conflict they hold the new version, so a second try succeeds. */
export function sentWith(sent: Sent, { code }: { code: string }, { version }: { version: number }): Sent {
  return code === 'precondition_failed' ? { ...sent, version: String(version) } : sent
}

/** Refuses a change of a record that somebody else has changed since the form was opened. */
export function unchangedSince({ version }: Sent): Precondition {
  return (current) => current !== null && String(current) === version
}
