import type { DeskPages } from '../desk-pages.ts'
import { homePage } from '../pages/home-page.ts'
import type { ListIntroductions } from './introductions.ts'

export function addHomePage(pages: DeskPages, listIntroductions: ListIntroductions): void {
  pages.show('/desk', {}, async (ctx, { view }) => {
    const query = { turn: 'yours', limit: '5', include: 'total' }
    const { data, total } = await listIntroductions(ctx, { query, language: view.language })
    return homePage({ introductions: data, introductionsInAll: total?.value ?? data.length }, view)
  })
}
