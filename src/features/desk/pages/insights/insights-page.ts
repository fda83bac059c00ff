import { type Html, html, type Part } from '../../../../shared/html.ts'
import type { FunnelInsights } from '../../../insights/index.ts'
import {
  button,
  card,
  emptyState,
  facts,
  filters,
  hidden,
  linkButton,
  loadedLater,
  selectField,
  table,
  textField,
} from '../../look/parts.ts'
import type { DeskPage, View } from '../../look/view.ts'
import { type Series, tallestOf, weekChart } from '../../look/week-chart.ts'

export const periods = ['12', '26', '52'] as const
const KINDS = ['volunteer', 'intern', 'barter', 'paid'] as const

interface Shown {
  insights: FunnelInsights
  weeks: (typeof periods)[number]
  /** The typed values, unchanged. */
  asked: { worth?: string | undefined; currency?: string | undefined }
  /** The value of an hour. Null if none was given. */
  worth: { amountMinor: number; currency: string } | null
  fault?: string | undefined
}

/** Shows the outcome of a partner's needs, and the hours of its work, by week. */
export function insightsPage(shown: Shown, view: View): DeskPage {
  const { say } = view
  const { insights } = shown
  const isEmpty = insights.funnel.posted === 0 && hoursIn(insights.confirmed_hours) === 0
  return {
    title: say('desk_insights'),
    main: html`<p>${wordOf(view, 'lead')}</p>${choices(shown, view)}${
      isEmpty
        ? emptyState(
            wordOf(view, 'empty'),
            view.may('editor')
              ? linkButton('/desk/needs/new', say('desk_post', { side: 'need' }))
              : undefined,
          )
        : html`${needsCard(insights, view)}${skillsLater(shown, view)}${hoursCard(shown, view)}`
    }`,
  }
}

function skillsLater({ weeks }: Shown, view: View): Html {
  const from = `/desk/insights/skills?weeks=${weeks}`
  return loadedLater({ id: 'skills', from, name: wordOf(view, 'skills') })
}

function wordOf({ say }: View, word: Parameters<typeof say<'desk_insight'>>[1]['word']): string {
  return say('desk_insight', { word })
}

function choices({ weeks, asked }: Shown, view: View): Html {
  const { say } = view
  const options = periods.map((value) => ({
    value,
    text: say('desk_insight_weeks', { weeks: Number(value) }),
  }))
  return filters('/desk/insights', {
    fields: [
      selectField({ name: 'weeks', label: wordOf(view, 'period'), value: weeks, options }),
      html`${Object.entries(asked).map(([name, value]) => value && hidden(name, value))}`,
    ],
    submit: say('desk_show'),
  })
}

function worthForm({ weeks, asked, fault }: Shown, view: View): Html {
  const { say } = view
  const amount = { name: 'worth', type: 'decimal', label: wordOf(view, 'worth'), value: asked.worth } as const
  return html`<form method="get" action="/desk/insights">${hidden('weeks', weeks)}<div class="together">${textField(
    { ...amount, maxLength: 20, hint: wordOf(view, 'worth_hint'), fault },
  )}${textField({ name: 'currency', label: say('desk_currency'), value: asked.currency, maxLength: 3 })}</div>${button(say('desk_show'), 'quiet')}</form>`
}

function needsCard(insights: FunnelInsights, view: View): Html {
  const { say } = view
  const { funnel, median_time_to_help_hours: median, free_within_72_hours: free } = insights
  const share = (part: number, whole: number) => say('desk_insight_share', { part, whole })
  const series = (['posted', 'introduced', 'accepted'] as const).map((stage) => ({
    name: wordOf(view, STAGES[stage]),
    values: insights.weeks.map((week) => week[stage]),
  }))
  return card({
    title: wordOf(view, 'needs'),
    body: html`<p>${wordOf(view, 'needs_lead')}</p>${facts([
      [wordOf(view, 'posted'), funnel.posted],
      [wordOf(view, 'introduced'), share(funnel.introduced, funnel.posted)],
      [wordOf(view, 'helped'), share(funnel.accepted, funnel.posted)],
      [
        wordOf(view, 'time_to_help'),
        median !== null &&
          (median < 1 ? say('desk_insight_soon') : say('desk_insight_hours', { hours: median })),
      ],
      [wordOf(view, 'free_soon'), share(free.needs, free.of_needs)],
    ])}${chartOf(insights, { name: wordOf(view, 'needs'), series, isStacked: false }, view)}`,
  })
}

const STAGES = { posted: 'posted', introduced: 'introduced', accepted: 'helped' } as const

function hoursCard(shown: Shown, view: View): Html {
  const { say } = view
  const { insights, worth } = shown
  const all = hoursIn(insights.confirmed_hours)
  const { paid, ...unpaid } = insights.confirmed_hours
  const free = hoursIn({ ...unpaid, paid: 0 })
  const hours = (count: number) => say('desk_insight_hours', { hours: count })
  const series = KINDS.map((kind) => ({
    name: say('desk_kinds', { kinds: [kind] }),
    values: insights.weeks.map((week) => week.confirmed_hours[kind]),
  }))
  const value =
    worth &&
    say('desk_insight_worth', {
      hours: free,
      value: { ...worth, amountMinor: Math.round(worth.amountMinor * free) },
    })
  return card({
    title: wordOf(view, 'hours'),
    body:
      all === 0
        ? emptyState(
            wordOf(view, 'no_hours'),
            linkButton('/desk/engagements', say('desk_engagements'), 'quiet'),
          )
        : html`<p>${wordOf(view, 'hours_lead')}</p>${facts([
            [wordOf(view, 'hours_in_all'), hours(all)],
            ...KINDS.map((kind): [string, Part] => [
              say('desk_kinds', { kinds: [kind] }),
              insights.confirmed_hours[kind] > 0 && hours(insights.confirmed_hours[kind]),
            ]),
            [wordOf(view, 'value'), value],
          ])}${chartOf(insights, { name: wordOf(view, 'hours'), series, isStacked: true }, view)}${worthForm(shown, view)}`,
  })
}

interface Charted {
  name: string
  series: readonly Series[]
  isStacked: boolean
}

/** Renders a chart and its figures as a table. */
function chartOf(
  { from, to, weeks }: FunnelInsights,
  { name, series, isStacked }: Charted,
  view: View,
): Html {
  const { say } = view
  const named = weeks.map((week) => say('desk_short_day', { day: week.starts_on }))
  const number = (value: number) => say('desk_number', { value })
  const label = say('desk_insight_chart', { name, from, to, tallest: tallestOf(series, isStacked) })
  return html`${weekChart({ label, weeks: named, series, isStacked, number })}<details><summary>${wordOf(view, 'figures')}<span class="unseen">: ${name}</span></summary>${table(
    {
      caption: name,
      columns: [wordOf(view, 'week_of'), ...series.map((one) => one.name)],
      rows: named.map((week, at) => [week, ...series.map(({ values }) => number(values[at] ?? 0))]),
    },
  )}</details>`
}

function hoursIn({ volunteer, intern, barter, paid }: FunnelInsights['confirmed_hours']): number {
  return volunteer + intern + barter + paid
}
