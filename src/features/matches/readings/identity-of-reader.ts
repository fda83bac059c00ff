import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PROGRAM = new URL('../../../', import.meta.url)
const PACKAGE = new URL('../../../../package.json', import.meta.url)
/** The code that reads texts for skills, its taxonomy and its lists of words. */
const FOLDERS = [
  'engines/skills',
  'features/skills',
  'features/matches/meanings',
  'features/matches/readings',
  'shared',
]
/** Words of answers, which read nothing and change with most releases. */
const LEFT_OUT = fileURLToPath(new URL('shared/messages/', PROGRAM))

let known: string | undefined

/**
 * A hash of all that decides which skills a text expresses, also the versions of packages and of Node. It stays the same over
 * releases that change none of these files. Takes some milliseconds at the first call.
 */
export function identityOfReader(): string {
  known ??= hashOfFiles()
  return known
}

function hashOfFiles(): string {
  const { dependencies } = JSON.parse(readFileSync(PACKAGE, 'utf8'))
  const hash = createHash('sha256').update(JSON.stringify([process.version, dependencies]))
  for (const folder of FOLDERS) {
    const path = fileURLToPath(new URL(folder, PROGRAM))
    const entries = readdirSync(path, { recursive: true, withFileTypes: true })
    const files = entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((file) => !file.startsWith(LEFT_OUT))
    for (const file of files.sort()) {
      hash.update(`${file.slice(path.length)}\0`)
      hash.update(readFileSync(file))
    }
  }
  return hash.digest('base64url')
}
