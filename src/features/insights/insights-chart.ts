import { escapeXml } from '../../shared/escape-xml.ts'

const WIDTH = 640
const HEIGHT = 420
const SIDE = 40
const BARS_LEFT = 110
const BARS_RIGHT = 120
const BAR_STEP = 28
const BARS_TOP = 40
const WEEKS_TOP = 240
const WEEKS_FLOOR = HEIGHT - 36
/** More names of weeks, or counts of their columns, would run into each other. */
const MOST_NAMES = 8
const MOST_COUNTS = 13

const STAGES = ['posted', 'matched', 'introduced', 'accepted', 'completed'] as const
type Counts = Record<(typeof STAGES)[number], number>

/** The funnel above its weeks, as an SVG that stands alone and reads in light and dark. */
export function insightsChart(read: {
  from: string
  to: string
  funnel: Counts
  weeks: ({ week: string } & Counts)[]
}): string {
  const { funnel, weeks } = read
  const title = `What became of the needs posted from ${read.from} to ${read.to}`
  const told = STAGES.map((stage) => `${stage}: ${funnel[stage]}`).join(', ')
  const weekly = weeks.map(({ week, posted, accepted }) => `${week}: ${posted}, ${accepted}`).join('; ')
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="title desc" font-family="system-ui, sans-serif" font-size="12">`,
    `<title id="title">${escapeXml(title)}</title>`,
    `<desc id="desc">${escapeXml(`${told}. Posted and accepted by week: ${weekly}.`)}</desc>`,
    '<style>svg{color:#1f2933;background:#fff}@media (prefers-color-scheme:dark){svg{color:#e4e7eb;background:#111827}}</style>',
    label(SIDE, 24, title, 'start', 600),
    ...STAGES.flatMap((stage, at) => bar(funnel, stage, at)),
    label(SIDE, WEEKS_TOP - 32, 'By week: posted (pale), accepted (full)', 'start', 600),
    ...weeks.flatMap((week, at) => column(weeks, week, at)),
    `<line x1="${SIDE}" x2="${WIDTH - SIDE}" y1="${WEEKS_FLOOR}" y2="${WEEKS_FLOOR}" stroke="currentColor" stroke-opacity="0.5"/>`,
    '</svg>',
  ].join('\n')
}

/** One stage of the funnel, with its share of the one before. */
function bar(funnel: Counts, stage: (typeof STAGES)[number], at: number): string[] {
  const y = BARS_TOP + at * BAR_STEP
  const width = rounded((funnel[stage] / Math.max(1, funnel.posted)) * (WIDTH - BARS_LEFT - BARS_RIGHT))
  const before = STAGES[at - 1]
  const whole = before === undefined ? 0 : funnel[before]
  const share = whole === 0 ? '' : ` (${Math.round((100 * funnel[stage]) / whole)}%)`
  return [
    label(BARS_LEFT - 8, y + 14, stage, 'end'),
    box(BARS_LEFT, y, width, BAR_STEP - 8, 1),
    label(rounded(BARS_LEFT + width + 8), y + 14, `${funnel[stage]}${share}`, 'start'),
  ]
}

function column(weeks: readonly ({ week: string } & Counts)[], one: { week: string } & Counts, at: number) {
  const tallest = Math.max(1, ...weeks.map(({ posted }) => posted))
  const step = (WIDTH - 2 * SIDE) / weeks.length
  const middle = rounded(SIDE + step * (at + 0.5))
  const drawn = (count: number, opacity: number) => {
    const height = rounded((count / tallest) * (WEEKS_FLOOR - WEEKS_TOP))
    return box(
      rounded(middle - step * 0.35),
      rounded(WEEKS_FLOOR - height),
      rounded(step * 0.7),
      height,
      opacity,
    )
  }
  const isNamed = at % Math.ceil(weeks.length / MOST_NAMES) === 0
  const isCounted = weeks.length <= MOST_COUNTS || weeks.findIndex(({ posted }) => posted === tallest) === at
  const top = rounded(WEEKS_FLOOR - (one.posted / tallest) * (WEEKS_FLOOR - WEEKS_TOP) - 6)
  return [
    drawn(one.posted, 0.35),
    drawn(one.accepted, 1),
    ...(isCounted ? [label(middle, top, `${one.posted}`, 'middle')] : []),
    ...(isNamed ? [label(middle, WEEKS_FLOOR + 18, one.week, 'middle')] : []),
  ]
}

function box(x: number, y: number, width: number, height: number, opacity: number): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#2f855a" fill-opacity="${opacity}"/>`
}

function label(x: number, y: number, text: string, anchor: string, weight = 400): string {
  return `<text x="${x}" y="${y}" text-anchor="${anchor}" fill="currentColor" font-weight="${weight}">${escapeXml(text)}</text>`
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
