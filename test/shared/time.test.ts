import t from 'tap'
import { isTimeZone, utcDay } from '../../src/shared/time.ts'

const hasClock = (timeZone: string) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

t.test('every canonical time zone is one, in any case, and old names of zones are', async (t) => {
  const zones = Intl.supportedValuesOf('timeZone')
  const old = ['UTC', 'GMT', 'Etc/GMT+5', 'US/Pacific', 'EST5EDT', 'Asia/Calcutta']
  const names = [...zones, ...old].flatMap((zone) => [zone, zone.toLowerCase(), zone.toUpperCase()])
  t.same(
    names.filter((name) => !isTimeZone(name) || !hasClock(name)),
    [],
  )
})

t.test('what Temporal cannot make a calendar for is none', async (t) => {
  const intlOnly = ['PST', 'CST', 'IST', 'AST', 'JST', 'SystemV/PST8', 'US/Pacific-New']
  t.same(
    intlOnly.map((name) => [hasClock(name), isTimeZone(name)]),
    intlOnly.map(() => [true, false]),
  )
  const neither = ['', 'Mars/Olympus', '+01:00', '-08', 'Z', '2026-01-01T00:00[Europe/Berlin]', 'Etc/Unknown']
  t.same(neither.filter(isTimeZone), [])
})

t.test('the day of an instant is that of UTC', async (t) => {
  t.equal(utcDay(new Date('2026-12-31T23:59:59.999-08:00')), '2027-01-01')
})
