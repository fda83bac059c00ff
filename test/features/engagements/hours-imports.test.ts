import t from 'tap'
import { internWork } from '../../support/intern-work.ts'
import { onStatement } from '../../support/recorded-statements.ts'
import { type Partner, startTestService } from '../../support/service.ts'
import { anotherNeed, answer, proposed, type TwoPartners, twoPartners } from '../../support/two-partners.ts'
import { rowsXml, workbookParts, zipOf } from '../../support/workbook.ts'

const START_MS = Date.parse('2026-11-01T20:00:00Z')
const LATER_MS = Date.parse('2026-11-20T20:00:00Z')
let nowMs = START_MS
const service = await startTestService(t, { clock: () => new Date(nowMs) })
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

interface Engaged extends TwoPartners {
  id: string
}

async function engaged(): Promise<Engaged> {
  nowMs = START_MS
  const pair = await twoPartners(service)
  const introduction = await proposed(pair, pair.needId)
  await answer(pair.offerSide, introduction, 'accept')
  const { body } = await pair.needSide.call('GET', '/v1/engagements')
  const { id } = body.data[0]
  nowMs = LATER_MS
  return { ...pair, id }
}

async function imported(
  by: Partner,
  file: string | Buffer,
  { mode = 'apply', contentType = 'text/csv' } = {},
) {
  const reply = await by.call('POST', `/v1/imports?type=hours&mode=${mode}`, {
    headers: { 'content-type': contentType },
    body: file,
  })
  await service.services.background.works.run_imports.idle()
  const { body } = await by.call('GET', String(reply.headers.location))
  const rows = (await by.call('GET', `/v1/imports/${body.id}/rows?limit=100`)).body.data
  return {
    body,
    codes: rows.flatMap((row: { errors: { code: string }[] }) => row.errors.map(({ code }) => code)),
  }
}

const logged = async ({ offerSide }: Engaged) => (await offerSide.call('GET', '/v1/hours')).body.data

t.test('a timesheet logs hours for the other side to confirm, and again changes nothing', async (t) => {
  const work = await engaged()
  const file = [
    'engagement_id;Datum;Stunden',
    `${work.id};13.11.2026;7,5`,
    `${work.id};03.11.2026;2:20`,
    `${work.id};04.11.2026;45 min`,
  ].join('\n')
  t.match((await imported(work.offerSide, file, { mode: 'dry_run' })).body, { created: 3, rejected: 0 })
  t.same(await logged(work), [], 'a dry run writes nothing')
  t.match((await imported(work.offerSide, file)).body, { created: 3, rejected: 0 })
  t.match(await logged(work), [
    { worked_on: '2026-11-13', minutes: 450, status: 'logged', logged_by: 'offer' },
    { worked_on: '2026-11-03', minutes: 140 },
    { worked_on: '2026-11-04', minutes: 45 },
  ])
  t.match((await imported(work.offerSide, file)).body, { created: 0, unchanged: 3 })
})

t.test('the CSV of all hours is imported as it is, and a changed cell changes its entry', async (t) => {
  const work = await engaged()
  const log = (body: object) => work.offerSide.call('POST', `/v1/engagements/${work.id}/hours`, { body })
  await log({ worked_on: '2026-11-02', hours: 1 / 3 })
  await log({ worked_on: '2026-11-02', hours: 1 / 3 })
  await log({ starts_at: '2026-11-03T09:00:00Z', ends_at: '2026-11-03T09:50:00Z' })
  const { body: confirmed } = await log({ worked_on: '2026-11-04', hours: 2 })
  await work.needSide.call('POST', `/v1/engagements/${work.id}/hours/${confirmed.id}/confirm`, { body: {} })
  const { body: correction } = await work.offerSide.call(
    'POST',
    `/v1/engagements/${work.id}/hours/${confirmed.id}/correct`,
    { body: { hours: 1, reason: 'Counted twice' } },
  )
  t.match(correction, { hours: -1 })
  for (const side of [work.offerSide, work.needSide]) {
    const csv = String((await side.call('GET', '/v1/hours.csv')).body)
    t.match((await imported(side, csv)).body, { unchanged: 5, created: 0, rejected: 0 })
  }
  const csv = String((await work.offerSide.call('GET', '/v1/hours.csv')).body)
  const changed = csv
    .replace('2026-11-02,0.33,20', '2026-11-02,3.5,20')
    .replace('2026-11-04,2,120', '2026-11-04,5,120')
  const { body, codes } = await imported(work.offerSide, changed)
  t.match(body, { updated: 1, unchanged: 3, rejected: 1 })
  t.same(codes, ['hours_answered'], 'confirmed hours are corrected by an entry of their own')
  t.match(await logged(work), [{ minutes: 210, version: 2 }])
})

