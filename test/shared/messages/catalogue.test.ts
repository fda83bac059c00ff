import t from 'tap'
import {
  type BlockedReason,
  type DeskMessages,
  type FaultMessages,
  type Message,
  type MessageCode,
  type MessageValues,
  READER_LANGUAGES,
  summaryOf,
  textOf,
} from '../../../src/shared/messages/index.ts'

/** Every reason: one that is missing does not compile. */
const REASONS = Object.keys({
  kind_not_accepted: true,
  volunteer_for_profit: true,
  not_open_to_organization: true,
  not_visible: true,
  on_site_only: true,
  remote_only: true,
  place_unknown: true,
  place_out_of_reach: true,
  no_shared_language: true,
  dates_do_not_overlap: true,
  deadline_passed: true,
  no_session_fits: true,
  too_few_hours: true,
  fully_committed: true,
  nothing_left: true,
  must_skill_missing: true,
  requirement_not_held: true,
  over_budget: true,
  paid_only: true,
  guardian_consent_missing: true,
  below_pay_floor: true,
} satisfies Record<BlockedReason, true>) as BlockedReason[]

/** Every fault of a brief: one that is missing does not compile. */
const FAULTS = Object.keys({
  no_steps: true,
  few_steps: true,
  no_training: true,
  no_rhythm: true,
  no_end_of_one_off: true,
  daily_approval: true,
  frequent_approval: true,
  daily_check_ins: true,
  frequent_check_ins: true,
  check_ins_unsaid: true,
  autonomy_unsaid: true,
  short_outcome: true,
  no_outcome: true,
  moves_nothing: true,
  purpose_unsaid: true,
  gain_unsaid: true,
  only_follows: true,
  say_unsaid: true,
} satisfies Record<MessageValues['advice_fault']['fault'], true>) as MessageValues['advice_fault']['fault'][]

const NO_KINDS = { volunteer: 0, intern: 0, barter: 0, paid: 0 }
const blockedCounts = REASONS.flatMap((reason) => [
  { reason, count: 1, countAlone: 1, isMinimum: false },
  { reason, count: 19, countAlone: 0, isMinimum: false },
  { reason, count: 997, countAlone: 17, isMinimum: true },
])

