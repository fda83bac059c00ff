import {
  sessionStates,
  type WorkFaultMessages,
  workFaultSayings,
} from '../../../../src/shared/messages/faults/work.ts'
import type { AllValues } from './all-values.ts'

const day = '2027-05-14'

export const work: AllValues<WorkFaultMessages> = {
  fault_of_work: workFaultSayings.map((what) => ({ what })),
  fault_hours_differ: [{ hasBreak: true }, { hasBreak: false }],
  fault_hours_on_day: [{ hours: 25, day }],
  fault_span_long: [{ from: '2027-05-14T09:00:00Z' }],
  fault_after_today: [{ day, zone: 'America/New_York' }],
  fault_before_work: [{ day }],
  fault_after_work: [{ day }],
  fault_day_full: [{ day }],
  fault_overlaps: [
    { id: 'hours_1', side: 'need', from: '2026-10-05T08:00:00.000Z', to: '2026-10-05T10:00:00.000Z' },
    { id: 'hours_1', side: 'offer', from: '2026-10-05T08:00:00.000Z', to: '2026-10-05T10:00:00.000Z' },
  ],
  fault_several_engagements: [
    {
      engagements: [
        { id: 'engagement_01q', title: 'Zither_q' },
        { id: 'engagement_02q', title: 'Oboe_q' },
      ],
    },
  ],
  fault_session: sessionStates.map((state) => ({ id: 'session_01q', state })),
  fault_time_promised: [
    { id: 'session_01q', by: 'engagement_01q' },
    { id: 'session_01q', by: null },
  ],
  fault_takes_hours: [
    { id: 'engagement_01q', hours: 1 },
    { id: 'engagement_01q', hours: 17 },
  ],
  fault_expiry: [{ least: 17, most: 917 }],
  fault_held: [{ id: 'need_01q', ring: 'ring_01q' }],
  fault_clock_ahead: [{ days: 917 }],
  fault_clock_back: [{ at: '2027-05-14T09:00:00Z' }],
}
