import type { Router } from '../../platform/http/index.ts'
import {
  helperMergeAnswer,
  helperMergeInput,
  organizationMergeAnswer,
  organizationMergeInput,
} from './merges.schemas.ts'
import type { Merges } from './merges.ts'

export function registerMergesRoutes(router: Router, merges: Merges): void {
  addHelperRoute(router, merges)
  addOrganizationRoute(router, merges)
}

function addHelperRoute(router: Router, merges: Merges): void {
  router.group({ tag: 'Helpers', scope: 'helpers' }).post(
    '/v1/helpers/:id/merge',
    {
      summary: 'Merge another record of the same party into a helper',
      description:
        'The helper in the URL is kept; the id in `from_id` becomes invalid. Offers, introductions, engagements with their hours, rings, time credits and blocks move to the kept helper. Its fields win, and its blank fields are filled from the other. With `dry_run`, nothing is written and the response shows what would happen. Each moved record creates an event for each of its partners, at most 5,000 in one merge. A larger merge is refused (`merge_blocked`): merge the record with fewer events into the other.',
      ids: { id: 'helper' },
      body: helperMergeInput,
      answers: { 200: helperMergeAnswer },
      refusals: ['kept_by_candidate', 'record_merged', 'merge_blocked'],
    },
    async (ctx, { ids, body }) => {
      const merged = await merges.mergeHelpers(ctx, { ...ids, ...body })
      return { status: 200, body: merged, resourceId: ids.id }
    },
  )
}

function addOrganizationRoute(router: Router, merges: Merges): void {
  router.group({ tag: 'Organizations', scope: 'organizations' }).post(
    '/v1/organizations/:id/merge',
    {
      summary: 'Merge another record of the same party into an organization',
      description:
        'The organization in the URL is kept; the id in `from_id` becomes invalid. Needs, sprints, introductions, engagements with their hours, rings, time credits, rankings of candidates and blocks move to the kept organization. Its fields win, and its blank fields are filled from the other. With `dry_run`, nothing is written and the response shows what would happen. Each moved record creates an event for each of its partners, at most 5,000 in one merge. A larger merge is refused (`merge_blocked`): merge the record with fewer events into the other.',
      ids: { id: 'organization' },
      body: organizationMergeInput,
      answers: { 200: organizationMergeAnswer },
      refusals: ['record_merged', 'merge_blocked'],
    },
    async (ctx, { ids, body }) => {
      const merged = await merges.mergeOrganizations(ctx, { ...ids, ...body })
      return { status: 200, body: merged, resourceId: ids.id }
    },
  )
}