t.test(
  'the totals below an exported list are refused as totals when it is imported, and only they',
  async (t) => {
    const work = await engaged()
    const log = (body: object) => work.offerSide.call('POST', `/v1/engagements/${work.id}/hours`, { body })
    await log({ worked_on: '2026-11-02', hours: 3 })
    const { body: confirmed } = await log({ worked_on: '2026-11-04', hours: 2 })
    await work.needSide.call('POST', `/v1/engagements/${work.id}/hours/${confirmed.id}/confirm`, { body: {} })
    const correct = `/v1/engagements/${work.id}/hours/${confirmed.id}/correct`
    await work.offerSide.call('POST', correct, { body: { hours: 1.25, reason: 'Counted twice' } })
    const csv = String((await work.offerSide.call('GET', '/v1/hours.csv?include=total')).body)
    t.equal(csv.trim().split(/\r?\n/).length, 1 + 3 + 4, 'the list has four totals')
    const { body, codes } = await imported(work.offerSide, csv)
    t.match(body, { unchanged: 3, created: 0, rejected: 4 })
    t.same(codes, ['total_row', 'total_row', 'total_row', 'total_row'])
  },
)

t.test('a column of shifts gives the hours, without their breaks, unless it names the shifts', async (t) => {
  const file = (work: Engaged, header: string, cells: readonly string[]) => {
    const rows = cells.map((cell, at) => `${work.id};2026-11-0${at + 2};${cell}`)
    return [`engagement_id;Datum;${header}`, ...rows].join('\n')
  }
  for (const header of ['Shift', 'Schicht', 'Horario', 'Horaires', 'Turno', 'Stunden']) {
    const work = await engaged()
    const shifts = ['9:00-12:00', '9:00-12:00, 13:00-15:30', '22:00-02:00']
    t.match((await imported(work.offerSide, file(work, header, shifts))).body, { created: 3, rejected: 0 })
    t.match(await logged(work), [{ minutes: 180 }, { minutes: 330 }, { minutes: 240 }], header)
  }
  const work = await engaged()
  const mixed = await imported(
    work.offerSide,
    file(work, 'Shift;Pause', ['9-12:30;30', '9-5;60', 'Morning;']),
  )
  t.match(mixed.body, { created: 2, rejected: 1 })
  t.same(mixed.codes, ['invalid_value'])
  t.match(await logged(work), [{ minutes: 180 }, { minutes: 420 }])
  const named = await engaged()
  const { body } = await imported(named.offerSide, file(named, 'Shift;Stunden', ['Morning;3', 'Evening;2']))
  t.match(body, { created: 2, rejected: 0 }, 'names of shifts are no hours')
  t.match(await logged(named), [{ minutes: 180 }, { minutes: 120 }])
})

t.test('an import asks for the time zones of all its rows at once', async (t) => {
  const work = await engaged()
  let about: string[] = []
  onStatement((text) => {
    if (text.includes('from "helpers"')) about.push(text)
  })
  const asked = async (days: readonly string[]) => {
    about = []
    const rows = days.map((day) => `${work.id},${day}T09:00,${day}T10:30`)
    const { body } = await imported(work.offerSide, ['engagement_id,starts_at,ends_at', ...rows].join('\n'))
    t.match(body, { created: days.length, rejected: 0 })
    return about.length
  }
  const one = await asked(['2026-11-02'])
  t.ok(one > 0)
  t.equal(await asked(['03', '04', '05', '06', '07', '08', '09'].map((day) => `2026-11-${day}`)), one)
})

