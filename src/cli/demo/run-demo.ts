import type { Config } from '../../app/config.ts'
import type { Services } from '../../app/services.ts'
import { startUntilSignal } from '../../app/start-until-signal.ts'
import { inviteAsOperator, listStaff, renewLinkAsOperator, signInUrl } from '../../features/desk/index.ts'
import { createMarketRepository } from '../../features/matches/index.ts'
import type { Context } from '../../platform/events/index.ts'
import { DEFAULT_LANGUAGE } from '../../shared/messages/index.ts'
import type { Output } from '../terminal.ts'
import { loadMarketplace } from './load-marketplace.ts'
import { showDemo } from './show-demo.ts'

/** A slow or missing model must not keep the demo from starting. */
const MOST_READING_MS = 60_000
/** External id of the need that the demo shows: a food pantry is behind with its books and thank-you letters. */
const SHOWN_NEED = 'need-pantry-bookkeeping'
const SHOWN_MATCHES = 8
const VISITOR = 'Demo visitor'

/**
 * Starts the service with the example marketplace, prints one need with its ranked matches, and serves until stopped.
 * With `once` it stops after printing.
 */
export async function runDemo(config: Config, { print }: Output, options: { once: boolean }): Promise<void> {
  const LOG_LEVEL = config.LOG_LEVEL === 'info' ? 'warn' : config.LOG_LEVEL
  print('Starting Postgres and the service…')
  // Users of the demo receive webhooks on the same machine.
  const server = await startUntilSignal({ ...config, LOG_LEVEL, ALLOW_INSECURE_WEBHOOKS: true })
  if (!server) return
  try {
    const { services } = server
    const { db, clock } = services.runtime
    const { partnerId, clientId, counts } = await loadMarketplace(services)
    print('Reading the texts of the postings…')
    await services.market.unreadTexts.untilNone(AbortSignal.timeout(MOST_READING_MS))
    const ctx = { actor: { partnerId, scopes: new Set<never>() }, db, clock }
    const [shown] = await services.postings.needs.list(ctx, {
      limit: 1,
      filters: { external_id: SHOWN_NEED },
    })
    const [record] = shown ? await createMarketRepository(db).needsByKey([shown]) : []
    if (!record) throw new Error(`the example marketplace has no ${SHOWN_NEED}`)
    const query = { limit: SHOWN_MATCHES, min_score: 0 }
    const asked = { id: record.need.id, query, language: DEFAULT_LANGUAGE }
    const page = await services.matches.rankOffersForNeed(ctx, asked)
    const token = services.access.tokens.issue({
      partnerId,
      clientId,
      scopes: ['matches:read', 'needs:read', 'skills:read'],
    })
    print(showDemo({ counts, record, page, token, address: server.address }))
    print(`Desk, for people who use no API (the link works once): ${await deskLink(services, ctx)}`)
    if (options.once) await server.stop()
    else print('\nServing until Ctrl-C.')
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** Returns a link to the desk of the example partner. Every demo signs in the same person. */
async function deskLink({ runtime, access }: Services, ctx: Context): Promise<string> {
  const { key } = await runtime.db.transaction(async (db) => {
    const within = { ...ctx, db }
    const known = (await listStaff(within)).find(({ name }) => name === VISITOR)
    return known
      ? renewLinkAsOperator(within, known)
      : inviteAsOperator(within, { name: VISITOR, role: 'admin' })
  })
  return signInUrl(access.issuer(), key)
}
