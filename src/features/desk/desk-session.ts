import { timingSafeEqual } from 'node:crypto'
import {
  type App,
  type addRoute,
  foreignForm,
  keepSession,
  type RequestContext,
  readerLanguageOf,
  sessionKeyOf,
} from '../../platform/http/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { DomainError } from '../../shared/errors.ts'
import { clockOfPartner } from '../access/index.ts'
import { readColour } from './look/colour.ts'
import { createView, mayActAs, type View } from './look/view.ts'
import { findSession } from './staff/sign-in.ts'
import type { FoundSession } from './staff/staff.repository.ts'
import { staffRoles } from './staff/staff.table.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on every page that requires a role, with the partner's clock. */
    deskSession: DeskSession | null
  }
}

type DeskSession = FoundSession & { clock: Clock }

export type AnyRequest = Parameters<Parameters<typeof addRoute>[4]>[0]

export interface SessionPorts extends Pick<RequestContext, 'db' | 'clock'> {
  /** Returns the URL of the service. */
  issuer: () => string
}

/** Loads the session of every page that requires one, and gives its browser the next key when it is due. */
export function requireSession(app: App, { db, clock, issuer }: SessionPorts): void {
  app.decorateRequest('deskSession', null)
  app.addHook('onRequest', async (request, reply) => {
    const role = staffRoles.find((one) => one === request.routeOptions.config.page?.role)
    if (role === undefined) return
    const key = sessionKeyOf(request, issuer())
    const found = key === undefined ? undefined : await findSession({ db, clock }, key)
    if (!found) throw new DomainError('unauthenticated', 'Sign in first.')
    if (found.nextKey !== null) keepSession(reply, issuer(), found.nextKey)
    request.deskSession = { ...found, clock: await clockOfPartner({ db, clock }, found.staff.partnerId) }
    if (!mayActAs(found.staff.role, role))
      throw new DomainError('role_missing', `This needs the role ${role}. Ask an administrator of your desk.`)
  })
}

/** Creates the view of a request. `invitation` belongs to an opened link, before the session begins. */
export function viewOf(request: AnyRequest, invitation?: Pick<FoundSession, 'partner'>): View {
  const { deskSession: found, url } = request
  const partner = (found ?? invitation)?.partner
  return createView({
    language: readerLanguageOf(request),
    path: url.split('?', 1)[0] ?? url,
    partner: partner
      ? { name: partner.name, colour: (partner.colour !== null && readColour(partner.colour)) || null }
      : null,
    session: found && {
      staffId: found.staff.id,
      staffName: found.staff.name,
      role: found.staff.role,
      formKey: found.session.formKey,
    },
  })
}

export function sessionIn({ deskSession }: AnyRequest): DeskSession {
  if (!deskSession) throw new Error('the page was declared without a role')
  return deskSession
}

export function requireFormKey(sent: string | readonly string[] | undefined, wanted: string): void {
  const given = Buffer.from(typeof sent === 'string' ? sent : '')
  const own = Buffer.from(wanted)
  if (given.length !== own.length || !timingSafeEqual(given, own)) throw foreignForm()
}
