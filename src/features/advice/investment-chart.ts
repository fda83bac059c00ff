import { numberText, spaceFor, svgOf, svgRule, svgText, toTenth } from '../../shared/svg.ts'
import type { Investment } from './investment.ts'

const WIDTH = 640
const HEIGHT = 320
const FONT_SIZE = 13
/** Space between the amounts and the line. */
const GAP = 8
const RIGHT = 16
const TOP = 40
const BOTTOM = 44
const LINE_HEIGHT = 18

/**
 * Draws the cumulative net value by week as a standalone SVG, readable in light and dark mode. `currency` is ISO 4217.
 */
export function investmentChart(
  { weeks, breakEvenWeek }: Investment,
  options: { currency?: string } = {},
): string {
  const values = weeks.map(({ netValue }) => netValue)
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  const span = high - low || 1
  const money = (value: number) =>
    [numberText(Math.round(value) || 0), options.currency].filter(Boolean).join(' ')
  const left = GAP + Math.max(...[low, 0, high].map((value) => spaceFor(money(value), FONT_SIZE)))
  const x = (week: number) => left + ((week - 1) / Math.max(1, weeks.length - 1)) * (WIDTH - left - RIGHT)
  const y = (value: number) => TOP + ((high - value) / span) * (HEIGHT - TOP - BOTTOM)
  const line = weeks.map(({ week, netValue }) => `${toTenth(x(week))},${toTenth(y(netValue))}`).join(' ')
  // Zero is always labelled. Labels of extremes close to it would overlap.
  const named = [high, 0, low].filter((value) => value === 0 || Math.abs(y(value) - y(0)) >= LINE_HEIGHT)
  const paysBack = breakEvenWeek === null ? 'It does not pay back.' : `It pays back in week ${breakEvenWeek}.`
  const end = weeks.at(-1)?.netValue ?? 0
  return svgOf({
    width: WIDTH,
    height: HEIGHT,
    fontSize: FONT_SIZE,
    title: 'Net value of training a helper',
    description: `${paysBack} After ${weeks.length} weeks: ${money(end)}.`,
    elements: [
      svgText(left, 22, paysBack, { isBold: true }),
      svgRule(left, WIDTH - RIGHT, toTenth(y(0))),
      ...[...new Set(named)].map((value) =>
        svgText(left - GAP, toTenth(y(value) + 4), money(value), { anchor: 'end' }),
      ),
      ...[1, 13, 26, 39, 52].map((week) =>
        svgText(toTenth(x(week)), HEIGHT - 22, `${week}`, { anchor: 'middle' }),
      ),
      svgText((left + WIDTH - RIGHT) / 2, HEIGHT - 4, 'week', { anchor: 'middle' }),
      `<polyline points="${line}" fill="none" stroke="#2f855a" stroke-width="2.5"/>`,
      ...(breakEvenWeek !== null && breakEvenWeek <= weeks.length
        ? [`<circle cx="${toTenth(x(breakEvenWeek))}" cy="${toTenth(y(0))}" r="5" fill="#2f855a"/>`]
        : []),
    ],
  })
}
