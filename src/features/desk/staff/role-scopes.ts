import { partnerScopes, type Scope } from '../../../platform/http/index.ts'
import type { StaffRole } from './staff.table.ts'

/** Scopes only for administrators, because they open the partner's data to other programs. */
const ADMIN_ONLY: readonly Scope[] = [
  'partner:write',
  'clients:manage',
  'webhooks:read',
  'webhooks:write',
  'sandbox:write',
]

const scopesOf: Readonly<Record<StaffRole, ReadonlySet<Scope>>> = {
  viewer: new Set(partnerScopes.filter((one) => one.endsWith(':read') && !ADMIN_ONLY.includes(one))),
  editor: new Set(partnerScopes.filter((one) => !ADMIN_ONLY.includes(one))),
  admin: new Set(partnerScopes),
}

/** Returns the API scopes of a person at the desk. */
export function scopesOfRole(role: StaffRole): ReadonlySet<Scope> {
  return scopesOf[role]
}