t.test('the helper names the engagement, by id or name, and a workbook is read too', async (t) => {
  const work = await engaged()
  const { body: helper } = await work.offerSide.call('GET', `/v1/helpers/${work.helperId}`)
  const rows = [
    ['Volunteer name', 'Date', 'Hours worked'],
    [helper.name, '2026-11-05', '2'],
    ['Nobody Known', '2026-11-05', '2'],
  ]
  const book = zipOf(workbookParts({ sheets: [{ name: 'Hours', rows: rowsXml(rows) }] }))
  const { body, codes } = await imported(work.offerSide, book, { contentType: XLSX })
  t.match(body, { created: 1, rejected: 1 })
  t.same(codes, ['helper_not_found'])
  t.match(await logged(work), [{ worked_on: '2026-11-05', minutes: 120 }])
})

t.test('each fault costs its own row, also what only adds up over rows', async (t) => {
  const work = await engaged()
  const stranger = await engaged()
  const file = [
    'id,engagement_id,worked_on,hours,starts_at,ends_at',
    `,${work.id},2026-11-06,20,,`,
    `,${work.id},2026-11-06,5,,`,
    `,${work.id},2026-11-06,20,,`,
    `,${work.id},2027-06-01,1,,`,
    `,${stranger.id},2026-11-06,1,,`,
    `4711,${work.id},2026-11-07,1,,`,
    `,${work.id},2026-11-07,3,2026-11-07T09:00:00Z,2026-11-07T10:00:00Z`,
    `,${work.id},2026-11-08,soon,,`,
    `,,2026-11-08,1,,`,
    `,${work.id},2026-11-09,1,,`,
  ].join('\n')
  const expected = [
    ...['too_many_hours', 'duplicate_key', 'after_today', 'engagement_not_found', 'hours_not_found'],
    ...['two_values', 'invalid_value', 'required'],
  ]
  for (const mode of ['dry_run', 'apply']) {
    const { body, codes } = await imported(work.offerSide, file, { mode })
    t.match(body, { created: 2, rejected: 8 }, mode)
    t.same(codes, expected, mode)
  }
  t.equal((await logged(work)).length, 2)
})

t.test(
  'an office names its students by own id, candidate id, e-mail or name, shared with others or not',
  async (t) => {
    nowMs = START_MS
    const work = await internWork(service, {
      candidate: {
        external_id: 'S-77',
        name: 'Zoë Núñez',
        email: 'zoe@student.example',
        consent: {
          share_profile: true,
          share_contact: false,
          recorded_at: '2026-10-01T10:00:00Z',
          source: 'Form',
        },
      },
    })
    nowMs = LATER_MS
    const file = (column: string, rows: readonly string[]) =>
      [`${column};Datum;Stunden`, ...rows.map((name, at) => `${name};2026-11-${10 + at};1`)].join('\n')
    const byId = await imported(work.office, file('Student ID', ['S-77', work.candidateId]))
    t.match(byId.body, { created: 2, rejected: 0 })
    const byName = await imported(
      work.office,
      file('Student', ['ZOE NUNEZ', 'Núñez, Zoë', 'zoe@student.example']),
    )
    t.match(byName.body, { created: 1, unchanged: 2, rejected: 0 })
    const { body } = await work.office.call('GET', '/v1/hours')
    t.same(
      new Set(body.data.map((one: { engagement_id: string }) => one.engagement_id)),
      new Set([work.engagementId]),
    )
    const other = await service.newPartner({ kind: 'internship_office' })
    t.same((await imported(other, file('Student ID', ['S-77']))).codes, ['helper_not_found'])
  },
)

