/** The e-mail address of a body or a patch, and its pointer. */
export interface EmailInBody {
  email: string
  pointer: '/email' | '/contact/email'
}

/** Returns the e-mail address of a candidate, or of the contact of a helper or an organization. */
export function emailOf(body: unknown): EmailInBody | undefined {
  if (!isObject(body)) return undefined
  if ('email' in body && typeof body.email === 'string') return { email: body.email, pointer: '/email' }
  if (!('contact' in body) || !isObject(body.contact) || !('email' in body.contact)) return undefined
  const { email } = body.contact
  return typeof email === 'string' ? { email, pointer: '/contact/email' } : undefined
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
