import { readFileSync } from 'node:fs'
import t from 'tap'
import { createPartner } from '../../../src/features/access/index.ts'
import { recountEngagements } from '../../../src/features/engagements/engagement-records.repository.ts'
import { type EngagementRow, engagements } from '../../../src/features/engagements/engagements.table.ts'
import { type IntroductionRow, introductions, sides } from '../../../src/features/introductions/index.ts'
import { type Party, recountAnswers } from '../../../src/features/introductions/track-records.repository.ts'
import { trackRecords } from '../../../src/features/introductions/track-records.table.ts'
import { idToUuid, newId } from '../../../src/shared/ids.ts'
import { createTestDatabase } from '../../support/database.ts'
import { between, createRandom, many, pick, type Random } from '../../support/random.ts'

const HOUR_MS = 3_600_000
const START_MS = Date.parse('2026-11-02T09:00:00Z')
const { db } = await createTestDatabase(t)

interface History {
  organizations: Party[]
  helpers: Party[]
  introductions: IntroductionRow[]
  engagements: EngagementRow[]
}

/** Introductions and engagements of every kind, between and within three partners. */
async function randomHistory(random: Random): Promise<History> {
  const clock = () => new Date(START_MS)
  const made = await Promise.all(
    many(3, () => createPartner({ db, clock }, { name: 'Test', kind: 'site', scopes: [] })),
  )
  const partnerIds = made.map(({ partnerId }) => partnerId)
  const organizations = partnerIds.flatMap((partnerId) => many(2, () => ({ partnerId, id: newId('org') })))
  const helpers = partnerIds.flatMap((partnerId) => many(2, () => ({ partnerId, id: newId('helper') })))
  const anyPair = () => {
    const [organization, helper] = [pick(random, organizations), pick(random, helpers)]
    return {
      needPartnerId: organization.partnerId,
      needId: newId('need'),
      organizationId: organization.id,
      offerPartnerId: helper.partnerId,
      offerId: newId('offer'),
      helperId: helper.id,
    }
  }
  const met = many(300, () => randomIntroduction(random, anyPair()))
  const worked = met
    .filter(({ status }) => status === 'accepted')
    .map((introduction) => randomEngagement(random, introduction))
  await db.insert(introductions).values(met)
  await db.insert(engagements).values(worked)
  return { organizations, helpers, introductions: met, engagements: worked }
}

type Between = Pick<
  IntroductionRow,
  'needPartnerId' | 'needId' | 'organizationId' | 'offerPartnerId' | 'offerId' | 'helperId'
>

function randomIntroduction(random: Random, pair: Between): IntroductionRow {
  const status = pick(random, [
    'proposed',
    'accepted',
    'accepted',
    'declined',
    'withdrawn',
    'expired',
  ] as const)
  const answeredAt = new Date(START_MS + between(random, 0, 90) * HOUR_MS)
  return {
    ...pair,
    id: newId('introduction'),
    proposedBy: pick(random, sides),
    message: null,
    sessionIds: [],
    engagementId: null,
    workEndedAt: null,
    status,
    reason: status === 'accepted' ? pick(random, [null, null, 'ring']) : null,
    expiresAt: new Date(START_MS + pick(random, [1, 23.999, 24, 72]) * HOUR_MS),
    answeredAt: status === 'accepted' || status === 'declined' ? answeredAt : null,
    factors: { need: {}, offer: {} },
    proposal: null,
    ...{ needMetadata: {}, offerMetadata: {} },
    version: 1,
    createdAt: new Date(START_MS),
    updatedAt: answeredAt,
  }
}

function randomEngagement(random: Random, introduction: IntroductionRow): EngagementRow {
  const { needPartnerId, needId, organizationId, offerPartnerId, offerId, helperId } = introduction
  const status = pick(random, ['active', 'completed', 'ended_early', 'ended_early'] as const)
  const isEarly = status === 'ended_early'
  const reasons = ['agreed', 'work_changed', 'no_time', 'skills_do_not_fit', 'other', BLAME, BLAME]
  return {
    ...{ needPartnerId, needId, organizationId, offerPartnerId, offerId, helperId },
    id: newId('engagement'),
    introductionId: introduction.id,
    kind: 'volunteer',
    title: 'Books',
    skills: [],
    hoursPerWeek: null,
    sessions: [],
    plan: {
      ...{ outcome: null, hours: null, starts_on: null, ends_on: null, check_ins: null, exchange: null },
      ...{ learning_goals: [], supervisor: null },
    },
    droppedCheckIns: [],
    status,
    doneBy: [],
    endedBy: isEarly ? pick(random, sides) : null,
    endReason: isEarly ? pick(random, reasons) : null,
    startedAt: new Date(START_MS),
    endedAt: status === 'active' ? null : new Date(START_MS + pick(random, [1, 167, 168, 500]) * HOUR_MS),
    ...{ needMetadata: {}, offerMetadata: {} },
    needActiveAt: null,
    offerActiveAt: null,
    version: 1,
    createdAt: new Date(START_MS),
    updatedAt: new Date(START_MS),
  }
}

