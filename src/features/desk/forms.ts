import { z } from 'zod'
import type { Precondition } from '../../shared/precondition.ts'
import type { DeskAction } from './audit/audit.table.ts'

/** The submitted fields of a form, without blank ones. */
export type Sent = Readonly<Record<string, string | readonly string[]>>

/** The content of a log entry, besides its person and time. */
export interface Logged {
  action: DeskAction
  /** The record that was changed. */
  subject: string | null
}

export function withoutBlanks(body: Record<string, string | string[]>): Sent {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== ''))
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
