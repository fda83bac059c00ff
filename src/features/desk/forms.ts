import { z } from 'zod'
import type { Precondition } from '../../shared/precondition.ts'
import type { DeskAction } from './audit/audit.table.ts'

/** The fields of a form. Those that were left blank are left out. */
export type Sent = Readonly<Record<string, string | readonly string[]>>

/** What a line of the log says, beside who and when. */
export interface Logged {
  action: DeskAction
  /** The record that it was done to. */
  subject: string | null
}

export function withoutBlanks(body: Record<string, string | string[]>): Sent {
  return Object.fromEntries(Object.entries(body).filter(([, value]) => value !== ''))
}

/** Forms that take anything, since the schemas of the API check it. */
export const anyForm = z.custom<Sent>((sent) => typeof sent === 'object')

/** Refuses a change of what somebody else has changed since the form was opened. */
export function unchangedSince({ version }: Sent): Precondition {
  return (current) => current !== null && String(current) === version
}
