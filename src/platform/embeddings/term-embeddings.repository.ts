import { createHash } from 'node:crypto'
import { and, eq, inArray, isNull, lt, sql } from 'drizzle-orm'
import type { Queryable } from '../db/index.ts'
import { termEmbeddings } from './term-embeddings.table.ts'

/**
 * Rows that no process has used for this long are removed. Chosen by judgement: longer than most postings
 * pause.
 */
const UNUSED_DAYS = 30

export type TermEmbeddingsRepository = ReturnType<typeof createTermEmbeddingsRepository>

/** Vectors of a model, shared by all processes on one database. Terms are stored as hashes. */
export function createTermEmbeddingsRepository(db: Queryable, model: string) {
  const { termHash, vector, claimedUntil, usedOn } = termEmbeddings
  const ofModel = eq(termEmbeddings.model, model)
  const key = [termEmbeddings.model, termHash]

  return {
    /** Returns the stored vectors, by term. */
    async find(terms: readonly string[]): Promise<Map<string, Float32Array>> {
      if (terms.length === 0) return new Map()
      const byHash = new Map(terms.map((term) => [hashOf(term).toString('hex'), term]))
      const rows = await db
        .select({ termHash, vector })
        .from(termEmbeddings)
        .where(and(ofModel, inArray(termHash, terms.map(hashOf))))
      return new Map(
        rows.flatMap((row) => {
          const term = byHash.get(row.termHash.toString('hex'))
          return term !== undefined && row.vector ? [[term, floatsOf(row.vector)]] : []
        }),
      )
    },

    /** Claims terms for this process to request. Returns those that no other process has or is requesting. */
    async claim(terms: readonly string[], leaseMs: number): Promise<string[]> {
      const until = sql`now() + ${leaseMs} * interval '1 millisecond'`
      const rows = await db
        .insert(termEmbeddings)
        .values(
          inOneOrder(terms).map((term) => ({
            model,
            termHash: hashOf(term),
            claimedUntil: until,
            usedOn: sql`current_date`,
          })),
        )
        .onConflictDoUpdate({
          target: key,
          set: { claimedUntil: sql`excluded.claimed_until` },
          setWhere: and(isNull(vector), lt(claimedUntil, sql`now()`)),
        })
        .returning({ termHash })
      const claimed = new Set(rows.map((row) => row.termHash.toString('hex')))
      return terms.filter((term) => claimed.has(hashOf(term).toString('hex')))
    },

    /** Releases claims, so that any process may request these terms. */
    async release(terms: readonly string[]): Promise<void> {
      await db
        .delete(termEmbeddings)
        .where(and(ofModel, isNull(vector), inArray(termHash, terms.map(hashOf))))
    },

    async store(vectors: ReadonlyMap<string, Float32Array>): Promise<void> {
      const rows = inOneOrder([...vectors.keys()]).flatMap((term) => {
        const numbers = vectors.get(term)
        return numbers ? [{ term, vector: bytesOf(numbers) }] : []
      })
      await db
        .insert(termEmbeddings)
        .values(
          rows.map((row) => ({
            model,
            termHash: hashOf(row.term),
            vector: row.vector,
            claimedUntil: sql`now()`,
            usedOn: sql`current_date`,
          })),
        )
        .onConflictDoUpdate({
          target: key,
          set: { vector: sql`excluded.vector`, usedOn: sql`excluded.used_on` },
        })
    },

    /** Marks these terms as used. Writes at most once a day. */
    async touch(terms: readonly string[]): Promise<void> {
      if (terms.length === 0) return
      await db
        .update(termEmbeddings)
        .set({ usedOn: sql`current_date` })
        .where(and(ofModel, inArray(termHash, terms.map(hashOf)), lt(usedOn, sql`current_date`)))
    },

    /** Removes vectors of any model that no process has used for a month. */
    async removeUnused(): Promise<void> {
      await db.delete(termEmbeddings).where(lt(usedOn, sql`current_date - ${UNUSED_DAYS}::integer`))
    },
  }
}

function hashOf(term: string): Buffer {
  return createHash('sha256').update(term).digest()
}

/** Sorted, so that two statements that lock the same rows never deadlock. */
function inOneOrder(terms: readonly string[]): string[] {
  return [...new Set(terms)].sort()
}

function bytesOf(numbers: Float32Array): Buffer {
  return Buffer.from(numbers.buffer, numbers.byteOffset, numbers.byteLength)
}

/** Copies the bytes, because those of a row may not be aligned for floats. */
function floatsOf(bytes: Buffer): Float32Array {
  return new Float32Array(Uint8Array.from(bytes).buffer)
}
