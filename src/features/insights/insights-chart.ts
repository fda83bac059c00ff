import { numberText, spaceFor, svgOf, svgRule, svgText, toTenth } from '../../shared/svg.ts'

const WIDTH = 640
const HEIGHT = 420
const SIDE = 40
const BARS_LEFT = 110
const FONT_SIZE = 12
const BAR_STEP = 28
const BARS_TOP = 40
const WEEKS_TOP = 240
const WEEKS_FLOOR = HEIGHT - 36
/** More labels would overlap. */
const MOST_NAMES = 6
const MOST_WEEK_NAME = 80

const STAGES = ['posted', 'matched', 'introduced', 'accepted', 'completed'] as const
type Counts = Record<(typeof STAGES)[number], number>

/** Draws the funnel, and the weeks below it, as a standalone SVG that is readable in light and dark mode. */
export function insightsChart(read: {
  from: string
  to: string
  funnel: Counts
  weeks: ({ week: string } & Counts)[]
}): string {
  const { funnel, weeks } = read
  const title = `Outcomes of the needs posted from ${read.from} to ${read.to}`
  const stages = STAGES.map((stage) => `${stage}: ${numberText(funnel[stage])}`).join(', ')
  const weekly = weeks
    .map(({ week, posted, accepted }) => `${week}: ${numberText(posted)} and ${numberText(accepted)}`)
    .join('; ')
  return svgOf({
    width: WIDTH,
    height: HEIGHT,
    fontSize: FONT_SIZE,
    title,
    description: `${stages}. Posted and accepted by week: ${weekly}.`,
    elements: [
      svgText(SIDE, 24, title, { isBold: true, space: WIDTH - 2 * SIDE }),
      ...STAGES.flatMap((stage, at) => bar(funnel, stage, at)),
      svgText(SIDE, WEEKS_TOP - 32, 'By week: posted (pale), accepted (full)', { isBold: true }),
      ...weeks.flatMap((week, at) => column(weeks, week, at)),
      svgRule(SIDE, WIDTH - SIDE, WEEKS_FLOOR),
    ],
  })
}

/** Draws one stage of the funnel, with its share of the previous stage. */
function bar(funnel: Counts, stage: (typeof STAGES)[number], at: number): string[] {
  const y = BARS_TOP + at * BAR_STEP
  const right = spaceFor(`${numberText(funnel.posted)} (100%)`, FONT_SIZE) + 16
  const width = toTenth((funnel[stage] / Math.max(1, funnel.posted)) * (WIDTH - BARS_LEFT - right))
  const before = STAGES[at - 1]
  const whole = before === undefined ? 0 : funnel[before]
  const share = whole === 0 ? '' : ` (${Math.round((100 * funnel[stage]) / whole)}%)`
  return [
    svgText(BARS_LEFT - 8, y + 14, stage, { anchor: 'end' }),
    box(BARS_LEFT, y, width, BAR_STEP - 8, 1),
    svgText(toTenth(BARS_LEFT + width + 8), y + 14, `${numberText(funnel[stage])}${share}`),
  ]
}

function column(weeks: readonly ({ week: string } & Counts)[], one: { week: string } & Counts, at: number) {
  const tallest = Math.max(1, ...weeks.map(({ posted }) => posted))
  const step = (WIDTH - 2 * SIDE) / weeks.length
  const middle = toTenth(SIDE + step * (at + 0.5))
  const drawn = (count: number, opacity: number) => {
    const height = toTenth((count / tallest) * (WEEKS_FLOOR - WEEKS_TOP))
    return box(
      toTenth(middle - step * 0.35),
      toTenth(WEEKS_FLOOR - height),
      toTenth(step * 0.7),
      height,
      opacity,
    )
  }
  const isNamed = at % Math.ceil(weeks.length / MOST_NAMES) === 0
  const isRoomy = spaceFor(numberText(tallest), FONT_SIZE) <= step
  const isHighest = weeks.findIndex(({ posted }) => posted === tallest) === at
  const isCounted = one.posted > 0 && (isRoomy || isHighest)
  const top = toTenth(WEEKS_FLOOR - (one.posted / tallest) * (WEEKS_FLOOR - WEEKS_TOP) - 6)
  return [
    drawn(one.posted, 0.35),
    drawn(one.accepted, 1),
    ...(isCounted ? [svgText(middle, top, numberText(one.posted), { anchor: 'middle' })] : []),
    ...(isNamed
      ? [svgText(middle, WEEKS_FLOOR + 18, one.week, { anchor: 'middle', space: MOST_WEEK_NAME })]
      : []),
  ]
}

function box(x: number, y: number, width: number, height: number, opacity: number): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#2f855a" fill-opacity="${opacity}"/>`
}
