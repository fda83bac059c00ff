import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Test } from 'tap'

/** An empty folder of the test's own. Unlike t.testdir it goes last, after what runs in it has been stopped. */
export function temporaryFolder(t: Test): string {
  const folder = mkdtempSync(join(tmpdir(), 'smartsource-'))
  t.teardown(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}
