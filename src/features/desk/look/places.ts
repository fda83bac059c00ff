import type { MessageCode } from '../../../shared/messages/index.ts'
import type { StaffRole } from '../staff/staff.table.ts'

interface Place {
  path: string
  word: MessageCode
  role: StaffRole
  /** Pages that are reached from here. */
  within?: readonly string[]
}

/** The sections of the desk, in the order of the day's work. */
export const places = [
  { path: '/desk', word: 'desk_home', role: 'viewer' },
  { path: '/desk/needs', word: 'desk_needs', role: 'viewer', within: ['/desk/organizations'] },
  { path: '/desk/offers', word: 'desk_offers', role: 'viewer', within: ['/desk/helpers'] },
  { path: '/desk/sprints', word: 'desk_sprints', role: 'viewer' },
  { path: '/desk/introductions', word: 'desk_introductions', role: 'viewer' },
  { path: '/desk/engagements', word: 'desk_engagements', role: 'viewer' },
  { path: '/desk/rings', word: 'desk_rings', role: 'viewer' },
  { path: '/desk/students', word: 'desk_students', role: 'viewer' },
  {
    path: '/desk/cohorts',
    word: 'desk_cohorts',
    role: 'viewer',
    within: ['/desk/programs', '/desk/placements'],
  },
  { path: '/desk/imports', word: 'desk_imports', role: 'viewer' },
  { path: '/desk/insights', word: 'desk_insights', role: 'viewer' },
  { path: '/desk/settings', word: 'desk_settings', role: 'admin' },
  { path: '/desk/developers', word: 'desk_developers', role: 'admin' },
  { path: '/desk/team', word: 'desk_team', role: 'admin' },
  { path: '/desk/log', word: 'desk_audit', role: 'admin' },
] as const satisfies readonly Place[]
