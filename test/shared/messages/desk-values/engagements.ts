import { endReasons, obstacles } from '../../../../src/features/engagements/index.ts'
import type { EngagementMessages } from '../../../../src/shared/messages/desk/engagements.ts'
import type { ValuesOf } from './values-of.ts'

/** Values of each word of this area that needs some. */
export const engagements: ValuesOf<EngagementMessages> = {
  desk_engagement_status: (['active', 'completed', 'ended_early'] as const).map((status) => ({ status })),
  desk_check_ins: [1, 7].map((days) => ({ days, start: '09:30', zone: 'UTC' })),
  desk_hours_status: (['logged', 'confirmed', 'disputed'] as const).map((status) => ({ status })),
  desk_end_reason: endReasons.map((reason) => ({ reason })),
  desk_outcome: ([0, 1, 2, 3, 4] as const).map((outcome) => ({ outcome })),
  desk_obstacle: obstacles.map((obstacle) => ({ obstacle })),
  desk_yes_no: [{ is: true }, { is: false }],
}
