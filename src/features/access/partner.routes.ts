import { z } from 'zod'
import type { Router } from '../../platform/http/index.ts'
import { isSandbox } from '../../shared/ids.ts'
import { idOf, instant, text, version, webAddress } from '../../shared/wire.ts'
import { changePartner, readPartner } from './change-partner.ts'
import type { PartnerRow } from './partners.repository.ts'

const publicFeed = z
  .boolean()
  .describe('If true, anyone can read your open needs with `visibility: network` without a token')
const offerHelpUrl = webAddress
  // A template (RFC 6570), whose braces are not valid in a URI.
  .meta({ format: 'uri-template' })
  .nullable()
  .describe(
    'Your page on which a visitor of a public need can offer help. `{need_id}` and `{external_id}` are replaced by those of the need. Without it, public needs have no such link',
  )
const settings = z
  .strictObject({
    name: text(1, 200).optional().describe('Name of the partner, as shown at its desk and to other partners'),
    public_feed: publicFeed.optional(),
    offer_help_url: offerHelpUrl.optional(),
  })
  .meta({ id: 'PartnerPatch' })
const partner = z
  .object({
    id: idOf('partner'),
    name: z.string().describe('Name of the partner'),
    kind: z
      .enum(['site', 'internship_office'])
      .describe(
        '`site`: a site with organizations and helpers. `internship_office`: an office with students',
      ),
    is_sandbox: z.boolean().describe('True for the sandbox of a partner'),
    public_feed: publicFeed,
    offer_help_url: offerHelpUrl,
    version,
    created_at: instant,
  })
  .meta({ id: 'Partner' })

export function registerPartnerRoutes(router: Router): void {
  const routes = router.group({ tag: 'Partner', scope: 'partner' })

  routes.get(
    '/v1/partner',
    { summary: 'Read your own partner account', answers: { 200: partner }, versioned: true },
    async (ctx) => answerOf(await readPartner(ctx)),
  )

  routes.patch(
    '/v1/partner',
    {
      summary: 'Change your settings',
      consumes: ['application/merge-patch+json', 'application/json'],
      body: settings,
      answers: { 200: partner },
      versioned: true,
    },
    async (ctx, { body, precondition }) =>
      answerOf(
        await changePartner(ctx, {
          name: body.name,
          publicFeed: body.public_feed,
          offerHelpUrl: body.offer_help_url,
          precondition,
        }),
      ),
  )
}

function answerOf(row: PartnerRow) {
  return { status: 200, body: show(row), version: row.version }
}

function show(row: PartnerRow): z.output<typeof partner> {
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    is_sandbox: isSandbox(row.id),
    public_feed: row.publicFeed,
    offer_help_url: row.offerHelpUrl,
    version: row.version,
    created_at: row.createdAt.toISOString(),
  }
}
