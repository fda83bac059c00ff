import type { Html } from '../../../shared/html.ts'
import { type MessageCode, message, type ReaderLanguage, textOf } from '../../../shared/messages/index.ts'
import type { Sent } from '../forms.ts'
import { type StaffRole, staffRoles } from '../staff/staff.table.ts'
import type { Colour } from './colour.ts'

type Values<Code extends MessageCode> = Parameters<typeof message<Code>>

/** The reader of a page and their language. Pages depend only on this and on data. */
export interface View {
  language: ReaderLanguage
  /** Null before the sign-in. */
  session: ViewSession | null
  /** The partner of the desk. Null as long as it is unknown. */
  partner: ViewPartner | null
  /** Path of the page, without its query. */
  path: string
  /** The form that was refused, and what it sent: its fields show that again. */
  refused: { action: string; sent: Sent } | null
  say<Code extends MessageCode>(...message: Values<Code>): string
  /** Tells whether the reader may do what this role may. */
  may(role: StaffRole): boolean
}

export interface ViewSession {
  staffId: string
  staffName: string
  role: StaffRole
  formKey: string
}

export interface ViewPartner {
  name: string
  /** The partner's own colour, if it has chosen one. */
  colour: Colour | null
}

export function createView(given: Pick<View, 'language' | 'session' | 'partner' | 'path'>): View {
  const { language, session } = given
  return {
    ...given,
    refused: null,
    // `message` has given the message the type of its code.
    say: (...given) => textOf(message(...given) as Parameters<typeof textOf>[0], language),
    may: (role) => session !== null && mayActAs(session.role, role),
  }
}

/** Tells whether somebody with the role `held` may do what requires the role `needed`. */
export function mayActAs(held: StaffRole, needed: StaffRole): boolean {
  return staffRoles.indexOf(held) >= staffRoles.indexOf(needed)
}

/** A page: the content between the layout's header and footer. */
export interface DeskPage {
  title: string
  main: Html
  status?: number
  /** Whether the page shows something in progress and is reloaded until that has ended. */
  isFollowed?: boolean
}
