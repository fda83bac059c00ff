import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('../../../', import.meta.url))
const PACKAGE = new URL('../../../../package.json', import.meta.url)

/**
 * Returns a hash of everything that the program consists of: code, taxonomy, word lists, and the versions of its
 * packages and of Node. An index saved by another version may have another layout or meaning, so it is not used.
 */
export async function hashOfProgram(): Promise<string> {
  const entries = await readdir(PROGRAM, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  const hash = createHash('sha256').update(process.version)
  hash.update(await readFile(PACKAGE))
  for (const file of files.sort()) {
    hash.update(`${file.slice(PROGRAM.length)}\0`)
    hash.update(await readFile(file))
  }
  return hash.digest('base64url')
}
