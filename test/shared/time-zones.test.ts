import { rawTimeZones } from '@vvo/tzdb'
import t from 'tap'
import { WINDOWS_TO_IANA_MAP } from 'windows-iana'
import { messagesIn } from '../../src/shared/issue-messages.ts'
import { textOf } from '../../src/shared/messages/index.ts'
import { isNamedZone, timeZoneFault } from '../../src/shared/time-zones.ts'
import { timeZone } from '../../src/shared/wire.ts'
import { ZONE_OF_ABBREVIATION } from '../../src/shared/zone-names.ts'

const faultOf = (name: string) => textOf(timeZoneFault(name), 'en')

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
    ['aedt', 'Australia/Sydney'],
    ['SGT', 'Asia/Singapore'],
    ['EEST', 'Europe/Athens'],
    ['P.S.T.', 'America/Los_Angeles'],
    ['PST/PDT', 'America/Los_Angeles'],
    ['Pacific Daylight Time', 'America/Los_Angeles'],
    ['(UTC-08:00) Pacific Time (US & Canada)', 'America/Los_Angeles'],
    ['Eastern Standard Time (EST)', 'America/New_York'],
    ['Central European Summer Time', 'Europe/Berlin'],
    ['America/Los Angeles', 'America/Los_Angeles'],
    ['Singapore Time', 'Asia/Singapore'],
    ['Lisboa', 'Europe/Lisbon'],
  ] as const
  for (const [name, zone] of meant) {
    t.match(faultOf(name), zone, name)
    t.match(timeZone.safeParse(name).error?.issues[0]?.message, zone, name)
  }
  for (const name of ['Mars/Olympus', 'constructor', '__proto__', 'toString', ''])
    t.equal(faultOf(name), 'Must be the name of a time zone, such as Europe/Berlin.')
})

t.test('a name in another case is kept as the database writes it, and an offset is no zone', async (t) => {
  for (const [name, written] of [
    ['europe/berlin', 'Europe/Berlin'],
    ['AMERICA/ARGENTINA/BUENOS_AIRES', 'America/Argentina/Buenos_Aires'],
    ['us/pacific', 'US/Pacific'],
    ['utc', 'UTC'],
  ] as const)
    t.same(timeZone.parse(name), written)
  for (const name of ['+01:00', 'UTC+1', 'GMT-5', 'utc +05:30', '-0800'])
    t.match(
      messagesIn(timeZone.safeParse(name).error?.issues[0]?.message ?? '').map((one) => textOf(one, 'en')),
      [/^An offset does not say when clocks change/],
      name,
    )
})

t.test('every abbreviation and every name of Windows is answered with a zone that is taken', async (t) => {
  const names = [
    ...ZONE_OF_ABBREVIATION.keys(),
    ...WINDOWS_TO_IANA_MAP.map(({ windowsName }) => windowsName),
    ...rawTimeZones.map((zone) => zone.alternativeName),
  ]
  for (const name of names.filter((one) => !isNamedZone(one))) {
    const meant = /[A-Z]\w+\/[\w/-]+/.exec(faultOf(name))?.[0] ?? 'UTC'
    t.ok(isNamedZone(meant) && (meant !== 'UTC' || /UTC|Dateline/.test(name)), `${name}: ${meant}`)
  }
})
