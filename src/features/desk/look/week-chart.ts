import { type Html, html } from '../../../shared/html.ts'

export interface Series {
  name: string
  /** One value per week. */
  values: readonly number[]
}

interface Drawn {
  /** Text for screen readers. */
  label: string
  /** Names of the weeks, in order. */
  weeks: readonly string[]
  series: readonly Series[]
  /** Whether the columns are stacked, because they add up, instead of side by side. */
  isStacked: boolean
  /** Formats a number in the reader's language. */
  number(value: number): string
}

const WIDTH = 480
const HEIGHT = 220
const TOP = 30
const FLOOR = HEIGHT - 34
/** Share of a week's width that its columns take. */
const FILLED = 0.76

/** Returns the largest value that `weekChart` draws in one column. */
export function tallestOf(series: readonly Series[], isStacked: boolean): number {
  if (!isStacked) return Math.max(0, ...series.flatMap(({ values }) => values))
  const weeks = series[0]?.values.length ?? 0
  return Math.max(
    0,
    ...Array.from({ length: weeks }, (_, at) =>
      series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0),
    ),
  )
}

/** Renders columns by week with a legend. The numbers belong in a table next to it. */
export function weekChart({ label, weeks, series, isStacked, number }: Drawn): Html {
  const tallest = tallestOf(series, isStacked)
  const step = WIDTH / Math.max(1, weeks.length)
  const heightOf = (value: number) => (value / Math.max(1, tallest)) * (FLOOR - TOP)
  const columns = weeks.map((_, at) => columnsOf(series, { at, step, isStacked, heightOf }))
  return html`<figure class="chart"><ul class="legend">${series.map(
    ({ name }, at) => html`<li><span class="swatch s${at + 1}"></span>${name}</li>`,
  )}</ul><svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label="${label}">
<path class="rule" d="M0 ${TOP}H${WIDTH}M0 ${FLOOR}H${WIDTH}"/>
<text x="0" y="${TOP - 8}">${number(tallest)}</text>
${columns}
${namedWeeks(weeks).map(({ name, x, anchor }) => html`<text x="${x}" y="${HEIGHT - 8}" text-anchor="${anchor}">${name}</text>`)}
</svg></figure>`
}

interface Placed {
  at: number
  step: number
  isStacked: boolean
  heightOf(value: number): number
}

function columnsOf(series: readonly Series[], { at, step, isStacked, heightOf }: Placed): Html[] {
  const width = (step * FILLED) / (isStacked ? 1 : series.length)
  const left = at * step + (step * (1 - FILLED)) / 2
  let below = 0
  return series.map(({ values }, place) => {
    const height = heightOf(values[at] ?? 0)
    const x = isStacked ? left : left + place * width
    const y = FLOOR - below - height
    if (isStacked) below += height
    return html`<rect class="s${place + 1}" x="${toTenth(x)}" y="${toTenth(y)}" width="${toTenth(width)}" height="${toTenth(height)}"/>`
  })
}

/** Returns the first and the last week, because the names of all weeks would overlap on a phone. */
function namedWeeks(weeks: readonly string[]): { name: string; x: number; anchor: string }[] {
  const [first, last] = [weeks[0], weeks.at(-1)]
  if (first === undefined || last === undefined) return []
  const start = { name: first, x: 0, anchor: 'start' }
  return weeks.length === 1 ? [start] : [start, { name: last, x: WIDTH, anchor: 'end' }]
}

const toTenth = (value: number) => Math.round(value * 10) / 10
