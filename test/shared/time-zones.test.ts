import t from 'tap'
import { isNamedZone, timeZoneFault } from '../../src/shared/time-zones.ts'
import { timeZone } from '../../src/shared/wire.ts'

t.test(
  'zones of places are taken, and what keeps one offset all year or names no place is not',
  async (t) => {
    for (const name of ['Europe/Berlin', 'america/new_york', 'UTC', 'US/Pacific', 'EST5EDT', 'Asia/Calcutta'])
      t.ok(isNamedZone(name), name)
    for (const name of [
      'EST',
      'mst',
      'HST',
      'PST',
      'CET ',
      'Pacific Standard Time',
      '+01:00',
      'Mars/Olympus',
      '',
    ])
      t.notOk(isNamedZone(name), name)
  },
)

t.test('a refused name is answered with the zone that is meant, where that can be told', async (t) => {
  const meant = [
    ['PST', 'America/Los_Angeles'],
    ['est', 'America/New_York'],
    [' IST ', 'Asia/Kolkata'],
    ['MESZ', 'Europe/Berlin'],
    ['Pacific Standard Time', 'America/Los_Angeles'],
    ['W. Europe Standard Time', 'Europe/Berlin'],
  ] as const
  for (const [name, zone] of meant) {
    t.match(timeZoneFault(name), zone, name)
    t.match(timeZone.safeParse(name).error?.issues[0]?.message, zone, name)
  }
  for (const name of ['Mars/Olympus', 'constructor', '__proto__', 'toString', ''])
    t.equal(timeZoneFault(name), 'Must be the name of a time zone, such as Europe/Berlin.')
})