t.test('a timesheet with times of day beside the date logs when the work began and ended', async (t) => {
  const work = await engaged()
  const file = [
    'engagement_id,Date,Clock In,Clock Out,Break (min),Hours',
    `${work.id},11/13/2026,9:00 AM,12:30 PM,,`,
    `${work.id},11/14/2026,13:00,15:00,,2`,
    `${work.id},11/15/2026,9 am,12:30 PM,30,3:00`,
    `${work.id},11/16/2026,9:00,12:30,0:30,`,
    `${work.id},11/17/2026,9:00,12:30,30,3.5`,
    `${work.id},11/18/2026,9:00,12:30,30,2`,
  ].join('\n')
  const { body, codes } = await imported(work.offerSide, file)
  t.match(body, { created: 5, rejected: 1 })
  t.same(codes, ['two_values'])
  const byDay = Map.groupBy(await logged(work), ({ worked_on }: { worked_on: string }) => worked_on)
  t.match(byDay.get('2026-11-13'), [{ minutes: 210, starts_at: '2026-11-13T17:00:00.000Z' }])
  t.match(byDay.get('2026-11-14'), [{ minutes: 120, ends_at: '2026-11-14T23:00:00.000Z' }])
  for (const day of ['2026-11-15', '2026-11-16', '2026-11-17'])
    t.match(byDay.get(day), [{ minutes: 180, starts_at: null }], 'work with a break is a sum')
  const rows = (await work.offerSide.call('GET', `/v1/imports/${body.id}/rows`)).body.data
  t.ok(rows[2].notices.some(({ pointer }: { pointer: string }) => pointer === 'break_minutes'))
  t.match(rows[4].notices.at(-1), { pointer: 'hours', code: 'value_read_as', detail: /3\.5 .* are 3\./ })
  t.match((await imported(work.offerSide, file)).body, { unchanged: 5, rejected: 1 })
})

t.test('hours that a header says to be with the break are logged without it', async (t) => {
  for (const [header, pause, day] of [
    ['Hours (incl. break)', 'Break', '11/16/2026'],
    ['Stunden inkl. Pause', 'Pause', '17.11.2026'],
    ['Heures (pause comprise)', 'Pause', '18/11/2026'],
  ] as const) {
    const work = await engaged()
    const file = `engagement_id;Date;${header};${pause}\n${work.id};${day};8.5;30\n${work.id};${day};4;\n`
    t.match((await imported(work.offerSide, file)).body, { created: 2, rejected: 0 }, header)
    const minutes = (await logged(work)).map((one: { minutes: number }) => one.minutes)
    t.same(minutes.sort(), [240, 480], header)
  }
})

t.test('hours that a header says to be without the break stay as they are', async (t) => {
  const work = await engaged()
  const file = `engagement_id;Date;Net hours;Lunch\n${work.id};2026-11-16;7.5;30\n`
  t.match((await imported(work.offerSide, file)).body, { created: 1, rejected: 0 })
  t.match(await logged(work), [{ minutes: 450 }])
})

t.test('a dry run adds up the hours of a day over the whole file, and keeps nothing of them', async (t) => {
  const work = await engaged()
  const unknown = 'engagement_019b2c00-0000-7000-8000-000000000000,2026-11-12,1'
  const file = [
    'engagement_id,Date,Hours',
    `${work.id},2026-11-13,20`,
    ...Array.from({ length: 999 }, () => unknown),
    `${work.id},2026-11-13,10`,
    `${work.id},2026-11-13,20`,
    `${work.id},2026-11-14,10`,
  ].join('\n')
  const dry = await imported(work.offerSide, file, { mode: 'dry_run' })
  t.match(dry.body, { created: 2, unchanged: 1, rejected: 1000 })
  const { body } = await work.offerSide.call(
    'GET',
    `/v1/imports/${dry.body.id}/rows?limit=100&outcome=rejected`,
  )
  t.ok(body.data.length > 0)
  t.same(await logged(work), [])
  const { rows } = await service.database.pool.query('select from tried_hours')
  t.equal(rows.length, 0)
  t.match((await imported(work.offerSide, file)).body, { created: 2, unchanged: 1, rejected: 1000 })
})

