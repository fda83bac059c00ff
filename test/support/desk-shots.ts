import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { startBrowser } from './browser.ts'

// Pictures of eight pages of a desk: npm run desk:shots -- LINK [--dark] [--width 360]
// LINK signs in, such as the one that the demo prints, and is spent by it. The pictures are in `desk-shots/`.
const FOLDER = 'desk-shots'
const PAGES = {
  home: '/desk',
  needs: '/desk/needs',
  need: firstOf('/desk/needs'),
  offers: '/desk/offers',
  introductions: '/desk/introductions',
  students: '/desk/students',
  imports: '/desk/imports',
  settings: '/desk/settings',
} as const satisfies Record<string, string | ((page: Page) => Promise<void>)>

const [link, ...options] = process.argv.slice(2)
if (!link) throw new Error('Name a link that signs in: npm run desk:shots -- LINK')
const width = options.includes('--width') ? Number(options[options.indexOf('--width') + 1]) : 1280
const browser = await startBrowser()
try {
  const page = await browser.newPage({
    viewport: { width, height: 900 },
    colorScheme: options.includes('--dark') ? 'dark' : 'light',
  })
  await page.goto(link)
  await page.locator('main button').click()
  await page.waitForURL(/\/desk$/)
  mkdirSync(FOLDER, { recursive: true })
  for (const [name, open] of Object.entries(PAGES)) {
    await (typeof open === 'string' ? page.goto(new URL(open, link).href) : open(page))
    const path = join(FOLDER, `${name}.png`)
    await page.screenshot({ path, fullPage: true })
    process.stdout.write(`${path}\n`)
  }
} finally {
  await browser.close()
}

/** Opens the first record of a list. */
function firstOf(list: string) {
  return async (page: Page): Promise<void> => {
    await page.goto(new URL(list, page.url()).href)
    await page.locator('main td a').first().click()
    await page.waitForURL(`**${list}/*`)
  }
}
