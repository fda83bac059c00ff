import { z } from 'zod'

/** Scopes of tokens: a resource and a verb. */
export const scopes = [
  'partner:read',
  'partner:write',
  'clients:manage',
  'organizations:read',
  'organizations:write',
  'helpers:read',
  'helpers:write',
  'needs:read',
  'needs:write',
  'offers:read',
  'offers:write',
  'matches:read',
  'introductions:read',
  'introductions:write',
  'engagements:read',
  'engagements:write',
  'sprints:read',
  'sprints:write',
  'advice:read',
  'candidates:read',
  'candidates:write',
  'imports:read',
  'imports:write',
  'placements:read',
  'placements:write',
  'rings:read',
  'rings:write',
  'rings:operate',
  'skills:read',
  'events:read',
  'webhooks:read',
  'webhooks:write',
  'sandbox:write',
  'insights:read',
] as const
/** Default scopes of a partner: all except those of the operator. */
export const partnerScopes = scopes.filter((one) => one !== 'rings:operate')
export type Scope = (typeof scopes)[number]
export const scope = z.enum(scopes)

/** The first part of a scope: `needs` of `needs:read`. */
export type ScopeResource = Scope extends `${infer R}:${string}` ? R : never

/** Returns a scope. Throws if the text is none, which means that a route's declaration is wrong. */
export function scopeOf(text: string): Scope {
  return scope.parse(text)
}
