import { tmpdir } from 'node:os'
import { join } from 'node:path'
import chromium from '@sparticuz/chromium'
import { type Browser, chromium as playwright } from 'playwright-core'
import lockfile from 'proper-lockfile'
import type { Test } from 'tap'

/** A real browser until the test ends, or null if none can start on this machine. */
export async function openBrowser(t: Test): Promise<Browser | null> {
  try {
    const browser = await startBrowser()
    t.teardown(() => browser.close())
    return browser
  } catch (error) {
    t.comment(`no browser: ${String(error).split('\n')[0]}`)
    return null
  }
}

/** Throws if no browser can start on this machine. */
export async function startBrowser(): Promise<Browser> {
  const executablePath = await unpackBrowser()
  return playwright.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] })
}

/** Test processes that start at once share one copy. */
async function unpackBrowser(): Promise<string> {
  const lockfilePath = join(tmpdir(), 'smartsource-browser.lock')
  const unlock = await lockfile.lock(tmpdir(), { lockfilePath, realpath: false, retries: 30 })
  try {
    return await chromium.executablePath()
  } finally {
    await unlock()
  }
}
