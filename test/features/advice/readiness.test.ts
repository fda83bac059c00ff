import fc from 'fast-check'
import t from 'tap'
import type { Brief, CheckedNeed, ReadinessCause } from '../../../src/features/advice/brief.ts'
import { type PastReport, type Readiness, readinessOf } from '../../../src/features/advice/readiness.ts'
import { textOf } from '../../../src/shared/messages/index.ts'

const emptyBrief: Brief = {
  outcome: null,
  moves: null,
  steps: [],
  documentUrl: null,
  autonomy: null,
  checkInsPerWeek: null,
  trainingHours: null,
  repeatsPerWeek: null,
  helperGains: null,
}

const goodBrief: Brief = {
  outcome: 'Every invoice is sent within two days of the job',
  moves: 'revenue',
  steps: ['Open the job sheet', 'Copy the hours into the invoice', 'Send it and tick the sheet'],
  documentUrl: null,
  autonomy: 'proposes',
  checkInsPerWeek: 1,
  trainingHours: 3,
  repeatsPerWeek: 5,
  helperGains: 'Invoicing in QuickBooks, and a reference',
}

const need = (changes: Partial<Brief> = {}, rest: Partial<CheckedNeed> = {}): CheckedNeed => ({
  title: 'Send our invoices',
  description: 'We fall behind with our invoices every month.',
  hoursPerWeek: 20,
  accepts: ['barter'],
  brief: { ...goodBrief, ...changes },
  ...rest,
})

const checkOf = (of: CheckedNeed, cause: ReadinessCause, past: PastReport[] = []) => {
  const check = readinessOf(of, past).checks.find((one) => one.cause === cause)
  if (check === undefined) throw new Error(`${cause} is not checked`)
  const { finding, change } = check
  return { ...check, finding: textOf(finding, 'en'), change: change && textOf(change, 'en') }
}

/** Multiplied before it is divided: 69 of 120 is 57.5, but 100 * (69 / 120) is less. */
const percentOf = ({ checks }: Pick<Readiness, 'checks'>) =>
  (100 * checks.reduce((sum, check) => sum + check.points, 0)) /
  checks.reduce((sum, check) => sum + check.mostPoints, 0)

interface Case {
  name: string
  cause: ReadinessCause
  /** What a good brief is spoilt by. */
  spoilt: Partial<Brief>
  hoursPerWeek?: number | null
  points: number
  says: RegExp
  change: RegExp
  /** What the change says, done. */
  mended: Partial<Brief>
}

