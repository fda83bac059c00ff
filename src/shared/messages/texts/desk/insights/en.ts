import type { DeskAreas } from '../desk-texts.ts'

const WORDS = {
  lead: 'What became of your needs, and the hours that were worked, week by week.',
  empty: 'Nothing was posted and no hours were confirmed in these weeks. Post a need, and it counts here.',
  period: 'Period',
  needs: 'Needs',
  needs_lead: 'By the week in which they were posted, as they stand today.',
  posted: 'Posted',
  introduced: 'With an introduction',
  helped: 'Helped',
  time_to_help: 'Half of them found help within',
  free_soon: 'Free help within 72 hours',
  hours: 'Confirmed hours',
  hours_lead: 'By the week in which they were worked and by kind of help, on both sides of your work.',
  no_hours: 'No hours were confirmed in these weeks.',
  hours_in_all: 'In all',
  worth: 'What an hour is worth',
  worth_hint: 'For your report: unpaid hours are multiplied by it. It is not stored.',
  worth_unread: 'Write an amount and a currency, such as 31.80 and USD.',
  value: 'Value of unpaid hours',
  week_of: 'Week of',
  figures: 'Figures as a table',
  skills: 'Skills that are lacking',
  skills_lead:
    'What your needs ask for and few offer, the rarest first. Look for helpers who know these. Offers are those that are open now.',
  skills_none: 'Your needs of these weeks name no skills. Name them, and the rarest show here.',
  skill: 'Skill',
  wanted: 'Your needs',
  own: 'Your offers',
  others: 'Offers of others',
}

export const en: DeskAreas['insights'] = {
  actions: {},
  refusals: {},
  words: {
    desk_insights: () => 'Insights',
    desk_insight: ({ word }) => WORDS[word],
    desk_insight_weeks: ({ weeks }, { number }) => `The last ${number(weeks)} weeks`,
    desk_insight_share: ({ part, whole }, { number, percent }) =>
      whole === 0 ? '–' : `${number(part)} of ${number(whole)} (${percent(part / whole)})`,
    desk_insight_others: ({ count, few }, { number }) =>
      count === null ? `fewer than ${number(few)}` : `${number(count)} or more`,
    desk_insight_soon: () => 'less than an hour',
    desk_insight_hours: ({ hours }, { number, noun }) => `${number(hours)} ${noun(hours, 'hour', 'hours')}`,
    desk_insight_worth: ({ hours, value }, { money, number, noun }) =>
      `${money(value)} for ${number(hours)} ${noun(hours, 'hour', 'hours')}`,
    desk_insight_chart: ({ name, from, to, tallest }, { day, number }) =>
      `${name} by week from ${day(from)} to ${day(to)}, ${number(tallest)} at most. The table below has all figures.`,
  },
}
