import { escapeXml } from '../../../shared/escape-xml.ts'

const WIDTH = 640
const HEIGHT = 320
const TOP = 48
const BOTTOM = 44
const SIDE = 24
const MOST_BARS = 10

/**
 * How many got their first, second, … choice, as an SVG that stands alone and reads in light and dark; ranks behind the
 * tenth are one bar, the unplaced the last. `counts[0]` are those with their first choice.
 */
export function rankChart(chart: { counts: readonly number[]; unplaced: number; title: string }): string {
  const bars = barsOf(chart.counts, chart.unplaced)
  const all = bars.reduce((sum, { count }) => sum + count, 0)
  const tallest = Math.max(1, ...bars.map(({ count }) => count))
  const step = (WIDTH - 2 * SIDE) / bars.length
  const floor = HEIGHT - BOTTOM
  const told = bars.map(({ label, count }) => `${label}: ${count}`).join(', ')
  const drawn = bars.flatMap(({ label, count, color }, at) => {
    const height = rounded((count / tallest) * (floor - TOP - 20))
    const middle = rounded(SIDE + step * (at + 0.5))
    const share = all === 0 ? 0 : Math.round((100 * count) / all)
    return [
      `<rect x="${rounded(middle - step * 0.35)}" y="${rounded(floor - height)}" width="${rounded(step * 0.7)}" height="${height}" fill="${color}"/>`,
      `<text x="${middle}" y="${rounded(floor - height - 6)}" text-anchor="middle" fill="currentColor">${count} (${share}%)</text>`,
      `<text x="${middle}" y="${floor + 18}" text-anchor="middle" fill="currentColor">${escapeXml(label)}</text>`,
    ]
  })
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" role="img" aria-labelledby="title desc" font-family="system-ui, sans-serif" font-size="12">`,
    `<title id="title">${escapeXml(chart.title)}</title>`,
    `<desc id="desc">${escapeXml(`Candidates by the choice that they got. ${told}.`)}</desc>`,
    '<style>svg{color:#1f2933;background:#fff}@media (prefers-color-scheme:dark){svg{color:#e4e7eb;background:#111827}}</style>',
    `<text x="${SIDE}" y="24" fill="currentColor" font-weight="600">${escapeXml(chart.title)}</text>`,
    `<line x1="${SIDE}" x2="${WIDTH - SIDE}" y1="${floor}" y2="${floor}" stroke="currentColor" stroke-opacity="0.5"/>`,
    ...drawn,
    `<text x="${WIDTH / 2}" y="${HEIGHT - 6}" text-anchor="middle" fill="currentColor">choice</text>`,
    '</svg>',
  ].join('\n')
}

function barsOf(counts: readonly number[], unplaced: number) {
  const shown = counts.slice(0, MOST_BARS)
  const behind = counts.slice(MOST_BARS).reduce((sum, count) => sum + count, 0)
  return [
    ...shown.map((count, at) => ({ label: `${at + 1}`, count, color: '#2f855a' })),
    ...(behind > 0 ? [{ label: `${MOST_BARS + 1}+`, count: behind, color: '#2f855a' }] : []),
    { label: 'none', count: unplaced, color: '#b7791f' },
  ]
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
