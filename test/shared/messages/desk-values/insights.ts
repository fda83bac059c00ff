import { type InsightMessages, insightWords } from '../../../../src/shared/messages/desk/insights.ts'
import type { ValuesOf } from './values-of.ts'

/** Values of each word of this area that needs some. */
export const insights: ValuesOf<InsightMessages> = {
  desk_insight: insightWords.map((word) => ({ word })),
  desk_insight_weeks: [{ weeks: 12 }],
  desk_insight_share: [
    { part: 1, whole: 4 },
    { part: 0, whole: 0 },
  ],
  desk_insight_others: [
    { count: null, few: 5 },
    { count: 10, few: 5 },
  ],
  desk_insight_hours: [{ hours: 1 }, { hours: 2.5 }],
  desk_insight_worth: [{ hours: 3, value: { amountMinor: 9000, currency: 'USD' } }],
  desk_insight_chart: [{ name: 'X', from: '2026-09-07', to: '2026-11-29', tallest: 12 }],
}
