import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const PROGRAM = new URL('../../../', import.meta.url)
const PACKAGE = new URL('../../../../package.json', import.meta.url)
/** The code that infers skills from texts, its taxonomy and its word lists. */
const FOLDERS = [
  'engines/skills',
  'features/skills',
  'features/matches/meanings',
  'features/matches/readings',
  'shared',
]
/**
 * Texts of messages, which affect no reading and change in most releases, and written sentences: readings depend only on what
 * was learnt from them.
 */
const LEFT_OUT = ['shared/messages/', 'features/skills/taxonomy/sentences/'].map((path) =>
  fileURLToPath(new URL(path, PROGRAM)),
)

let known: string | undefined

/**
 * Returns a hash of everything that decides which skills a text expresses, including the versions of packages and of
 * Node. It is the same for releases that change none of these. The first call takes some milliseconds.
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
      .filter((file) => !LEFT_OUT.some((path) => file.startsWith(path)))
    for (const file of files.sort()) {
      hash.update(`${file.slice(path.length)}\0`)
      hash.update(readFileSync(file))
    }
  }
  return hash.digest('base64url')
}
