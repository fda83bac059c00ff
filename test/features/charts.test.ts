import type { Browser } from 'playwright-core'
import t from 'tap'
import { investmentOf } from '../../src/features/advice/investment.ts'
import { investmentChart } from '../../src/features/advice/investment-chart.ts'
import { insightsChart } from '../../src/features/insights/insights-chart.ts'
import { rankChart } from '../../src/features/internships/placements/rank-chart.ts'
import { openBrowser } from '../support/browser.ts'

const funnel = { posted: 697_500, matched: 697_499, introduced: 123_456, accepted: 98_765, completed: 1 }
const weeks = (length: number) =>
  Array.from({ length }, (_, at) => ({ ...funnel, week: `2026-W${String(at + 1).padStart(2, '0')}` }))
const outcomes = (length: number) =>
  insightsChart({ from: '2026-01-01', to: '2026-12-31', funnel, weeks: weeks(length) })
const training = (ownerHourValue: number, currency: string) =>
  investmentChart(
    investmentOf({
      minutesPerTask: 60,
      timesPerWeek: 40,
      trainingMultiplier: 5,
      learningRate: 0.85,
      ownerHourValue,
      helperHourCost: 0,
      supervisionMinutesPerWeek: 30,
    }),
    { currency },
  )

const charts: Record<string, string> = {
  'training that gains much': training(340, 'USD'),
  'training that gains little': training(1, 'EUR'),
  'outcomes of one week': outcomes(1),
  'outcomes of a quarter': outcomes(13),
  'outcomes of a year': outcomes(53),
  'no outcomes': insightsChart({
    from: '2026-01-01',
    to: '2026-01-07',
    funnel: { posted: 0, matched: 0, introduced: 0, accepted: 0, completed: 0 },
    weeks: [],
  }),
  'ranks of many candidates': rankChart({
    counts: Array<number>(12).fill(123_456),
    unplaced: 1_234_567,
    title: '1,481,472 of 2,716,039 placed (most of all candidates)',
  }),
  'ranks of nobody': rankChart({ counts: [], unplaced: 0, title: 'Nobody' }),
}

interface Measured {
  text: string
  box: { left: number; right: number; top: number; bottom: number }
}

interface Drawn {
  chart: Measured['box']
  texts: Measured[]
  colors: string[]
  scrolls: boolean
}

/** Run by the browser: where it draws the texts of a chart and the chart itself, and its colours. */
const MEASURE = `(() => {
  const root = document.documentElement
  const boxOf = (element) => element.getBoundingClientRect().toJSON()
  const { color, backgroundColor } = getComputedStyle(root)
  return {
    chart: boxOf(root),
    texts: [...document.querySelectorAll('text')].map((one) => ({ text: one.textContent, box: boxOf(one) })),
    colors: [color, backgroundColor],
    scrolls: root.scrollWidth > innerWidth,
  }
})()`

async function measure(
  browser: Browser,
  svg: string,
  { width, colorScheme }: { width: number; colorScheme: 'light' | 'dark' },
): Promise<Drawn> {
  const page = await browser.newPage({ viewport: { width, height: 800 }, colorScheme })
  await page.goto(`data:image/svg+xml,${encodeURIComponent(svg)}`)
  const drawn = await page.evaluate<Drawn>(MEASURE)
  await page.close()
  return drawn
}

function overlap({ box: one }: Measured, { box: other }: Measured): boolean {
  // Half a pixel for rounding.
  const across = Math.min(one.right, other.right) - Math.max(one.left, other.left)
  const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top)
  return across > 0.5 && down > 0.5
}

/** WCAG 2, from `rgb(1, 2, 3)`. */
function contrast(colors: readonly string[]): number {
  const [lighter = 0, darker = 0] = colors
    .map((color) => {
      const [red = 0, green = 0, blue = 0] = [...color.matchAll(/\d+/g)].map(([part]) => {
        const share = Number(part) / 255
        return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    })
    .sort((one, other) => other - one)
  return (lighter + 0.05) / (darker + 0.05)
}

t.test(
  'a browser shows every label of a chart whole and apart, light and dark, at three widths',
  async (t) => {
    const browser = await openBrowser(t)
    if (!browser) return
    for (const [name, svg] of Object.entries(charts))
      for (const width of [320, 640, 1280])
        for (const colorScheme of ['light', 'dark'] as const) {
          const at = `${name}, ${width} px, ${colorScheme}`
          const { chart, texts, colors, scrolls } = await measure(browser, svg, { width, colorScheme })
          t.ok(texts.length > 0 && !scrolls && chart.right <= width, at)
          for (const { text, box } of texts)
            t.ok(
              box.left >= chart.left &&
                box.right <= chart.right &&
                box.top >= chart.top &&
                box.bottom <= chart.bottom,
              `${at}: ${text} is whole`,
            )
          const pairs = texts.flatMap((one, index) =>
            texts.slice(index + 1).map((other) => [one, other] as const),
          )
          t.same(
            pairs.filter(([one, other]) => overlap(one, other)).map(([one, other]) => [one.text, other.text]),
            [],
            at,
          )
          t.ok(contrast(colors) >= 7, `${at}: ${colors}`)
          const isDark = colorScheme === 'dark'
          t.equal(colors[1] === 'rgb(255, 255, 255)', !isDark, at)
        }
  },
)

t.test('numbers in charts have separators of thousands', async (t) => {
  t.match(charts['training that gains much'], /[\d,]+,\d{3} USD</)
  t.match(charts['outcomes of a quarter'], />697,500</)
  t.match(charts['ranks of many candidates'], />123,456</)
})
