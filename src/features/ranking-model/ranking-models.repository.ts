import { and, desc, eq, inArray, isNotNull, sql } from 'drizzle-orm'
import { FACTOR_NAMES, type FactorName } from '../../engines/matching/index.ts'
import type { Queryable } from '../../platform/db/index.ts'
import { engagements } from '../engagements/index.ts'
import { introductions } from '../introductions/index.ts'
import type { Outcome } from './fit-weights.ts'
import { type RankingModelRow, rankingModels } from './ranking-models.table.ts'

/** Postgres channel that is notified when another model is used, so that running servers reload it. */
export const MODELS_CHANNEL = 'smartsource_models'

export function createRankingModelsRepository(db: Queryable) {
  return {
    async insert(row: RankingModelRow): Promise<void> {
      await db.insert(rankingModels).values(row)
    },

    async list(): Promise<RankingModelRow[]> {
      return db.select().from(rankingModels).orderBy(desc(rankingModels.createdAt))
    },

    /** Returns the model that was used last, or undefined if the default is in use. */
    async inUse(): Promise<RankingModelRow | undefined> {
      const [row] = await db
        .select()
        .from(rankingModels)
        .where(isNotNull(rankingModels.usedAt))
        .orderBy(desc(rankingModels.usedAt))
        .limit(1)
      return row
    },

    /** Switches to a version, or to the default with null. Returns false if the version does not exist. */
    async use(version: string | null, now: Date): Promise<boolean> {
      await db.update(rankingModels).set({ usedAt: null }).where(isNotNull(rankingModels.usedAt))
      const used =
        version === null
          ? []
          : await db
              .update(rankingModels)
              .set({ usedAt: now })
              .where(eq(rankingModels.version, version))
              .returning({ version: rankingModels.version })
      await db.execute(sql`select pg_notify(${MODELS_CHANNEL}, '')`)
      return version === null || used.length > 0
    },

    /**
     * Returns every answered introduction with its outcome: declined is bad, accepted is good, unless the work was
     * broken off (bad). If both sides agreed to end it, or the work changed, it is left out.
     */
    async outcomes(): Promise<Outcome[]> {
      const rows = await db
        .select({
          factors: introductions.factors,
          status: introductions.status,
          answeredAt: introductions.answeredAt,
          endedAt: engagements.endedAt,
          endReason: engagements.endReason,
        })
        .from(introductions)
        .leftJoin(engagements, eq(engagements.introductionId, introductions.id))
        // Introductions of rings are excluded, because nobody chose them for their factors.
        .where(
          and(
            inArray(introductions.status, ['accepted', 'declined']),
            sql`${introductions.reason} is distinct from 'ring'`,
            sql`not is_sandbox(${introductions.needPartnerId})`,
          ),
        )
      return rows.flatMap((row): Outcome[] => {
        const at = row.endedAt ?? row.answeredAt
        if (!at || row.endReason === 'agreed' || row.endReason === 'work_changed') return []
        const good = row.status === 'accepted' && row.endReason === null
        return [{ atMs: at.getTime(), good, need: named(row.factors.need), offer: named(row.factors.offer) }]
      })
    },
  }
}

/** Returns a value for each factor; 0 for factors that did not exist then. */
function named(values: Record<string, number>): Record<FactorName, number> {
  const all = Object.fromEntries(FACTOR_NAMES.map((name) => [name, values[name] ?? 0]))
  // Cast: there is one entry for each name.
  return all as Record<FactorName, number>
}
