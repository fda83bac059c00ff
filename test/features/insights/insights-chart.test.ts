import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { insightsChart } from '../../../src/features/insights/insights-chart.ts'
import { holds } from '../../support/holds.ts'

/** From the widest to the narrowest, as a funnel is. */
const counts = fc
  .array(fc.nat(100_000), { minLength: 5, maxLength: 5 })
  .map((numbers) => numbers.sort((a, b) => b - a))
  .map(([posted = 0, matched = 0, introduced = 0, accepted = 0, completed = 0]) => ({
    posted,
    matched,
    introduced,
    accepted,
    completed,
  }))
const someText = fc.oneof(fc.string(), fc.constantFrom('<script>', '"><a b="', "]]>&'", '&amp;'))
const someRead = fc.record({
  from: someText,
  to: someText,
  funnel: counts,
  weeks: fc.array(
    fc.tuple(someText, counts).map(([week, one]) => ({ week, ...one })),
    { minLength: 1, maxLength: 53 },
  ),
})

/** Throws where tags are not nested, attributes not quoted, or text not escaped. */
function parse(xml: string): { name: string; attributes: Map<string, string>; text: string }[] {
  const found: ReturnType<typeof parse> = []
  const open: (typeof found)[number][] = []
  const rest = xml.replace(
    /([^<>]*)<(\/?)([a-z]+)((?: [a-zA-Z0-9-]+="[^"<>&]*(?:&#\d+;[^"<>&]*)*")*)(\/?)>/g,
    (_, text: string, closing, name: string, attributes: string, single) => {
      assert.doesNotMatch(text, /&(?!#\d+;)/)
      const innermost = open.at(-1)
      if (innermost) innermost.text += text
      else assert.equal(text.trim(), '')
      if (closing) assert.equal(open.pop()?.name, name)
      else {
        const pairs = [...attributes.matchAll(/ ([^=]+)="([^"]*)"/g)]
        const element = {
          name,
          text: '',
          attributes: new Map(pairs.map(([, key = '', value = '']) => [key, value])),
        }
        found.push(element)
        if (!single) open.push(element)
      }
      return ''
    },
  )
  assert.equal(rest, '')
  assert.deepEqual(open, [])
  return found
}

t.test('it is well-formed, named and without script or raw text, whatever it is given', async (t) => {
  holds(
    t,
    fc.property(someRead, (read) => {
      const elements = parse(insightsChart(read))
      const [svg, title, desc] = elements
      assert.equal(svg?.attributes.get('role'), 'img')
      assert.equal(svg?.attributes.get('aria-labelledby'), 'title desc')
      assert.deepEqual([title?.name, desc?.name], ['title', 'desc'])
      const known = ['svg', 'title', 'desc', 'style', 'text', 'rect', 'line']
      for (const { name, attributes } of elements) {
        assert.ok(known.includes(name), name)
        for (const [key, value] of attributes) {
          assert.doesNotMatch(key, /^on/)
          assert.doesNotMatch(value, /NaN|Infinity/)
        }
      }
    }),
    200,
  )
})

t.test('bars are as long as their counts, and stay within the chart', async (t) => {
  holds(
    t,
    fc.property(someRead, ({ weeks, ...read }) => {
      const { funnel } = read
      const boxes = parse(insightsChart({ ...read, weeks }))
        .filter(({ name }) => name === 'rect')
        .map(({ attributes }) => {
          const at = (key: string) => Number(attributes.get(key))
          return { x: at('x'), y: at('y'), width: at('width'), height: at('height') }
        })
      assert.equal(boxes.length, 5 + 2 * weeks.length)
      for (const { x, y, width, height } of boxes) {
        assert.ok(x >= 0 && y >= 0 && width >= 0 && height >= 0)
        assert.ok(x + width <= 640 && y + height <= 420)
      }
      const [posted, , , accepted] = boxes
      const expected = ((posted?.width ?? 0) * funnel.accepted) / Math.max(1, funnel.posted)
      assert.ok(Math.abs((accepted?.width ?? 0) - expected) < 0.2)
    }),
    100,
  )
})

t.test('a week has its count above its column, unless it is empty', async (t) => {
  const none = { posted: 0, matched: 0, introduced: 0, accepted: 0, completed: 0 }
  const weeks = [0, 7, 0].map((posted, at) => ({ ...none, week: `week ${at}`, posted }))
  const texts = parse(insightsChart({ from: 'then', to: 'now', funnel: { ...none, posted: 7 }, weeks }))
    .filter(({ name }) => name === 'text')
    .map(({ text }) => text)
  const heading = texts.findIndex((text) => text.startsWith('By week'))
  t.same(texts.slice(heading + 1), ['week 0', '7', 'week 1', 'week 2'])
})
