import { readFileSync } from 'node:fs'
import { breakingChanges, lineOf, unlistedIn } from './breaking-changes.ts'

// Fails if openapi.json breaks the released one and the changelog does not list it.
const read = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8')
const changes = breakingChanges(
  JSON.parse(read('openapi/released.json')),
  JSON.parse(read('openapi/openapi.json')),
)
const unnamed = unlistedIn(read('CHANGELOG.md'), changes)
if (unnamed.length > 0) {
  const lines = unnamed.map((change) => `* ${lineOf(change)}`)
  process.stderr.write(
    `Breaking changes that CHANGELOG.md does not name. Revert them, or add to "## Unreleased", "### Breaking":\n${lines.join('\n')}\n`,
  )
  process.exitCode = 1
}
