import { numberText, svgOf, svgRule, svgText, toTenth } from '../../../shared/svg.ts'

const WIDTH = 640
const HEIGHT = 320
const TOP = 48
const BOTTOM = 44
const SIDE = 24
const LINE_HEIGHT = 16
const MOST_BARS = 10

/**
 * Draws how many candidates got their first, second, … choice, as SVG. Ranks after the tenth share one bar; the last bar
 * counts the unplaced. `counts[0]` is the number of candidates with their first choice.
 */
export function rankChart(chart: { counts: readonly number[]; unplaced: number; title: string }): string {
  const bars = barsOf(chart.counts, chart.unplaced)
  const all = bars.reduce((sum, { count }) => sum + count, 0)
  const tallest = Math.max(1, ...bars.map(({ count }) => count))
  const step = (WIDTH - 2 * SIDE) / bars.length
  const floor = HEIGHT - BOTTOM
  const counted = bars.map(({ label, count }) => `${label}: ${numberText(count)}`).join(', ')
  const columns = bars.flatMap(({ label, count, color }, at) => {
    const height = toTenth((count / tallest) * (floor - TOP - 2 * LINE_HEIGHT))
    const middle = toTenth(SIDE + step * (at + 0.5))
    const share = all === 0 ? 0 : Math.round((100 * count) / all)
    return [
      `<rect x="${toTenth(middle - step * 0.35)}" y="${toTenth(floor - height)}" width="${toTenth(step * 0.7)}" height="${height}" fill="${color}"/>`,
      svgText(middle, toTenth(floor - height - 6 - LINE_HEIGHT), numberText(count), {
        anchor: 'middle',
        space: step - 4,
      }),
      svgText(middle, toTenth(floor - height - 6), `${share}%`, { anchor: 'middle' }),
      svgText(middle, floor + 18, label, { anchor: 'middle' }),
    ]
  })
  return svgOf({
    width: WIDTH,
    height: HEIGHT,
    fontSize: 12,
    title: chart.title,
    description: `Candidates by the rank of the choice they got. ${counted}.`,
    elements: [
      svgText(SIDE, 24, chart.title, { isBold: true, space: WIDTH - 2 * SIDE }),
      svgRule(SIDE, WIDTH - SIDE, floor),
      ...columns,
      svgText(WIDTH / 2, HEIGHT - 6, 'choice', { anchor: 'middle' }),
    ],
  })
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
