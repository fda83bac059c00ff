import type { Key } from './market.repository.ts'
import type { UnappliedChanges } from './market-feed.ts'

/** A cached row, with what pages make of it. */
interface Kept<K> {
  known: K
  partnerId: string
  partyId: string
  /** When its row had been read. */
  keptAtMs: number
  bytes: number
}

export interface CachedPosting<K> {
  known: K
  /**
   * Returns whether the index contains this very row: it was cached before the changes were queried, they do not include it, and
   * the index has not changed it since. Call this in the engine's queue, where the index does not change.
   */
  isIndexed(): boolean
}

export interface RowSource<R> {
  /** Returns the committed changes that the index does not show, as of after the call. */
  unapplied(): Promise<UnappliedChanges>
  /** An earlier answer, if the state as of then is enough. */
  asked?: UnappliedChanges
  readRows(keys: Key[]): Promise<R[]>
}

export interface PostingMemory<R, K> {
  /** Returns the state of each posting that exists, as of the question for changes or later. */
  read(keys: readonly Key[], source: RowSource<R>): Promise<CachedPosting<K>[]>
  /** The same for a single posting. Does not ask a second time whether the index has it. */
  readOne(key: Key, source: RowSource<R>): Promise<K | undefined>
  /** Must be called for each posting that the index puts or removes. */
  forget(id: string): void
  readonly bytes: number
}

type ListedChanges = Exclude<UnappliedChanges, 'many'>

export interface Described {
  id: string
  partnerId: string
  partyId: string
  /** Only postings in the index are cached, because the index reports changes of no others. */
  isListed: boolean
  bytes: number
}

/** A row that was read, with its key. */
interface Read<K> {
  known: K
  key: { partnerId: string; id: string }
}

/** Caches the postings that were used last, up to `maxBytes`. */
export function createPostingMemory<R, K>(options: {
  maxBytes: number
  know: (record: R) => K
  describe: (known: K) => Described
}): PostingMemory<R, K> {
  const { know, describe, maxBytes } = options
  /** Least recently used first. */
  const kept = new Map<string, Kept<K>>()
  let bytes = 0
  /** Ids forgotten during each read in progress, whose rows may have been read before the change. */
  const reads = new Set<Set<string>>()

  function forget(id: string): void {
    for (const forgotten of reads) forgotten.add(id)
    drop(id)
  }

  function drop(id: string): void {
    bytes -= kept.get(id)?.bytes ?? 0
    kept.delete(id)
  }

  function keep(known: K, { id, ...about }: Described): void {
    drop(id)
    kept.set(id, { known, keptAtMs: performance.now(), ...about })
    bytes += about.bytes
    for (const oldest of kept.keys()) {
      if (bytes <= maxBytes) break
      drop(oldest)
    }
  }

  function recall(
    { partnerId, id }: { partnerId: string; id: string },
    { ids, askedAtMs }: ListedChanges,
  ): CachedPosting<K> | undefined {
    const found = kept.get(id)
    if (!found || found.partnerId !== partnerId || ids.has(id) || ids.has(found.partyId)) return undefined
    kept.delete(id)
    kept.set(id, found)
    const wasKeptBefore = found.keptAtMs < askedAtMs
    return { known: found.known, isIndexed: () => wasKeptBefore && kept.get(id) === found }
  }

  async function readMissing(
    missing: Key[],
    { ids }: ListedChanges,
    source: RowSource<R>,
  ): Promise<Read<K>[]> {
    const forgotten = new Set<string>()
    reads.add(forgotten)
    try {
      const records = await source.readRows(missing)
      return records.map((record) => {
        const known = know(record)
        const described = describe(known)
        const { id, partyId } = described
        if (described.isListed && !ids.has(id) && !ids.has(partyId) && !forgotten.has(id))
          keep(known, described)
        return { known, key: described }
      })
    } finally {
      reads.delete(forgotten)
    }
  }

  /**
   * Queries the changes again after reading: a posting that is in none of them now was in the index all along. This
   * query costs less than compiling a page of postings again.
   */
  async function compareWithIndex(
    read: readonly Read<K>[],
    source: RowSource<R>,
  ): Promise<CachedPosting<K>[]> {
    if (!read.some(({ known, key }) => kept.get(key.id)?.known === known))
      return read.map(({ known }) => justRead(known))
    const changes = await source.unapplied()
    return read.map(({ known, key }) => {
      const recalled = changes === 'many' ? undefined : recall(key, changes)
      return recalled?.known === known ? recalled : justRead(known)
    })
  }

  return {
    async read(keys, source) {
      const changes = source.asked ?? (await source.unapplied())
      if (changes === 'many')
        return (await source.readRows([...keys])).map((record) => justRead(know(record)))
      const found: CachedPosting<K>[] = []
      const unsure: Read<K>[] = []
      const missing: Key[] = []
      for (const key of keys) {
        const recalled = recall(key, changes)
        if (!recalled) missing.push(key)
        else if (recalled.isIndexed()) found.push(recalled)
        // Cached behind the question for changes, by another read.
        else unsure.push({ known: recalled.known, key })
      }
      if (missing.length > 0) unsure.push(...(await readMissing(missing, changes, source)))
      return unsure.length === 0 ? found : [...found, ...(await compareWithIndex(unsure, source))]
    },
    async readOne(key, source) {
      const changes = source.asked ?? (await source.unapplied())
      if (changes === 'many') return (await source.readRows([key])).map(know)[0]
      return recall(key, changes)?.known ?? (await readMissing([key], changes, source))[0]?.known
    },
    forget,
    get bytes() {
      return bytes
    },
  }
}

/** Returns a posting that was just read. The index may have an earlier row, or none. */
export function justRead<K>(known: K): CachedPosting<K> {
  return { known, isIndexed: () => false }
}

/** Returns a function that tells by id which of these postings the engine's index contains. */
export function isPutAmong<K>(among: readonly CachedPosting<K>[], idOf: (known: K) => string) {
  const byId = new Map(among.map((one) => [idOf(one.known), one]))
  return (id: string): boolean => byId.get(id)?.isIndexed() ?? false
}