const cases: Case[] = [
  {
    name: 'nothing written down',
    cause: 'task_not_system',
    spoilt: { steps: ['  ', '…'], documentUrl: ' ' },
    points: 10,
    says: /has no steps or document/,
    change: /^Write down the steps/,
    mended: { steps: [], documentUrl: 'https://example.org/invoices' },
  },
  {
    name: 'too few steps',
    cause: 'task_not_system',
    spoilt: { steps: ['Open the job sheet', 'Send it'] },
    points: 15,
    says: /gives fewer than 3 steps/,
    change: /at least 3/,
    mended: { steps: ['Open the job sheet', 'Copy the hours', 'Send it'] },
  },
  {
    name: 'no training',
    cause: 'task_not_system',
    spoilt: { trainingHours: 0 },
    points: 15,
    says: /no time to train/,
    change: /^Plan time to show/,
    mended: { trainingHours: 0.5 },
  },
  {
    name: 'a rhythm unsaid',
    cause: 'task_not_system',
    spoilt: { repeatsPerWeek: null },
    points: 15,
    says: /does not say how often the work repeats/,
    change: /or 0 if it is done once/,
    mended: { repeatsPerWeek: 0.25 },
  },
  {
    name: 'a one-time job without an end',
    cause: 'task_not_system',
    spoilt: { repeatsPerWeek: 0, outcome: 'New website', steps: [], trainingHours: null },
    points: 0,
    says: /when this one-time job is done/,
    change: /It is done when/,
    mended: { outcome: 'The new website is live and takes orders' },
  },
  {
    name: 'daily approval',
    cause: 'micromanaged',
    spoilt: { autonomy: 'follows', checkInsPerWeek: 5 },
    points: 0,
    says: /asks for daily approval/,
    change: /at most once a week/,
    mended: { checkInsPerWeek: 1 },
  },
  {
    name: 'a check-in on more than half of five working days',
    cause: 'micromanaged',
    spoilt: { autonomy: 'follows', checkInsPerWeek: 3 },
    hoursPerWeek: 40,
    points: 0,
    says: /asks for frequent approval/,
    change: /at most 2 times a week/,
    mended: { checkInsPerWeek: 2 },
  },
  {
    name: 'more than three check-ins, where the hours are not known',
    cause: 'micromanaged',
    spoilt: { autonomy: 'follows', checkInsPerWeek: 4 },
    hoursPerWeek: null,
    points: 0,
    says: /asks for frequent approval/,
    change: /at most 3 times a week/,
    mended: { checkInsPerWeek: 3 },
  },
  {
    name: 'check-ins unsaid',
    cause: 'micromanaged',
    spoilt: { autonomy: 'follows', checkInsPerWeek: null },
    points: 10,
    says: /how often your helper checks in/,
    change: /at most once a week/,
    mended: { checkInsPerWeek: 1 },
  },
  {
    name: 'a say unsaid',
    cause: 'micromanaged',
    spoilt: { autonomy: null },
    points: 10,
    says: /how much your helper may decide/,
    change: /^Let your helper propose/,
    mended: { autonomy: 'proposes' },
  },
  {
    name: 'daily check-ins, a say unsaid',
    cause: 'micromanaged',
    spoilt: { autonomy: null, checkInsPerWeek: 7 },
    points: 0,
    says: /asks for daily check-ins/,
    change: /^Let your helper propose/,
    mended: { autonomy: 'decides' },
  },
  {
    name: 'no outcome',
    cause: 'no_plan',
    spoilt: { outcome: ' — ' },
    points: 8,
    says: /does not say when the work is done/,
    change: /It is done when/,
    mended: { outcome: 'Books closed every month' },
  },
  {
    name: 'an outcome too short to mean something',
    cause: 'no_plan',
    spoilt: { outcome: 'Invoices in order' },
    points: 14,
    says: /too few words/,
    change: /It is done when/,
    mended: { outcome: '毎週金曜日に請求書を送る' },
  },
  {
    name: 'no time to train',
    cause: 'no_plan',
    spoilt: { trainingHours: null },
    points: 12,
    says: /no time to train/,
    change: /^Plan time to show/,
    mended: { trainingHours: 1 },
  },
  {
    name: 'work that moves nothing',
    cause: 'busy_work',
    spoilt: { moves: 'none' },
    points: 0,
    says: /neither revenue nor mission/,
    change: /^Choose work that brings in revenue/,
    mended: { moves: 'mission' },
  },
  {
    name: 'a use unsaid',
    cause: 'busy_work',
    spoilt: { moves: null },
    points: 0,
    says: /does not say what the work is for/,
    change: /^Say whether the work brings in revenue/,
    mended: { moves: 'time_freed' },
  },
  {
    name: 'nothing gained',
    cause: 'hireling_not_teammate',
    spoilt: { helperGains: '' },
    points: 8,
    says: /learns or gains/,
    change: /^State what your helper will gain/,
    mended: { helperGains: 'Invoicing' },
  },
  {
    name: 'a helper who only follows',
    cause: 'hireling_not_teammate',
    spoilt: { autonomy: 'follows' },
    points: 12,
    says: /only to follow/,
    change: /^Let your helper propose/,
    mended: { autonomy: 'proposes' },
  },
  {
    name: 'a say in the work left open',
    cause: 'hireling_not_teammate',
    spoilt: { autonomy: null },
    points: 12,
    says: /how much your helper may decide/,
    change: /^Let your helper propose/,
    mended: { autonomy: 'decides' },
  },
]

for (const { name, cause, spoilt, hoursPerWeek = 20, points, says, change, mended } of cases) {
  t.test(`${cause}: ${name} is found, and the change named mends it`, async (t) => {
    const check = checkOf(need(spoilt, { hoursPerWeek }), cause)
    t.match(check, { passed: false, points, mostPoints: 20 })
    t.match(check.finding, says)
    t.match(check.change, change)
    const after = checkOf(need({ ...spoilt, ...mended }, { hoursPerWeek }), cause)
    t.match(after, { passed: true, points: 20, mostPoints: 20, change: null })
    t.not(after.finding, check.finding)
  })
}

t.test('a full brief scores 100, with nothing to change', async (t) => {
  for (const accepts of [['paid'], ['volunteer'], ['intern', 'barter']] as const) {
    const { score, checks, firstChange } = readinessOf(need({}, { accepts }), [])
    t.equal(score, 100)
    t.equal(firstChange, null)
    t.ok(checks.every((check) => check.passed && check.change === null))
  }
})

