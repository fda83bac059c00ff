import type { Router } from '../../platform/http/index.ts'
import { addressOf, type PostedResource, type RowNamed, withArticle } from './posted-resource.ts'
import type { PostedInput } from './posting-definition.ts'

/**
 * Registers shortcuts for a PATCH of `status`, such as `POST /v1/needs/{id}/close`. They take no If-Match, because the
 * caller wants this status whatever else has changed.
 */
export function registerStatusRoutes<
  N extends 'need' | 'offer',
  I extends PostedInput,
  R extends RowNamed<N>,
  T,
>(
  router: Router,
  { posting, name, tag, scope, shown, show, isLocalized = false, refusals }: PostedResource<N, I, R, T>,
  /** The status that each shortcut sets, by the last part of the URL. */
  verbs: Readonly<Record<string, string>>,
): void {
  const routes = router.group({ tag, scope })
  for (const [verb, status] of Object.entries(verbs)) {
    routes.post(
      `${addressOf(name)}/:id/${verb}`,
      {
        summary: `${verb[0]?.toUpperCase()}${verb.slice(1)} ${withArticle(name)}`,
        description: `Sets the status to \`${status}\`.`,
        ids: { id: name },
        answers: { 200: shown },
        versioned: true,
        isLocalized,
        // A posting that is opened again must not have ended already.
        refusals: [
          ...(status === 'open' ? (['validation_failed'] as const) : []),
          ...(refusals?.change ?? []),
        ],
      },
      async (ctx, { ids, language }) => {
        const row = await posting.change(ctx, { ...ids, patch: { status }, precondition: null })
        return { status: 200, body: show(row, language), version: row.version, resourceId: row.id }
      },
    )
  }
}
