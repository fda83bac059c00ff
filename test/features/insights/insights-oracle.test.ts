import assert from 'node:assert/strict'
import fc from 'fast-check'
import t from 'tap'
import { startTestService } from '../../support/service.ts'
import { type Kind, kinds, type Market, newMarket, unlimitedProposals } from './market.ts'

const HOUR_MS = 3_600_000
const WEEK_MS = 168 * HOUR_MS
/** A Monday. */
const START_MS = Date.parse('2026-10-05T00:00:00Z')
const LENGTH_HOURS = 4.5 * 168
const END_MS = START_MS + LENGTH_HOURS * HOUR_MS
let nowMs = START_MS
const service = await startTestService(t, {
  clock: () => new Date(nowMs),
  env: unlimitedProposals,
})

/** Hours since the one before. */
const someHours = fc.oneof(fc.constantFrom(0, 0.5, 72, 168), fc.double({ min: 0, max: 100, noNaN: true }))
interface Course {
  kind: Kind
  after: number
  answer: 'accept' | 'decline' | null
  answeredAfter: number
  isCompleted: boolean
}
interface Plan {
  postedAfter: number
  skills: string[]
  courses: Course[]
}
const labels = [
  'bookkeeping',
  'Bookkeeping',
  'keeping the books',
  'WordPress',
  'Zorbing',
  'zorbing ',
  'Sword care',
]
const somePlan: fc.Arbitrary<Plan> = fc.record({
  postedAfter: fc.oneof(
    fc.constantFrom(168, LENGTH_HOURS - 72),
    fc.double({ min: 0, max: LENGTH_HOURS, noNaN: true }),
  ),
  skills: fc.subarray(labels),
  courses: fc.uniqueArray(
    fc.record({
      kind: fc.constantFrom(...kinds),
      after: someHours,
      answer: fc.constantFrom('accept', 'accept', 'decline', null),
      answeredAfter: someHours,
      isCompleted: fc.boolean(),
    }),
    { selector: ({ kind }) => kind, maxLength: kinds.length },
  ),
})

/** What happened, at which millisecond, for the oracle. */
interface Happened {
  postedMs: number
  skills: string[]
  introductions: { kind: Kind; acceptedMs: number | null; isCompleted: boolean }[]
}

/** Runs all plans at once, in the order of time, up to the end. */
async function run(market: Market, plans: readonly Plan[]): Promise<Happened[]> {
  const due: { atMs: number; act: () => Promise<void> }[] = []
  const happened: Happened[] = []
  const at = (atMs: number, act: () => Promise<void>) => {
    if (atMs < END_MS) due.push({ atMs, act })
  }
  const after = (hours: number) => nowMs + Math.round(hours * HOUR_MS)
  const follow = async (one: Happened, needId: string, course: Course) => {
    const introduction = { kind: course.kind, acceptedMs: null as number | null, isCompleted: false }
    one.introductions.push(introduction)
    const id = await market.propose(needId, course.kind, nowMs)
    at(after(course.answeredAfter), async () => {
      if (course.answer === 'decline') await market.decline(id)
      if (course.answer !== 'accept') return
      await market.accept(id)
      introduction.acceptedMs = nowMs
      if (!course.isCompleted) return
      await market.complete(id)
      introduction.isCompleted = true
    })
  }
  for (const plan of plans)
    at(START_MS + Math.round(plan.postedAfter * HOUR_MS), async () => {
      const one: Happened = { postedMs: nowMs, skills: plan.skills, introductions: [] }
      happened.push(one)
      const needId = await market.postNeed({ skills: plan.skills })
      for (const course of plan.courses) at(after(course.after), () => follow(one, needId, course))
    })
  for (;;) {
    const next = due.toSorted((a, b) => a.atMs - b.atMs)[0]
    if (!next) break
    due.splice(due.indexOf(next), 1)
    nowMs = next.atMs
    await next.act()
  }
  nowMs = END_MS
  return happened
}