t.test(
  'times of a timesheet are on the clocks of the work, unless the row says whose they are',
  async (t) => {
    const work = await engaged()
    const planned = await work.offerSide.call('PUT', `/v1/engagements/${work.id}/plan`, {
      body: { check_ins: { every_days: 7, start: '09:00', minutes: 20, time_zone: 'America/New_York' } },
      headers: { 'if-match': '*' },
    })
    t.equal(planned.status, 200)
    const file = [
      'engagement_id;Date;Start;End;time_zone',
      `${work.id};2026-11-13;09:00;12:30;`,
      `${work.id};2026-11-14;9 am;10 am;Europe/Berlin`,
      `${work.id};2026-11-15;2026-11-15 21:00;2026-11-16 00:30;`,
      `${work.id};2026-11-16;2026-11-16T09:00:00Z;2026-11-16T10:00:00Z;`,
    ].join('\n')
    t.match((await imported(work.offerSide, file)).body, { created: 4, rejected: 0 })
    t.same(
      (await logged(work)).map((one: Record<string, string>) => [one.worked_on, one.starts_at, one.ends_at]),
      [
        ['2026-11-13', '2026-11-13T14:00:00.000Z', '2026-11-13T17:30:00.000Z'],
        ['2026-11-14', '2026-11-14T08:00:00.000Z', '2026-11-14T09:00:00.000Z'],
        ['2026-11-15', '2026-11-16T02:00:00.000Z', '2026-11-16T05:30:00.000Z'],
        ['2026-11-16', '2026-11-16T09:00:00.000Z', '2026-11-16T10:00:00.000Z'],
      ],
    )
    t.match((await imported(work.offerSide, file)).body, { unchanged: 4, rejected: 0 })
  },
)

/** Work since October, with the clocks of Berlin, which went back on 2026-10-25. */
async function inBerlin(): Promise<Engaged> {
  const work = await engaged()
  const { status } = await work.offerSide.call('PUT', `/v1/engagements/${work.id}/plan`, {
    body: {
      starts_on: '2026-03-01',
      check_ins: { every_days: 7, start: '09:00', minutes: 20, time_zone: 'Europe/Berlin' },
    },
    headers: { 'if-match': '*' },
  })
  t.equal(status, 200)
  return work
}

t.test(
  'imports and entries that come at once leave no day of a helper with more than 24 hours',
  async (t) => {
    const work = await engaged()
    nowMs = START_MS
    await answer(work.offerSide, await proposed(work, await anotherNeed(work)), 'accept')
    nowMs = LATER_MS
    const { data } = (await work.offerSide.call('GET', '/v1/engagements')).body
    const other = data.find(({ id }: { id: string }) => id !== work.id).id
    const days = Array.from({ length: 15 }, (_, at) => `2026-11-${String(at + 2).padStart(2, '0')}`)
    const sheetOf = (id: string) =>
      ['engagement_id,worked_on,hours', ...days.map((day) => `${id},${day},13`)].join('\n')
    await Promise.all([
      imported(work.needSide, sheetOf(work.id)),
      imported(work.offerSide, sheetOf(other)),
      ...days.map((worked_on) =>
        work.offerSide.call('POST', `/v1/engagements/${other}/hours`, { body: { worked_on, hours: 13 } }),
      ),
    ])
    const worked = (await work.offerSide.call('GET', '/v1/hours?limit=100')).body.data
    t.same(worked.map((one: { worked_on: string }) => one.worked_on).sort(), days)
  },
)

