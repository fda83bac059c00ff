import { escapeXml } from '../../shared/escape-xml.ts'
import type { Investment } from './investment.ts'

const WIDTH = 640
const HEIGHT = 320
const LEFT = 72
const RIGHT = 16
const TOP = 40
const BOTTOM = 44

/** Cumulative net value by week, as an SVG that stands alone and reads in light and dark. `currency` is ISO 4217. */
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
  const line = weeks.map(({ week, netValue }) => `${rounded(x(week))},${rounded(y(netValue))}`).join(' ')
  const money = (value: number) => `${Math.round(value)}${options.currency ? ` ${options.currency}` : ''}`
  const paysBack = breakEvenWeek === null ? 'It does not pay back.' : `It pays back in week ${breakEvenWeek}.`
  const end = weeks.at(-1)?.netValue ?? 0
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="title desc" font-family="system-ui, sans-serif" font-size="13">`,
    '<title id="title">Net value of showing somebody how to do it</title>',
    `<desc id="desc">${escapeXml(`${paysBack} After ${weeks.length} weeks: ${money(end)}.`)}</desc>`,
    '<style>svg{color:#1f2933;background:#fff}@media (prefers-color-scheme:dark){svg{color:#e4e7eb;background:#111827}}</style>',
    `<text x="${LEFT}" y="22" fill="currentColor" font-weight="600">${escapeXml(paysBack)}</text>`,
    `<line x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${rounded(y(0))}" y2="${rounded(y(0))}" stroke="currentColor" stroke-opacity="0.5"/>`,
    ...[...new Set([high, 0, low])].map(
      (value) =>
        `<text x="${LEFT - 8}" y="${rounded(y(value) + 4)}" text-anchor="end" fill="currentColor">${escapeXml(money(value))}</text>`,
    ),
    ...[1, 13, 26, 39, 52].map(
      (week) =>
        `<text x="${rounded(x(week))}" y="${HEIGHT - 22}" text-anchor="middle" fill="currentColor">${week}</text>`,
    ),
    `<text x="${(LEFT + WIDTH - RIGHT) / 2}" y="${HEIGHT - 4}" text-anchor="middle" fill="currentColor">week</text>`,
    `<polyline points="${line}" fill="none" stroke="#2f855a" stroke-width="2.5"/>`,
    ...(breakEvenWeek !== null && breakEvenWeek <= weeks.length
      ? [`<circle cx="${rounded(x(breakEvenWeek))}" cy="${rounded(y(0))}" r="5" fill="#2f855a"/>`]
      : []),
    '</svg>',
  ].join('\n')
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