t.test('an empty brief scores 10, with every cause found', async (t) => {
  const { score, checks } = readinessOf(need(emptyBrief, { hoursPerWeek: null, accepts: [] }), [])
  t.equal(score, 10)
  t.same(
    checks.map(({ cause, passed }) => [cause, passed]),
    [
      ['task_not_system', false],
      ['micromanaged', false],
      ['no_plan', false],
      ['busy_work', false],
      ['hireling_not_teammate', false],
    ],
  )
})

t.test('a one-time job needs an end, not a routine', async (t) => {
  const once = { repeatsPerWeek: 0, steps: [] }
  t.ok(checkOf(need(once), 'task_not_system').passed)
  t.notOk(checkOf(need({ ...once, repeatsPerWeek: 1 }), 'task_not_system').passed)
})

t.test('check-ins leave half of the days worked without one, and are three a week at most', async (t) => {
  const limits: [hoursPerWeek: number | null, limit: number][] = [
    [null, 3],
    [60, 2],
    [40, 2],
    [30, 2],
    [24, 1],
    [4, 1],
    [0, 1],
  ]
  for (const [hoursPerWeek, limit] of limits) {
    const passes = (checkInsPerWeek: number) =>
      checkOf(need({ autonomy: 'follows', checkInsPerWeek }, { hoursPerWeek }), 'micromanaged').passed
    t.same([passes(limit), passes(limit + 1)], [true, false], `${hoursPerWeek} hours a week`)
  }
})

t.test('who may propose or decide is not micromanaged, however often they check in', async (t) => {
  for (const autonomy of ['proposes', 'decides'] as const) {
    t.ok(checkOf(need({ autonomy, checkInsPerWeek: 10 }), 'micromanaged').passed)
  }
})

t.test('what a helper gains weighs more where a volunteer or an intern may come', async (t) => {
  const scores = [['paid'], ['barter', 'volunteer'], ['intern']].map(
    (accepts) => readinessOf(need({ helperGains: null }, { accepts } as Partial<CheckedNeed>), []).score,
  )
  t.same(scores, [88, 80, 80])
})

t.test('a cause named before costs more and is said with its latest month', async (t) => {
  const again = need({ autonomy: 'follows', checkInsPerWeek: 5 })
  const past: PastReport[] = [
    { cause: 'micromanaged', reportedOn: '2025-11-30' },
    { cause: 'micromanaged', reportedOn: '2026-03-01' },
    { cause: 'micromanaged', reportedOn: '2024-12-31' },
    { cause: 'busy_work', reportedOn: '2026-05-02' },
  ]
  t.equal(
    checkOf(again, 'micromanaged', past).finding,
    'In March 2026 you named micromanagement; this brief again asks for daily approval.',
  )
  t.equal(readinessOf(again, []).score, 72)
  t.equal(readinessOf(again, past).score, 65, '72 of 110 points')
  t.same(
    checkOf(again, 'busy_work', past),
    checkOf(again, 'busy_work'),
    'what is mended is not held against it',
  )
})

t.test('of equal faults the one named before comes first', async (t) => {
  const draft = need({ moves: null, repeatsPerWeek: 0, outcome: null, steps: [], trainingHours: null })
  t.match(readinessOf(draft, []).firstChange, { values: { change: 'say_when_done' } })
  const past: PastReport[] = [{ cause: 'busy_work', reportedOn: '2026-03-01' }]
  t.match(readinessOf(draft, past).firstChange, { values: { change: 'say_purpose' } })
})

const CAUSES: ReadinessCause[] = [
  'task_not_system',
  'micromanaged',
  'no_plan',
  'busy_work',
  'hireling_not_teammate',
]
const words = fc.option(fc.oneof(fc.string(), fc.lorem({ maxCount: 8 })))
const aDay = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-12-31'), noInvalidDate: true })
const aPast = fc.array(
  fc.record({
    cause: fc.constantFrom(...CAUSES),
    reportedOn: aDay.map((date) => date.toISOString().slice(0, 10)),
  }),
)
const aBrief: fc.Arbitrary<Brief> = fc.record({
  outcome: words,
  moves: fc.constantFrom('revenue', 'mission', 'time_freed', 'none', null),
  steps: fc.array(fc.string(), { maxLength: 5 }),
  documentUrl: fc.option(fc.webUrl()),
  autonomy: fc.constantFrom('decides', 'proposes', 'follows', null),
  checkInsPerWeek: fc.option(fc.nat({ max: 20 })),
  trainingHours: fc.option(fc.nat({ max: 20 })),
  repeatsPerWeek: fc.option(fc.nat({ max: 20 })),
  helperGains: words,
})
const aNeed: fc.Arbitrary<CheckedNeed> = fc.record({
  title: fc.string(),
  description: fc.string(),
  hoursPerWeek: fc.option(fc.nat({ max: 80 })),
  accepts: fc.subarray(['volunteer', 'intern', 'barter', 'paid']),
  brief: aBrief,
})