t.test('work past midnight ends on the next day, and the row says so', async (t) => {
  const work = await inBerlin()
  const file = [
    'Date;engagement_id;Start;End;Break',
    `2026-11-13;${work.id};22:00;02:00;`,
    `2026-10-24;${work.id};23:00;04:00;`,
    `2026-11-14;${work.id};10 pm;6 am;30`,
    `2026-11-16;${work.id};9;5;`,
    `2026-11-17;${work.id};10:00;09:00;`,
    `2026-11-18;${work.id};09:00;09:00;`,
  ].join('\n')
  const { body, codes } = await imported(work.offerSide, file)
  t.match(body, { created: 4, rejected: 2 })
  t.same(codes, ['too_short', 'too_short'], 'twenty-three hours, or none, are rather a typing error')
  t.same(
    (await logged(work)).map((one: Record<string, unknown>) => [one.worked_on, one.minutes, one.ends_at]),
    [
      ['2026-11-13', 240, '2026-11-14T01:00:00.000Z'],
      ['2026-10-24', 360, '2026-10-25T03:00:00.000Z'],
      ['2026-11-14', 450, null],
      ['2026-11-16', 480, '2026-11-16T16:00:00.000Z'],
    ],
  )
  const rows = (await work.offerSide.call('GET', `/v1/imports/${body.id}/rows`)).body.data
  t.match(rows[0].notices, [
    { pointer: 'ends_at', code: 'value_read_as', detail: '“02:00” was read as 2026-11-14 02:00.' },
  ])
  t.match((await imported(work.offerSide, file)).body, { unchanged: 4, rejected: 2 })
})

t.test('times that the clocks show twice or never are refused, unless their offset is written', async (t) => {
  const work = await inBerlin()
  const file = [
    'engagement_id;Date;Start;End;time_zone',
    `${work.id};2026-10-25;02:30;04:30;`,
    `${work.id};2026-03-29;01:30;02:30;`,
    `${work.id};2026-11-01;01:30;04:30;America/New_York`,
    `${work.id};2026-10-25;2026-10-25T02:30+01:00;04:30;`,
    `${work.id};2026-10-25;10:00;11:00;`,
  ].join('\n')
  const { body } = await imported(work.offerSide, file)
  t.match(body, { created: 2, rejected: 3 })
  const rows = (await work.offerSide.call('GET', `/v1/imports/${body.id}/rows`)).body.data
  t.match(
    rows.flatMap((row: { errors: unknown[] }) => row.errors),
    [
      { pointer: 'starts_at', detail: /Europe\/Berlin show this time twice.*02:30\+02:00 or .*02:30\+01:00/ },
      { pointer: 'ends_at', detail: /never show this time: they go forward from 02:00 to 03:00/ },
      { pointer: 'starts_at', detail: /America\/New_York show this time twice/ },
    ],
  )
  t.match(await logged(work), [{ minutes: 120 }, { minutes: 60 }])
})

t.test('a row says what it lacks, and one end of the work is enough beside its hours', async (t) => {
  const work = await inBerlin()
  const file = [
    'engagement_id;Date;Start;End;Hours;Break',
    `${work.id};2026-11-10;09:00;;;`,
    `${work.id};2026-11-10;;12:00;;`,
    `${work.id};2026-11-10;;;;`,
    `${work.id};;;;2;`,
    `${work.id};2026-11-10;09:00;;2.5;`,
    `${work.id};2026-11-11;;12:00;2.5;`,
    `${work.id};2026-11-12;09:00;;2.5;30`,
  ].join('\n')
  const { body } = await imported(work.offerSide, file)
  t.match(body, { created: 3, rejected: 4 })
  const rows = (await work.offerSide.call('GET', `/v1/imports/${body.id}/rows`)).body.data
  t.same(
    rows.flatMap((row: { errors: { pointer: string; code: string }[] }) =>
      row.errors.map(({ pointer, code }) => `${pointer} ${code}`),
    ),
    ['ends_at required', 'starts_at required', 'hours required', 'worked_on required'],
  )
  t.match(await logged(work), [
    { worked_on: '2026-11-10', minutes: 150, starts_at: '2026-11-10T08:00:00.000Z' },
    { worked_on: '2026-11-11', minutes: 150, starts_at: '2026-11-11T08:30:00.000Z' },
    { worked_on: '2026-11-12', minutes: 150, starts_at: null },
  ])
})

t.test('work with a break belongs to the day on the clocks of the work', async (t) => {
  const work = await inBerlin()
  const file = `engagement_id;Start;End;Break\n${work.id};2026-11-13 00:30;2026-11-13 05:00;30\n`
  t.match((await imported(work.offerSide, file)).body, { created: 1, rejected: 0 })
  t.match(await logged(work), [{ worked_on: '2026-11-13', minutes: 240 }])
})
