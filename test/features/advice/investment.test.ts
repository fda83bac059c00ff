import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { type InvestmentInput, investmentOf } from '../../../src/features/advice/investment.ts'
import { investmentChart } from '../../../src/features/advice/investment-chart.ts'
import { holds } from '../../support/holds.ts'

const plain: InvestmentInput = {
  minutesPerTask: 30,
  timesPerWeek: 4,
  trainingMultiplier: 10,
  learningRate: 1,
  ownerHourValue: 40,
  helperHourCost: 0,
  supervisionMinutesPerWeek: 0,
}

const someInput: fc.Arbitrary<InvestmentInput> = fc.record({
  minutesPerTask: fc.double({ min: 1, max: 600, noNaN: true }),
  timesPerWeek: fc.constantFrom(0.25, 0.5, 1, 3, 5, 12.5, 40),
  trainingMultiplier: fc.double({ min: 0, max: 30, noNaN: true }),
  learningRate: fc.double({ min: 0.5, max: 1, noNaN: true }),
  ownerHourValue: fc.double({ min: 0, max: 200, noNaN: true }),
  helperHourCost: fc.double({ min: 0, max: 100, noNaN: true }),
  supervisionMinutesPerWeek: fc.double({ min: 0, max: 300, noNaN: true }),
})

t.test(
  'free help without supervision pays back with as many repetitions as the training was long',
  async (t) => {
    // 10 × 30 minutes of showing are 5 hours; each repetition frees half an hour; 4 a week.
    const found = investmentOf(plain)
    t.equal(found.trainingHours, 5)
    t.equal(found.breakEvenRepetition, 10)
    t.equal(found.breakEvenWeek, 3)
    // 52 × 4 × 0.5 − 5 hours, at 40 each.
    t.equal(found.hoursFreedInYear, 99)
    t.equal(found.netValueInYear, 3960)
    t.same(found.weeks[0], { week: 1, hoursFreed: -3, netValue: -120 })
  },
)

t.test(
  'supervision is taken off each week, and help that costs more than it frees never pays back',
  async (t) => {
    // One hour a week of supervision: 2 − 1 hours freed a week, 5 weeks to win back 5 hours.
    const supervised = investmentOf({ ...plain, supervisionMinutesPerWeek: 60 })
    t.equal(supervised.breakEvenWeek, 5)
    t.equal(supervised.breakEvenRepetition, 20)
    t.equal(supervised.hoursFreedInYear, 47)
    t.equal(investmentOf({ ...plain, supervisionMinutesPerWeek: 120 }).breakEvenRepetition, null)
    t.equal(investmentOf({ ...plain, helperHourCost: 50 }).breakEvenRepetition, null)
  },
)

t.test('the helper’s time falls by Wright’s curve, to the owner’s own pace', async (t) => {
  // At 0.8 the first takes 60 minutes, the second 48, the fourth 38.4; never less than 30.
  const costOf = (repetitions: number) => {
    const { weeks } = investmentOf({
      ...plain,
      timesPerWeek: repetitions,
      learningRate: 0.8,
      trainingMultiplier: 0,
      ownerHourValue: 0,
      helperHourCost: 60,
    })
    return -(weeks[0]?.netValue ?? 0)
  }
  t.ok(Math.abs(costOf(1) - 60) < 1e-9)
  t.ok(Math.abs(costOf(2) - (60 + 48)) < 1e-9)
  t.ok(Math.abs(costOf(4) - (60 + 48 + 60 * 3 ** Math.log2(0.8) + 38.4)) < 1e-9)
  const steady = costOf(40) - costOf(39)
  t.ok(Math.abs(steady - 30) < 1e-9)
})

t.test(
  'net value falls with training, supervision and cost, and rises with what an hour is worth',
  async (t) => {
    const worse: [keyof InvestmentInput, number][] = [
      ['trainingMultiplier', 1],
      ['supervisionMinutesPerWeek', 1],
      ['helperHourCost', 1],
    ]
    holds(
      t,
      fc.property(someInput, fc.double({ min: 0, max: 10, noNaN: true }), (input, more) => {
        const before = investmentOf(input)
        for (const [field, sign] of worse) {
          const after = investmentOf({ ...input, [field]: input[field] + sign * more })
          assert.ok(after.netValueInYear <= before.netValueInYear + 1e-6, field)
        }
        const richer = investmentOf({ ...input, ownerHourValue: input.ownerHourValue + more })
        assert.ok(
          before.hoursFreedInYear >= 0
            ? richer.netValueInYear >= before.netValueInYear - 1e-6
            : richer.netValueInYear <= before.netValueInYear + 1e-6,
        )
      }),
      300,
    )
  },
)

t.test('weeks are cumulative, and the week of break-even is that of its repetition', async (t) => {
  holds(
    t,
    fc.property(someInput, (input) => {
      const { weeks, breakEvenRepetition, breakEvenWeek, netValueInYear } = investmentOf(input)
      assert.equal(weeks.length, 52)
      assert.equal(weeks.at(-1)?.netValue, netValueInYear)
      assert.equal(breakEvenWeek === null, breakEvenRepetition === null)
      if (breakEvenWeek === null || breakEvenRepetition === null) return
      assert.ok(breakEvenRepetition / input.timesPerWeek <= breakEvenWeek + 1e-6)
      assert.ok(breakEvenRepetition / input.timesPerWeek > breakEvenWeek - 1 - 1e-6)
    }),
    300,
  )
})

t.test('the chart is well-formed, says what it shows, and holds no raw text of others', async (t) => {
  holds(
    t,
    fc.property(someInput, fc.string(), (input, currency) => {
      const chart = investmentChart(investmentOf(input), { currency })
      assert.doesNotMatch(chart, /NaN|Infinity|<script/)
      const text = [...chart.matchAll(/>([^<]*)</g)].map(([, inner]) => inner ?? '')
      assert.ok(text.every((inner) => !/[<>"']|&(?!#\d+;)/.test(inner.replace(/svg\{.*/, ''))))
      assert.equal(
        chart.match(/<(text|title|desc|style)\b/g)?.length,
        chart.match(/<\/(text|title|desc|style)>/g)?.length,
      )
    }),
    100,
  )
  t.match(
    investmentChart(investmentOf(plain), { currency: 'USD' }),
    /It pays back in week 3\. After 52 weeks: 3,960 USD/,
  )
})
