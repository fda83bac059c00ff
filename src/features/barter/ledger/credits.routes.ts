import { z } from 'zod'
import {
  addCsvList,
  type CsvCell,
  declaredList,
  idAfter,
  pagesOf,
  type Router,
  sendCsv,
  toPage,
} from '../../../platform/http/index.ts'
import { roundedHours } from '../../engagements/index.ts'
import type { ReadNames } from '../../postings/index.ts'
import type { Barter } from '../barter.ts'
import { creditsListed } from './credits.list.ts'
import {
  account,
  limitInput,
  NOTICE,
  statement,
  statementCsvQuery,
  type statementEntry,
  statementQuery,
} from './credits.schemas.ts'
import type { StatementEntry } from './ledger.repository.ts'
import type { CreditAccount } from './ledger.table.ts'

const params = z.object({
  party_id: z.string().describe('An organization, or a helper without an organization'),
})
const partyNotFound = ['organization_not_found', 'helper_not_found', 'record_merged'] as const
const COLUMNS = [
  ...[
    'id',
    'worked_on',
    'description',
    'counterparty_id',
    'hours',
    'balance_hours',
    'ring_id',
    'engagement_id',
  ],
  ...['fair_market_value_minor', 'fair_market_value_currency'],
  ...['form_1099b_box_1a', 'form_1099b_box_1c', 'form_1099b_box_13_minor'],
  'notice',
]

export function registerCreditsRoutes(router: Router, barter: Barter, readNames: ReadNames): void {
  const routes = router.group({ tag: 'Rings', scope: 'rings' })

  addCsvList(
    routes,
    '/v1/credits',
    declaredList<CreditAccount, z.output<typeof account>>({
      name: 'time_credits',
      list: creditsListed,
      prefixes: ['org', 'helper'],
      item: account,
      show: showAccount,
      read: barter.listAccounts,
      count: barter.countAccounts,
      csv: {
        description: `One row per organization or helper that has given or received hours, or has a limit. Names are shown if your token may read them. ${NOTICE}`,
        columns: ['party_id', 'party_external_id', 'party_name', 'balance_hours', 'limit_hours'],
        async cells(ctx, rows) {
          const names = await readNames(
            ctx,
            rows.map(({ id }) => id),
          )
          return rows.map((row): CsvCell[] => {
            const { party_id, balance_hours, limit_hours } = showAccount(row)
            const party = names.get(party_id)
            return [party_id, party?.externalId ?? null, party?.name ?? null, balance_hours, limit_hours]
          })
        },
      },
    }),
  )

  routes.get(
    '/v1/credits/:party_id',
    {
      summary: 'Read the time credits of a party',
      description:
        "Confirmed hours of a ring's engagements: a credit for the party that gave them, a debit for the party that received them.",
      params,
      answers: { 200: account },
      refusals: partyNotFound,
    },
    async (ctx, { params: { party_id: partyId } }) => ({
      status: 200,
      body: showAccount(await barter.readAccount(ctx, { partyId })),
    }),
  )

  routes.put(
    '/v1/credits/:party_id/limit',
    {
      summary: 'Set the maximum number of hours that a party may owe',
      params,
      body: limitInput,
      answers: { 200: account },
      refusals: [...partyNotFound, 'credit_limit'],
    },
    async (ctx, { params: { party_id: partyId }, body }) => {
      const limitMinutes = Math.round(body.limit_hours * 60)
      return { status: 200, body: showAccount(await barter.setCreditLimit(ctx, { partyId, limitMinutes })) }
    },
  )

  routes.get(
    '/v1/credits/:party_id/statement',
    {
      operationId: 'getCreditStatement',
      summary: 'Read the statement of a party',
      params,
      query: statementQuery,
      answers: { 200: statement },
      refusals: [...partyNotFound, 'invalid_cursor'],
    },
    async (ctx, { params: { party_id: partyId }, query: { limit, cursor, from, to } }) => {
      const after = idAfter('credit', cursor)
      const entries = await barter.readStatement(ctx, { partyId, limit: limit + 1, after, from, to })
      const page = toPage(entries, limit, showEntry, ({ transactionId }) => ({ id: transactionId }))
      return { status: 200, body: { ...page, notice: NOTICE } }
    },
  )

  routes.raw(
    'GET',
    '/v1/credits/:party_id/statement.csv',
    {
      summary: 'Read the statement of a party as CSV',
      description: `One row per entry, in the order of booking. Columns: ${COLUMNS.join(', ')}. The last column holds the same notice in each row. An apostrophe precedes text that a spreadsheet would run as a formula or change.`,
      params,
      query: statementCsvQuery,
      answers: { 200: { 'text/csv': z.string() } },
      refusals: partyNotFound,
    },
    async (ctx, { params: { party_id: partyId }, query }, { reply }) => {
      const read = (limit: number, last: StatementEntry | undefined) =>
        barter.readStatement(ctx, {
          partyId,
          limit,
          after: last?.transactionId,
          balanceAfterMinutes: last?.balanceMinutes,
          from: query.from,
          to: query.to,
        })
      async function* pages() {
        for await (const entries of pagesOf(read)) yield entries.map((entry) => cellsOf(showEntry(entry)))
      }
      return sendCsv(reply, { name: 'statement', columns: COLUMNS, pages: pages() }, query)
    },
  )
}

function showAccount({ id, balanceMinutes, leastMinutes }: CreditAccount): z.output<typeof account> {
  return {
    party_id: id,
    balance_hours: roundedHours(balanceMinutes),
    limit_hours: roundedHours(-leastMinutes),
  }
}

/** Returns by how much the shown balance changes, so that the rows of a statement add up to it: three times 20 minutes are 1 h. */
function changeOf({ minutes, balanceMinutes }: Pick<StatementEntry, 'minutes' | 'balanceMinutes'>): number {
  const change = roundedHours(balanceMinutes) - roundedHours(balanceMinutes - minutes)
  return Math.round(change * 100) / 100
}

function showEntry({ transaction, ...entry }: StatementEntry): z.output<typeof statementEntry> {
  const { fairMarketValue, minutes } = entry
  return {
    id: transaction.id,
    worked_on: transaction.workedOn,
    description: transaction.description,
    counterparty_id: entry.counterpartyId,
    hours: changeOf(entry),
    balance_hours: roundedHours(entry.balanceMinutes),
    ring_id: transaction.ringId,
    engagement_id: transaction.engagementId,
    fair_market_value: fairMarketValue,
    form_1099b:
      // The giver of the hours is the seller. A correction that takes hours back reverses both signs.
      fairMarketValue && minutes > 0 === fairMarketValue.amount_minor >= 0
        ? {
            description_of_property: transaction.description,
            date_sold_or_disposed: transaction.workedOn,
            bartering: fairMarketValue,
          }
        : null,
  }
}

function cellsOf({
  fair_market_value: value,
  form_1099b: form,
  ...entry
}: z.output<typeof statementEntry>): CsvCell[] {
  return [
    ...[entry.id, entry.worked_on, entry.description, entry.counterparty_id],
    ...[entry.hours, entry.balance_hours, entry.ring_id, entry.engagement_id],
    ...[value?.amount_minor ?? null, value?.currency ?? null],
    ...[form?.description_of_property ?? null, form?.date_sold_or_disposed ?? null],
    form?.bartering.amount_minor ?? null,
    NOTICE,
  ]
}
