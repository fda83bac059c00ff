import type { CookieSerializeOptions } from '@fastify/cookie'
import type { FastifyReply, FastifyRequest } from 'fastify'
import { DomainError } from '../../../shared/errors.ts'

/** Returns the session cookie. Over https no other host of the domain can set it (RFC 6265bis, 4.1.3.2). */
function cookieOf(issuer: string): { name: string; options: CookieSerializeOptions } {
  const isSecure = issuer.startsWith('https:')
  return {
    name: isSecure ? '__Host-smartsource' : 'smartsource',
    options: { path: '/', httpOnly: true, sameSite: 'strict', secure: isSecure },
  }
}

export function sessionKeyOf(request: FastifyRequest, issuer: string): string | undefined {
  return request.cookies[cookieOf(issuer).name]
}

/** Sets a cookie that the browser keeps until it is closed. */
export function keepSession(reply: FastifyReply, issuer: string, key: string): void {
  const { name, options } = cookieOf(issuer)
  reply.setCookie(name, key, options)
}

export function forgetSession(reply: FastifyReply, issuer: string): void {
  const { name, options } = cookieOf(issuer)
  reply.clearCookie(name, options)
}

/**
 * Throws `form_not_from_here` for a form sent from a page of another site. Browsers report this in
 * `Sec-Fetch-Site`, older ones in `Origin`.
 */
export function requireOwnPage(request: FastifyRequest): void {
  if (!isOwnPage(request)) throw foreignForm()
}

/** Tells whether a form was sent from a page of this site. */
export function isOwnPage({ headers, host }: FastifyRequest): boolean {
  const { origin, 'sec-fetch-site': site } = headers
  return site === undefined ? origin !== undefined && hostOf(origin) === host : site === 'same-origin'
}

export function foreignForm(): DomainError {
  return new DomainError(
    'form_not_from_here',
    'This form is too old or was not sent from here. Load the page again.',
  )
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined
}
