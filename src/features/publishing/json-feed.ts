import { z } from 'zod'
import { type PublicNeedView, publicNeedView } from '../postings/index.ts'

const item = z.object({
  id: z.string(),
  url: z.string(),
  title: z.string(),
  content_text: z.string(),
  date_published: z.string(),
  date_modified: z.string(),
  tags: z.array(z.string()),
  language: z.string().optional(),
  authors: z
    .array(z.object({ name: z.string() }))
    .optional()
    .describe('The organization, if it has a `public_name`'),
  external_url: z.string().optional().describe('Where a visitor offers help'),
  _smartsource: z
    .object({ about: z.string(), need: publicNeedView.omit({ title: true, description: true }) })
    .describe('Text about the need other than its title and description'),
})
export const jsonFeed = z
  .object({
    version: z.literal('https://jsonfeed.org/version/1.1'),
    title: z.string(),
    description: z.string(),
    feed_url: z.string(),
    next_url: z.string().optional(),
    items: z.array(item),
  })
  .meta({ id: 'JsonFeed' })

/** A page of the feed (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeedOf(
  needs: readonly {
    view: PublicNeedView
    url: string
    language: string | null
    updatedAt: Date
    organizationName: string | null
    offerHelpUrl: string | null
  }[],
  about: { feedUrl: string; nextUrl: string | null; docsUrl: string },
): z.output<typeof jsonFeed> {
  return {
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Smartsource: open needs',
    description: 'Help that small businesses, solopreneurs and nonprofits need, newest first.',
    feed_url: about.feedUrl,
    ...(about.nextUrl !== null && { next_url: about.nextUrl }),
    items: needs.map(
      ({
        view: { title, description, ...need },
        url,
        language,
        updatedAt,
        organizationName,
        offerHelpUrl,
      }) => ({
        id: url,
        url,
        title,
        content_text: description,
        date_published: need.posted_at,
        date_modified: updatedAt.toISOString(),
        tags: [...new Set(need.skills.map(({ skill, resolved }) => resolved.skill?.label ?? skill))],
        ...(language !== null && { language }),
        ...(organizationName !== null && { authors: [{ name: organizationName }] }),
        ...(offerHelpUrl !== null && { external_url: offerHelpUrl }),
        _smartsource: { about: about.docsUrl, need },
      }),
    ),
  }
}
