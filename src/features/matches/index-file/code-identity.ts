import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('../../../', import.meta.url))
const PACKAGE = new URL('../../../../package.json', import.meta.url)

/**
 * A hash of all that the program is made of: code, taxonomy, lists of words, the versions of its packages and of Node. An index that
 * was made by another program may be laid out or read otherwise, so none of it is used.
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
