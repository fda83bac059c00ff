import { timingSafeEqual } from 'node:crypto'
import {
  type App,
  type addRoute,
  foreignForm,
  isOwnPage,
  keepSession,
  type RequestContext,
  readerLanguageOf,
  requireOwnPage,
  sessionKeyOf,
} from '../../platform/http/index.ts'
import type { Clock } from '../../shared/clock.ts'
import { DomainError } from '../../shared/errors.ts'
import { clockOfPartner } from '../access/index.ts'
import { type Sent, withoutBlanks } from './forms.ts'
import { readColour } from './look/colour.ts'
import { createView, mayActAs, type View } from './look/view.ts'
import { findSession } from './staff/sign-in.ts'
import type { FoundSession } from './staff/staff.repository.ts'
import { staffRoles } from './staff/staff.table.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Set on every page that requires a role, with the partner's clock. */
    deskSession: DeskSession | null
    /** What a form of the desk sent, without its key. Shown again if the session has ended. */
    deskForm: Sent | null
  }
}

const FORM_TYPE = 'application/x-www-form-urlencoded'

type DeskSession = FoundSession & { clock: Clock }

export type AnyRequest = Parameters<Parameters<typeof addRoute>[4]>[0]

export interface SessionPorts extends Pick<RequestContext, 'db' | 'clock'> {
  /** Returns the URL of the service. */
  issuer: () => string
}

/** Loads the session of every page that requires one, and gives its browser the next key when it is due. */
export function requireSession(app: App, { db, clock, issuer }: SessionPorts): void {
  app.decorateRequest('deskSession', null)
  app.decorateRequest('deskForm', null)
  app.addHook('onRequest', async (request, reply) => {
    const role = staffRoles.find((one) => one === request.routeOptions.config.page?.role)
    if (role === undefined) return
    const key = sessionKeyOf(request, issuer())
    const found = key === undefined ? undefined : await findSession({ db, clock }, key)
    // What such a form sent is read first, so that it can be shown again.
    if (!found && isFormOfOwnPage(request)) return
    if (!found) throw signedOut()
    if (found.nextKey !== null) keepSession(reply, issuer(), found.nextKey)
    request.deskSession = { ...found, clock: await clockOfPartner({ db, clock }, found.staff.partnerId) }
    if (!mayActAs(found.staff.role, role))
      throw new DomainError('role_missing', `This needs the role ${role}. Ask an administrator of your desk.`)
  })
}

function signedOut(): DomainError {
  return new DomainError('unauthenticated', 'Sign in first.')
}

function isFormOfOwnPage(request: AnyRequest): boolean {
  const type = request.headers['content-type'] ?? ''
  return request.method === 'POST' && type.startsWith(FORM_TYPE) && isOwnPage(request)
}

/** Reads what a form sent. Throws unless it comes from a page of this site and of the session, which it returns too. */
export function readForm(
  request: AnyRequest,
  body: Record<string, string | string[]>,
): { found: DeskSession; sent: Sent } {
  const { form_key: formKey, ...sent } = withoutBlanks(body)
  requireOwnPage(request)
  request.deskForm = sent
  const found = sessionIn(request)
  requireFormKey(formKey, found.session.formKey)
  return { found, sent }
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

/** Returns the session of a request. Throws `unauthenticated` without one. */
export function sessionIn({ deskSession }: AnyRequest): DeskSession {
  if (!deskSession) throw signedOut()
  return deskSession
}

export function requireFormKey(sent: string | readonly string[] | undefined, wanted: string): void {
  const given = Buffer.from(typeof sent === 'string' ? sent : '')
  const own = Buffer.from(wanted)
  if (given.length !== own.length || !timingSafeEqual(given, own)) throw foreignForm()
}