const BLAME = 'other_side_stopped_answering'

/** The record of a party by the words of the rules. */
function expectedRecord(party: Party, history: History) {
  const answers = newest(
    party,
    history.introductions.filter((one) => isAsked(party, one) && isAnswered(one) !== null),
  )
  const ends = newest(
    party,
    history.engagements.filter((one) => isKept(party, one) !== null),
  )
  const answered = answers.filter((one) => isAnswered(one))
  const hoursOf = (one: IntroductionRow) =>
    ((one.answeredAt?.getTime() ?? 0) - one.createdAt.getTime()) / HOUR_MS
  return {
    partnerId: party.partnerId,
    id: idToUuid(party.id),
    completed: ends.filter((one) => isKept(party, one)).length,
    broken: ends.filter((one) => !isKept(party, one)).length,
    introductionsAnswered: answered.length,
    introductionsIgnored: answers.length - answered.length,
    answerHours: Math.round(answered.reduce((sum, one) => sum + hoursOf(one), 0)),
  }
}

/** All with its own partner, and with each other partner the three that began last. */
function newest<T extends Between>(party: Party, rows: readonly T[]): T[] {
  const byPartner = Map.groupBy(rows, (one) =>
    sideOf(party, one) === 'need' ? one.offerPartnerId : one.needPartnerId,
  )
  return [...byPartner].flatMap(([partner, met]) => (partner === party.partnerId ? met : met.slice(-3)))
}

function sideOf(party: Party, row: Between): 'need' | 'offer' | null {
  if (row.organizationId === party.id) return 'need'
  return row.helperId === party.id ? 'offer' : null
}

function isAsked(party: Party, one: IntroductionRow): boolean {
  const side = sideOf(party, one)
  return side !== null && one.proposedBy !== side
}

/** False for a silence, null for what is neither. */
function isAnswered({ status, reason, createdAt, expiresAt }: IntroductionRow): boolean | null {
  if (status === 'declined' || (status === 'accepted' && reason !== 'ring')) return true
  return status === 'expired' && expiresAt.getTime() - createdAt.getTime() >= 24 * HOUR_MS ? false : null
}

/** False where this party broke the agreement, null where nobody has done anything yet or the other side did. */
function isKept(
  party: Party,
  { endedBy, endReason, startedAt, endedAt, ...row }: EngagementRow,
): boolean | null {
  const side = sideOf(party, row)
  if (side === null || row.status === 'active') return null
  if (row.status === 'completed') return true
  if (endReason === 'agreed' || endReason === 'work_changed') return null
  if (endReason !== BLAME) return endedBy === side ? false : null
  const isSilent = (endedAt?.getTime() ?? 0) - startedAt.getTime() >= 7 * 24 * HOUR_MS
  return isSilent && endedBy !== side ? false : null
}

async function storedRecord(party: Party) {
  const rows = await db.select().from(trackRecords)
  const [row] = rows.filter(({ id }) => id === idToUuid(party.id))
  return row && { ...row, answerHours: Math.round(row.answerHours) }
}

t.test(
  'a record is what its rules say of the history, whoever else is counted at the same time',
  async (t) => {
    for (let seed = 1; seed <= 5; seed++) {
      const random = createRandom(seed)
      const history = await randomHistory(random)
      const parties = [...history.organizations, ...history.helpers]
      await db.transaction(async (tx) => {
        await recountAnswers(tx, parties)
        for (const party of parties) await recountEngagements(tx, [party])
      })
      for (const party of parties)
        t.same(await storedRecord(party), expectedRecord(party, history), `seed ${seed}: ${party.id}`)
    }
  },
)

t.test('the upgrade counts the records of before by the rules of today', async (t) => {
  const migration = readFileSync(
    new URL('../../../migrations/0028_track-records.sql', import.meta.url),
    'utf8',
  )
  const [update] = /^update track_records[^;]*;/m.exec(migration) ?? []
  t.ok(update)
  const history = await randomHistory(createRandom(99))
  const parties = [...history.organizations, ...history.helpers]
  const before = {
    completed: 7,
    broken: 18,
    introductionsAnswered: 3,
    introductionsIgnored: 18,
    answerHours: 9,
  }
  await db
    .insert(trackRecords)
    .values(parties.map(({ partnerId, id }) => ({ partnerId, id: idToUuid(id), ...before })))
  await db.execute(String(update))
  for (const party of parties) t.same(await storedRecord(party), expectedRecord(party, history), party.id)
})
