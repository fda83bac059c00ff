import { svgOf, svgRule, svgText, toTenth } from '../../shared/svg.ts'
import type { Investment } from './investment.ts'

const WIDTH = 640
const HEIGHT = 320
const LEFT = 72
const RIGHT = 16
const TOP = 40
const BOTTOM = 44

/** Cumulative net value by week, as a standalone SVG that is readable in light and dark mode. `currency` is ISO 4217. */
export function investmentChart(
  { weeks, breakEvenWeek }: Investment,
  options: { currency?: string } = {},
): string {
  const values = weeks.map(({ netValue }) => netValue)
  const low = Math.min(0, ...values)
  const high = Math.max(0, ...values)
  const span = high - low || 1
  const x = (week: number) => LEFT + ((week - 1) / Math.max(1, weeks.length - 1)) * (WIDTH - LEFT - RIGHT)
  const y = (value: number) => TOP + ((high - value) / span) * (HEIGHT - TOP - BOTTOM)
  const line = weeks.map(({ week, netValue }) => `${toTenth(x(week))},${toTenth(y(netValue))}`).join(' ')
  const money = (value: number) => `${Math.round(value)}${options.currency ? ` ${options.currency}` : ''}`
  const paysBack = breakEvenWeek === null ? 'It does not pay back.' : `It pays back in week ${breakEvenWeek}.`
  const end = weeks.at(-1)?.netValue ?? 0
  return svgOf({
    width: WIDTH,
    height: HEIGHT,
    fontSize: 13,
    title: 'Net value of training a helper',
    description: `${paysBack} After ${weeks.length} weeks: ${money(end)}.`,
    elements: [
      svgText(LEFT, 22, paysBack, { isBold: true }),
      svgRule(LEFT, WIDTH - RIGHT, toTenth(y(0))),
      ...[...new Set([high, 0, low])].map((value) =>
        svgText(LEFT - 8, toTenth(y(value) + 4), money(value), { anchor: 'end' }),
      ),
      ...[1, 13, 26, 39, 52].map((week) =>
        svgText(toTenth(x(week)), HEIGHT - 22, `${week}`, { anchor: 'middle' }),
      ),
      svgText((LEFT + WIDTH - RIGHT) / 2, HEIGHT - 4, 'week', { anchor: 'middle' }),
      `<polyline points="${line}" fill="none" stroke="#2f855a" stroke-width="2.5"/>`,
      ...(breakEvenWeek !== null && breakEvenWeek <= weeks.length
        ? [`<circle cx="${toTenth(x(breakEvenWeek))}" cy="${toTenth(y(0))}" r="5" fill="#2f855a"/>`]
        : []),
    ],
  })
}
