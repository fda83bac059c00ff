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
