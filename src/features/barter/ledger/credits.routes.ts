import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { idAfter, type Router, toPage } from '../../../platform/http/index.ts'
import type { Barter } from '../barter.ts'
import {
  account,
  limitInput,
  NOTICE,
  statement,
  statementCsvQuery,
  statementEntry,
  statementQuery,
} from './credits.schemas.ts'
import type { StatementEntry } from './ledger.repository.ts'
import type { CreditAccount } from './ledger.table.ts'

const params = z.object({
  party_id: z.string().describe('An organization, or a helper without an organization'),
})
const partyNotFound = ['organization_not_found', 'helper_not_found'] as const
const MAX_CSV_ENTRIES = 10_000

export function registerCreditsRoutes(router: Router, barter: Barter): void {
  const routes = router.group({ tag: 'Rings', scope: 'rings' })

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
      summary: 'Set how many hours a party may owe',
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
      params,
      query: statementCsvQuery,
      answers: { 200: { 'text/csv': z.string() } },
      refusals: partyNotFound,
    },
    async (ctx, { params: { party_id: partyId }, query }, { reply }) => {
      const entries = await barter.readStatement(ctx, { partyId, limit: MAX_CSV_ENTRIES, ...query })
      return reply
        .type('text/csv; charset=utf-8')
        .serializer(String)
        .send(csvOf(entries.map(showEntry)))
    },
  )
}

function showAccount({ partyId, balanceMinutes, leastMinutes }: CreditAccount): z.output<typeof account> {
  return { party_id: partyId, balance_hours: hoursOf(balanceMinutes), limit_hours: hoursOf(-leastMinutes) }
}

function showEntry({ transaction, ...entry }: StatementEntry): z.output<typeof statementEntry> {
  const { fairMarketValue, minutes } = entry
  return {
    id: transaction.id,
    worked_on: transaction.workedOn,
    description: transaction.description,
    counterparty_id: entry.counterpartyId,
    hours: hoursOf(minutes),
    balance_hours: hoursOf(entry.balanceMinutes),
    ring_id: transaction.ringId,
    engagement_id: transaction.engagementId,
    fair_market_value: fairMarketValue,
    form_1099b:
      fairMarketValue && minutes > 0
        ? {
            description_of_property: transaction.description,
            date_sold_or_disposed: transaction.workedOn,
            bartering: fairMarketValue,
          }
        : null,
  }
}

/** Writes one value per cell, and the notice in the last line. */
function csvOf(entries: z.output<typeof statementEntry>[]): string {
  const rows = entries.map(({ fair_market_value: value, form_1099b: form, ...entry }) => ({
    ...entry,
    fair_market_value_minor: value?.amount_minor ?? '',
    fair_market_value_currency: value?.currency ?? '',
    form_1099b_box_1a: form?.description_of_property ?? '',
    form_1099b_box_1c: form?.date_sold_or_disposed ?? '',
    form_1099b_box_13_minor: form?.bartering.amount_minor ?? '',
  }))
  const { fair_market_value: _, form_1099b: __, ...plain } = statementEntry.shape
  const columns = [
    ...Object.keys(plain),
    'fair_market_value_minor',
    'fair_market_value_currency',
    'form_1099b_box_1a',
    'form_1099b_box_1c',
    'form_1099b_box_13_minor',
  ]
  return stringify(rows, { header: true, columns, escape_formulas: true }) + stringify([[NOTICE]])
}

function hoursOf(minutes: number): number {
  return minutes / 60
}
