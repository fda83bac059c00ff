import { z } from 'zod'
import { type PublishedNeedView, publicNeedView, sessionsShown } from '../postings/index.ts'

const item = z.object({
  id: z.string().describe('Address of the page of the need'),
  url: z.string().describe('Address of the page of the need'),
  title: z.string().describe('Title of the need'),
  content_text: z.string().describe('Description of the need'),
  date_published: z.string().describe('When the need was posted'),
  date_modified: z.string().describe('When the need last changed'),
  tags: z.array(z.string()).describe('Names of the skills that the work takes'),
  language: z.string().optional().describe('Language of the organization, if it has only one'),
  authors: z
    .array(z.object({ name: z.string().describe('Public name of the organization') }))
    .optional()
    .describe('The organization, if it has a `public_name`'),
  external_url: z.string().optional().describe('Address on which a visitor can offer help'),
  _smartsource: z
    .object({
      about: z.string().describe('Address of the description of these fields'),
      need: publicNeedView
        .omit({ title: true, description: true, positions_left: true, hours_left: true })
        .extend({ sessions: sessionsShown })
        .describe('The need as partners see it'),
    })
    .describe('Text from the need other than its title and description'),
})
export const jsonFeed = z
  .object({
    version: z.literal('https://jsonfeed.org/version/1.1').describe('Version of JSON Feed'),
    title: z.string().describe('Name of the feed'),
    description: z.string().describe('Description of the feed'),
    feed_url: z.string().describe('Address of the feed'),
    next_url: z.string().optional().describe('Address of the next page. Absent on the last page'),
    items: z.array(item).describe('Needs, newest first'),
  })
  .meta({ id: 'JsonFeed' })

/** Builds a page of the feed (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeedOf(
  needs: readonly {
    view: PublishedNeedView
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