/** Each makes one field better, or leaves it. */
const betterments: ((brief: Brief) => Partial<Brief>)[] = [
  ({ outcome }) => ({ outcome: outcome === null ? 'Done' : `${outcome} and it stays so` }),
  () => ({ outcome: goodBrief.outcome }),
  ({ moves }) => ({ moves: moves === null || moves === 'none' ? 'time_freed' : moves }),
  ({ steps }) => ({ steps: [...steps, 'Tick it off'] }),
  () => ({ documentUrl: 'https://example.org/how' }),
  ({ autonomy }) => ({ autonomy: autonomy === 'proposes' ? 'decides' : (autonomy ?? 'follows') }),
  ({ autonomy }) => ({ autonomy: autonomy === 'decides' ? autonomy : 'proposes' }),
  ({ checkInsPerWeek: now }) => ({
    checkInsPerWeek: now === null || now > 1 ? Math.max(1, (now ?? 2) - 1) : now,
  }),
  () => ({ checkInsPerWeek: 1 }),
  ({ trainingHours }) => ({ trainingHours: (trainingHours ?? 0) + 1 }),
  ({ repeatsPerWeek }) => ({ repeatsPerWeek: repeatsPerWeek ?? 0 }),
  ({ repeatsPerWeek }) => ({ repeatsPerWeek: repeatsPerWeek === 0 ? 0 : (repeatsPerWeek ?? 0) + 1 }),
  ({ helperGains }) => ({ helperGains: `${helperGains ?? ''} A reference` }),
]

t.test('a score is whole, from 0 to 100, and is the rounded share of its points', async () => {
  fc.assert(
    fc.property(aNeed, aPast, (one, past) => {
      const { score, checks } = readinessOf(one, past)
      const sound = checks.every(
        (check) =>
          Number.isInteger(check.points) &&
          Number.isInteger(check.mostPoints) &&
          check.points >= 0 &&
          check.points <= check.mostPoints &&
          check.passed === (check.points === check.mostPoints) &&
          check.passed === (check.change === null),
      )
      return (
        sound &&
        Number.isInteger(score) &&
        score >= 0 &&
        score <= 100 &&
        score === Math.round(percentOf({ checks }))
      )
    }),
  )
})

t.test('no one field made better lowers the score', async () => {
  fc.assert(
    fc.property(aNeed, aPast, (one, past) => {
      const before = readinessOf(one, past).score
      return betterments.every((better) => {
        const brief = { ...one.brief, ...better(one.brief) }
        return readinessOf({ ...one, brief }, past).score >= before
      })
    }),
    { numRuns: 1000 },
  )
})

t.test(
  'a past report never raises the score, and costs where points were earned and it is not mended',
  async () => {
    fc.assert(
      fc.property(aNeed, aPast, fc.constantFrom(...CAUSES), (one, past, cause) => {
        const before = readinessOf(one, past)
        const after = readinessOf(one, [...past, { cause, reportedOn: '2026-03-01' }])
        const isNew = !past.some((report) => report.cause === cause)
        const costs = isNew && !checkOf(one, cause).passed && percentOf(before) > 0
        if (!costs) return after.score === before.score
        // The whole score may round to the same.
        return percentOf(after) < percentOf(before) && after.score <= before.score
      }),
      { numRuns: 1000 },
    )
  },
)

t.test('a brief of which nothing is filled in scores at most 20', async () => {
  fc.assert(
    fc.property(aNeed, aPast, (one, past) => readinessOf({ ...one, brief: emptyBrief }, past).score <= 20),
  )
})

t.test('the first change is that of the check with most points to gain', async () => {
  fc.assert(
    fc.property(aNeed, aPast, (one, past) => {
      const { checks, firstChange } = readinessOf(one, past)
      const missing = checks.map((check) => check.mostPoints - check.points)
      const most = Math.max(...missing)
      if (most === 0) return firstChange === null
      return firstChange === checks[missing.indexOf(most)]?.change
    }),
  )
})
