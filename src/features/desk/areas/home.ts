import type { RequestContext } from '../../../platform/http/index.ts'
import { sameNumber } from '../../../shared/ids.ts'
import type { Barter } from '../../barter/index.ts'
import type { Engagements } from '../../engagements/index.ts'
import type { Imports } from '../../imports/index.ts'
import { countExpiringCredentials, listExpiringCredentials } from '../../postings/index.ts'
import type { Sprints } from '../../sprints/index.ts'
import type { DeskPages } from '../desk-pages.ts'
import { homePage, SHOWN, type Waiting } from '../pages/home-page.ts'
import type { ListIntroductions } from './introductions.ts'

export interface HomePorts {
  engagements: Pick<Engagements, 'countHoursToAnswer' | 'withHoursToAnswer'>
  imports: Pick<Imports, 'countToCorrect'>
  sprints: Pick<Sprints, 'countNearEnd'>
  barter: Pick<Barter, 'countRingsToAnswer'>
}

/** Counting stops here, because nobody needs a more exact number. */
const MAX_COUNTED = 1000

export function addHomePage(
  pages: DeskPages,
  { engagements, imports, sprints, barter }: HomePorts,
  listIntroductions: ListIntroductions,
): void {
  const counts = {
    hours: engagements.countHoursToAnswer,
    rings: barter.countRingsToAnswer,
    imports: imports.countToCorrect,
    sprints: sprints.countNearEnd,
    credentials: countExpiringCredentials,
  }
  // The lists of these kinds do not show which records wait.
  const first: Partial<Record<Waiting['what'], (ctx: RequestContext) => Promise<Waiting['links']>>> = {
    hours: async (ctx) =>
      (await engagements.withHoursToAnswer(ctx, { limit: SHOWN, most: MAX_COUNTED })).map(
        ({ id, title }) => ({
          ...{ href: `/desk/engagements/${id}`, text: title },
        }),
      ),
    credentials: async (ctx) =>
      (await listExpiringCredentials(ctx, { limit: SHOWN })).map(({ id, name, isCandidate }) => ({
        href: isCandidate ? `/desk/students/${sameNumber('candidate', id)}` : `/desk/helpers/${id}`,
        text: name,
      })),
  }
  const countWaiting = (ctx: RequestContext): Promise<Waiting[]> =>
    Promise.all(
      (['hours', 'rings', 'imports', 'sprints', 'credentials'] as const).map(async (what) => {
        const count = await counts[what](ctx, { most: MAX_COUNTED + 1 })
        const links = count === 0 ? [] : await first[what]?.(ctx)
        return { what, count: Math.min(count, MAX_COUNTED), isMore: count > MAX_COUNTED, links }
      }),
    )

  pages.show('/desk', {}, async (ctx, { view }) => {
    const query = { turn: 'yours', limit: String(SHOWN), include: 'total' }
    const { data, total } = await listIntroductions(ctx, { query, language: view.language })
    const waiting = (await countWaiting(ctx)).filter(({ count }) => count > 0)
    return homePage({ introductions: data, introductionsInAll: total?.value ?? data.length, waiting }, view)
  })
}