/** At least one example of each message: a message without one does not compile. Words of the desk have a test of their own. */
const EXAMPLES: {
  [Code in Exclude<MessageCode, keyof DeskMessages | keyof FaultMessages>]: readonly MessageValues[Code][]
} = {
  skills_offered: [
    {
      skills: [
        { offered: 'Zither', closeTo: null },
        { offered: 'Oboe', closeTo: 'Fagott' },
      ],
    },
  ],
  skills_in_text: [{ skills: ['Zither', 'Oboe'] }],
  skills_not_listed: [
    { skills: ['Zither', 'Oboe'], more: 0 },
    { skills: ['Zither', 'Oboe'], more: 17 },
  ],
  causes_shared: [{ causes: ['Zoo'] }],
  causes_differ: [{ causes: ['Zoo', 'Igloo'] }],
  goals_taught: [{ skills: ['Zither'] }],
  goals_not_taught: [{ skills: ['Zither'] }],
  return_given: [{ skills: ['Zither'] }],
  return_not_given: [{ skills: ['Zither'] }],
  nothing_in_return: [{}],
  rate_within_budget: [{}],
  rate_above_budget: [{ share: 0.13 }, { share: null }],
  engagements_completed: [
    { party: 'helper', completed: 1, total: 1 },
    { party: 'organization', completed: 7, total: 19 },
  ],
  introductions_answered: [
    { party: 'helper', answered: 1, total: 1, hours: 1 },
    { party: 'organization', answered: 7, total: 19, hours: 23 },
  ],
  introductions_ignored: [
    { party: 'helper', total: 1 },
    { party: 'organization', total: 19 },
  ],
  quick_answers_count: [{}],
  already_connected: [{}],
  same_partner: [{}],
  texts_about_the_same: [{}],
  texts_about_similar: [{}],
  posted: [
    { needDaysAgo: 0, offerDaysAgo: 13 },
    { needDaysAgo: 17, offerDaysAgo: 17 },
  ],
  remote_hours_shared: [{ hours: 0 }, { hours: 1 }, { hours: 7.5 }],
  apart: [
    { km: 28, isApproximate: true },
    { km: 28, isApproximate: false },
  ],
  same_area: [{}],
  same_place: [{}],
  hours_enough: [{ wanted: 1 }, { wanted: 0.5 }, { wanted: 13 }],
  sessions_attended: [
    { attended: 1, sessions: 1 },
    { attended: 3, sessions: 3 },
    { attended: 2, sessions: 3 },
  ],
  hours_in_part: [
    { offered: 0.5, wanted: 1 },
    { offered: 7, wanted: 13 },
  ],
  times_shared: [{ hours: 1 }, { hours: 17 }],
  no_time_shared: [{}],
  words_shared: [{ words: ['Zither', 'Oboe'] }],
  words_near: [{ words: ['Zither'] }],
  skills_in_both_texts: [{ skills: ['Zither'] }],
  kind_not_accepted: [{ kind: 'volunteer' }, { kind: 'intern' }, { kind: 'barter' }, { kind: 'paid' }],
  not_visible: [{ sides: ['need'] }, { sides: ['offer'] }, { sides: ['need', 'offer'] }],
  blocked: [{}],
  declined: [{}],
  no_shared_language: [{ organization: ['es'], helper: ['en', 'tlh'] }],
  volunteer_for_profit: [{ organization: 'solopreneur' }, { organization: 'small_business' }],
  not_open_to_organization: [{ openTo: ['solopreneur', 'small_business', 'nonprofit'] }],
  over_budget: [
    { cost: dollars(5001), budget: dollars(5000), unit: 'hour' },
    { cost: dollars(41000), budget: dollars(40000), unit: 'project' },
  ],
  paid_only: [{}],
  guardian_consent_missing: [{}],
  record_guardian_consent: [{}],
  below_pay_floor: [{ country: 'US', floor: dollars(1500), source: 'Zollamt', year: 2026 }],
  work_on_site: [{}],
  work_remote: [{}],
  distance_unknown: [{}],
  place_out_of_reach: [
    { km: 51, limitKm: 47, isApproximate: true },
    { km: 51, limitKm: 5.5, isApproximate: false },
  ],
  must_skill_missing: [{ skills: ['Zither', 'Oboe'] }],
  nothing_in_common: [{}],
  requirement_not_held: [
    { requirements: ['age_over_18', 'age_over_21', 'background_check', 'licence:Zither'], day: '2026-05-01' },
  ],
  ended: [
    { side: 'need', day: '2026-05-01' },
    { side: 'offer', day: '2026-05-01' },
  ],
  helper_starts_too_late: [{ startsOn: '2026-05-02', endsOn: '2026-05-01' }],
  helper_ends_too_early: [{ startsOn: '2026-05-02', endsOn: '2026-05-01' }],
  ends_before_start: [{}],
  no_day_free: [
    { startsOn: '2026-03-11', endsOn: null },
    { startsOn: '2026-03-11', endsOn: '2026-03-20' },
  ],
  no_session_fits: [{ sessions: 1 }, { sessions: 3 }],
  sessions_over: [{}],
  deadline_passed: [{ atMs: Date.UTC(2026, 4, 1, 10, 30) }],
  too_few_hours: [{ wanted: 13, offered: 1 }],
  too_few_hours_left: [{ wanted: 13, left: 1, offered: 20 }],
  fully_committed: [{ offered: 1 }, { offered: 6.5 }],
  positions_taken: [{}],
  not_open: [
    { side: 'need', status: 'filled' },
    { side: 'need', status: 'closed' },
    { side: 'offer', status: 'paused' },
    { side: 'offer', status: 'closed' },
  ],
  not_available: [{}],
  accept_kind: [{ kind: 'volunteer' }, { kind: 'intern' }, { kind: 'barter' }, { kind: 'paid' }],
  show_to_network: [{ sides: ['need'] }, { sides: ['need', 'offer'] }],
  remove_block: [{}],
  post_again: [{}],
  add_language: [{ language: 'es' }],
  open_to_business_or_accept_others: [{ organization: 'small_business' }],
  open_to_organization: [{ organization: 'nonprofit' }],
  raise_budget: [{ cost: dollars(5001), unit: 'hour' }],
  add_budget: [{}],
  raise_rate: [{ floor: dollars(1500) }],
  make_hybrid: [{}],
  make_remote: [{}],
  make_remote_for_helper: [{}],
  offer_remote_work: [{}],
  add_coordinates: [
    { sides: ['need'], orPostalCode: true },
    { sides: ['need', 'offer'], orPostalCode: true },
    { sides: ['need', 'offer'], orPostalCode: false },
  ],
  raise_distance: [
    { sides: [], km: 51 },
    { sides: ['need'], km: 51 },
    { sides: ['need', 'offer'], km: 51 },
  ],
  relax_must: [{ skills: ['Zither'] }, { skills: ['Zither', 'Oboe'] }],
  add_skill: [{ skill: 'Zither' }],
  list_skills: [{}],
  add_credential: [{ requirements: ['licence:Zither'], day: '2026-05-01' }],
  extend: [{ side: 'need', day: '2026-05-01' }],
  extend_need_or_start_earlier: [{ startsOn: '2026-05-02', endsOn: '2026-05-01' }],
  extend_offer_or_start_earlier: [{ startsOn: '2026-05-02', endsOn: '2026-05-01' }],
  correct_end: [{}],
  free_a_day: [
    { startsOn: '2026-03-11', endsOn: null },
    { startsOn: '2026-03-11', endsOn: '2026-03-20' },
  ],
  free_for_session: [{ day: '2026-03-14', start: '09:00', end: '12:30', timeZone: 'America/Chicago' }],
  end_work_at_session: [{ day: '2026-03-14', start: '09:00', end: '12:30', timeZone: 'America/Chicago' }],
  add_session: [{}],
  move_deadline: [{}],
  offer_more_hours: [{ hours: 1 }, { hours: 6.5 }],
  free_hours: [{ hours: 1 }, { hours: 6.5 }],
  add_position: [{}],
  reopen: [{ side: 'need' }, { side: 'offer' }],
  choose_another: [{}],
  blocked_offers: [
    ...blockedCounts.map((one) => ({
      ...one,
      kinds: { ...NO_KINDS, volunteer: one.count },
      organization: 'small_business' as const,
    })),
    {
      reason: 'place_out_of_reach',
      count: 4,
      countAlone: 1,
      isMinimum: false,
      kinds: { volunteer: 1, intern: 1, barter: 1, paid: 1 },
      organization: 'nonprofit',
    },
  ],
  blocked_needs: blockedCounts,
  volunteering_for_business: [{ organization: 'small_business' }],
  unpaid_intern_at_business: [{}],
  credit_required: [{ hours: 120 }, { hours: null }],
  nothing_to_give: [{ skills: ['Zither'] }],
  budget_missing: [{}],
  above_budget: [
    { cost: dollars(4500), unit: 'hour', budget: dollars(4000), share: 0.13 },
    { cost: dollars(4001), unit: 'project', budget: dollars(4000), share: null },
  ],
  currencies_differ: [{ budget: 'USD', rate: 'EUR' }],
  budget_not_compared: [{}],
  pay_floor_unknown: [{ country: 'FR' }, { country: null }],
  pay_floor_not_compared: [
    { country: 'FR', because: 'project' },
    { country: 'FR', because: 'currency' },
  ],
  credential_expires: [
    { requirement: 'licence:Zither', day: '2026-05-01' },
    { requirement: 'background_check', day: '2026-05-01' },
  ],
  some_credential_expires: [{}],
  few_hours_shared: [{ hours: 0 }, { hours: 1 }, { hours: 1.5 }],
  remote_helper_for_hybrid_work: [{}],
  few_hours_left: [
    { left: 1, offered: 8 },
    { left: 2.5, offered: 10 },
  ],
  skills_unknown: [{ skills: ['Zither'] }],
  own_text_still_read: [{}],
  other_texts_still_read: [{}],
  skill_of_filter_unknown: [
    { skill: 'Zither', nearest: [] },
    { skill: 'Zither', nearest: ['Guitar', 'Piano', 'Violin'] },
  ],
  budget_not_used: [{}],
  gives_not_used: [{}],
  open_to_nonprofits_only: [{}],
  never_available: [{}],
  sessions_outside_dates: [{}],
  work_not_understood: [{}],
  no_skill_known: [{}],
  advice_fault: FAULTS.map((fault) => ({ fault })),
  advice_fault_again: FAULTS.flatMap((fault) =>
    (['task_not_system', 'micromanaged', 'no_plan', 'busy_work', 'hireling_not_teammate'] as const).map(
      (cause) => ({ fault, cause, reportedOn: '2026-05-01' }),
    ),
  ),
  advice_praise: [
    { praise: 'one_off_ends' },
    { praise: 'has_system' },
    { praise: 'has_room' },
    { praise: 'has_plan' },
    { praise: 'revenue' },
    { praise: 'mission' },
    { praise: 'time_freed' },
    { praise: 'is_teammate' },
  ],
  advice_change: [
    { change: 'write_steps' },
    { change: 'plan_training' },
    { change: 'say_rhythm' },
    { change: 'say_when_done' },
    { change: 'let_propose' },
    { change: 'choose_other_work' },
    { change: 'say_purpose' },
    { change: 'say_gain' },
  ],
  advice_check_ins: [{ times: 1 }, { times: 3 }],
  knows: [{ skills: ['Zither', 'Oboe'] }],
  seems_to_know: [{ skills: ['Zither'] }],
  mentions: [{ words: ['Zither'] }],
  writes_of: [{ skills: ['Zither'] }],
  similar_work: [{}],
  only_time_and_place: [{}],
  has_hours: [{ wanted: 1 }, { wanted: 13 }],
  has_part_of_hours: [
    { offered: 0.5, wanted: 1 },
    { offered: 7, wanted: 13 },
  ],
  no_common_time: [{}],
  works_remotely: [{}],
  is_nearby: [{}],
  is_away: [
    { km: 28, isApproximate: true },
    { km: 28, isApproximate: false },
  ],
  costs_nothing: [{}],
  costs: [
    { cost: dollars(4000), unit: 'hour' },
    { cost: dollars(4000), unit: 'project' },
    { cost: dollars(4050), unit: 'total' },
  ],
  wants_in_return: [{ skills: ['Zither'] }],
  wants_something_in_return: [{}],
  needs: [{ skills: ['Zither'] }],
  seems_to_need: [{ skills: ['Zither'] }],
  hours_a_week: [{ hours: 1 }, { hours: 13 }],
  remote_work: [{}],
  in_your_area: [{}],
  km_from_you: [{ km: 28, isApproximate: true }],
  for_organization: [
    { organization: 'solopreneur' },
    { organization: 'small_business' },
    { organization: 'nonprofit' },
  ],
  budget_of: [{ budget: dollars(4000), unit: 'hour' }],
  gives_in_return: [{ skills: ['Zither'] }],
}