/** The numbers of some needs, one by one. */
function numbersOf(happened: readonly Happened[]) {
  const ofNeed = happened.map(({ postedMs, introductions }) => {
    const accepted = introductions.flatMap(({ kind, acceptedMs, isCompleted }) =>
      acceptedMs === null ? [] : [{ kind, afterMs: acceptedMs - postedMs, isCompleted }],
    )
    const isFree = accepted.some(({ kind, afterMs }) => kind !== 'paid' && afterMs <= 72 * HOUR_MS)
    return {
      isIntroduced: introductions.length > 0,
      isCompleted: accepted.some((one) => one.isCompleted),
      helpedAfterMs: accepted.length > 0 ? Math.min(...accepted.map(({ afterMs }) => afterMs)) : null,
      isFree,
      isOld: isFree || END_MS - postedMs >= 72 * HOUR_MS,
    }
  })
  const count = (is: (one: (typeof ofNeed)[number]) => boolean) => ofNeed.filter(is).length
  const times = ofNeed
    .flatMap(({ helpedAfterMs }) => (helpedAfterMs === null ? [] : [helpedAfterMs]))
    .sort((a, b) => a - b)
  const middle = (times.length - 1) / 2
  const medianMs = ((times[Math.floor(middle)] ?? 0) + (times[Math.ceil(middle)] ?? 0)) / 2
  return {
    posted: ofNeed.length,
    // Nothing but introductions here.
    matched: count((one) => one.isIntroduced),
    introduced: count((one) => one.isIntroduced),
    accepted: times.length,
    completed: count((one) => one.isCompleted),
    median: times.length === 0 ? null : Math.round((medianMs / HOUR_MS) * 100) / 100,
    free: count((one) => one.isFree),
    freeOf: count((one) => one.isOld),
  }
}

const meaning = (label: string) =>
  /book/i.test(label) ? 'bookkeeping' : label === 'WordPress' ? 'wordpress' : label.trim().toLowerCase()

/** Skills by how many needs want them. */
function wantedOf(happened: readonly Happened[]): Record<string, number> {
  const wanted: Record<string, number> = {}
  for (const { skills } of happened)
    for (const skill of new Set(skills.map(meaning))) wanted[skill] = (wanted[skill] ?? 0) + 1
  return wanted
}

// What the API says is read as whatever it is.
// biome-ignore lint/suspicious/noExplicitAny: see above
function numbersIn(body: any, counts = body) {
  const { posted, matched, introduced, accepted, completed } = counts
  const { needs, of_needs } = body.free_within_72_hours
  const median = body.median_time_to_help_hours
  return { posted, matched, introduced, accepted, completed, median, free: needs, freeOf: of_needs }
}

t.test('whatever happens, all numbers are those that are counted one by one', async (t) => {
  const property = fc.asyncProperty(fc.array(somePlan, { minLength: 5, maxLength: 14 }), async (plans) => {
    nowMs = START_MS
    const market = await newMarket(service)
    // Somebody else's, at the same time, counts for nothing.
    const bystander = await newMarket(service)
    await bystander.postNeed()
    const happened = await run(market, plans)
    const from = new Date(START_MS + 3 * 24 * HOUR_MS).toISOString().slice(0, 10)
    const to = new Date(END_MS - 24 * HOUR_MS).toISOString().slice(0, 10)
    const lastMs = Date.parse(to) + 24 * HOUR_MS
    const { body } = await market.needSide.call('GET', `/v1/insights?from=${from}&to=${to}`)
    const inWindow = happened.filter(({ postedMs }) => postedMs >= Date.parse(from) && postedMs < lastMs)
    assert.deepEqual(numbersIn(body, body.funnel), numbersOf(inWindow))
    assert.equal(body.weeks.length, 5)
    for (const [at, week] of body.weeks.entries()) {
      const startMs = START_MS + at * WEEK_MS
      const ofWeek = inWindow.filter(({ postedMs }) => postedMs >= startMs && postedMs < startMs + WEEK_MS)
      assert.deepEqual(numbersIn(week), numbersOf(ofWeek))
      const wanted = week.skills_most_wanted.map(
        (one: { id: string | null; label: string; wanted: number }) => [
          one.id ?? one.label.trim().toLowerCase(),
          one.wanted,
        ],
      )
      assert.deepEqual(Object.fromEntries(wanted), wantedOf(ofWeek))
    }
  })
  const checked = await fc.check(property, { numRuns: 6, endOnFailure: true })
  t.notOk(checked.failed, fc.defaultReportMessage(checked) ?? 'holds')
})
