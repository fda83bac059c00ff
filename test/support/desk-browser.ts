import { createRequire } from 'node:module'
import type { BrowserContext, Page } from 'playwright-core'
import type { Test } from 'tap'

/** A machine that runs other tests takes its time. */
const PATIENCE_MS = 60_000
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** A page whose errors, and requests of other origins, are collected in `faults`. */
export async function openDeskPage(
  context: BrowserContext,
  { address, faults }: { address: string; faults: string[] },
): Promise<Page> {
  const page = await context.newPage()
  page.setDefaultTimeout(PATIENCE_MS)
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('pageerror', (error) => faults.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(address) && !request.url().startsWith('data:')) faults.push(request.url())
  })
  return page
}

/** Fails for what axe-core finds, and for a page that is wider than its window. The context bypasses the page's policy. */
export async function lookAtPage(t: Test, page: Page, name: string): Promise<void> {
  const isWide = await page.evaluate<boolean>('document.documentElement.scrollWidth > innerWidth')
  t.notOk(isWide, `${name} fits its width`)
  // Playwright runs it outside the page's policy.
  await page.addScriptTag({ path: AXE }).catch(() => undefined)
  const violations = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  )
  t.same(
    violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`),
    [],
    `${name} is accessible`,
  )
}
