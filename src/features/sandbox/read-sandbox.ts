import type { Counted, ListAsked } from '../../platform/db/index.ts'
import type { Context } from '../../platform/events/index.ts'
import { clockAhead } from '../../shared/clock.ts'
import type { PartnerId } from '../../shared/ids.ts'
import { createPartnersRepository, listClients } from '../access/index.ts'
import { requireSandbox } from './require-sandbox.ts'

/** Resources of a sandbox that lists can count. */
export type HeldResource = 'organizations' | 'helpers' | 'needs' | 'offers' | 'introductions' | 'engagements'

/** Counting stops here. */
export const MOST_HELD = 10_000

export interface ReadPorts {
  /** Counts what a partner has of each resource, with its list. */
  counts: Readonly<
    Record<
      HeldResource,
      (ctx: Context, given: { asked: Pick<ListAsked, 'filters'>; most: number }) => Promise<Counted>
    >
  >
}

export interface SandboxShown {
  partnerId: PartnerId
  name: string
  createdAt: Date
  now: Date
  aheadMs: number
  clients: Awaited<ReturnType<typeof listClients>>
  holds: Record<HeldResource, number>
}

/** Creates a reader of the caller's sandbox: its time, its clients, and how much it contains. Throws `sandbox_not_found`. */
export function createReadSandbox({ counts }: ReadPorts) {
  return async function readSandbox(ctx: Context): Promise<SandboxShown> {
    const partnerId = await requireSandbox(ctx)
    const sandbox = await createPartnersRepository(ctx.db).findPartner(partnerId)
    if (!sandbox) throw new Error('the sandbox that was just found is missing')
    const within = { ...ctx, actor: { partnerId } }
    const held = async (resource: HeldResource) =>
      (await counts[resource](within, { asked: {}, most: MOST_HELD })).value
    const holds: Record<HeldResource, number> = {
      organizations: await held('organizations'),
      helpers: await held('helpers'),
      needs: await held('needs'),
      offers: await held('offers'),
      introductions: await held('introductions'),
      engagements: await held('engagements'),
    }
    return {
      partnerId,
      name: sandbox.name,
      createdAt: sandbox.createdAt,
      now: clockAhead(ctx.clock, sandbox.clockAheadMs)(),
      aheadMs: sandbox.clockAheadMs,
      clients: await listClients(within),
      holds,
    }
  }
}
