import { z } from 'zod'
import { PAGE_POLICY, type Router } from '../../../platform/http/index.ts'
import { wholeNumber } from '../../../shared/written-numbers.ts'
import { agreementPage } from './agreement-page.ts'
import { agreement, agreementInput, approvalInput } from './agreements.schemas.ts'
import { approveAgreement, readAgreement, writeAgreement } from './agreements.ts'
import { readSignedAgreement } from './read-signed-agreement.ts'
import { showAgreement } from './show-agreement.ts'

const ids = { id: 'engagement' } as const
const base = '/v1/engagements/:id/agreement'
const query = z.strictObject({
  version: wholeNumber(z.int().min(1)).optional().describe('Version to read. Default: the newest'),
})

export function registerAgreementsRoutes(router: Router): void {
  const routes = router.group({ tag: 'Internship work', scope: 'engagements' })

  routes.get(
    base,
    {
      summary: 'Read the learning agreement of an internship',
      ids,
      query,
      answers: { 200: agreement },
      refusals: ['agreement_not_found'],
    },
    async (ctx, { ids, query }) => ({
      status: 200,
      body: showAgreement(await readAgreement(ctx, { ...ids, ...query })),
    }),
  )

  routes.post(
    base,
    {
      operationId: 'writeAgreement',
      summary: 'Write a version of the learning agreement',
      description:
        'Either side may. Approvals of the previous version no longer count. Sending the content of the newest version again changes nothing.',
      ids,
      body: agreementInput,
      answers: { 201: agreement },
      refusals: ['engagement_not_active', 'not_an_internship', 'agreement_changed', 'not_your_side'],
    },
    async (ctx, { ids: { id }, body }) => ({
      status: 201,
      body: showAgreement(await writeAgreement(ctx, { id, ...body })),
      resourceId: id,
    }),
  )

  routes.post(
    `${base}/approve`,
    {
      operationId: 'approveAgreement',
      summary: 'Approve the newest version of the learning agreement',
      ids,
      body: approvalInput,
      answers: { 200: agreement },
      refusals: ['engagement_not_active', 'agreement_not_found', 'agreement_changed', 'not_your_side'],
    },
    async (ctx, { ids: { id }, body }) => ({
      status: 200,
      body: showAgreement(await approveAgreement(ctx, { id, ...body })),
      resourceId: id,
    }),
  )

  routes.raw(
    'GET',
    '/v1/engagements/:id/agreement.html',
    {
      operationId: 'printAgreement',
      summary: 'Read the learning agreement as a page to print',
      ids,
      query,
      answers: { 200: { 'text/html': z.string() } },
      refusals: ['agreement_not_found'],
    },
    async (ctx, { ids, query }, { reply }) => {
      const signed = await readSignedAgreement(ctx, { ...ids, ...query })
      return reply
        .header('content-security-policy', PAGE_POLICY)
        .type('text/html; charset=utf-8')
        .serializer(String)
        .send(agreementPage(signed))
    },
  )
}
