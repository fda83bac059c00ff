import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { v4 as randomUuid } from 'uuid'
import { PART_KINDS } from '../../../engines/matching/index.ts'
import type { EventKey, Horizon } from '../../../platform/events/index.ts'
import { HOUR_MS } from '../../../shared/time.ts'
import type { MarketPart, PartiesPart } from '../markets.ts'
import type { UnreadText } from '../meanings/unread-texts.ts'
import { openPartFile, type PartPlace, UnusableFileError, writePart } from './part-file.ts'

const NAME = 'market.index'
const UNFINISHED = `${NAME}.new-`
/** In loading order. */
const LOADED_KINDS = [...PART_KINDS, 'parties'] as const
const KINDS = ['start', 'market', ...LOADED_KINDS, 'end'] as const
type Kind = (typeof KINDS)[number]

/** A part of one of the two indexes. */
export type FilePart =
  | { index: 'matches'; part: MarketPart }
  | { index: 'barter'; part: MarketPart | PartiesPart }

/** The index and market of the parts that follow. */
type Owner = Pick<FilePart, 'index'> & Pick<MarketPart, 'market'>

/** The first part: values that must match when the file is read. */
export interface FileStart {
  identity: string
  savedAtMs: number
  horizon: Horizon
}

/** The last part. A file without it is incomplete. */
export interface FileEnd {
  /** The newest events when the file was completed. If one is missing, the database is an older one. */
  seen: EventKey[]
  unread: readonly UnreadText[]
}

export interface OpenIndexFile {
  start: FileStart
  end: FileEnd
  /** In loading order. */
  parts(): AsyncGenerator<FilePart, void>
  close(): Promise<void>
}

/**
 * Opens the file of a folder and checks all of it. Returns null if there is none. Throws an `UnusableFileError` if it
 * is damaged.
 */
export async function openIndexFile(folder: string): Promise<OpenIndexFile | null> {
  const file = await openPartFile(join(folder, NAME)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (!file) return null
  const kindOf = (part: PartPlace | undefined): Kind | undefined => part && KINDS[part.kind]
  const json = async (part: PartPlace) => JSON.parse((await file.read(part)).toString())
  try {
    const first = file.parts[0]
    const last = file.parts.at(-1)
    if (!first || !last || kindOf(first) !== 'start' || kindOf(last) !== 'end')
      throw new UnusableFileError('its end is missing')
    return {
      // Cast: written by `writeIndexFile`, with checksums.
      start: (await json(first)) as FileStart,
      end: (await json(last)) as FileEnd,
      async *parts() {
        for (const { owner, places } of await ownersOf(file.parts, (part) => file.read(part)))
          for (const kind of LOADED_KINDS)
            for (const place of places)
              if (kindOf(place) === kind) yield partOf(owner, kind, await file.read(place))
      },
      close: file.close,
    }
  } catch (error) {
    await file.close()
    throw error
  }
}

async function ownersOf(parts: readonly PartPlace[], read: (part: PartPlace) => Promise<Buffer>) {
  const owners: { owner: Owner; places: PartPlace[] }[] = []
  for (const part of parts) {
    if (KINDS[part.kind] === 'market')
      // Cast: written as an `Owner`.
      owners.push({ owner: JSON.parse((await read(part)).toString()) as Owner, places: [] })
    else owners.at(-1)?.places.push(part)
  }
  return owners
}

function partOf({ index, market }: Owner, kind: (typeof LOADED_KINDS)[number], bytes: Uint8Array): FilePart {
  if (kind !== 'parties') return { index, part: { market, kind, bytes } }
  if (index !== 'barter') throw new UnusableFileError('only barter has parties')
  return { index, part: { market: '', kind, bytes } }
}

/**
 * Writes a new file next to the old one, and replaces the old one once the new one is complete and on disk. Calls
 * `nextPart` until it returns null. Returns the file's size in bytes.
 */
export async function writeIndexFile(
  folder: string,
  start: FileStart,
  nextPart: () => Promise<FilePart | null>,
  end: () => Promise<FileEnd>,
): Promise<number> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await removeUnfinished(folder)
  const path = join(folder, UNFINISHED + randomUuid())
  const file = await open(path, 'wx', 0o600)
  try {
    const write = (kind: Kind, content: Uint8Array | string) =>
      writePart(file, KINDS.indexOf(kind), typeof content === 'string' ? Buffer.from(content) : content)
    await write('start', JSON.stringify(start))
    let owner = ''
    for (let next = await nextPart(); next; next = await nextPart()) {
      const { index, part } = next
      const before = owner
      owner = JSON.stringify({ index, market: part.market } satisfies Owner)
      if (owner !== before) await write('market', owner)
      await write(part.kind, part.bytes)
    }
    await write('end', JSON.stringify(await end()))
    await file.sync()
    const { size } = await file.stat()
    await rename(path, join(folder, NAME))
    return size
  } catch (error) {
    await rm(path, { force: true })
    throw error
  } finally {
    await file.close()
  }
}

export async function removeIndexFile(folder: string): Promise<void> {
  await rm(join(folder, NAME), { force: true })
}

/** Removes files of killed processes. Recent ones are kept, because another process may be writing right now. */
async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(UNFINISHED)) continue
    const path = join(folder, name)
    const found = await stat(path).catch(() => null)
    if (found && found.mtimeMs < Date.now() - HOUR_MS) await rm(path, { force: true })
  }
}