function dollars(amountMinor: number) {
  return { amountMinor, currency: 'USD' }
}

const messages = Object.entries(EXAMPLES).flatMap(([code, all]) =>
  // The type of EXAMPLES pairs each code with its values.
  all.map((values) => ({ code, values }) as Message),
)
const codesOfParts = Object.keys(EXAMPLES).slice(Object.keys(EXAMPLES).indexOf('knows'))

/** What a text must contain whatever the language: posted words, whole numbers from 5 on, and years. */
function unchanging(values: unknown): string[] {
  if (typeof values === 'string') return /^[A-Z][a-z]+$/.test(values) ? [values] : []
  if (typeof values === 'number') return Number.isInteger(values) && values >= 5 ? [String(values)] : []
  if (typeof values !== 'object' || values === null) return []
  if ('amountMinor' in values) return [String(Math.floor(Number(values.amountMinor) / 100))]
  return 'atMs' in values ? ['2026', '30'] : Object.values(values).flatMap(unchanging)
}

for (const language of READER_LANGUAGES) {
  t.test(`in ${language} each message is whole and holds all its values`, async (t) => {
    for (const message of messages) {
      const text = textOf(message, language)
      const name = `${message.code}: ${text}`
      t.notMatch(text, /[{}$]\{|undefined|null|NaN|\[object|_| {2}|^ | $| [.,]/, name)
      if (codesOfParts.includes(message.code)) t.notMatch(text, /^\p{Lu}|\.$/u, name)
      else t.match(text, /^[\p{Lu}\d][\s\S]*\.$/u, name)
      for (const part of unchanging(message.values)) t.ok(text.includes(part), `${name} lacks ${part}`)
    }
  })
}

t.test('no language leaves a sentence in English', async (t) => {
  for (const language of READER_LANGUAGES.slice(1))
    for (const message of messages)
      t.not(textOf(message, language), textOf(message, 'en'), `${language} ${message.code}`)
})

t.test(
  'one of something is singular, and numbers, money and dates are written as the language does',
  async (t) => {
    const of = <Code extends MessageCode>(code: Code, values: MessageValues[Code]) =>
      READER_LANGUAGES.map((language) =>
        textOf({ code, values } as Message, language).replaceAll(/\s/gu, ' '),
      )
    t.same(of('hours_a_week', { hours: 1 }), [
      '1 hour a week',
      '1 hora por semana',
      '1 heure par semaine',
      '1 Stunde pro Woche',
      '1 hora por semana',
    ])
    t.equal(of('hours_enough', { wanted: 1 })[0], 'Has the 1 hour a week that is needed.')
    t.same(of('hours_a_week', { hours: 2.5 }), [
      '2.5 hours a week',
      '2,5 horas por semana',
      '2,5 heures par semaine',
      '2,5 Stunden pro Woche',
      '2,5 horas por semana',
    ])
    t.same(of('costs', { cost: dollars(123450), unit: 'total' }), [
      'costs $1,234.50 in all',
      'cuesta 1234,50 US$ en total',
      'coûte 1 234,50 $US au total',
      'kostet 1.234,50 $ insgesamt',
      'custa US$ 1.234,50 no total',
    ])
    t.same(of('ended', { side: 'need', day: '2026-03-02' }), [
      'The need ended on March 2, 2026.',
      'La necesidad terminó el 2 de marzo de 2026.',
      'Le besoin a pris fin le 2 mars 2026.',
      'Das Gesuch endete am 2. März 2026.',
      'A necessidade terminou em 2 de março de 2026.',
    ])
    t.match(of('posted', { needDaysAgo: 0, offerDaysAgo: 1 }), [
      /today.*yesterday/,
      /hoy.*ayer/,
      /aujourd’hui.*hier/,
      /heute.*gestern/,
      /hoje.*ontem/,
    ])
  },
)

t.test('a sentence on blocked postings agrees with their number, and differs for each reason', async (t) => {
  const offers = (volunteer: number, paid: number) =>
    READER_LANGUAGES.map((language) => {
      const [count, kinds] = [volunteer + paid, { ...NO_KINDS, volunteer, paid }]
      const counts = { count, countAlone: Math.min(count, 2), isMinimum: false }
      const values = { ...counts, reason: 'place_out_of_reach', kinds, organization: 'nonprofit' } as const
      return textOf({ code: 'blocked_offers', values }, language)
    })
  t.same(offers(1, 0), [
    '1 volunteer would fit but is too far away.',
    '1 oferta de voluntariado encajaría, pero está demasiado lejos.',
    '1 offre de bénévolat conviendrait, mais est trop éloignée.',
    '1 ehrenamtliches Angebot würde passen, ist aber zu weit entfernt.',
    '1 oferta de voluntariado serviria, mas está longe demais.',
  ])
  t.same(offers(14, 1), [
    '14 volunteers and 1 paid offer would fit but are too far away. For 2 of them nothing else is in the way.',
    '14 ofertas de voluntariado y 1 oferta remunerada encajarían, pero están demasiado lejos. En 2 de ellas no hay ningún otro impedimento.',
    '14 offres de bénévolat et 1 offre rémunérée conviendraient, mais sont trop éloignées. Dans 2 cas, il n’y a pas d’autre obstacle.',
    '14 ehrenamtliche Angebote und 1 bezahltes Angebot würden passen, sind aber zu weit entfernt. Bei 2 davon steht sonst nichts im Weg.',
    '14 ofertas de voluntariado e 1 oferta paga serviriam, mas estão longe demais. Em 2 delas não há nenhum outro impedimento.',
  ])
  for (const language of READER_LANGUAGES)
    for (const code of ['blocked_offers', 'blocked_needs'] as const) {
      const texts = EXAMPLES[code].map((values) => textOf({ code, values } as Message, language))
      t.equal(new Set(texts).size, texts.length, `${language} ${code}`)
    }
})

t.test('a summary is one sentence of its parts', async (t) => {
  const parts: Message[] = [
    { code: 'knows', values: { skills: ['QuickBooks', 'bookkeeping'] } },
    { code: 'has_hours', values: { wanted: 5 } },
    { code: 'costs_nothing', values: {} },
  ]
  t.same(
    READER_LANGUAGES.map((language) => summaryOf(parts, language)),
    [
      'Knows QuickBooks and bookkeeping, has the 5 hours a week you need, costs nothing.',
      'Sabe de QuickBooks y contabilidad básica, dispone de las 5 horas por semana que necesita, no cuesta nada.',
      'S’y connaît en QuickBooks et tenue de livres, dispose des 5 heures par semaine qu’il vous faut, ne coûte rien.',
      'Kennt sich mit QuickBooks und Buchhaltung aus, hat die 5 Stunden pro Woche, die Sie brauchen, kostet nichts.',
      'Entende de QuickBooks e escrituração contábil, dispõe das 5 horas por semana de que você precisa, não custa nada.',
    ],
  )
})
