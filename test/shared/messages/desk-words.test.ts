import { readdirSync, readFileSync } from 'node:fs'
import t from 'tap'
import { deskActions } from '../../../src/features/desk/audit/audit.table.ts'
import { declineReasons } from '../../../src/features/introductions/index.ts'
import {
  type DeskMessages,
  type Message,
  READER_LANGUAGES,
  refusalsOfDesk,
  textOf,
} from '../../../src/shared/messages/index.ts'
import { en } from '../../../src/shared/messages/texts/desk/en.ts'
import { cohorts } from './desk-values/cohorts.ts'
import { developers } from './desk-values/developers.ts'
import { engagements } from './desk-values/engagements.ts'
import { forms } from './desk-values/forms.ts'
import { imports } from './desk-values/imports.ts'
import { insights } from './desk-values/insights.ts'
import { papers } from './desk-values/papers.ts'
import { parties } from './desk-values/parties.ts'
import { postings } from './desk-values/postings.ts'
import { rings } from './desk-values/rings.ts'
import { settings } from './desk-values/settings.ts'
import { sprints } from './desk-values/sprints.ts'
import { students } from './desk-values/students.ts'
import type { ValuesOf } from './desk-values/values-of.ts'

const at = Date.parse('2026-11-30T09:00:00Z')
const roles = ['viewer', 'editor', 'admin'] as const

/** Those of the words of an area are in `desk-values/`. */
const VALUES: ValuesOf<DeskMessages> = {
  ...forms,
  ...postings,
  ...engagements,
  ...students,
  ...imports,
  ...cohorts,
  ...rings,
  ...sprints,
  ...developers,
  ...insights,
  ...papers,
  ...parties,
  ...settings,
  desk_sign_in_as: [{ name: 'Zoe', partner: 'Chamber' }],
  desk_signed_in_as: [{ name: 'Zoe' }],
  desk_instant: [{ at }],
  desk_number: [{ value: 1234.5 }],
  desk_request: [{ id: 'req_17' }],
  desk_refusal: refusalsOfDesk.map((code) => ({ code })),
  desk_introductions_wait: [{ count: 1 }, { count: 17 }],
  desk_waits: (['hours', 'rings', 'imports', 'sprints', 'credentials'] as const).flatMap((what) => [
    { what, count: 1, isMore: false },
    { what, count: 1000, isMore: true },
  ]),
  desk_role_name: roles.map((role) => ({ role })),
  desk_role_about: roles.map((role) => ({ role })),
  desk_status_name: (['invited', 'active', 'suspended'] as const).map((status) => ({ status })),
  desk_link_made: [{ name: 'Zoe' }],
  desk_link_lead: [{ hours: 24 }],
  desk_remove_sure: [{ name: 'Zoe' }],
  desk_action: deskActions.map((action) => ({ action })),
  desk_proposed_by: [{ side: 'need' }, { side: 'offer' }],
  desk_introduction_status: (['proposed', 'accepted', 'declined', 'withdrawn', 'expired'] as const).map(
    (status) => ({ status }),
  ),
  desk_decline_reason: declineReasons.map((reason) => ({ reason })),
  desk_kinds: [{ kinds: ['volunteer', 'intern', 'barter', 'paid'] }],
  desk_modality: [{ modality: 'remote' }, { modality: 'onsite' }, { modality: 'hybrid' }],
  desk_country: [{ country: 'DE' }],
  desk_day: [{ day: '2026-11-30' }],
  desk_price: [
    { price: { cost: { amountMinor: 4050, currency: 'USD' }, unit: 'hour' } },
    { price: { cost: { amountMinor: 4050, currency: 'USD' }, unit: 'project' } },
  ],
}

const messages = Object.keys(en).flatMap((code) => {
  const given = Object.entries(VALUES).find(([one]) => one === code)?.[1] ?? [{}]
  // VALUES pairs each code with its values.
  return given.map((values) => ({ code, values }) as Message)
})

/** Names that people may write with a low line: time zones, and keys of their own. */
const NAMES = /\b[A-Z][a-z]+\/[A-Z]\w+|crm_id/g
const OF_API = /\w+_\w+|header null in `columns`/g

for (const language of READER_LANGUAGES) {
  t.test(`in ${language} each word of the desk is whole and begins as a heading does`, async (t) => {
    for (const message of messages) {
      const text = textOf(message, language)
      // What the API says too names its parameters in English.
      const isOfApi = language === 'en' && /^import_/.test(message.code)
      const plain = isOfApi ? text.replace(OF_API, 'x') : text.replace(NAMES, 'x')
      t.notMatch(plain, /undefined|null|NaN|\[object|_(?!17)| {2}|^\s|\s$/, `${message.code}: ${text}`)
      t.ok(text.length > 0, message.code)
    }
  })

  t.test(`in ${language} no two choices of one kind read alike`, async (t) => {
    for (const code of ['desk_refusal', 'desk_action', 'desk_decline_reason', 'desk_role_name'] as const) {
      const texts = VALUES[code].map((values) => textOf({ code, values } as Message, language))
      t.equal(new Set(texts).size, texts.length, code)
    }
  })
}

t.test('sentences of the desk are in the language that was asked for', async (t) => {
  const sentences = messages.filter((message) => textOf(message, 'en').split(' ').length > 3)
  t.ok(sentences.length > 20)
  for (const language of READER_LANGUAGES.slice(1))
    for (const message of sentences) t.not(textOf(message, language), textOf(message, 'en'), message.code)
})

t.test('Portuguese texts are those of Brazil throughout', (t) => {
  // A file has one name, and “apelido” is a nickname there.
  const ofPortugal =
    /\b(ficheiros?|registos?|contactos?|apelido|utilizador\w*|ecrã|(?:está|estão) a (?:ser|\w+[aei]r))\b/i
  const folder = new URL('../../../src/shared/messages/texts/', import.meta.url)
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((one) =>
    /\bpt\.ts$/.test(one),
  )
  t.ok(files.length > 10)
  for (const file of files) t.notMatch(readFileSync(new URL(file, folder), 'utf8'), ofPortugal, file)
  t.end()
})
