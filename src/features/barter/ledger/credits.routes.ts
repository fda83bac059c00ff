import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import { type Queryable, violatedConstraint } from '../../../platform/db/index.ts'
import type { InTransaction } from '../../../platform/events/index.ts'
import { type App, actorOf, idAfter, problem, toPage } from '../../../platform/http/index.ts'
import { DomainError, notFound } from '../../../shared/errors.ts'
import { isId, type PartnerId } from '../../../shared/ids.ts'
import { createHelpersRepository, createOrganizationsRepository } from '../../postings/index.ts'
import {
  account,
  limitInput,
  NOTICE,
  statement,
  statementCsvQuery,
  statementEntry,
  statementQuery,
} from './credits.schemas.ts'
import { createLedgerRepository, type StatementEntry } from './ledger.repository.ts'
import type { CreditAccount } from './ledger.table.ts'

const tags = ['Rings']
const read = { scope: 'rings:read' } as const
const refusals = { 401: problem, 403: problem, 404: problem, 422: problem, 503: problem }
const partyParams = z.object({ party_id: z.string().describe('An organization, or a helper that is none') })
const MOST_CSV_ENTRIES = 10_000

export function registerCreditsRoutes(app: App, deps: { db: Queryable; inTransaction: InTransaction }): void {
  /** The party of the address, where it is the caller's. */
  async function ownParty(partnerId: PartnerId, id: string): Promise<string> {
    const isOwn =
      (isId('org', id) && (await createOrganizationsRepository(deps.db).find(partnerId, id))) ||
      (isId('helper', id) && (await createHelpersRepository(deps.db).find(partnerId, id)))
    if (!isOwn) throw notFound(id.startsWith('helper_') ? 'helper' : 'organization')
    return id
  }

  app.get(
    '/v1/credits/:party_id',
    {
      config: read,
      schema: {
        tags,
        summary: 'Time credits of a party',
        description:
          'Confirmed hours of the engagements of rings: who gives is credited, who gets is debited.',
        params: partyParams,
        response: { 200: account, ...refusals },
      },
    },
    async (request) => {
      const { partnerId } = actorOf(request)
      const partyId = await ownParty(partnerId, request.params.party_id)
      return showAccount(await createLedgerRepository(deps.db).account(partnerId, partyId))
    },
  )

  app.put(
    '/v1/credits/:party_id/limit',
    {
      config: { scope: 'rings:write' },
      schema: {
        tags,
        summary: 'Set how many hours a party may owe',
        params: partyParams,
        body: limitInput,
        response: { 200: account, 409: problem, ...refusals },
      },
    },
    async (request) => {
      const { partnerId } = actorOf(request)
      const partyId = await ownParty(partnerId, request.params.party_id)
      const limitMinutes = Math.round(request.body.limit_hours * 60)
      try {
        return await deps.inTransaction(async ({ db }) => {
          const repository = createLedgerRepository(db)
          await repository.setLimit(partnerId, partyId, limitMinutes)
          return showAccount(await repository.account(partnerId, partyId))
        })
      } catch (error) {
        if (violatedConstraint(error) !== 'credit_accounts_limit') throw error
        throw new DomainError('credit_limit', 'The party owes more than that already.')
      }
    },
  )

  app.get(
    '/v1/credits/:party_id/statement',
    {
      config: read,
      schema: {
        tags,
        summary: 'Statement of a party',
        params: partyParams,
        querystring: statementQuery,
        response: { 200: statement, ...refusals },
      },
    },
    async (request) => {
      const { partnerId } = actorOf(request)
      const partyId = await ownParty(partnerId, request.params.party_id)
      const { limit, cursor, from, to } = request.query
      const page = { limit: limit + 1, after: idAfter('credit', cursor), from, to }
      const entries = await createLedgerRepository(deps.db).statement(partnerId, partyId, page)
      return {
        ...toPage(entries, limit, showEntry, ({ transactionId }) => ({ id: transactionId })),
        notice: NOTICE,
      }
    },
  )

  app.get(
    '/v1/credits/:party_id/statement.csv',
    {
      config: read,
      schema: {
        tags,
        summary: 'Statement of a party as CSV',
        params: partyParams,
        querystring: statementCsvQuery,
        produces: ['text/csv'],
        response: { 200: z.string(), ...refusals },
      },
    },
    async (request, reply) => {
      const { partnerId } = actorOf(request)
      const partyId = await ownParty(partnerId, request.params.party_id)
      const page = { limit: MOST_CSV_ENTRIES, ...request.query }
      const entries = await createLedgerRepository(deps.db).statement(partnerId, partyId, page)
      return reply.type('text/csv; charset=utf-8').send(csvOf(entries.map(showEntry)))
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

/** One value a cell, and the notice at the end. */
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
