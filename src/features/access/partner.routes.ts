import { z } from 'zod'
import type { Router } from '../../platform/http/index.ts'
import { isSandbox } from '../../shared/ids.ts'
import { idOf, instant } from '../../shared/wire.ts'
import { changePartner, readPartner } from './change-partner.ts'
import type { PartnerRow } from './partners.repository.ts'

const publicFeed = z
  .boolean()
  .describe('If true, anyone can read your open needs with `visibility: network` without a token')
const settings = z.strictObject({ public_feed: publicFeed.optional() }).meta({ id: 'PartnerPatch' })
const partner = z
  .object({
    id: idOf('partner'),
    name: z.string(),
    kind: z.enum(['site', 'internship_office']),
    is_sandbox: z.boolean(),
    public_feed: publicFeed,
    version: z.int(),
    created_at: instant,
  })
  .meta({ id: 'Partner' })

export function registerPartnerRoutes(router: Router): void {
  const routes = router.group({ tag: 'Partner', scope: 'partner' })

  routes.get(
    '/v1/partner',
    { summary: 'Read your own partner', answers: { 200: partner }, versioned: true },
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
      answerOf(await changePartner(ctx, { publicFeed: body.public_feed, precondition })),
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
    version: row.version,
    created_at: row.createdAt.toISOString(),
  }
}
