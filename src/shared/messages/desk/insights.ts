type None = Record<never, never>

/** Actions of staff that the log names. */
export const insightActions = [] as const

/** Error codes that staff may get here. */
export const insightRefusals = [] as const

export const insightWords = [
  'lead',
  'empty',
  'period',
  'needs',
  'needs_lead',
  'posted',
  'introduced',
  'helped',
  'time_to_help',
  'free_soon',
  'hours',
  'hours_lead',
  'no_hours',
  'hours_in_all',
  'worth',
  'worth_hint',
  'worth_unread',
  'value',
  'week_of',
  'figures',
  'skills',
  'skills_lead',
  'skills_none',
  'skill',
  'wanted',
  'own',
  'others',
] as const

export interface InsightMessages {
  desk_insights: None
  desk_insight: { word: (typeof insightWords)[number] }
  desk_insight_weeks: { weeks: number }
  /** A part of a whole, with its share. */
  desk_insight_share: { part: number; whole: number }
  /** Offers of others. Null if there are fewer than `few`, whose number is not revealed. */
  desk_insight_others: { count: number | null; few: number }
  desk_insight_soon: None
  desk_insight_hours: { hours: number }
  desk_insight_worth: { hours: number; value: { amountMinor: number; currency: string } }
  /** Description of a chart for those who do not see it. */
  desk_insight_chart: { name: string; from: string; to: string; tallest: number }
}
